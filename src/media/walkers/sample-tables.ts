/** The tables of a track that say where its samples lie. Source: ISO/IEC 14496-12 sections 8.6 and 8.7. */
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { endTable } from './heif-items.ts';
import type { Box } from './isobmff-boxes.ts';

/** Pictures of one track. */
const MAX_SAMPLES = 100_000;
const MAX_CHUNKS = 100_000;
/** Bytes of one entry behind version, flags and the number of entries. */
const ENTRY_BYTES: Readonly<Record<string, number>> = { stts: 8, ctts: 8, stss: 4, stsc: 12, stco: 4, co64: 8 };
/** Bytes of boxes without entries; in version 1 times take twice as many. */
const FIXED_BYTES: Readonly<Record<string, readonly [version0: number, version1: number]>> = {
  mvhd: [100, 112],
  tkhd: [84, 96],
  mdhd: [24, 36],
  vmhd: [12, 12],
  nmhd: [4, 4],
};
const HEAD_BYTES = 8;

/** Throws `MalformedImageError` when more stands in a table than it says, or in a box that is none here. */
export function endOfTable(view: ByteView, box: Box): void {
  const { start, end } = box;
  endTable(view, start + tableBytes(view, box), end);
}

/** The ranges of the file that a track's samples take up. Throws `MalformedImageError`. */
export function chunksOf(view: ByteView, tables: readonly Box[]): ByteRange[] {
  const find = (type: string): Box | undefined => tables.find((box) => box.type === type);
  const sizes = find('stsz') ?? find('stz2');
  const runs = find('stsc');
  const offsets = find('stco') ?? find('co64');
  if (sizes === undefined || runs === undefined || offsets === undefined) throw new MalformedImageError('HEIF: tables');
  const sampleBytes = sizesOf(view, sizes);
  const chunks = view.u32(offsets.start + 4);
  const runCount = view.u32(runs.start + 4);
  if (chunks > MAX_CHUNKS) throw new MalformedImageError('HEIF: chunks');
  let [run, sample, perChunk] = [0, 0, 0];
  return Array.from({ length: chunks }, (_, chunk) => {
    const runAt = runs.start + HEAD_BYTES + run * 12;
    if (run < runCount && view.u32(runAt) === chunk + 1) {
      perChunk = view.u32(runAt + 4);
      run++;
    }
    if (sample + perChunk > sampleBytes.length) throw new MalformedImageError('HEIF: samples');
    let length = 0;
    for (const last = sample + perChunk; sample < last; sample++) length += sampleBytes[sample] ?? 0;
    const at = offsets.start + HEAD_BYTES;
    return { offset: offsets.type === 'stco' ? view.u32(at + 4 * chunk) : view.u64(at + 8 * chunk), length };
  });
}

function sizesOf(view: ByteView, { type, start }: Box): number[] {
  const count = view.u32(start + 8);
  const same = view.u32(start + 4);
  const bits = type === 'stz2' ? same & 0xff : 32;
  if (count > MAX_SAMPLES) throw new MalformedImageError('HEIF: samples');
  const at = start + 12;
  return Array.from({ length: count }, (_, index) => {
    if (type === 'stsz' && same !== 0) return same;
    if (bits === 32) return view.u32(at + 4 * index);
    if (bits === 16) return view.u16(at + 2 * index);
    if (bits === 8) return view.u8(at + index);
    if (bits !== 4) throw new MalformedImageError('HEIF: sample size');
    return (view.u8(at + (index >> 1)) >> (index % 2 === 0 ? 4 : 0)) & 0x0f;
  });
}

function tableBytes(view: ByteView, { type, start, end }: Box): number {
  const version = view.u8(start);
  const entry = ENTRY_BYTES[type];
  if (entry !== undefined) return HEAD_BYTES + entry * view.u32(start + 4);
  const fixed = FIXED_BYTES[type];
  if (fixed !== undefined) return version === 0 ? fixed[0] : fixed[1];
  if (type === 'elst') return HEAD_BYTES + (version === 0 ? 12 : 20) * view.u32(start + 4);
  if (type === 'stsz') return 12 + (view.u32(start + 4) === 0 ? 4 * view.u32(start + 8) : 0);
  if (type === 'stz2') return 12 + Math.ceil((view.u32(start + 8) * view.u8(start + 7)) / 8);
  // References to tracks are numbers all through.
  return (end - start) & ~3;
}
