/**
 * Reads the coded units of a JPEG, whose values it passes over, to find where the last of each scan and restart interval ends: what
 * stands behind it no decoder reads. Source: ITU-T T.81 annexes F and G. Misses: arithmetic coding.
 */
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { type BitReader, createBitReader, createCodes } from './jpeg-bits.ts';
import { type Segment, SOS } from './jpeg-segments.ts';
import { DHT, DRI, isFrameHeader, tablesOf } from './jpeg-tables.ts';

interface Component {
  readonly id: number;
  readonly h: number;
  readonly v: number;
  /** Blocks in a line and in all, those that only fill the last units included; and those of the picture alone. */
  readonly stride: number;
  readonly columns: number;
  readonly rows: number;
  /** One bit for each coefficient that is not zero, eight bytes a block; for progressive coding. */
  readonly filled: Uint8Array;
}

interface Frame {
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  /** Units across and down. */
  readonly columns: number;
  readonly rows: number;
}

/** Of a progressive picture. */
interface Scan {
  readonly bits: BitReader;
  readonly first: number;
  readonly last: number;
  readonly isRefinement: boolean;
  /** Blocks of which nothing more is coded. */
  endRun: number;
}

type Codes = ReturnType<typeof createCodes>;
interface Coded {
  readonly component: Component;
  readonly dc: Codes | undefined;
  readonly ac: Codes | undefined;
}

const SEQUENTIAL: readonly number[] = [0xc0, 0xc1];
const PROGRESSIVE = 0xc2;
const BLOCK = 8;
const COEFFICIENTS = 64;
/** 65,535 pixels a side are over every decoder's limit. */
const MAX_BLOCKS = 2 ** 24;
/** Progressive files have about 10; each goes over the whole picture. */
const MAX_SCANS = 100;

/** The ranges behind the last units; `segments`: all of the picture. Throws `MalformedImageError` for codes that are in no table. */
export function bytesBehindUnits(view: ByteView, segments: readonly Segment[]): ByteRange[] {
  const tables = new Map<string, Buffer>();
  const surplus: ByteRange[] = [];
  let frame: Frame | undefined;
  let interval = 0;
  let scans = 0;
  for (const [index, { marker, payloadAt, end }] of segments.entries()) {
    const payload = view.slice(payloadAt, end - payloadAt);
    if (isFrameHeader(marker)) {
      if (marker !== PROGRESSIVE && !SEQUENTIAL.includes(marker)) return [];
      frame = frameOf(payload, marker === PROGRESSIVE);
    } else if (marker === DRI) interval = payload.readUInt16BE(0);
    else if (marker === DHT) for (const [name, table] of tablesOf(marker, payload)) tables.set(name, table.subarray(1));
    else if (marker === SOS) {
      if (++scans > MAX_SCANS) throw new MalformedImageError('JPEG: too many scans');
      if (frame === undefined) throw new MalformedImageError('JPEG: no frame');
      const next = segments[index + 1]?.offset ?? end;
      const data = view.slice(end, next - end);
      for (const { offset, length } of readScan(data, frame, payload, tables, interval))
        surplus.push({ offset: end + offset, length });
    }
  }
  return surplus;
}

function frameOf(payload: Buffer, isProgressive: boolean): Frame {
  const [height, width] = [payload.readUInt16BE(1), payload.readUInt16BE(3)];
  const count = payload[5] ?? 0;
  const shapes = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0] = payload.subarray(6 + 3 * index);
    return { id, h: sampling >> 4, v: sampling & 0x0f };
  });
  if (shapes.some(({ h, v }) => h === 0 || v === 0)) throw new MalformedImageError('JPEG: sampling');
  const [maxH, maxV] = [Math.max(...shapes.map(({ h }) => h)), Math.max(...shapes.map(({ v }) => v))];
  const [columns, rows] = [Math.ceil(width / (BLOCK * maxH)), Math.ceil(height / (BLOCK * maxV))];
  const components = shapes.map(({ id, h, v }) => {
    const [stride, lines] = [columns * h, rows * v];
    if (stride * lines > MAX_BLOCKS) throw new MalformedImageError('JPEG: too many blocks');
    return {
      ...{ id, h, v, stride },
      columns: Math.ceil(Math.ceil((width * h) / maxH) / BLOCK),
      rows: Math.ceil(Math.ceil((height * v) / maxV) / BLOCK),
      filled: new Uint8Array(isProgressive ? stride * lines * BLOCK : 0),
    };
  });
  return { isProgressive, components, columns, rows };
}

