/**
 * The pictures of a PNG: one, or the frames of an animation, whose order and numbers are checked. Source: PNG specification, third
 * edition (W3C), sections 4.9 and 11.3.6.
 */
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { dataOf, hasRightCrc, PNG_DATA_AT, type PngChunk, type PngHeader, pngChunks, pngHeader } from './png-chunks.ts';

export interface PngFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly dispose: 'none' | 'background' | 'previous';
  readonly blend: 'source' | 'over';
  /** False for a default picture that only viewers without animation show. */
  readonly isAnimated: boolean;
  /** Its `IDAT` or `fdAT` chunks. */
  readonly chunks: readonly PngChunk[];
}

/** What stands before the coded bytes of an `fdAT`. */
const SEQUENCE_BYTES = 4;
const ANIMATION_BYTES = 8;
const CONTROL_BYTES = 26;
const DISPOSALS = ['none', 'background', 'previous'] as const;
const BLENDS = ['source', 'over'] as const;

/** Whether an animation is announced where decoders heed it: before the picture. Throws `MalformedImageError`. */
export function isAnimatedPng(view: ByteView): boolean {
  for (const { type } of pngChunks(view)) {
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

/** How many pictures there are to look at. Throws `MalformedImageError`. */
export function countPngFrames(view: ByteView): number {
  return isAnimatedPng(view) ? pngFrames(view).length : 1;
}

/** The default picture first. Throws `MalformedImageError`, also when decoders would disagree about the animation. */
export function pngFrames(view: ByteView): PngFrame[] {
  const header = pngHeader(view);
  if (!isAnimatedPng(view)) return [{ ...still(header), chunks: firstRun(view) }];
  const { announced, frames, control } = readAnimation(view, header);
  const animated = frames.filter(({ isAnimated }) => isAnimated).length;
  if (control !== undefined || animated === 0 || animated !== announced) throw new MalformedImageError('APNG: frames');
  return frames;
}

type Control = Omit<PngFrame, 'chunks'>;

interface Animation {
  /** How many frames there are said to be. */
  announced: number | undefined;
  readonly frames: (PngFrame & { readonly chunks: PngChunk[] })[];
  /** What was said about a frame that has not begun. */
  control: Control | undefined;
}

function readAnimation(view: ByteView, header: PngHeader): Animation {
  const animation: Animation = { announced: undefined, frames: [], control: undefined };
  let sequence = 0;
  let before = '';
  for (const chunk of pngChunks(view)) {
    const { type } = chunk;
    if (type === 'fcTL' || type === 'fdAT') checkSequence(view, chunk, sequence++);
    if (type === 'acTL') animation.announced ??= readCount(view, chunk);
    else if (type === 'fcTL') announce(animation, readControl(view, chunk, header));
    else if (type === 'IDAT') addDefault(animation, chunk, header, before === 'IDAT');
    else if (type === 'fdAT') addLater(animation, chunk);
    before = type;
  }
  return animation;
}

function announce(animation: Animation, control: Control): void {
  if (animation.control !== undefined) throw new MalformedImageError('APNG: frame without picture');
  animation.control = control;
}

/** The default picture is one run of chunks; decoders heed no other. */
function addDefault(animation: Animation, chunk: PngChunk, header: PngHeader, goesOn: boolean): void {
  const { frames, control } = animation;
  if (frames.length > 0) {
    if (goesOn) frames.at(-1)?.chunks.push(chunk);
    return;
  }
  if (control !== undefined && !isWhole(control, header)) throw new MalformedImageError('APNG: first frame');
  frames.push({ ...(control ?? still(header)), chunks: [chunk] });
  animation.control = undefined;
}

function addLater(animation: Animation, chunk: PngChunk): void {
  const { frames, control } = animation;
  const last = frames.at(-1);
  if (last !== undefined && control !== undefined) frames.push({ ...control, chunks: [chunk] });
  else if (last?.chunks[0]?.type === 'fdAT') last.chunks.push(chunk);
  else throw new MalformedImageError('APNG: picture without frame');
  animation.control = undefined;
}

/** How many bytes `codedParts` gives. */
export function codedBytes({ chunks }: PngFrame): number {
  return chunks.reduce((sum, { type, size }) => sum + size - (type === 'fdAT' ? SEQUENCE_BYTES : 0), 0);
}

/** The coded bytes of a frame, part by part. Throws `MalformedImageError` when a checksum inside an animation is wrong. */
export function* codedParts(view: ByteView, { chunks }: PngFrame): Generator<Buffer> {
  for (const chunk of chunks) {
    const { type, offset, size } = chunk;
    const skipped = type === 'fdAT' ? SEQUENCE_BYTES : 0;
    if (type === 'fdAT' && !hasRightCrc(view, chunk)) throw new MalformedImageError('APNG: checksum');
    const end = offset + PNG_DATA_AT + size;
    for (let at = offset + PNG_DATA_AT + skipped; at < end; ) {
      const part = view.window(at).subarray(0, end - at);
      yield part;
      at += part.length;
    }
  }
}

function still({ width, height }: PngHeader): Control {
  return { x: 0, y: 0, width, height, dispose: 'none', blend: 'source', isAnimated: false };
}

/** What follows another chunk is not read by decoders. */
function firstRun(view: ByteView): PngChunk[] {
  const run: PngChunk[] = [];
  for (const chunk of pngChunks(view)) {
    if (chunk.type === 'IDAT') run.push(chunk);
    else if (run.length > 0) break;
  }
  return run;
}

function checkSequence(view: ByteView, { offset }: PngChunk, sequence: number): void {
  if (view.u32(offset + PNG_DATA_AT) !== sequence) throw new MalformedImageError('APNG: sequence');
}

function readCount(view: ByteView, chunk: PngChunk): number {
  if (chunk.size !== ANIMATION_BYTES || !hasRightCrc(view, chunk)) throw new MalformedImageError('APNG: control');
  return view.u32(chunk.offset + PNG_DATA_AT);
}

function readControl(view: ByteView, chunk: PngChunk, header: PngHeader): Control {
  if (chunk.size !== CONTROL_BYTES || !hasRightCrc(view, chunk)) throw new MalformedImageError('APNG: control');
  const data = dataOf(view, chunk);
  const size = { width: data.readUInt32BE(4), height: data.readUInt32BE(8) };
  const [x, y] = [data.readUInt32BE(12), data.readUInt32BE(16)];
  const dispose = DISPOSALS[data.readUInt8(24)];
  const blend = BLENDS[data.readUInt8(25)];
  const isEmpty = size.width === 0 || size.height === 0;
  const isInside = x + size.width <= header.width && y + size.height <= header.height;
  if (isEmpty || !isInside || dispose === undefined || blend === undefined)
    throw new MalformedImageError('APNG: frame');
  return { ...size, x, y, dispose, blend, isAnimated: true };
}

function isWhole({ width, height }: Control, header: PngHeader): boolean {
  return width === header.width && height === header.height;
}
