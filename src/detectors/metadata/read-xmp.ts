/** The only file that imports exifr: it gets one XMP packet at a time, bounded, and never a container. */
import exifr from 'exifr';

export interface XmpProperty {
  readonly localName: string;
  /** The words of the property and of all below it. */
  readonly text: string;
}

/** exifr's patterns are quadratic on broken XML: about 3 s at this size. */
const MAX_PACKET_BYTES = 256 * 1024;
/** Levels of structures that are looked into. */
const MAX_DEPTH = 12;
/** Attributes that say how to read a value. */
const SYNTAX: readonly string[] = ['lang', 'parseType', 'about', 'resource', 'nodeID'];

/**
 * The properties of a packet, at any level. Undefined when it does not decode, is too large, or holds none. Source of the format: XMP
 * part 1 (ISO 16684-1).
 */
export async function readXmp(packet: Uint8Array): Promise<readonly XmpProperty[] | undefined> {
  if (packet.length > MAX_PACKET_BYTES) return undefined;
  const properties = collect(await parse(decodePacket(packet)), 0);
  return properties.length === 0 ? undefined : properties;
}

async function parse(xml: string): Promise<unknown> {
  try {
    return await exifr.sidecar(Buffer.from(xml), { xmp: true, mergeOutput: false }, 'xmp');
  } catch {
    // Whatever exifr trips over is a packet that was not decoded; the caller reports it as such.
    return undefined;
  }
}

/** XMP part 1 section 7.1: UTF-8 or UTF-16 of either order, often without a mark. Some writers pad with zeros, which XML does not know. */
function decodePacket(packet: Uint8Array): string {
  const text = new TextDecoder(encodingOf(packet)).decode(packet);
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0 || (first === 0xfe && second === 0xff)) return 'utf-16be';
  return second === 0 || (first === 0xff && second === 0xfe) ? 'utf-16le' : 'utf-8';
}

function collect(value: unknown, depth: number): XmpProperty[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    // exifr groups by namespace at the top, and namespaces themselves are no property.
    const own = depth === 0 || Array.isArray(value) ? [] : [{ localName: key, text: words(inner, 0) }];
    return key === 'xmlns' ? [] : [...own, ...collect(inner, depth + 1)];
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
