/**
 * Walks a WebP's RIFF chunks. Source: RFC 9649. Misses: what is hidden inside coded pixels; they are tried where a file is cleaned.
 */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, payloadOf } from './byte-view.ts';
import { isIccProfile } from './icc-profile.ts';
import { RIFF_CHUNK_HEADER_BYTES, type WebpChunk, webpLayout } from './webp-chunks.ts';

const METADATA: Readonly<Record<string, readonly [BlockKind, string]>> = {
  EXIF: ['exif', 'WebP:EXIF'],
  'XMP ': ['xmp', 'WebP:XMP'],
  C2PA: ['unknown', 'WebP:C2PA'],
};
/** Chunks of the picture where they are repeated or out of place, so that nobody sees what they show; a profile that is none. */
const NAMED: readonly string[] = ['VP8', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
/** Bits of the first byte of `VP8X` that mean something; its next three bytes never do. */
const KNOWN_FLAGS = 0x3e;

/** Yields chunks that are not picture, also those inside frames, and what stands behind the RIFF. Throws `MalformedImageError`. */
export function* walkWebp(view: ByteView): Generator<Block> {
  const { chunks, heeded, rests, end } = webpLayout(view);
  for (const chunk of chunks) yield* classify(view, chunk, heeded.has(chunk.offset));
  for (const { offset, length } of rests)
    yield { kind: 'unknown', name: 'WebP:FrameRest', offset, length, data: payloadOf(view, offset, length) };
  const length = view.size - end;
  if (length > 0)
    yield { kind: 'appended', name: 'WebP:Trailer', offset: end, length, data: payloadOf(view, end, length) };
}

function* classify(view: ByteView, chunk: WebpChunk, isHeeded: boolean): Generator<Block> {
  const { type, offset, length, size } = chunk;
  const data = payloadOf(view, offset + RIFF_CHUNK_HEADER_BYTES, size);
  if (isHeeded && type === 'ICCP' && isIccProfile(data)) yield { kind: 'icc', name: 'WebP:ICC', offset, length, data };
  else if (isHeeded && type === 'VP8X') {
    const [flags = 0, ...reserved] = data.subarray(0, 4);
    const isClean = (flags & ~KNOWN_FLAGS) === 0 && reserved.every((byte) => byte === 0);
    if (!isClean) yield { kind: 'unknown', name: 'WebP:ReservedBits', offset, length, data };
  } else if (!isHeeded || type === 'ICCP') {
    const known = NAMED.includes(type.trimEnd()) ? `WebP:${type.trimEnd()}` : 'WebP:UnknownChunk';
    const [kind, name] = METADATA[type] ?? ['unknown', known];
    yield { kind, name, offset, length, data };
  }
}
