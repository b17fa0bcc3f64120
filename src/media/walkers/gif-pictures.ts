/**
 * The coded pictures of a GIF, read to where they end, and which colours they use. Source: GIF89a specification, appendix F. Throws
 * `MalformedImageError` for codes that no encoder writes.
 */
import type { ByteRange } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

export interface GifPicture {
  /** Its own colour table, or that of the file. */
  readonly table: ByteRange;
  /** Entries that a pixel has. */
  readonly used: Uint8Array;
  /** Whether it lies on the screen as a whole, and has as many pixels as it says. */
  readonly isWhole: boolean;
  /** Sub-blocks behind the one with the code that ends it, and what is behind that code there. */
  readonly surplus: readonly (ByteRange & { readonly isBlock: boolean })[];
}

const SCREEN_BYTES = 13;
const MAX_CODES = 4096;
const NOTHING = Buffer.alloc(0);
const MAX_CODE_BITS = 12;
const [EXTENSION, PICTURE] = [0x21, 0x2c];

/** Up to the trailer, or the file's end. Throws `MalformedImageError`. */
export function* gifPictures(file: ByteView): Generator<GifPicture> {
  const view = file.littleEndian();
  const screen = { width: view.u16(6), height: view.u16(8) };
  const common = commonTable(view);
  let at = common.offset + common.length;
  while (at < view.size) {
    const kind = view.u8(at);
    if (kind === PICTURE) {
      const [x, y, width, height] = [view.u16(at + 1), view.u16(at + 3), view.u16(at + 5), view.u16(at + 7)];
      const own = { offset: at + 10, length: tableBytes(view.u8(at + 9)) };
      const codesAt = own.offset + own.length;
      const { used, pixels, surplus, end } = readCodes(view, codesAt, width * height);
      const isOnScreen = x + width <= screen.width && y + height <= screen.height;
      const isWhole = isOnScreen && pixels === width * height;
      yield { table: own.length > 0 ? own : common, used, isWhole, surplus };
      at = end;
    } else if (kind === EXTENSION) {
      at += 2;
      while (view.u8(at) !== 0) at += 1 + view.u8(at);
      at++;
    } else return;
  }
}

/** The colour table of the file; its length is 0 where there is none. Throws `MalformedImageError`. */
export function commonTable(view: ByteView): ByteRange {
  return { offset: SCREEN_BYTES, length: tableBytes(view.u8(10)) };
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

interface Codes extends Pick<GifPicture, 'used' | 'surplus'> {
  readonly pixels: number;
  readonly end: number;
}

/** Stops at the end code, or, as decoders do, when there are enough pixels. */
function readCodes(view: ByteView, at: number, wanted: number): Codes {
  const minBits = view.u8(at);
  if (minBits < 1 || minBits > 8) throw new MalformedImageError('GIF: code size');
  const [clear, stop] = [2 ** minBits, 2 ** minBits + 1];
  const [lengths, firsts, lasts, befores] = [0, 0, 0, 0].map(() => new Uint16Array(MAX_CODES)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  for (let code = 0; code < clear; code++) [lengths[code], firsts[code], lasts[code]] = [1, code, code];
  const used = new Uint8Array(256);
  const surplus: (ByteRange & { isBlock: boolean })[] = [];
  let [next, bits, before, pixels] = [stop + 1, minBits + 1, -1, 0];
  let [waiting, count, isOver] = [0, 0, false];
  let blockAt = at + 1;
  let restAt: number | undefined;
  for (let size = view.u8(blockAt); size > 0; size = view.u8(blockAt)) {
    if (isOver) restAt ??= blockAt;
    const block = isOver ? NOTHING : view.slice(blockAt + 1, size);
    for (let index = 0; index < size && !isOver; index++) {
      waiting |= (block[index] ?? 0) << count;
      count += 8;
      while (count >= bits && !isOver) {
        const code = waiting & (2 ** bits - 1);
        waiting >>>= bits;
        count -= bits;
        if (code === stop) isOver = true;
        else if (code === clear) [next, bits, before] = [stop + 1, minBits + 1, -1];
        else {
          if (code > next || (code === next && before === -1)) throw new MalformedImageError('GIF: code');
          const first = code === next ? (firsts[before] ?? 0) : (firsts[code] ?? 0);
          if (before !== -1 && next < MAX_CODES) {
            [befores[next], lasts[next], firsts[next]] = [before, first, firsts[before] ?? 0];
            lengths[next] = (lengths[before] ?? 0) + 1;
            next++;
            if (next === 2 ** bits && bits < MAX_CODE_BITS) bits++;
          }
          pixels += lengths[code] ?? 0;
          // Every code is made of one before it and a last colour, which was marked when it was first used.
          used[lasts[code] ?? 0] = 1;
          used[firsts[code] ?? 0] = 1;
          before = code;
          isOver ||= pixels > wanted;
        }
      }
      if (isOver && index + 1 < size)
        surplus.push({ offset: blockAt + 2 + index, length: size - index - 1, isBlock: false });
    }
    blockAt += 1 + size;
  }
  if (restAt !== undefined) surplus.push({ offset: restAt, length: blockAt - restAt, isBlock: true });
  return { used, pixels, surplus, end: blockAt + 1 };
}
