/** How large a drawing says it is, in CSS pixels. Source: SVG 2 section 8.2, CSS Images 3 section 4.3, CSS Values 4 section 6.2. */
import { type ByteView, MalformedImageError } from '../walkers/byte-view.ts';
import { SVG_NAMESPACE } from './namespaces.ts';
import { readXmlRoot } from './read-xml.ts';

/** CSS pixels of each unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  ex: 8,
  rem: 16,
};
/** What browsers take for a drawing that does not say. */
const DEFAULT_SIZE = { width: 300, height: 150 };
const LENGTH = /^\s*\+?(\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:e([+-]?\d{1,2}))?(px|pt|pc|mm|cm|in|rem|em|ex)?\s*$/;

/** From `width` and `height`, else from `viewBox`. Throws `MalformedImageError` when the root is no drawing. */
export function svgSize(view: ByteView): { readonly width: number; readonly height: number } {
  const root = readXmlRoot(view);
  if (root.uri !== SVG_NAMESPACE || root.local !== 'svg') throw new MalformedImageError('SVG: no drawing');
  const value = (name: string): string =>
    root.attributes.find(({ uri, local }) => uri === '' && local === name)?.value ?? '';
  const box = boxOf(value('viewBox'));
  const [width, height] = [lengthOf(value('width')), lengthOf(value('height'))];
  const ratio = box === undefined ? undefined : box.width / box.height;
  return {
    width: whole(width ?? (height !== undefined && ratio ? height * ratio : box?.width) ?? DEFAULT_SIZE.width),
    height: whole(height ?? (width !== undefined && ratio ? width / ratio : box?.height) ?? DEFAULT_SIZE.height),
  };
}

function boxOf(viewBox: string): { width: number; height: number } | undefined {
  const [, , width = 0, height = 0] = viewBox
    .slice(0, 200)
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width + height) ? { width, height } : undefined;
}

function lengthOf(length: string): number | undefined {
  const match = LENGTH.exec(length);
  if (match === null) return undefined;
  return Number(`${match[1]}e${match[2] ?? 0}`) * (UNITS[match[3] ?? ''] ?? 1);
}

function whole(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
