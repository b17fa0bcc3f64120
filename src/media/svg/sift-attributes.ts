/** Parts the attributes that draw from all others, each by the kind of its value. */
import { ANIMATED, ANIMATIONS, ATTRIBUTES, type AttributeKind } from './allowed.ts';
import type { Drawing } from './drawing.ts';
import { type EmbeddedPicture, embeddedPicture } from './embedded-picture.ts';
import { filterDeclarations } from './filter-css.ts';
import { filterFont, filterLanguage, filterPath, filterTiming, filterValue, localId } from './filter-value.ts';
import type { Losses } from './losses.ts';
import { mark } from './marks.ts';
import { foreignName, isKnownNamespace, XLINK_NAMESPACE, XML_NAMESPACE, XMLNS_NAMESPACE } from './namespaces.ts';
import type { XmlElement } from './read-xml.ts';
import { FILTER_INPUTS } from './words.ts';

type Attribute = XmlElement['attributes'][number];
type Kept = string | EmbeddedPicture;

interface SiftedAttributes extends Pick<Drawing, 'id' | 'classes' | 'attributes'> {
  /** An animation of something that is not drawn. */
  readonly isUseless: boolean;
}

/** What our own writer makes of names. */
const WRITTEN_NAMES = /^(?:[ickr]\d{1,7}\s*)*$/;
/** Of editors' own attributes those that hold a path or a file's name. */
const FILE_NAMES: readonly string[] = ['docname', 'docbase', 'absref', 'export-filename', 'document-name'];
/** Versions, profiles, targets of links, and features that every reader has. */
const IDLE =
  /^(?:-?\d{1,2}(?:\.\d{1,2})?|full|basic|tiny|true|false|auto|disable|magnify|_blank|_top|_self|_parent|http:\/\/www\.w3\.org\/TR\/SVG11\/feature#[A-Z][A-Za-z-]{1,40})?$/;
const PICTURES: readonly string[] = ['image', 'feImage'];

export function siftAttributes(element: XmlElement, losses: Losses): SiftedAttributes {
  const kept = new Map<string, Kept>();
  let id: string | undefined;
  let classes: readonly string[] = [];
  for (const attribute of element.attributes) {
    const { uri, local, value } = attribute;
    if (uri !== '') siftForeign(element, attribute, kept, losses);
    else if (local === 'href') siftHref(element, attribute, 'href', kept, losses);
    else if (local === 'id' || local === 'class') {
      if (local === 'id') id = value;
      else classes = value.split(/\s+/).filter(Boolean);
      if (!WRITTEN_NAMES.test(value)) losses.add('text', 'SVG:Name', value);
    } else siftPlain(attribute, kept, losses);
  }
  if (kept.has('href')) kept.delete('xlink:href');
  const isUseless = isUselessAnimation(element, kept);
  if (isUseless) losses.add('unknown', 'SVG:Script');
  return { id, classes, attributes: [...kept], isUseless };
}

function siftForeign(element: XmlElement, attribute: Attribute, kept: Map<string, Kept>, losses: Losses): void {
  const { uri, local, value } = attribute;
  if (uri === XMLNS_NAMESPACE) {
    if (!isKnownNamespace(value)) losses.add('text', 'SVG:Namespace', `${local} ${value}`);
  } else if (uri === XML_NAMESPACE) siftXml(attribute, kept, losses);
  else if (uri === XLINK_NAMESPACE && local === 'href') siftHref(element, attribute, 'xlink:href', kept, losses);
  else if (uri === XLINK_NAMESPACE) {
    if (local === 'title') losses.add('text', 'SVG:Title', value);
    else if (!/^(?:simple|embed|new|replace|onLoad|onRequest|other|none)?$/.test(value))
      losses.add('text', 'SVG:UnknownAttribute', value);
  } else losses.add('text', FILE_NAMES.includes(local) ? 'SVG:FileName' : foreignName(uri), value);
}

function siftXml({ local, value }: Attribute, kept: Map<string, Kept>, losses: Losses): void {
  const safe = local === 'lang' ? filterLanguage(value) : undefined;
  if (safe !== undefined) kept.set('xml:lang', safe);
  else if (local === 'space' && (value === 'preserve' || value === 'default')) kept.set('xml:space', value);
  else losses.add('text', local === 'base' ? 'SVG:ExternalReference' : 'SVG:UnknownAttribute', value);
}

/** A reference into this document, or a picture that the file brings along. */
function siftHref(
  { local: element }: XmlElement,
  { value }: Attribute,
  name: string,
  kept: Map<string, Kept>,
  losses: Losses,
): void {
  const id = localId(value);
  const picture = id === undefined && PICTURES.includes(element) ? embeddedPicture(value) : undefined;
  if (id !== undefined) kept.set(name, `#${mark('i', id)}`);
  else if (picture !== undefined) kept.set(name, picture);
  else if (/^\s*data:image\//i.test(value)) losses.add('unknown', 'SVG:EmbeddedImage', value);
  // Browsers read over white space inside the scheme.
  else if (/^(?:javascript|vbscript|data):/i.test(value.replace(/\s+/g, '')))
    losses.add('unknown', 'SVG:Script', value);
  else if (value !== '') losses.add('text', 'SVG:ExternalReference', value);
}

function siftPlain({ local, value }: Attribute, kept: Map<string, Kept>, losses: Losses): void {
  if (local === 'style') {
    const safe = filterDeclarations(value, losses);
    if (safe !== '') kept.set(local, safe);
    return;
  }
  if (local === 'xmlns') return;
  const kind = ATTRIBUTES.get(local);
  const safe = kind === undefined ? undefined : filterAttribute(kind, value);
  if (safe === undefined) losses.add(...lossOf(local, value));
  else if (kind !== 'idle' && safe !== '') kept.set(local, safe);
}

function filterAttribute(kind: AttributeKind, value: string): string | undefined {
  switch (kind) {
    case 'path':
      return filterPath(value);
    case 'animated':
      return filterValue(value) ?? filterPath(value);
    case 'name':
      return ANIMATED.has(value.trim()) ? value.trim() : undefined;
    case 'timing':
      return filterTiming(value);
    case 'font':
      return filterFont(value);
    case 'language':
      return filterLanguage(value);
    case 'result':
      return filterValue(value, { words: FILTER_INPUTS, names: 'r' });
    case 'idle':
      return IDLE.test(value) ? value : undefined;
    case 'value':
      return filterValue(value);
  }
}

function lossOf(name: string, value: string): ['text' | 'unknown', string, string] {
  if (/^on/i.test(name) || name === 'attributeName') return ['unknown', 'SVG:Script', value];
  if (name.startsWith('data-')) return ['text', 'SVG:Data', value];
  if (name.startsWith('aria-') || name === 'role') return ['text', 'SVG:Aria', value];
  if (/url\s*\(|:\/\//i.test(value)) return ['text', 'SVG:ExternalReference', value];
  return ['text', 'SVG:UnknownAttribute', value];
}

/** Only what is drawn may be animated: an animated link is a script by another name. */
function isUselessAnimation({ local }: XmlElement, kept: ReadonlyMap<string, Kept>): boolean {
  return ANIMATIONS.has(local) && local !== 'animateMotion' && !kept.has('attributeName');
}
