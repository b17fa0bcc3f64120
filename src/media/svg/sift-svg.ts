/**
 * Parts a drawing from everything else in its file: what is on the lists of `allowed.ts` with a value that is understood is the picture,
 * all else is a loss with a name. Nothing is rendered. Sources: SVG 1.1 (second edition), SVG 2, XMP part 1. Misses: what is drawn but
 * cannot be seen (transparent, outside the view, never used) is taken for a part of the picture.
 */
import { MalformedImageError } from '../walkers/byte-view.ts';
import { ELEMENTS, NEED_REFERENCE, TEXT_ELEMENTS } from './allowed.ts';
import type { Drawing } from './drawing.ts';
import { filterStylesheet } from './filter-css.ts';
import { createLosses, type Loss, type Losses } from './losses.ts';
import { foreignName, RDF_NAMESPACE, SVG_NAMESPACE, XMP_NAMESPACE } from './namespaces.ts';
import type { XmlAside, XmlDocument, XmlElement } from './read-xml.ts';
import { refuseBomb } from './refuse-bomb.ts';
import { siftAttributes } from './sift-attributes.ts';
import { holds, packetOf, wordsOf } from './words-of.ts';

interface Sifted {
  readonly drawing: Drawing;
  readonly losses: readonly Loss[];
}

/** Elements that are no part of the picture, by what they are. */
const KNOWN_LOSSES: Readonly<Record<string, readonly [kind: 'text' | 'unknown', name: string]>> = {
  title: ['text', 'SVG:Title'],
  desc: ['text', 'SVG:Description'],
  metadata: ['text', 'SVG:Metadata'],
  script: ['unknown', 'SVG:Script'],
  handler: ['unknown', 'SVG:Script'],
  foreignObject: ['text', 'SVG:ForeignObject'],
  font: ['unknown', 'SVG:EmbeddedFont'],
  'font-face': ['unknown', 'SVG:EmbeddedFont'],
};
/** Document types that say nothing but which SVG it is. */
const PLAIN_DOCTYPE =
  /^\s*svg\s*(?:PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [\w.+ ]{1,40}\/\/EN["']\s+["']http:\/\/www\.w3\.org\/[\w./-]{1,80}["']\s*)?$/;

/** Throws `MalformedImageError` when the root is no `svg`, and when what refers to what would draw without an end. */
export function siftSvg({ root, asides, doctype }: XmlDocument): Sifted {
  if (root.uri !== SVG_NAMESPACE || root.local !== 'svg') throw new MalformedImageError('SVG: no drawing');
  const losses = createLosses();
  if (doctype !== undefined && !PLAIN_DOCTYPE.test(doctype)) losses.add('text', 'SVG:Doctype', doctype);
  for (const aside of asides) loseAside(aside, losses);
  const drawing = siftElement(root, false, losses);
  if (drawing === undefined) throw new MalformedImageError('SVG: no drawing');
  refuseBomb(drawing);
  return { drawing, losses: losses.list() };
}

function siftElement(element: XmlElement, inText: boolean, losses: Losses): Drawing | undefined {
  const { local } = element;
  if (element.uri !== SVG_NAMESPACE || !ELEMENTS.has(local)) return loseElement(element, losses);
  if (local === 'style') return siftStyle(element, losses);
  const { isUseless, ...attributes } = siftAttributes(element, losses);
  if (isUseless) return undefined;
  const hasReference = attributes.attributes.some(([name]) => name === 'href' || name === 'xlink:href');
  if (NEED_REFERENCE.has(local) && !hasReference) return loseElement(element, losses, 'SVG:UnknownElement');
  const holdsText = TEXT_ELEMENTS.has(local) || (inText && local === 'a');
  const children = element.children.flatMap((node): (Drawing | string)[] => {
    if (typeof node === 'string') return siftText(node, holdsText, losses);
    if (node.kind !== 'element') {
      loseAside(node, losses);
      return [];
    }
    const kept = siftElement(node, holdsText, losses);
    return kept === undefined ? [] : [kept];
  });
  return { name: local, ...attributes, children };
}

/** Letters stand in text elements only; anywhere else nobody sees them. */
function siftText(text: string, holdsText: boolean, losses: Losses): string[] {
  if (holdsText) return [text];
  if (text.trim() !== '') losses.add('text', 'SVG:HiddenText', text);
  return [];
}

function siftStyle(element: XmlElement, losses: Losses): Drawing | undefined {
  for (const { uri, local, value } of element.attributes) {
    const isPlain =
      (local === 'type' && /^\s*text\/css\s*$/i.test(value)) ||
      (local === 'media' && ['', 'all', 'screen'].includes(value.trim()));
    if (uri === '' && (local === 'type' || local === 'media') && !isPlain)
      return loseElement(element, losses, 'SVG:Style');
    if (!isPlain && value.trim() !== '')
      losses.add('text', local === 'id' ? 'SVG:Name' : 'SVG:UnknownAttribute', value);
  }
  let css = '';
  for (const node of element.children) {
    if (typeof node === 'string') css += node;
    else if (node.kind === 'element') loseElement(node, losses);
    else loseAside(node, losses);
  }
  const kept = filterStylesheet(css, losses);
  if (kept === '') return undefined;
  return { name: 'style', id: undefined, classes: [], attributes: [], children: [kept] };
}

function loseElement(element: XmlElement, losses: Losses, name?: string): undefined {
  if (element.uri !== SVG_NAMESPACE) losses.add('text', name ?? foreignName(element.uri), wordsOf(element));
  else {
    const [kind, known] = KNOWN_LOSSES[element.local] ?? ['unknown', 'SVG:UnknownElement'];
    losses.add(kind, name ?? known, wordsOf(element));
  }
  const { hasXmp, namespaces } = holds(element);
  if (hasXmp) losses.add('xmp', 'SVG:XMP', packetOf(element));
  for (const uri of namespaces) {
    const inside = foreignName(uri);
    if (inside !== 'SVG:Foreign' && uri !== RDF_NAMESPACE && uri !== XMP_NAMESPACE) losses.add('unknown', inside);
  }
  return undefined;
}

function loseAside({ kind, target, text }: XmlAside, losses: Losses): void {
  if (kind === 'comment') losses.add('text', 'SVG:Comment', text);
  else if (target === 'xml-stylesheet') losses.add('unknown', 'SVG:ExternalReference', text);
  else losses.add('text', 'SVG:ProcessingInstruction', `${target} ${text}`);
}
