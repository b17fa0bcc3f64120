/**
 * Reads XMP packets: which properties are there by our own scan, what they say through exifr. The only file that imports exifr; it gets
 * one packet at a time, bounded, and never a container. Source: XMP part 1 (ISO 16684-1).
 */
import { createRequire } from 'node:module';
import type * as Exifr from 'exifr';

// Its default export lacks `sidecar`, and loaders differ in what they call its default.
const exifr: typeof Exifr = createRequire(import.meta.url)('exifr');

interface XmpPacket {
  /** Local names of all properties with a value, at any level; prefixes are the writer's choice. */
  readonly names: ReadonlySet<string>;
  /** The words below a property, by its local name; undefined when exifr did not decode the packet. */
  readonly texts: ReadonlyMap<string, string> | undefined;
}

/** exifr's patterns are quadratic on broken XML: about 3 s at this size. */
const MAX_EXIFR_BYTES = 256 * 1024;
/** Levels of structures that are looked into. */
const MAX_DEPTH = 12;
/** Attributes that say how to read a value. */
const SYNTAX: readonly string[] = ['xmlns', 'lang', 'parseType', 'about', 'resource', 'nodeID'];

/**
 * An element that is not empty, or an attribute that is not, unless it is syntax of RDF or XML. Bounded, and each try starts at its own
 * `<` or white space.
 */
const PROPERTY =
  /<(?!(?:rdf|x):)[\w.-]{1,64}:([\w.-]{1,64})(?=[\s>])(?!>\s{0,64}<\/)|\s(?!(?:rdf|x|xml|xmlns):)[\w.-]{1,64}:([\w.-]{1,64})\s{0,8}=\s{0,8}(?:"[^"]|'[^'])/g;
/** What exifr takes for an opening tag without an end; `[^<>]` keeps each try within its own tag. */
const SELF_CLOSING = /<(rdf:(?:Description|li|Bag|Seq|Alt))(\s[^<>]{0,10000})?\/>/g;

/** Undefined when there is no property in it. */
export async function readXmp(packet: Uint8Array): Promise<XmpPacket | undefined> {
  const xml = decodePacket(packet);
  const names = new Set(Array.from(xml.matchAll(PROPERTY), ([, element, attribute]) => element ?? attribute ?? ''));
  if (names.size === 0) return undefined;
  return { names, texts: packet.length > MAX_EXIFR_BYTES ? undefined : await readTexts(xml) };
}

async function readTexts(xml: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    // Face regions have such tags inside; left as they are, exifr loses what stands around them.
    const paired = xml.replace(SELF_CLOSING, '<$1$2></$1>');
    const namespaces = await exifr.sidecar(Buffer.from(paired), { xmp: true, mergeOutput: false }, 'xmp');
    return new Map(collect(namespaces, 0));
  } catch {
    // Whatever exifr trips over; the names are known all the same, and the caller reports them without their text.
    return undefined;
  }
}

/** Section 7.1: UTF-8 or UTF-16 of either order, often without a mark. Some writers pad with zeros, which XML does not know. */
function decodePacket(packet: Uint8Array): string {
  const text = new TextDecoder(encodingOf(packet)).decode(packet);
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0 || (first === 0xfe && second === 0xff)) return 'utf-16be';
  return second === 0 || (first === 0xff && second === 0xfe) ? 'utf-16le' : 'utf-8';
}

/** exifr groups by namespace at the top; below that every key is a property. */
function collect(value: unknown, depth: number): [string, string][] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    if (SYNTAX.includes(key)) return [];
    const own: [string, string][] = depth === 0 || Array.isArray(value) ? [] : [[key, words(inner, 0)]];
    return [...own, ...collect(inner, depth + 1)];
  });
}

function words(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  if (depth > MAX_DEPTH) return '';
  return Object.entries(value)
    .filter(([key]) => !SYNTAX.includes(key))
    .map(([, inner]) => words(inner, depth + 1))
    .filter((text) => text !== '')
    .join(' ');
}
