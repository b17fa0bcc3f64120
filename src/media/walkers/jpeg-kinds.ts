/**
 * Tells what a JPEG segment is that decoding does not need. Source: JFIF 1.02; Exif 3.0 section 4.5; XMP part 3 section 1.1; CIPA DC-007
 * (MPF); ISO/IEC 19566-5 (JUMBF) and C2PA 2.1 section A.3. Misses: vendors' blocks have only their marker's name.
 */
import type { BlockKind } from './block.ts';
import { MalformedImageError } from './byte-view.ts';
import { GARBAGE } from './jpeg-segments.ts';

const APP0 = 0xe0;
const APP11 = 0xeb;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;
/** Repeats the frame's height, which decoders take from the frame. */
const DNL = 0xdc;

/** Payload bytes of a JFIF APP0 without its thumbnail, and of an Adobe APP14. */
export const JFIF_BYTES = 14;
export const ADOBE_BYTES = 12;
/** Where the two bytes with the thumbnail's size begin in a JFIF payload, and the colour transform in an Adobe one. */
export const JFIF_THUMBNAIL_AT = 12;
const ADOBE_TRANSFORM_AT = 11;

/** Identifiers at the start of an APPn payload, by marker. XMP and Exif share APP1. */
const IDENTIFIERS: readonly (readonly [marker: number, identifier: string, kind: BlockKind, name: string])[] = [
  [0xe0, 'JFXX\0', 'thumbnail', 'JFXX:Thumbnail'],
  [0xe1, 'Exif\0\0', 'exif', 'JPEG:EXIF'],
  [0xe1, 'Exif\0\xff', 'exif', 'JPEG:EXIF'],
  [0xe1, 'http://ns.adobe.com/xap/1.0/\0', 'xmp', 'JPEG:XMP'],
  [0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'xmp-extension', 'JPEG:ExtendedXMP'],
  [0xe2, 'ICC_PROFILE\0', 'icc', 'JPEG:ICC'],
  [0xe2, 'MPF\0', 'second-picture', 'MPF:Images'],
  [0xed, 'Photoshop 3.0\0', 'photoshop', 'JPEG:Photoshop'],
];

/** What one payload is and where its data begins. */
export interface Named {
  readonly kind: BlockKind;
  readonly name: string;
  readonly headBytes?: number;
}

/** Tells what a segment that decoding does not need is; undefined when it may stay as it is. Throws `MalformedImageError`. */
type Classify = (marker: number, payload: Buffer) => Named | undefined;

/** A classifier for the segments of one picture, in order: some stay once only. */
export function createClassifier(): Classify {
  const classifiers: Readonly<Record<number, (payload: Buffer) => Named | undefined>> = {
    [GARBAGE]: () => ({ kind: 'unknown', name: 'JPEG:Garbage' }),
    [COM]: () => ({ kind: 'text', name: 'JPEG:COM' }),
    [DNL]: () => ({ kind: 'unknown', name: 'JPEG:DNL' }),
    [APP0]: createJfifClassifier(),
    [APP11]: createJumbfClassifier(),
    [APP14]: createAdobeClassifier(),
  };
  return (marker, payload) => {
    const own = classifiers[marker];
    return own === undefined ? byIdentifier(marker, payload) : own(payload);
  };
}

function byIdentifier(marker: number, payload: Buffer): Named {
  const known = IDENTIFIERS.find(([of, identifier]) => of === marker && startsWith(payload, identifier));
  if (known !== undefined) return { kind: known[2], name: known[3], headBytes: known[1].length };
  const isApp = marker >= APP0 && marker <= APP15;
  return { kind: 'unknown', name: isApp ? `JPEG:APP${marker - APP0}` : 'JPEG:Segment' };
}

/** The first one stays: version and pixel density. */
function createJfifClassifier(): (payload: Buffer) => Named | undefined {
  let isFirst = true;
  return (payload) => {
    if (!startsWith(payload, 'JFIF\0')) return byIdentifier(APP0, payload);
    if (!isFirst || payload.length < JFIF_BYTES) return { kind: 'unknown', name: 'JPEG:APP0' };
    isFirst = false;
    if (payload.readUInt16BE(JFIF_THUMBNAIL_AT) === 0 && payload.length === JFIF_BYTES) return undefined;
    const [width = 0, height = 0] = payload.subarray(JFIF_THUMBNAIL_AT);
    const isThumbnail = width * height > 0 && payload.length === JFIF_BYTES + 3 * width * height;
    return isThumbnail ? { kind: 'thumbnail', name: 'JFIF:Thumbnail' } : { kind: 'unknown', name: 'JFIF:Padding' };
  };
}

/** The first one stays: it says how colours are coded. */
function createAdobeClassifier(): (payload: Buffer) => Named | undefined {
  let transform: number | undefined;
  return (payload) => {
    if (!startsWith(payload, 'Adobe') || payload.length < ADOBE_BYTES) return byIdentifier(APP14, payload);
    if (transform !== undefined) {
      // Decoders take the last.
      if (payload[ADOBE_TRANSFORM_AT] !== transform) throw new MalformedImageError('JPEG: two colour transforms');
      return { kind: 'unknown', name: 'JPEG:APP14' };
    }
    transform = payload[ADOBE_TRANSFORM_AT];
    return payload.length > ADOBE_BYTES ? { kind: 'unknown', name: 'JPEG:Adobe' } : undefined;
  };
}

/** Only the first segment of a JUMBF box says what it is; the others repeat its number. */
function createJumbfClassifier(): (payload: Buffer) => Named {
  const c2paBoxes = new Set<string>();
  return (payload) => {
    const isJumbf = startsWith(payload, 'JP') && payload.toString('latin1', 12, 16) === 'jumb';
    if (!isJumbf) return byIdentifier(APP11, payload);
    const box = payload.toString('latin1', 2, 4);
    // The box's description is the first in it; its type begins with these letters.
    if (payload.toString('latin1', 20, 28) === 'jumdc2pa') c2paBoxes.add(box);
    return { kind: 'unknown', name: c2paBoxes.has(box) ? 'JPEG:C2PA' : 'JPEG:JUMBF' };
  };
}

function startsWith(payload: Buffer, identifier: string): boolean {
  return payload.subarray(0, identifier.length).toString('latin1') === identifier;
}
