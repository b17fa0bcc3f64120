/**
 * Walks a JPEG's segments, through all scans, to EOI. Source: ITU-T T.81 annex B; JFIF 1.02; Exif 3.0 section 4.5; XMP part 3 section
 * 1.1; CIPA DC-007 (MPF). Misses: bytes hidden behind the last coded unit of a scan and before the next marker.
 */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';

/** Segments of one file; progressive files have about 10 scans, so this is far off. */
const MAX_SEGMENTS = 10_000;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
const COM = 0xfe;
/** What decoding needs besides frame headers: DHT, DAC, DQT, DNL, DRI, SOS. */
const DECODING: readonly number[] = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd, SOS];

/** Payload bytes of a JFIF APP0 without its thumbnail, and of an Adobe APP14. */
export const JFIF_BYTES = 14;
export const ADOBE_BYTES = 12;

/** Identifiers at the start of an APPn payload, by marker. XMP and Exif share APP1. */
const IDENTIFIERS: readonly (readonly [marker: number, identifier: string, kind: BlockKind, name: string])[] = [
  [0xe0, 'JFXX\0', 'thumbnail', 'JFXX:Thumbnail'],
  [0xe1, 'Exif\0\0', 'exif', 'JPEG:EXIF'],
  [0xe1, 'http://ns.adobe.com/xap/1.0/\0', 'xmp', 'JPEG:XMP'],
  [0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'xmp-extension', 'JPEG:ExtendedXMP'],
  [0xe2, 'ICC_PROFILE\0', 'icc', 'JPEG:ICC'],
  [0xe2, 'MPF\0', 'second-picture', 'MPF:Images'],
  [0xed, 'Photoshop 3.0\0', 'photoshop', 'JPEG:Photoshop'],
];

/** Yields every segment that decoding does not need, and what stands behind EOI. Throws `MalformedImageError`. */
export function* walkJpeg(view: ByteView): Generator<Block> {
  if (view.u16(0) !== 0xff00 + SOI) throw new MalformedImageError('JPEG: no SOI');
  let at = 2;
  for (let segments = 0; segments < MAX_SEGMENTS; segments++) {
    const markerAt = nextMarker(view, at);
    // Decoders skip what stands between segments; so do we, and name it.
    if (markerAt > at) yield block(view, 'unknown', 'JPEG:Garbage', at, markerAt - at, 0);
    const { marker, end: headEnd } = readMarker(view, markerAt);
    if (marker === EOI) {
      if (headEnd < view.size) yield block(view, 'appended', 'JPEG:Trailer', headEnd, view.size - headEnd, 0);
      return;
    }
    if (marker === SOI) throw new MalformedImageError('JPEG: second SOI');
    const length = isParameterless(marker) ? 0 : view.u16(headEnd);
    at = headEnd + length;
    view.slice(markerAt, at - markerAt);
    if (!isDecoding(marker)) yield* classify(view, marker, markerAt, at - markerAt, headEnd + 2 - markerAt);
    if (marker === SOS) at = endOfScan(view, at);
  }
  throw new MalformedImageError('JPEG: too many segments');
}

/** The offset of the next 0xff that starts a marker. */
function nextMarker(view: ByteView, from: number): number {
  return find(view, from, (code) => code !== 0x00);
}

/** Any number of fill bytes 0xff may stand before the marker's code. */
function readMarker(view: ByteView, at: number): { marker: number; end: number } {
  let codeAt = at + 1;
  while (view.u8(codeAt) === 0xff) codeAt++;
  return { marker: view.u8(codeAt), end: codeAt + 1 };
}

/** Entropy-coded data ends at the first 0xff that is neither stuffed (0x00), a restart marker nor a fill byte. */
function endOfScan(view: ByteView, from: number): number {
  return find(view, from, (code) => code !== 0x00 && code !== 0xff && (code < 0xd0 || code > 0xd7));
}

/** The offset of the next 0xff whose following byte fits. */
function find(view: ByteView, from: number, isEnd: (code: number) => boolean): number {
  for (let start = from; start < view.size; ) {
    const part = view.window(start);
    for (let at = part.indexOf(0xff); at !== -1; at = part.indexOf(0xff, at + 1)) {
      // The byte behind may stand in the next part, or nowhere.
      if (isEnd(part[at + 1] ?? view.u8(start + at + 1))) return start + at;
    }
    start += part.length;
  }
  throw new MalformedImageError('JPEG: no EOI');
}

function isParameterless(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

function isDecoding(marker: number): boolean {
  const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8;
  return isFrameHeader || DECODING.includes(marker) || isParameterless(marker);
}

function* classify(view: ByteView, marker: number, offset: number, length: number, head: number): Generator<Block> {
  const payload = view.slice(offset + head, Math.max(0, length - head));
  if (marker === COM) {
    yield block(view, 'text', 'JPEG:COM', offset, length, head);
    return;
  }
  if (marker === APP0 && startsWith(payload, 'JFIF\0')) {
    if (payload.length > JFIF_BYTES) yield block(view, 'thumbnail', 'JFIF:Thumbnail', offset, length, head);
    return;
  }
  if (marker === 0xee && startsWith(payload, 'Adobe')) {
    if (payload.length > ADOBE_BYTES) yield block(view, 'unknown', 'JPEG:Adobe', offset, length, head);
    return;
  }
  const known = IDENTIFIERS.find(([of, identifier]) => of === marker && startsWith(payload, identifier));
  if (known !== undefined) {
    const [, identifier, kind, name] = known;
    yield block(view, kind, name, offset, length, head + identifier.length);
    return;
  }
  const isApp = marker >= APP0 && marker <= APP15;
  yield block(view, 'unknown', isApp ? `JPEG:APP${marker - APP0}` : 'JPEG:Segment', offset, length, head);
}

function startsWith(payload: Buffer, identifier: string): boolean {
  return payload.subarray(0, identifier.length).toString('latin1') === identifier;
}

function block(view: ByteView, kind: BlockKind, name: string, offset: number, length: number, head: number): Block {
  return { kind, name, offset, length, data: payloadOf(view, offset + head, Math.max(0, length - head)) };
}
