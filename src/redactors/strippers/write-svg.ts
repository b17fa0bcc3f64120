/** Writes a drawing anew, always in the same way, so that writing it twice gives the same bytes. Source: XML 1.0 (fifth edition). */
import type { Drawing } from '../../media/svg/drawing.ts';
import { type NameKind, replaceMarks } from '../../media/svg/marks.ts';
import { SVG_NAMESPACE, XLINK_NAMESPACE } from '../../media/svg/namespaces.ts';

const REFERENCE = 'xlink:href';

/** UTF-8 without a declaration. Names become numbers in the order in which they are first referred to; others go. */
export function writeSvg(root: Drawing): string {
  const names = createNames();
  nameReferences(root, names);
  const namespaces: [string, string][] = [['xmlns', SVG_NAMESPACE]];
  if (refersByXlink(root)) namespaces.push(['xmlns:xlink', XLINK_NAMESPACE]);
  return writeElement(root, names, namespaces);
}

interface Names {
  /** Gives the name's number, a new one if need be. */
  of(kind: NameKind, name: string): string;
  /** Undefined for what nothing refers to. */
  known(kind: NameKind, name: string): string | undefined;
}

function createNames(): Names {
  const numbers = new Map<string, string>();
  const counts = { i: 0, c: 0, k: 0, r: 0 };
  return {
    of(kind, name) {
      const known = numbers.get(kind + name);
      if (known !== undefined) return known;
      counts[kind]++;
      numbers.set(kind + name, `${kind}${counts[kind]}`);
      return `${kind}${counts[kind]}`;
    },
    known: (kind, name) => numbers.get(kind + name),
  };
}

/** All of them, before the first is written: a reference may come behind what it refers to. */
function nameReferences({ attributes, children }: Drawing, names: Names): void {
  for (const [, value] of attributes) if (typeof value === 'string') replaceMarks(value, names.of);
  for (const child of children)
    if (typeof child === 'string') replaceMarks(child, names.of);
    else nameReferences(child, names);
}

function refersByXlink({ attributes, children }: Drawing): boolean {
  return (
    attributes.some(([name]) => name === REFERENCE) ||
    children.some((child) => typeof child !== 'string' && refersByXlink(child))
  );
}

function writeElement(drawing: Drawing, names: Names, namespaces: readonly (readonly [string, string])[]): string {
  const { name, id, classes, children } = drawing;
  const known = [...new Set(classes.flatMap((given) => names.known('c', given) ?? []))];
  const attributes: (readonly [string, string])[] = [...namespaces];
  const written = id === undefined ? undefined : names.known('i', id);
  if (written !== undefined) attributes.push(['id', written]);
  if (known.length > 0) attributes.push(['class', known.join(' ')]);
  for (const [attribute, value] of drawing.attributes)
    attributes.push([attribute, typeof value === 'string' ? replaceMarks(value, names.of) : dataUri(value)]);
  const start = `<${name}${attributes.map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('')}`;
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escaped(replaceMarks(child, names.of)) : writeElement(child, names, []),
  );
  return `${start}>${inside.join('')}</${name}>`;
}

function dataUri({ mediaType, bytes }: Exclude<Drawing['attributes'][number][1], string>): string {
  return `data:${mediaType};base64,${bytes.toString('base64')}`;
}

/** White space other than blanks would be read as a blank in an attribute, and a carriage return as a line's end in a text. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