function* readScan(
  data: Buffer,
  { isProgressive, components, columns, rows }: Frame,
  header: Buffer,
  tables: ReadonlyMap<string, Buffer>,
  interval: number,
): Generator<ByteRange> {
  const count = header[0] ?? 0;
  const [first = 0, last = 0, precision = 0] = header.subarray(1 + 2 * count);
  const coded = Array.from({ length: count }, (_, index) =>
    codedBy(header.subarray(1 + 2 * index), components, tables),
  );
  const bits = createBitReader(data);
  const scan: Scan = {
    bits,
    first,
    last: Math.min(last, COEFFICIENTS - 1),
    isRefinement: precision >> 4 > 0,
    endRun: 0,
  };
  const [only] = coded;
  const isSingle = only !== undefined && coded.length === 1;
  const [across, down] = isSingle ? [only.component.columns, only.component.rows] : [columns, rows];
  // Where its blocks lie does not matter to a scan that stands for itself.
  const sequence = coded.flatMap((each) =>
    new Array<Coded>(isSingle ? 1 : each.component.h * each.component.v).fill(each),
  );
  for (let unit = 0; unit < across * down && !bits.isOver(); unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      yield* behind(bits);
      if (!bits.restart()) return;
      scan.endRun = 0;
    }
    if (!isProgressive) {
      for (const each of sequence) readSequentialBlock(bits, each);
      continue;
    }
    const [x, y] = [unit % across, Math.floor(unit / across)];
    if (isSingle) readBlock(scan, only, y * only.component.stride + x);
    else
      for (const each of coded) {
        const { h, v, stride } = each.component;
        for (let block = 0; block < h * v; block++)
          readBlock(scan, each, (y * v + Math.floor(block / h)) * stride + x * h + (block % h));
      }
  }
  // Restart markers behind the last unit are no picture either.
  const at = bits.end();
  if (at < data.length) yield { offset: at, length: data.length - at };
}

function codedBy(
  [id = 0, numbers = 0]: Uint8Array,
  components: Frame['components'],
  tables: ReadonlyMap<string, Buffer>,
): Coded {
  const component = components.find((candidate) => candidate.id === id);
  if (component === undefined) throw new MalformedImageError('JPEG: scan');
  const [dc, ac] = [tables.get(`${DHT} ${numbers >> 4}`), tables.get(`${DHT} ${0x10 + (numbers & 0x0f)}`)];
  return { component, dc: dc && createCodes(dc), ac: ac && createCodes(ac) };
}

/** Up to the marker that begins the next interval. */
function* behind(bits: BitReader): Generator<ByteRange> {
  const [offset, next] = [bits.end(), bits.nextMarker()];
  if (next > offset) yield { offset, length: next - offset };
}

function readSequentialBlock(bits: BitReader, { dc, ac }: Coded): void {
  bits.skip(bits.code(dc));
  bits.skipCoefficients(ac);
}

function readBlock(scan: Scan, { component, dc, ac }: Coded, block: number): void {
  const { bits, first, last, isRefinement } = scan;
  if (first === 0) {
    if (isRefinement) bits.skip(1);
    else bits.skip(bits.code(dc));
  }
  if (last === 0) return;
  if (isRefinement) refine(scan, ac, component.filled, block * BLOCK);
  else readBand(scan, ac, component.filled, block * BLOCK);
}

function readBand(scan: Scan, ac: Codes | undefined, filled: Uint8Array, block: number): void {
  if (scan.endRun > 0) {
    scan.endRun--;
    return;
  }
  const { bits, first, last } = scan;
  for (let at = first; at <= last; at++) {
    const code = bits.code(ac);
    const [run, size] = [code >> 4, code & 0x0f];
    if (size === 0 && run < 15) {
      scan.endRun = 2 ** run - 1 + bits.read(run);
      return;
    }
    at += run;
    bits.skip(size);
    if (size > 0 && at <= last) fill(filled, block, at);
  }
}

function refine(scan: Scan, ac: Codes | undefined, filled: Uint8Array, block: number): void {
  const { bits, first, last } = scan;
  let at = first;
  for (; at <= last && scan.endRun === 0; at++) {
    const code = bits.code(ac);
    const [run, size] = [code >> 4, code & 0x0f];
    if (size === 0 && run < 15) {
      scan.endRun = 2 ** run + bits.read(run);
      break;
    }
    bits.skip(size === 0 ? 0 : 1);
    for (let zeros = run; at <= last; at++) {
      if (isFilled(filled, block, at)) bits.skip(1);
      else if (--zeros < 0) break;
    }
    if (size > 0 && at <= last) fill(filled, block, at);
  }
  if (scan.endRun === 0) return;
  for (; at <= last; at++) if (isFilled(filled, block, at)) bits.skip(1);
  scan.endRun--;
}

function isFilled(filled: Uint8Array, block: number, at: number): boolean {
  return (((filled[block + (at >> 3)] ?? 0) >> (at & 7)) & 1) === 1;
}

function fill(filled: Uint8Array, block: number, at: number): void {
  filled[block + (at >> 3)] = (filled[block + (at >> 3)] ?? 0) | (1 << (at & 7));
}
