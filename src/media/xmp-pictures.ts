/**
 * Finds pictures that XMP holds as text: Adobe's thumbnails, and the originals that phones keep when they blur a background or join two
 * views. Sources: XMP part 2 section 8.2.2.4 (xmpGImg), Google's GImage and GDepth. Misses: packets in UTF-16.
 */
import { asBuffer } from './walkers/byte-view.ts';

/** How a JPEG and a PNG begin in base64. */
const STARTS: readonly string[] = ['/9j/', 'iVBORw0KGgo'];
/** What stands before a value. */
const BEFORE_VALUE = '>"\'';
const VALUE_ENDS: readonly string[] = ['<', '"', "'"];
/** Of one packet. */
const MAX_VALUES = 16;
/** Line ends, which stand as such in attributes and as references in elements. */
const LINE_ENDS = /&#x[adAD];|&#1[03];|\s/g;

/** In the order of the packet; whether they decode is not known. */
export function* xmpPictures(packet: Uint8Array): Generator<Buffer> {
  const text = asBuffer(packet);
  const places = STARTS.flatMap((start) => placesOf(text, start)).toSorted((a, b) => a - b);
  for (const at of places.slice(0, MAX_VALUES)) {
    const ends = VALUE_ENDS.map((end) => text.indexOf(end, at, 'latin1')).filter((end) => end !== -1);
    const value = text.toString('latin1', at, Math.min(text.length, ...ends));
    yield Buffer.from(value.replaceAll(LINE_ENDS, ''), 'base64');
  }
}

/** Elsewhere the same letters are in the middle of something. */
function placesOf(text: Buffer, start: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(start, 1, 'latin1'); at !== -1; at = text.indexOf(start, at + 1, 'latin1')) {
    if (places.length === MAX_VALUES) break;
    if (BEFORE_VALUE.includes(String.fromCharCode(text[at - 1] ?? 0))) places.push(at);
  }
  return places;
}
