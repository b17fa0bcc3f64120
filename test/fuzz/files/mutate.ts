/** Breaks a file as attackers, cameras and lost connections do: lengths, offsets, markers, cuts, repeats, parts of other files. */
import { CANARY } from '../../fixtures/planted/planted-place.ts';
import type { Next } from '../numbers.ts';
import type { Seed } from './seeds.ts';

export interface Mutant {
  readonly bytes: Buffer;
  /** What it is taken for where its bytes do not say it, and now and then where they do. */
  readonly claimedType: string;
  /** True when the structure is still whole, so that nothing of the plant may be taken for a part of the picture. */
  readonly isGentle: boolean;
  /** Whether the plant goes without a decoder. */
  readonly isCleanedInMemory: boolean;
}

/** What breaks parsers: ends of ranges, and markers. */
const NASTY_BYTES = [0x00, 0x01, 0x02, 0x21, 0x2c, 0x3b, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xe1, 0xfe, 0xff];
const NASTY_NUMBERS = [0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
/** Bytes behind an edge in which lengths, types and counts stand. */
const HEADER_REACH = 24;
const START_REACH = 400;
const MAX_PART_BYTES = 2000;
const MAX_MUTANT_BYTES = 1024 * 1024;
const MAX_STEPS = 4;
const MAX_REPEATS = 64;
/** Formats whose blocks may move: nothing says at which offset the picture lies. */
const REPEATABLE = ['image/jpeg', 'image/png', 'image/gif'];

type Step = (bytes: Buffer, next: Next, seed: Seed, other: Seed) => Buffer;

const STEPS: readonly Step[] = [
  setBytes,
  setBytes,
  setNumber,
  setNumber,
  nudgeNumber,
  cutEnd,
  removeRange,
  repeatRange,
  swapRanges,
  insertBytes,
  insertBlock,
  splice,
];

/** Every eighth mutant is gentle. */
export function mutate(seed: Seed, other: Seed, next: Next): Mutant {
  const { mediaType, isCleanedInMemory } = seed;
  if (next(8) === 0)
    return { bytes: changeGently(seed, next), claimedType: mediaType, isGentle: true, isCleanedInMemory };
  let { bytes } = seed;
  for (let steps = 1 + next(MAX_STEPS); steps > 0; steps--)
    bytes = (STEPS[next(STEPS.length)] ?? setBytes)(bytes, next, seed, other);
  const claimedType = next(16) === 0 ? other.mediaType : mediaType;
  return { bytes: bytes.subarray(0, MAX_MUTANT_BYTES), claimedType, isGentle: false, isCleanedInMemory };
}

/** The file as it is, with more behind its end, with one of its blocks twice, or with loose bytes behind one. */
function changeGently({ bytes, blocks, mediaType }: Seed, next: Next): Buffer {
  const block = blocks[next(blocks.length)];
  if (block === undefined || !REPEATABLE.includes(mediaType) || next(3) === 0)
    return Buffer.concat([bytes, bytes.subarray(0, next(bytes.length))]);
  const end = block.offset + block.length;
  const more = next(2) === 0 ? Buffer.from(CANARY) : bytes.subarray(block.offset, end);
  return Buffer.concat([bytes.subarray(0, end), more, bytes.subarray(end)]);
}

/** Structure stands at the start and behind edges, so it is hit most often. */
function place(bytes: Buffer, next: Next, { edges }: Seed): number {
  const [kind, edge] = [next(3), edges[next(edges.length)] ?? 0];
  if (kind === 0) return Math.min(edge + next(HEADER_REACH), Math.max(0, bytes.length - 1));
  return next(kind === 1 ? Math.min(bytes.length, START_REACH) : bytes.length);
}

function range(bytes: Buffer, next: Next, seed: Seed): readonly [start: number, end: number] {
  const block = seed.blocks[next(seed.blocks.length)];
  if (block !== undefined && next(2) === 0) return [block.offset, block.offset + block.length];
  const start = place(bytes, next, seed);
  return [start, Math.min(bytes.length, start + 1 + next(MAX_PART_BYTES))];
}

function setBytes(given: Buffer, next: Next, seed: Seed): Buffer {
  const bytes = Buffer.from(given);
  for (let changes = 1 + next(4); changes > 0 && bytes.length > 0; changes--)
    bytes[place(bytes, next, seed)] = next(3) === 0 ? next(256) : (NASTY_BYTES[next(NASTY_BYTES.length)] ?? 0);
  return bytes;
}

/** A length, offset or count of 16 or 32 bits, in either byte order. */
function setNumber(given: Buffer, next: Next, seed: Seed): Buffer {
  const bytes = Buffer.from(given);
  const near = [bytes.length, bytes.length - 1, bytes.length + 1, place(bytes, next, seed)];
  const numbers = [...NASTY_NUMBERS, ...near];
  write(bytes, place(bytes, next, seed), numbers[next(numbers.length)] ?? 0, next);
  return bytes;
}

function nudgeNumber(given: Buffer, next: Next, seed: Seed): Buffer {
  const bytes = Buffer.from(given);
  const at = place(bytes, next, seed);
  const by = next(2) === 0 ? 1 + next(4) : 255 - next(4);
  if (bytes.length > 0) bytes[at] = ((bytes[at] ?? 0) + by) & 0xff;
  return bytes;
}

function write(bytes: Buffer, at: number, value: number, next: Next): void {
  const isLittle = next(2) === 0;
  if (next(2) === 0 && at + 4 <= bytes.length)
    isLittle ? bytes.writeUInt32LE(value >>> 0, at) : bytes.writeUInt32BE(value >>> 0, at);
  else if (at + 2 <= bytes.length)
    isLittle ? bytes.writeUInt16LE(value & 0xffff, at) : bytes.writeUInt16BE(value & 0xffff, at);
}

function cutEnd(bytes: Buffer, next: Next, seed: Seed): Buffer {
  return bytes.subarray(0, place(bytes, next, seed));
}

function removeRange(bytes: Buffer, next: Next, seed: Seed): Buffer {
  const [start, end] = range(bytes, next, seed);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

function repeatRange(bytes: Buffer, next: Next, seed: Seed): Buffer {
  const [start, end] = range(bytes, next, seed);
  const part = bytes.subarray(start, end);
  const times = next(4) === 0 ? next(MAX_REPEATS) : 1;
  return Buffer.concat([bytes.subarray(0, end), ...Array.from({ length: times }, () => part), bytes.subarray(end)]);
}

function swapRanges(bytes: Buffer, next: Next, seed: Seed): Buffer {
  const [one, other] = [range(bytes, next, seed), range(bytes, next, seed)];
  const [[start, end], [from, to]] = one[0] <= other[0] ? [one, other] : [other, one];
  if (from < end) return bytes;
  const part = (a: number, b: number): Buffer => bytes.subarray(a, b);
  return Buffer.concat([part(0, start), part(from, to), part(end, from), part(start, end), part(to, bytes.length)]);
}

function insertBytes(bytes: Buffer, next: Next, seed: Seed): Buffer {
  const at = place(bytes, next, seed);
  const inserted = Buffer.from(Array.from({ length: 1 + next(12) }, () => NASTY_BYTES[next(NASTY_BYTES.length)] ?? 0));
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

/** A block of another file at an edge of this one. */
function insertBlock(bytes: Buffer, next: Next, { edges }: Seed, other: Seed): Buffer {
  const block = other.blocks[next(other.blocks.length)];
  if (block === undefined) return bytes;
  const at = edges[next(edges.length)] ?? 0;
  const part = other.bytes.subarray(block.offset, block.offset + block.length);
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
}

function splice(bytes: Buffer, next: Next, seed: Seed, other: Seed): Buffer {
  return Buffer.concat([
    bytes.subarray(0, place(bytes, next, seed)),
    other.bytes.subarray(place(other.bytes, next, other)),
  ]);
}
