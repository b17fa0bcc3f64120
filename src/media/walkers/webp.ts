/** Walks a WebP's RIFF chunks. Source: RFC 9649. */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';

/** An animation of 10,000 frames has as many chunks. */
const MAX_CHUNKS = 100_000;
const RIFF_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
/** Position, size, duration and flags of a frame, before its own chunks. */
const FRAME_HEADER_BYTES = 16;

const PICTURE: readonly string[] = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'];
const METADATA: Readonly<Record<string, readonly [BlockKind, string]>> = {
  EXIF: ['exif', 'WebP:EXIF'],
  'XMP ': ['xmp', 'WebP:XMP'],
  ICCP: ['icc', 'WebP:ICC'],
};

interface Chunk {
  readonly type: string;
  readonly offset: number;
  /** Of its payload. */
  readonly size: number;
  readonly length: number;
  readonly data: Buffer;
}

/** Yields chunks that are not picture, also those inside frames, and what stands behind the RIFF. Throws `MalformedImageError`. */
export function* walkWebp(file: ByteView): Generator<Block> {
  const view = file.littleEndian();
  const end = riffEnd(view);
  for (const chunk of chunksWithin(view, RIFF_HEADER_BYTES, end)) {
    if (chunk.type !== 'ANMF') yield* classify(chunk);
    else yield* walkFrame(view, chunk);
  }
  if (end < view.size)
    yield {
      kind: 'appended',
      name: 'WebP:Trailer',
      offset: end,
      length: view.size - end,
      data: payloadOf(view, end, view.size - end),
    };
}

/** Whether every picture in it is stored without loss. Throws `MalformedImageError`. */
export function isLosslessWebp(file: ByteView): boolean {
  const view = file.littleEndian();
  for (const chunk of chunksWithin(view, RIFF_HEADER_BYTES, riffEnd(view))) {
    if (chunk.type === 'VP8 ') return false;
    if (chunk.type !== 'ANMF') continue;
    for (const part of frameChunks(view, chunk)) if (part.type === 'VP8 ') return false;
  }
  return true;
}

function riffEnd(view: ByteView): number {
  if (view.latin1(0, 4) !== 'RIFF' || view.latin1(8, 4) !== 'WEBP')
    throw new MalformedImageError('WebP: no RIFF header');
  const end = view.u32(4) + CHUNK_HEADER_BYTES;
  if (end > view.size) throw new MalformedImageError('WebP: RIFF size');
  // A RIFF of odd size is padded like a chunk.
  return Math.min(view.size, end + (end % 2));
}

function* walkFrame(view: ByteView, frame: Chunk): Generator<Block> {
  for (const part of frameChunks(view, frame)) yield* classify(part);
}

function frameChunks(view: ByteView, { offset, size }: Chunk): Generator<Chunk> {
  const start = offset + CHUNK_HEADER_BYTES;
  return chunksWithin(view, start + FRAME_HEADER_BYTES, start + size);
}

function* chunksWithin(view: ByteView, start: number, end: number): Generator<Chunk> {
  let at = start;
  for (let chunks = 0; at + CHUNK_HEADER_BYTES <= end; chunks++) {
    if (chunks > MAX_CHUNKS) throw new MalformedImageError('WebP: too many chunks');
    const size = view.u32(at + 4);
    if (at + CHUNK_HEADER_BYTES + size > view.size) throw new MalformedImageError('WebP: chunk size');
    const data = payloadOf(view, at + CHUNK_HEADER_BYTES, size);
    const length = Math.min(CHUNK_HEADER_BYTES + size + (size % 2), view.size - at);
    yield { type: view.latin1(at, 4), offset: at, size, length, data };
    at += length;
  }
}

function* classify({ type, offset, length, data }: Chunk): Generator<Block> {
  if (PICTURE.includes(type)) return;
  const [kind, name] = METADATA[type] ?? ['unknown', 'WebP:UnknownChunk'];
  yield { kind, name, offset, length, data };
}
