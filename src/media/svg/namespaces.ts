/** Namespaces that occur in drawings, and how a report names what belongs to them. */

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
export const RDF_NAMESPACE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const XMP_NAMESPACE = 'adobe:ns:meta/';

/** Namespaces whose declaration says nothing. */
const PLAIN: readonly string[] = [
  SVG_NAMESPACE,
  XLINK_NAMESPACE,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  RDF_NAMESPACE,
  XMP_NAMESPACE,
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2001/xml-events',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
];

/** The programs that drawings are made with, by the start of their namespaces. */
const EDITORS: readonly (readonly [start: string, name: string])[] = [
  ['http://www.inkscape.org/', 'SVG:Inkscape'],
  ['http://sodipodi.sourceforge.net/', 'SVG:Sodipodi'],
  ['http://inkscape.sourceforge.net/', 'SVG:Sodipodi'],
  ['http://ns.adobe.com/', 'SVG:Adobe'],
  ['http://www.bohemiancoding.com/', 'SVG:Sketch'],
  ['http://www.figma.com/', 'SVG:Figma'],
  ['http://www.serif.com/', 'SVG:Serif'],
  ['https://boxy-svg.com', 'SVG:Boxy'],
  ['http://www.corel.com/', 'SVG:Corel'],
  ['http://svgjs.', 'SVG:SvgJs'],
  ['http://vectornator.io', 'SVG:Vectornator'],
  ['http://c2pa.org/', 'SVG:C2PA'],
  ['http://www.w3.org/2001/XInclude', 'SVG:ExternalReference'],
];

/** Whether it is one that every reader knows; its own words may be personal otherwise. */
export function isKnownNamespace(uri: string): boolean {
  return PLAIN.includes(uri) || EDITORS.some(([start]) => uri.startsWith(start) && uri.length < start.length + 64);
}

/** The name of what belongs to another namespace than SVG's. */
export function foreignName(uri: string): string {
  return EDITORS.find(([start]) => uri.startsWith(start))?.[1] ?? 'SVG:Foreign';
}
