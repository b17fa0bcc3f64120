/** How a JPEG's encoder was set: how far one pixel's coding reaches, and the quality. Source: ITU-T T.81 sections A.1, A.2, annex K.1. */
import type { ByteView } from './byte-view.ts';
import { SOS, segmentsOf } from './jpeg-segments.ts';
import { DQT, isFrameHeader, tablesOf } from './jpeg-tables.ts';

export interface JpegCoding {
  /** Pixels of the stored picture that are coded together, across and down; what one of them shows reaches into all others. */
  readonly unit: { readonly width: number; readonly height: number };
  /** Pixels beyond a unit that its colour reaches: decoders smooth between colour samples that are wider than a pixel. */
  readonly fringe: { readonly x: number; readonly y: number };
  /** Lowest quality of libjpeg, 1 to 100, whose steps are no coarser than those in the file; 100 for a file that names none. */
  readonly quality: number;
}

interface Component {
  readonly h: number;
  readonly v: number;
  readonly table: number;
}

const BLOCK = 8;
/** Tables K.1 and K.2, row by row; only their sums matter here. */
const LUMINANCE: readonly number[] = [
  [16, 11, 10, 16, 24, 40, 51, 61],
  [12, 12, 14, 19, 26, 58, 60, 55],
  [14, 13, 16, 24, 40, 57, 69, 56],
  [14, 17, 22, 29, 51, 87, 80, 62],
  [18, 22, 37, 56, 68, 109, 103, 77],
  [24, 35, 55, 64, 81, 104, 113, 92],
  [49, 64, 78, 87, 103, 121, 120, 101],
  [72, 92, 95, 98, 112, 100, 103, 99],
].flat();
/** All but thirteen of its steps are 99. */
const CHROMINANCE: readonly number[] = [
  17,
  18,
  18,
  24,
  21,
  24,
  47,
  26,
  26,
  47,
  66,
  56,
  66,
  ...Array<number>(51).fill(99),
];

/** Reads up to the first scan. Throws `MalformedImageError`. */
export function readJpegCoding(view: ByteView): JpegCoding {
  const steps = new Map<number, number>();
  let components: readonly Component[] = [];
  for (const { marker, payloadAt, end } of segmentsOf(view, 0)) {
    if (marker === SOS) break;
    const payload = view.slice(payloadAt, end - payloadAt);
    if (isFrameHeader(marker)) components = componentsOf(payload);
    if (marker === DQT)
      for (const [, table] of tablesOf(marker, payload)) steps.set((table[0] ?? 0) & 0x0f, sumOf(table));
  }
  const across = reachOf(components.map(({ h }) => h));
  const down = reachOf(components.map(({ v }) => v));
  return {
    unit: { width: across.unit, height: down.unit },
    fringe: { x: across.fringe, y: down.fringe },
    quality: qualityOf(components.map(({ table }) => steps.get(table))),
  };
}

function componentsOf(frame: Buffer): Component[] {
  return Array.from({ length: frame[5] ?? 0 }, (_, index) => {
    const [, sampling = 0x11, table = 0] = frame.subarray(6 + 3 * index);
    return { h: sampling >> 4, v: sampling & 0x0f, table };
  });
}

/** Where all components have as many samples, a block is coded by itself. */
function reachOf(factors: readonly number[]): { readonly unit: number; readonly fringe: number } {
  const largest = Math.max(1, ...factors);
  const isEven = factors.every((factor) => factor === largest);
  return isEven ? { unit: BLOCK, fringe: 0 } : { unit: BLOCK * largest, fringe: 1 };
}

/** Of a table's steps, 8 or 16 bits each. */
function sumOf(table: Buffer): number {
  const isWide = (table[0] ?? 0) >> 4 === 1;
  let sum = 0;
  for (let at = 1; at < table.length; at += isWide ? 2 : 1) sum += isWide ? table.readUInt16BE(at) : (table[at] ?? 0);
  return sum;
}

/** The first component is brightness or a colour of its own, the others are differences of colour. */
function qualityOf([first = 0, second, third]: readonly (number | undefined)[]): number {
  const others = Math.min(second ?? Number.POSITIVE_INFINITY, third ?? Number.POSITIVE_INFINITY);
  for (let quality = 1; quality < 100; quality++)
    if (scaledSum(LUMINANCE, quality) <= first && scaledSum(CHROMINANCE, quality) <= others) return quality;
  return 100;
}

/** The steps that libjpeg makes for a quality. */
function scaledSum(table: readonly number[], quality: number): number {
  const percent = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return table.reduce((sum, step) => sum + Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100))), 0);
}
