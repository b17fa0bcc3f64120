/**
 * Finds other pictures in a file: behind its end, in blocks of vendors, in maker notes and in XMP, where they are found by their first bytes,
 * and those that its own structure holds but does not show. Sources: ISO/IEC 23008-12; Android motion photo format 1.0 and
 * CIPA DC-007 for what stands behind a JPEG.
 */
import { codedPictures } from './coded-pictures.ts';
import { fileOfItem } from './file-of-item.ts';
import type { HiddenPicture } from './hidden-picture.ts';
import { joinExtendedXmp } from './join-extended-xmp.ts';
import type { Block, BlockKind } from './walkers/block.ts';
import { type ByteView, MAX_PAYLOAD_BYTES, MAX_SLICE_BYTES, MalformedImageError } from './walkers/byte-view.ts';
import { readHeif } from './walkers/heif.ts';
import { xmpPictures } from './xmp-pictures.ts';

const ITEM_TYPES: readonly string[] = ['image/avif', 'image/heic'];
const SOURCE = 'second-picture';
/** Kinds whose bytes may be, or hold, whole files: previews of IPTC (2:202) and of maker notes among them. */
const SEARCHED: readonly BlockKind[] = ['appended', 'unknown', 'exif', 'iptc', 'photoshop', 'text'];
/** A picture that the walker has measured: other pictures in it are its own thumbnails. */
const MEASURED = 'JPEG:SecondPicture';

/** `blocks`: what the picture's walker found. Never throws for content. */
export function* findSecondPictures(
  view: ByteView,
  mediaType: string,
  blocks: readonly Block[],
): Generator<HiddenPicture> {
  for (const block of blocks) yield* inBlock(view, block);
  const extension = blocks.find(({ kind }) => kind === 'xmp-extension');
  if (extension !== undefined) yield* inXmp(extension.name, joinExtendedXmp(blocks));
  if (ITEM_TYPES.includes(mediaType)) yield* inItems(view);
}

function* inBlock(view: ByteView, { kind, name, offset, length, data }: Block): Generator<HiddenPicture> {
  const field = name;
  if (name === MEASURED && length <= MAX_SLICE_BYTES)
    yield { field, source: SOURCE, coded: view.slice(offset, length) };
  else if (kind === 'xmp') yield* inXmp(name, data);
  else if (SEARCHED.includes(kind)) {
    // Some walkers say only where a block lies.
    const bytes = data.length > 0 ? data : view.slice(offset, Math.min(length, MAX_PAYLOAD_BYTES));
    for (const coded of codedPictures(bytes)) yield { field, source: SOURCE, coded };
  }
}

function* inXmp(field: string, packet: Uint8Array): Generator<HiddenPicture> {
  for (const coded of xmpPictures(packet)) yield { field, source: SOURCE, coded };
}

/** Thumbnails, gain maps, depth, pictures of a burst and whatever else a HEIF file codes beside its picture. */
function* inItems(view: ByteView): Generator<HiddenPicture> {
  try {
    const { meta, roles } = readHeif(view);
    if (meta === undefined) return;
    for (const [id, { kind, name }] of roles.others) {
      const coded = fileOfItem(view, meta, id);
      if (coded !== undefined) yield { field: name, source: kind === 'thumbnail' ? 'thumbnail' : SOURCE, coded };
    }
  } catch (error) {
    // What stripping refuses then.
    if (!(error instanceof MalformedImageError)) throw error;
  }
}
