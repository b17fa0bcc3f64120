/** Finds the tables of a JPEG that no scan uses before they are replaced. Source: ITU-T T.81 sections B.2.2 to B.2.4, G.1.1.1. */
import type { ByteView } from './byte-view.ts';
import { type Segment, SOS } from './jpeg-segments.ts';
import { DHT, DQT, isFrameHeader, tablesOf } from './jpeg-tables.ts';

interface Table {
  readonly segment: Segment;
  readonly bytes: Buffer;
  isUsed: boolean;
}

/** A segment with such a table, and what stays of it; undefined when nothing does. */
interface Shortened {
  readonly offset: number;
  readonly length: number;
  readonly by?: Uint8Array;
}

/** `segments`: all of the picture. Throws `MalformedImageError`. */
export function unusedTables(view: ByteView, segments: readonly Segment[]): Shortened[] {
  const tables: Table[] = [];
  const current = new Map<string, Table>();
  let quantizers = new Map<number, number>();
  for (const segment of segments) {
    const { marker, payloadAt, end } = segment;
    const payload = view.slice(payloadAt, end - payloadAt);
    if (isFrameHeader(marker)) quantizers = quantizersOf(payload);
    if (marker === SOS)
      for (const name of usedBy(payload, quantizers)) {
        const table = current.get(name);
        if (table !== undefined) table.isUsed = true;
      }
    if (marker !== DQT && marker !== DHT) continue;
    for (const [name, bytes] of tablesOf(marker, payload)) {
      const table = { segment, bytes, isUsed: false };
      tables.push(table);
      current.set(name, table);
    }
  }
  const bySegment = groupBySegment(tables);
  const touched = [...bySegment].filter(([, own]) => own.some(({ isUsed }) => !isUsed));
  return touched.map(([segment, own]) => {
    const left = own.filter(({ isUsed }) => isUsed).map(({ bytes }) => bytes);
    return {
      offset: segment.offset,
      length: segment.end - segment.offset,
      ...(left.length > 0 && { by: written(segment, left) }),
    };
  });
}

function groupBySegment(tables: readonly Table[]): Map<Segment, Table[]> {
  const groups = new Map<Segment, Table[]>();
  for (const table of tables) groups.set(table.segment, [...(groups.get(table.segment) ?? []), table]);
  return groups;
}

/** By the component's number. */
function quantizersOf(frame: Buffer): Map<number, number> {
  const components = Array.from({ length: frame[5] ?? 0 }, (_, index) => frame.subarray(6 + 3 * index));
  return new Map(components.map(([id = 0, , table = 0]) => [id, table]));
}

/** A scan of coefficients behind the first takes no table for the first one, nor does one that refines it. */
function* usedBy(scan: Buffer, quantizers: ReadonlyMap<number, number>): Generator<string> {
  const components = scan[0] ?? 0;
  const [first = 0, last = 0, precision = 0] = scan.subarray(1 + 2 * components);
  for (let index = 0; index < components; index++) {
    const [id = 0, huffman = 0] = scan.subarray(1 + 2 * index);
    yield `${DQT} ${quantizers.get(id) ?? 0}`;
    if (first === 0 && precision >> 4 === 0) yield `${DHT} ${huffman >> 4}`;
    if (last > 0) yield `${DHT} ${0x10 + (huffman & 0x0f)}`;
  }
}

function written({ marker }: Segment, tables: readonly Buffer[]): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(2 + tables.reduce((sum, { length }) => sum + length, 0), 2);
  return Buffer.concat([head, ...tables]);
}
