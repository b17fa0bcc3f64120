/**
 * Reads XML into a small tree. The only file that imports saxes, a strict parser: what is not well-formed with namespaces is refused, a
 * document type is skipped, its entities are never expanded and nothing is ever fetched. Source: XML 1.0 (fifth edition), Namespaces
 * in XML 1.0. Misses: encodings other than UTF-8 and UTF-16 with a mark, and entities of an internal subset; both are refused.
 */
import { SaxesParser } from 'saxes';
import { decodeText } from '../decode-text.ts';
import { type ByteView, MalformedImageError } from '../walkers/byte-view.ts';

/** A drawing with photos inside; what is larger is refused. */
const MAX_SVG_BYTES = 16 * 2 ** 20;
/** Browsers' own parsers stop at 256. */
const MAX_DEPTH = 256;
/** Elements, comments and processing instructions of one file. */
const MAX_NODES = 200_000;
const MAX_ATTRIBUTES = 1_000_000;
/** Of one element; SVG itself has about 150. */
const MAX_ATTRIBUTES_EACH = 1000;
/** The namespace of a prefix that nobody declared. */
const UNBOUND = 'unbound';
/** UTF-16 units that the parser gets at a time. */
const CHUNK_LENGTH = 64 * 1024;
/** Declared encodings that agree with how the bytes were decoded. */
const ENCODING = /^(?:utf-?8|us-ascii|utf-16(?:le|be)?)$/i;

interface XmlAttribute {
  /** Empty without a prefix: attributes have no default namespace. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly uri: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
}

/** A comment, or a processing instruction with its target. */
export interface XmlAside {
  readonly kind: 'comment' | 'instruction';
  readonly target: string;
  readonly text: string;
}

export type XmlNode = XmlElement | XmlAside | string;

export interface XmlDocument {
  readonly root: XmlElement;
  /** What stands beside the root. */
  readonly asides: readonly XmlAside[];
  /** What stands between `<!DOCTYPE` and `>`. */
  readonly doctype: string | undefined;
}

/** Throws `MalformedImageError`, never with content; also for what is over a budget. */
export function readXml(view: ByteView): XmlDocument {
  const { asides, doctype, root } = parse(textOf(view), false);
  if (root === undefined) throw new MalformedImageError('SVG: no element');
  return { asides, doctype, root };
}

/** The root alone, without its children; what stands behind its start is not read. Throws `MalformedImageError`. */
export function readXmlRoot(view: ByteView): XmlElement {
  const { root } = parse(textOf(view), true);
  if (root === undefined) throw new MalformedImageError('SVG: no element');
  return root;
}

function textOf(view: ByteView): string {
  if (view.size > MAX_SVG_BYTES) throw new MalformedImageError('SVG: too large');
  const text = decodeText(view.slice(0, view.size));
  if (text === undefined || text.startsWith('\ufeff')) throw new MalformedImageError('SVG: not UTF-8 or UTF-16');
  return text;
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** What is there of a document while it is read. */
interface Growing {
  readonly asides: XmlAside[];
  readonly open: OpenElement[];
  root: XmlElement | undefined;
  doctype: string | undefined;
  nodes: number;
}

function parse(text: string, rootOnly: boolean): Growing {
  const growing: Growing = { asides: [], open: [], root: undefined, doctype: undefined, nodes: 0 };
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  refuseOdd(parser);
  countAttributes(parser);
  parser.on('doctype', (found) => {
    growing.doctype = found;
  });
  parser.on('comment', (found) => add(growing, { kind: 'comment', target: '', text: found }));
  parser.on('processinginstruction', ({ target, body }) => add(growing, { kind: 'instruction', target, text: body }));
  parser.on('text', (found) => add(growing, found));
  parser.on('cdata', (found) => add(growing, found));
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const listed = Object.values(attributes).map((attribute) => ({ ...attribute, uri: boundUri(attribute) }));
    const place = { uri: boundUri({ uri, prefix }), prefix, local };
    const element: OpenElement = { kind: 'element', ...place, attributes: listed, children: [] };
    add(growing, element);
    growing.root ??= element;
    growing.open.push(element);
  });
  parser.on('closetag', () => {
    growing.open.pop();
  });
  for (let at = 0; at < text.length && !(rootOnly && growing.root !== undefined); at += CHUNK_LENGTH)
    parser.write(text.slice(at, at + CHUNK_LENGTH));
  if (!rootOnly) parser.close();
  return growing;
}

function refuseOdd(parser: SaxesParser<{ xmlns: true }>): void {
  parser.on('error', ({ message }) => {
    // What belongs to no namespace belongs to no picture: it goes like any other that is not SVG's.
    if (!message.startsWith('unbound namespace prefix')) refuse('not well-formed');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !ENCODING.test(encoding)) refuse('encoding');
  });
}

function countAttributes(parser: SaxesParser<{ xmlns: true }>): void {
  let all = 0;
  let ofElement = 0;
  parser.on('opentagstart', () => {
    ofElement = 0;
  });
  parser.on('attribute', () => {
    all++;
    ofElement++;
    if (all > MAX_ATTRIBUTES || ofElement > MAX_ATTRIBUTES_EACH) refuse('too many attributes');
  });
}

function add(growing: Growing, node: XmlNode): void {
  const { open, asides } = growing;
  if (typeof node !== 'string') growing.nodes++;
  if (growing.nodes > MAX_NODES || (typeof node !== 'string' && open.length >= MAX_DEPTH)) refuse('too many elements');
  const parent = open.at(-1);
  if (parent !== undefined) parent.children.push(node);
  else if (typeof node !== 'string' && node.kind !== 'element') asides.push(node);
}

function boundUri({ uri, prefix }: { readonly uri: string; readonly prefix: string }): string {
  return uri === '' && prefix !== '' ? UNBOUND : uri;
}

function refuse(what: string): never {
  throw new MalformedImageError(`SVG: ${what}`);
}
