/**
 * Takes all chunks that show nothing out of a WebP, still or animated, and leaves the coded pixels as they are; sizes and flags say
 * again what is there. Tags that are kept become its `EXIF` chunk, for which a simple file is extended. Source: RFC 9649.
 */
import type { ByteView } from '../../media/walkers/byte-view.ts';
import {
  ALPHA_FLAG,
  ANIMATION_FLAG,
  RIFF_CHUNK_HEADER_BYTES,
  RIFF_HEADER_BYTES,
  VP8X_BYTES,
  type WebpLayout,
  webpChunk,
  webpLayout,
  webpSize,
} from '../../media/walkers/webp-chunks.ts';
import type { Edit } from '../edits.ts';
import { neutralIcc } from './neutral-icc.ts';
import type { Stripper } from './stripper.ts';

const ICC_FLAG = 0x20;
const EXIF_FLAG = 0x08;
const SIZE_AT = 4;

export const stripWebp: Stripper = (view, blocks, kept) => {
  const layout = webpLayout(view);
  const profiles = blocks
    .filter(({ kind }) => kind === 'icc' && kept.icc)
    .map((block) => ({ block, by: neutralIcc(block.data) }));
  const cuts = blocks
    .filter(({ name }) => name !== 'WebP:ReservedBits')
    .filter((block) => !profiles.some(({ block: profile, by }) => profile === block && by !== undefined))
    .map(({ offset, length }) => ({ offset, length }));
  const neutral = profiles.flatMap(({ block, by }) =>
    by === undefined ? [] : [{ offset: block.offset + RIFF_CHUNK_HEADER_BYTES, length: by.length, by }],
  );
  const hasProfile = neutral.length > 0;
  const flags = (hasProfile ? ICC_FLAG : 0) | (kept.exif === undefined ? 0 : EXIF_FLAG);
  const edits: Edit[] = [...cuts, ...neutral, ...frameSizes(layout, cuts), ...extension(view, layout, flags)];
  if (kept.exif !== undefined) edits.push(exifEdit(layout, edits, kept.exif));
  const size = view.size + growth(edits) - RIFF_CHUNK_HEADER_BYTES;
  return [...edits, { offset: SIZE_AT, length: 4, by: uint32(size) }];
};

/** What was cut inside frames makes them shorter; one that becomes even loses the byte that made it so. */
function frameSizes({ frames }: WebpLayout, cuts: readonly Edit[]): Edit[] {
  return frames.flatMap(({ around }) => {
    if (around === undefined) return [];
    const payloadEnd = around.offset + RIFF_CHUNK_HEADER_BYTES + around.size;
    const inside = cuts.filter(({ offset }) => offset > around.offset && offset < payloadEnd);
    const gone = inside.reduce((sum, { length }) => sum + length, 0);
    if (gone === 0) return [];
    const padding = around.offset + around.length - payloadEnd;
    return [
      { offset: around.offset + SIZE_AT, length: 4, by: uint32(around.size - gone) },
      ...(gone % 2 === 0 ? [] : [{ offset: payloadEnd, length: padding }]),
    ];
  });
}

function extension(view: ByteView, layout: WebpLayout, metadataFlags: number): Edit[] {
  if (!layout.isExtended && metadataFlags === 0) return [];
  if (!layout.isExtended) {
    const { width, height, hasAlpha } = webpSize(view, layout.frames[0]?.parts ?? []);
    const data = Buffer.alloc(VP8X_BYTES);
    data.writeUInt8(metadataFlags | (hasAlpha ? ALPHA_FLAG : 0), 0);
    data.writeUIntLE(width - 1, 4, 3);
    data.writeUIntLE(height - 1, 7, 3);
    return [{ offset: RIFF_HEADER_BYTES, length: 0, by: webpChunk('VP8X', data) }];
  }
  const offset = RIFF_HEADER_BYTES + RIFF_CHUNK_HEADER_BYTES;
  const flags = (view.u8(offset) & (ALPHA_FLAG | ANIMATION_FLAG)) | metadataFlags;
  return [{ offset, length: 4, by: Buffer.from([flags, 0, 0, 0]) }];
}

/** Its place is behind the pictures, the last of which may lack the byte that makes it even. */
function exifEdit({ end }: WebpLayout, edits: readonly Edit[], exif: Buffer): Edit {
  const at = end + growth(edits.filter(({ offset }) => offset < end));
  return { offset: end, length: 0, by: Buffer.concat([Buffer.alloc(at % 2), webpChunk('EXIF', exif)]) };
}

function growth(edits: readonly Edit[]): number {
  return edits.reduce((sum, { length, by }) => sum + (by?.length ?? 0) - length, 0);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
