/** The chunks of a WebP, and which of them show its pictures. Source: RFC 9649 section 2. */
import { type ByteView, MalformedImageError } from './byte-view.ts';

export interface WebpChunk {
  readonly type: string;
  readonly offset: number;
  /** With its header, and the byte that makes it even. */
  readonly length: number;
  /** Of its payload, which begins at `offset + RIFF_CHUNK_HEADER_BYTES`. */
  readonly size: number;
}

/** One coded picture. */
export interface WebpFrame {
  /** The `ANMF` chunk around it. */
  readonly around: WebpChunk | undefined;
  /** An `ALPH` chunk, if any, and a `VP8 ` or `VP8L` chunk. */
  readonly parts: readonly WebpChunk[];
}

export interface WebpLayout {
  readonly isExtended: boolean;
  readonly frames: readonly WebpFrame[];
  /** What a decoder heeds: `VP8X`, `ICCP`, `ANIM`, `ANMF` and the parts of all frames. */
  readonly heeded: ReadonlySet<number>;
  /** All chunks in the file's order; an `ANMF` stands before those inside it. */
  readonly chunks: readonly WebpChunk[];
  /** Ranges that are too short for a chunk, at the end of a frame. */
  readonly rests: readonly { readonly offset: number; readonly length: number }[];
  /** Where the last chunk ends. */
  readonly end: number;
}

export const RIFF_HEADER_BYTES = 12;
export const RIFF_CHUNK_HEADER_BYTES = 8;
export const VP8X_BYTES = 10;
export const PROFILE_FLAG = 0x20;
export const ALPHA_FLAG = 0x10;
export const ANIMATION_FLAG = 0x02;
const ANIM_BYTES = 6;
/** Position, size, duration and flags of a frame, before its own chunks. */
const FRAME_HEADER_BYTES = 16;
/** An animation of 10,000 frames has some 30,000. */
const MAX_CHUNKS = 100_000;

/** `file`: of any byte order. Throws `MalformedImageError`. */
export function webpLayout(file: ByteView): WebpLayout {
  const view = file.littleEndian();
  const end = riffEnd(view);
  const top = chunksWithin(view, RIFF_HEADER_BYTES, end);
  const [first] = top.chunks;
  if (first?.type === 'VP8 ' || first?.type === 'VP8L')
    return finish({ isExtended: false, top, insides: [], frames: [{ around: undefined, parts: [first] }], others: [] });
  if (first?.type !== 'VP8X' || first.size !== VP8X_BYTES) throw new MalformedImageError('WebP: first chunk');
  const isAnimated = (view.u8(first.offset + RIFF_CHUNK_HEADER_BYTES) & ANIMATION_FLAG) !== 0;
  const profile = top.chunks.find(({ type }) => type === 'ICCP');
  const others = [first, ...(profile === undefined ? [] : [profile])];
  if (!isAnimated) {
    const frames = [{ around: undefined, parts: pictureOf(top.chunks) }];
    return finish({ isExtended: true, top, insides: [], frames, others });
  }
  const animation = top.chunks.find(({ type }) => type === 'ANIM');
  if (animation?.size !== ANIM_BYTES) throw new MalformedImageError('WebP: ANIM');
  const arounds = top.chunks.filter(({ type }) => type === 'ANMF');
  const insides = arounds.map((around) => frameChunks(view, around));
  const frames = arounds.map((around, index) => ({ around, parts: pictureOf(insides[index]?.chunks ?? []) }));
  return finish({ isExtended: true, top, insides, frames, others: [...others, animation, ...arounds] });
}

/** Where and how a frame of an animation is drawn. Throws `MalformedImageError` for one that is partly outside. */
export function webpPlacing(
  file: ByteView,
  { around }: WebpFrame,
  canvas: Pick<WebpSize, 'width' | 'height'>,
): WebpPlacing {
  if (around === undefined) throw new MalformedImageError('WebP: no animation');
  const view = file.littleEndian();
  const at = around.offset + RIFF_CHUNK_HEADER_BYTES;
  const number = (offset: number): number => view.u16(at + offset) | (view.u8(at + offset + 2) << 16);
  const [x, y, width, height] = [number(0) * 2, number(3) * 2, number(6) + 1, number(9) + 1];
  if (x + width > canvas.width || y + height > canvas.height) throw new MalformedImageError('WebP: place of a frame');
  const flags = view.u8(at + FRAME_HEADER_BYTES - 1);
  return { x, y, width, height, isCleared: (flags & 1) !== 0, blend: (flags & 2) === 0 ? 'over' : 'source' };
}

