/**
 * Takes everything out of a HEIC or AVIF file but its pictures and tracks, and moves none of their bytes: the `meta` box is written
 * anew in its old size, what does not belong to a picture is zeroed, unknown boxes become `free`, and those at the end are cut.
 * Sources: those of `src/media/walkers/isobmff.ts`. Misses: the tags that are kept stay only where the file has an EXIF item with room
 * for them. Orientation needs none: it is a property of the picture.
 * The colours of fully transparent pixels stay.
 */
import { UncleanableError } from '../../errors.ts';
import { areInside, type ByteRange, uncovered } from '../../media/walkers/byte-ranges.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import { type Heif, readHeif } from '../../media/walkers/heif.ts';
import { outerParts } from '../../media/walkers/isobmff.ts';
import type { BoxPart } from '../../media/walkers/isobmff-boxes.ts';
import type { Edit } from '../edits.ts';
import { type KeptExif, writeHeifMeta } from './heif-meta.ts';
import type { Kept, Stripper } from './stripper.ts';

const TYPE_AT = 4;
/** An EXIF item begins with the distance to its TIFF header. */
const EXIF_HEAD_BYTES = 4;
/** Behind the last of these the file may end. */
const NEEDED_BOXES: readonly string[] = ['ftyp', 'meta', 'moov', 'mdat'];

export const stripHeif: Stripper = (view, _blocks, kept) => {
  const heif = readHeif(view);
  if (heif.refusal !== undefined) throw new UncleanableError('unsupported', heif.refusal);
  const exif = placeOfExif(heif, kept);
  const edits = [...outerEdits(view, heif), ...sequenceEdits(view, heif, kept)];
  const { meta } = heif;
  if (meta === undefined) return [...edits, ...mediaEdits(heif, undefined)];
  const { offset, end } = meta.box;
  const by = writeHeifMeta(view, heif, meta, kept.icc, exif);
  return [...edits, { offset, length: end - offset, by }, ...mediaEdits(heif, exif)];
};

/** The first EXIF item of the file with room for the tags that stay. */
function placeOfExif({ meta, roles, regions }: Heif, { exif }: Kept): KeptExif | undefined {
  if (meta === undefined || exif === undefined) return undefined;
  const bytes = Buffer.concat([Buffer.alloc(EXIF_HEAD_BYTES), exif]);
  for (const [id, { kind }] of roles.others) {
    const [range] = meta.places.byItem.get(id)?.ranges ?? [];
    if (kind === 'exif' && range !== undefined && range.length >= bytes.length && areInside([range], regions))
      return { id, offset: range.offset, length: bytes.length, by: bytes };
  }
  return undefined;
}

function outerEdits(view: ByteView, { boxes }: Heif): Edit[] {
  const lastNeeded = boxes.findLastIndex(({ type }) => NEEDED_BOXES.includes(type));
  const seen = new Set<string>();
  const edits: Edit[] = [];
  for (const [index, box] of boxes.entries()) {
    for (const part of outerParts(view, box, seen))
      if (index > lastNeeded) edits.push({ offset: part.offset, length: part.length });
      else edits.push(...editsOf(part, box.start - box.offset));
    seen.add(box.type);
  }
  return edits;
}

function sequenceEdits(view: ByteView, { sequence }: Heif, kept: Kept): Edit[] {
  const parts = sequence?.parts.filter(({ kind }) => kind !== 'icc' || !kept.icc) ?? [];
  return parts.flatMap((part) => editsOf(part, headerBytes(view, part.offset)));
}

/** A box with a size of 64 bits has a longer header. */
function headerBytes(view: ByteView, offset: number): number {
  return view.u32(offset) === 1 ? 16 : 8;
}

function editsOf({ offset, length, by }: BoxPart, header: number): Edit[] {
  if (by !== 'free') return [{ offset, length, by }];
  return [
    { offset: offset + TYPE_AT, length: 4, by: Buffer.from('free') },
    { offset: offset + header, length: length - header, by: 'zeros' },
  ];
}

/** Zeroes what no picture points to, and silences messages; `idat` is part of the `meta` box. */
function mediaEdits({ regions, picture, messages, meta }: Heif, exif: KeptExif | undefined): Edit[] {
  const isInMeta = ({ offset }: ByteRange): boolean =>
    meta !== undefined && offset > meta.box.offset && offset < meta.box.end;
  const written = (exif === undefined ? [] : [exif]).filter((range) => !isInMeta(range));
  const media = regions.filter((range) => !isInMeta(range));
  return [
    ...uncovered(media, [...picture, ...written]).map((gap): Edit => ({ ...gap, by: 'zeros' })),
    ...written,
    ...messages.filter((range) => !isInMeta(range)),
  ];
}
