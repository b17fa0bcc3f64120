/** What an element that is taken out said, for the detectors of text and of XMP. */
import { isKnownNamespace, RDF_NAMESPACE, XMLNS_NAMESPACE, XMP_NAMESPACE } from './namespaces.ts';
import type { XmlElement, XmlNode } from './read-xml.ts';

/** UTF-16 units of one element. */
const MAX_WORDS_LENGTH = 2 ** 18;

/** Texts and attributes at any depth. */
export function wordsOf(element: XmlElement): string {
  const parts: string[] = [];
  let room = MAX_WORDS_LENGTH;
  const add = (text: string): void => {
    const words = text.trim().slice(0, Math.max(0, room));
    if (words === '') return;
    room -= words.length;
    parts.push(words);
  };
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string') add(node);
    else if (node.kind !== 'element') add(node.text);
    else {
      for (const { uri, value } of node.attributes) if (uri !== XMLNS_NAMESPACE || !isKnownNamespace(value)) add(value);
      node.children.forEach(visit);
    }
  };
  visit(element);
  return parts.join(' ');
}

/** Whether there is RDF in it, and the namespaces of the elements in it. */
export function holds(element: XmlElement): { readonly hasXmp: boolean; readonly namespaces: ReadonlySet<string> } {
  const namespaces = new Set<string>();
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string' || node.kind !== 'element') return;
    if (node !== element) namespaces.add(node.uri);
    node.children.forEach(visit);
  };
  visit(element);
  return { hasXmp: namespaces.has(RDF_NAMESPACE), namespaces };
}

/** The same as an XMP packet (ISO 16684-1), with the prefixes that its readers expect. */
export function packetOf(element: XmlElement): string {
  const parts: string[] = [];
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string') parts.push(escaped(node));
    if (typeof node === 'string' || node.kind !== 'element') return;
    const name = `${prefixOf(node)}:${node.local}`;
    const attributes = node.attributes
      .filter(({ uri }) => uri !== '' && uri !== XMLNS_NAMESPACE)
      .map(({ uri, local, value }) => ` ${uri === RDF_NAMESPACE ? 'rdf' : 'p'}:${local}="${escaped(value)}"`);
    parts.push(`<${name}${attributes.join('')}>`);
    node.children.forEach(visit);
    parts.push(`</${name}>`);
  };
  element.children.forEach(visit);
  return `<x:xmpmeta>${parts.join('')}</x:xmpmeta>`;
}

function prefixOf({ uri, prefix }: XmlElement): string {
  if (uri === RDF_NAMESPACE) return 'rdf';
  if (uri === XMP_NAMESPACE) return 'x';
  return prefix === '' || prefix === 'rdf' || prefix === 'x' ? 'p' : prefix;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