export interface WebpPlacing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether nothing of it is left for the next frame. */
  readonly isCleared: boolean;
  readonly blend: 'source' | 'over';
}

/** Size and transparency of a coded picture, as it says them itself. `parts`: of one frame. Throws `MalformedImageError`. */
export function webpSize(file: ByteView, parts: readonly WebpChunk[]): WebpSize {
  const view = file.littleEndian();
  const picture = parts.at(-1);
  if (picture === undefined) throw new MalformedImageError('WebP: no picture');
  const at = picture.offset + RIFF_CHUNK_HEADER_BYTES;
  if (picture.type === 'VP8 ') {
    const [width, height] = [view.u16(at + 6) & 0x3fff, view.u16(at + 8) & 0x3fff];
    if (width === 0 || height === 0) throw new MalformedImageError('WebP: size');
    return { width, height, hasAlpha: parts.length > 1 };
  }
  const bits = view.u32(at + 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, hasAlpha: ((bits >>> 28) & 1) === 1 };
}

export interface WebpSize {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** A chunk as it stands in a file. */
export function webpChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(RIFF_CHUNK_HEADER_BYTES);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

interface Run {
  readonly chunks: readonly WebpChunk[];
  readonly rest: { readonly offset: number; readonly length: number };
}

interface Found {
  readonly isExtended: boolean;
  readonly top: Run;
  readonly insides: readonly Run[];
  readonly frames: readonly WebpFrame[];
  readonly others: readonly WebpChunk[];
}

function finish({ isExtended, top, insides, frames, others }: Found): WebpLayout {
  const heeded = [...others, ...frames.flatMap(({ parts }) => parts)].map(({ offset }) => offset);
  return {
    isExtended,
    frames,
    heeded: new Set(heeded),
    chunks: [top, ...insides].flatMap(({ chunks }) => chunks).toSorted((a, b) => a.offset - b.offset),
    rests: insides.map(({ rest }) => rest).filter(({ length }) => length > 0),
    end: top.rest.offset,
  };
}

function riffEnd(view: ByteView): number {
  if (view.latin1(0, 4) !== 'RIFF' || view.latin1(8, 4) !== 'WEBP')
    throw new MalformedImageError('WebP: no RIFF header');
  const end = view.u32(4) + RIFF_CHUNK_HEADER_BYTES;
  if (end > view.size) throw new MalformedImageError('WebP: RIFF size');
  // A RIFF of odd size is padded like a chunk.
  return Math.min(view.size, end + (end % 2));
}

function frameChunks(view: ByteView, { offset, size }: WebpChunk): Run {
  if (size < FRAME_HEADER_BYTES) throw new MalformedImageError('WebP: ANMF');
  const start = offset + RIFF_CHUNK_HEADER_BYTES;
  return chunksWithin(view, start + FRAME_HEADER_BYTES, start + size);
}

function chunksWithin(view: ByteView, start: number, end: number): Run {
  const chunks: WebpChunk[] = [];
  let at = start;
  while (at + RIFF_CHUNK_HEADER_BYTES <= end) {
    if (chunks.length >= MAX_CHUNKS) throw new MalformedImageError('WebP: too many chunks');
    const size = view.u32(at + 4);
    const payloadEnd = at + RIFF_CHUNK_HEADER_BYTES + size;
    if (payloadEnd > end) throw new MalformedImageError('WebP: chunk size');
    const length = Math.min(payloadEnd + (size % 2), end) - at;
    chunks.push({ type: view.latin1(at, 4), offset: at, length, size });
    at += length;
  }
  return { chunks, rest: { offset: at, length: end - at } };
}

/** The first picture and its alpha; decoders heed no other. */
function pictureOf(chunks: readonly WebpChunk[]): WebpChunk[] {
  const at = chunks.findIndex(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const picture = chunks[at];
  if (picture === undefined) throw new MalformedImageError('WebP: no picture');
  const alpha = picture.type === 'VP8 ' ? chunks.slice(0, at).find(({ type }) => type === 'ALPH') : undefined;
  return alpha === undefined ? [picture] : [alpha, picture];
}
