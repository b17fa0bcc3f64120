/** Splits a JPEG into its segments, through all scans, to EOI. Source: ITU-T T.81 annex B. */
import { type ByteView, MalformedImageError } from './byte-view.ts';

/** Segments of one picture; progressive files have about 10 scans, so this is far off. */
const MAX_SEGMENTS = 10_000;

const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
/** Stands in for the marker of bytes that are no segment: decoders skip them, and restart markers outside a scan. */
export const GARBAGE = 0x00;
const TEM = 0x01;
const RESTARTS = { first: 0xd0, last: 0xd7 };

export interface Segment {
  /** The code behind 0xff, or `GARBAGE`. */
  readonly marker: number;
  readonly offset: number;
  /** Behind the marker and the length. */
  readonly payloadAt: number;
  /** Of a scan: where its header ends. */
  readonly end: number;
}

/** Yields everything from SOI at `start` to EOI, which is the last; coded data is skipped. Throws `MalformedImageError`. */
export function* segmentsOf(view: ByteView, start: number): Generator<Segment> {
  if (view.u16(start) !== 0xff00 + SOI) throw new MalformedImageError('JPEG: no SOI');
  let at = start + 2;
  for (let segments = 0; segments < MAX_SEGMENTS; segments++) {
    const offset = find(view, at, (code) => code !== 0x00);
    if (offset > at) yield { marker: GARBAGE, offset: at, payloadAt: at, end: offset };
    const codeAt = endOfFill(view, offset);
    const marker = view.u8(codeAt);
    const headEnd = codeAt + 1;
    if (marker === SOI) throw new MalformedImageError('JPEG: second SOI');
    if (marker === EOI || marker === TEM || isRestart(marker)) {
      yield { marker: marker === EOI ? EOI : GARBAGE, offset, payloadAt: headEnd, end: headEnd };
      if (marker === EOI) return;
      at = headEnd;
      continue;
    }
    const end = headEnd + view.u16(headEnd);
    const payloadAt = headEnd + 2;
    if (end < payloadAt || end > view.size) throw new MalformedImageError('JPEG: segment length');
    yield { marker, offset, payloadAt, end };
    at = marker === SOS ? endOfScan(view, end) : end;
  }
  throw new MalformedImageError('JPEG: too many segments');
}

/** Any number of fill bytes 0xff may stand before the marker's code. */
function endOfFill(view: ByteView, offset: number): number {
  let at = offset + 1;
  while (view.u8(at) === 0xff) at++;
  return at;
}

/** Entropy-coded data ends at the first 0xff that is neither stuffed (0x00), a restart marker nor a fill byte. */
function endOfScan(view: ByteView, from: number): number {
  return find(view, from, (code) => code !== 0x00 && code !== 0xff && !isRestart(code));
}

function isRestart(code: number): boolean {
  return code >= RESTARTS.first && code <= RESTARTS.last;
}

/** The offset of the next 0xff whose following byte fits. */
function find(view: ByteView, from: number, isEnd: (code: number) => boolean): number {
  for (let start = from; start < view.size; ) {
    const part = view.window(start);
    for (let at = part.indexOf(0xff); at !== -1; at = part.indexOf(0xff, at + 1)) {
      // The byte behind may stand in the next part, or nowhere.
      if (isEnd(part[at + 1] ?? view.u8(start + at + 1))) return start + at;
    }
    start += part.length;
  }
  throw new MalformedImageError('JPEG: no EOI');
}
