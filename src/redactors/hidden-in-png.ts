/**
 * Looks for what no viewer shows inside the coded pixels of a PNG: bytes behind its last row, a picture in the colours under full
 * transparency, entries of the palette that no pixel has. Misses: bits that fill a row's last byte, the choice of filters.
 */
import type { ImageFile } from '../media/image-file.ts';
import { type RowReader, readPngRows } from '../media/png-rows.ts';
import type { Block } from '../media/walkers/block.ts';
import type { ByteView } from '../media/walkers/byte-view.ts';
import {
  dataOf,
  GREY_ALPHA,
  PALETTE,
  type PngChunk,
  type PngHeader,
  pngChunk,
  pngChunks,
  pngHeader,
  RGB_ALPHA,
} from '../media/walkers/png-chunks.ts';
import { pngFrames } from '../media/walkers/png-frames.ts';
import type { Edit } from './edits.ts';
import type { Hidden } from './hidden.ts';

const OPAQUE = 255;

/** Palettes are cleaned in place; `blocks` are what is cut anyway. Rejects with `MalformedImageError` when a frame's rows do not come to their end. */
export async function hiddenInPng({ view }: ImageFile, blocks: readonly Block[]): Promise<Hidden> {
  const header = pngHeader(view);
  const used = new Uint8Array(256);
  for (const frame of pngFrames(view)) {
    const colours = transparentColours(header);
    const onRow = header.colourType === PALETTE ? usedEntries(header, used) : colours?.onRow;
    const isExact = await readPngRows(view, header, frame, onRow);
    if (!isExact || colours?.differ() === true) return { isFound: true, edits: [] };
  }
  if (header.colourType !== PALETTE) return { isFound: false, edits: [] };
  return { isFound: hasOneColourTwice(view, used, blocks), edits: paletteEdits(view, used, blocks) };
}

/** What is drawn in two entries that look the same cannot be seen. */
function hasOneColourTwice(view: ByteView, used: Uint8Array, blocks: readonly Block[]): boolean {
  const { palette, transparency } = paletteChunks(view, blocks);
  if (palette === undefined) return false;
  const colours = dataOf(view, palette);
  const alpha = transparency === undefined ? undefined : dataOf(view, transparency);
  const shown: number[] = [];
  for (let entry = 0; entry < colours.length / 3; entry++) {
    const opacity = alpha?.[entry] ?? OPAQUE;
    if (used[entry] === 1) shown.push(opacity === 0 ? 0 : colours.readUIntBE(entry * 3, 3) * 256 + opacity);
  }
  return new Set(shown).size < shown.length;
}

/** One colour under all fully transparent pixels shows nothing; two could. Undefined where no pixel has an alpha of its own. */
function transparentColours({ colourType, depth }: PngHeader): { onRow: RowReader; differ(): boolean } | undefined {
  if (colourType !== RGB_ALPHA && colourType !== GREY_ALPHA) return undefined;
  const sampleBytes = depth / 8;
  const colourBytes = (colourType === RGB_ALPHA ? 3 : 1) * sampleBytes;
  const pixelBytes = colourBytes + sampleBytes;
  let colour: Uint8Array | undefined;
  let differ = false;
  return {
    onRow(row) {
      for (let at = 0; at < row.length && !differ; at += pixelBytes) {
        const alphaAt = at + colourBytes;
        if (row[alphaAt] !== 0 || (sampleBytes === 2 && row[alphaAt + 1] !== 0)) continue;
        colour ??= row.slice(at, alphaAt);
        for (let index = 0; index < colourBytes; index++) if (row[at + index] !== colour[index]) differ = true;
      }
    },
    differ: () => differ,
  };
}

function usedEntries({ depth }: PngHeader, used: Uint8Array): RowReader {
  const perByte = 8 / depth;
  const mask = 2 ** depth - 1;
  return (row, pixels) => {
    for (let pixel = 0; pixel < pixels; pixel++) {
      const shift = 8 - depth * ((pixel % perByte) + 1);
      used[((row[Math.floor(pixel / perByte)] ?? 0) >> shift) & mask] = 1;
    }
  };
}

/** Black for entries that are fully transparent or that no pixel has; the latter are opaque then. */
function paletteEdits(view: ByteView, used: Uint8Array, blocks: readonly Block[]): Edit[] {
  const { palette, transparency, background } = paletteChunks(view, blocks);
  if (palette === undefined) return [];
  if (background !== undefined) used[view.u8(background.offset + 8)] = 1;
  const alpha = transparency === undefined ? Buffer.alloc(0) : Buffer.from(dataOf(view, transparency));
  const colours = Buffer.from(dataOf(view, palette));
  for (let entry = 0; entry < colours.length / 3; entry++)
    if (used[entry] === 0 || alpha[entry] === 0) colours.fill(0, entry * 3, entry * 3 + 3);
  for (let entry = 0; entry < alpha.length; entry++) if (used[entry] === 0) alpha[entry] = OPAQUE;
  return [
    ...rewritten(view, palette, colours),
    ...(transparency === undefined ? [] : rewritten(view, transparency, alpha)),
  ];
}

function paletteChunks(
  view: ByteView,
  blocks: readonly Block[],
): Readonly<Record<'palette' | 'transparency' | 'background', PngChunk | undefined>> {
  const cut = new Set(blocks.map(({ offset }) => offset));
  const chunks = new Map<string, PngChunk>();
  for (const chunk of pngChunks(view)) if (!cut.has(chunk.offset)) chunks.set(chunk.type, chunk);
  return { palette: chunks.get('PLTE'), transparency: chunks.get('tRNS'), background: chunks.get('bKGD') };
}

function rewritten(view: ByteView, chunk: PngChunk, data: Buffer): Edit[] {
  if (dataOf(view, chunk).equals(data)) return [];
  return [{ offset: chunk.offset, length: chunk.length, by: pngChunk(chunk.type, data) }];
}
