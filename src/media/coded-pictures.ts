/**
 * Finds pictures among other bytes by their first bytes and their structure. Sources: ITU-T T.81, PNG specification, RFC 9649,
 * GIF89a, AVIF 1.1. Misses: TIFF, whose signature is too short to be searched for, and what is packed or scattered.
 */
import { type ByteView, byteView, MalformedImageError, partOf } from './walkers/byte-view.ts';
import { EOI, SOS, segmentsOf } from './walkers/jpeg-segments.ts';
import { pngChunks } from './walkers/png-chunks.ts';

/** Where the picture at the view's start ends: `Infinity` when it breaks off or does not say, undefined when it is none. */
type EndOf = (view: ByteView) => number | undefined;

/** `before`: bytes of the picture in front of its signature. */
const FORMATS: readonly { readonly signature: string; readonly before?: number; readonly endOf: EndOf }[] = [
  { signature: '\xff\xd8\xff', endOf: endOfJpeg },
  { signature: '\x89PNG\r\n\x1a\n', endOf: endOfPng },
  { signature: 'WEBPVP8', before: 8, endOf: endOfRiff },
  { signature: 'GIF87a', endOf: () => Number.POSITIVE_INFINITY },
  { signature: 'GIF89a', endOf: () => Number.POSITIVE_INFINITY },
  { signature: 'ftypavif', before: 4, endOf: () => Number.POSITIVE_INFINITY },
];
/** Places that look like the start of a picture: chance makes one in 16 MB of coded film, and each is walked. */
const MAX_STARTS = 64;
const RIFF_HEADER_BYTES = 8;

/** In the order of the bytes; never throws for content. */
export function* codedPictures(bytes: Uint8Array): Generator<Buffer> {
  const view = byteView(bytes);
  const buffer = view.slice(0, view.size);
  let from = 0;
  for (const { at, endOf } of starts(buffer)) {
    // A picture's own thumbnail is no other picture.
    if (at < from) continue;
    const end = endOf(partOf(view, at, view.size - at));
    if (end === undefined) continue;
    yield buffer.subarray(at, Math.min(view.size, at + end));
    // In the rest behind one that breaks off there may be another.
    if (Number.isFinite(end)) from = at + end;
  }
}

function starts(buffer: Buffer): { readonly at: number; readonly endOf: EndOf }[] {
  const found = FORMATS.flatMap(({ signature, before = 0, endOf }) => {
    const places: { at: number; endOf: EndOf }[] = [];
    let at = buffer.indexOf(signature, 0, 'latin1');
    for (; at !== -1 && places.length < MAX_STARTS; at = buffer.indexOf(signature, at + 1, 'latin1'))
      if (at >= before) places.push({ at: at - before, endOf });
    return places;
  });
  return found.toSorted((a, b) => a.at - b.at).slice(0, MAX_STARTS);
}

/** Chance also makes the first three bytes: a picture has well-formed segments up to a scan. */
function endOfJpeg(view: ByteView): number | undefined {
  let hasScan = false;
  try {
    for (const { marker, end } of segmentsOf(view, 0)) {
      hasScan ||= marker === SOS;
      if (marker === EOI) return hasScan ? end : undefined;
    }
  } catch (error) {
    if (!(error instanceof MalformedImageError)) throw error;
  }
  return hasScan ? Number.POSITIVE_INFINITY : undefined;
}

function endOfPng(view: ByteView): number {
  try {
    let end = 0;
    for (const { offset, length } of pngChunks(view)) end = offset + length;
    return end;
  } catch (error) {
    if (error instanceof MalformedImageError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function endOfRiff(view: ByteView): number | undefined {
  if (view.latin1(0, 4) !== 'RIFF') return undefined;
  return RIFF_HEADER_BYTES + view.littleEndian().u32(4);
}
