/** Which tags of a TIFF stay: those about pixels, the colour profile, and those that the EXIF block to keep has with the same value. */
import { readExif, readTiff, type Tiff, type TiffEntry } from '../../media/read-tiff.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import { ICC_PROFILE } from '../../media/walkers/tiff.ts';
import { picturesOf, type TiffPicture } from '../../media/walkers/tiff-pictures.ts';
import type { Kept } from './stripper.ts';

/** DateTime and Copyright; the orientation is about pixels, and stays as the tag that it is. */
const KEEPABLE_TAGS: readonly number[] = [0x0132, 0x8298];

/** The entries that stay of one picture, by tag. Misses: what the EXIF block has and the picture has not is not added. */
export function keptEntries({ directory, structure }: TiffPicture, kept: Kept): TiffEntry[] {
  const wanted = wantedEntries(kept);
  const isKept = (entry: TiffEntry): boolean =>
    (entry.tag === ICC_PROFILE && kept.icc) ||
    structure.includes(entry) ||
    wanted.some(({ tag, value }) => tag === entry.tag && value !== undefined && entry.value?.equals(value) === true);
  return directory.entries.filter(isKept).toSorted((a, b) => a.tag - b.tag);
}

/** Whether a TIFF has no other tags than these. Throws `MalformedImageError`. */
export function hasOnlyKeptTags(view: ByteView, kept: Kept): boolean {
  const tiff: Tiff = readTiff(view);
  const pictures = picturesOf(tiff);
  return (
    pictures.length === tiff.directories.length &&
    pictures.every((picture) => keptEntries(picture, kept).length === picture.directory.entries.length)
  );
}

function wantedEntries({ exif }: Kept): readonly TiffEntry[] {
  if (exif === undefined) return [];
  const entries = readExif(exif).directories[0]?.entries ?? [];
  return entries.filter(({ tag }) => KEEPABLE_TAGS.includes(tag));
}
