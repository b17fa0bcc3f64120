/** Which tags of a TIFF stay: those about pixels, the colour profile, and those that the EXIF block to keep has with the same value. */
import { readExif, readTiff, type Tiff, type TiffEntry } from '../../media/read-tiff.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import { ICC_PROFILE } from '../../media/walkers/tiff.ts';
import { picturesOf, type TiffPicture } from '../../media/walkers/tiff-pictures.ts';
import { neutralIcc } from './neutral-icc.ts';
import type { Kept } from './stripper.ts';

const DATE_TIME = 0x0132;
const COPYRIGHT = 0x8298;
const DATE_TIME_ORIGINAL = 0x9003;
/** `YYYY:MM:DD HH:MM:SS` and a zero; nothing else can be carried through under its name. */
const DATE_PATTERN = /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d\0?$/;

/** The entries that stay of one picture, by tag; the orientation is one of its structure. Misses: no tag is added that it has not. */
export function keptEntries({ directory, structure }: TiffPicture, kept: Kept): TiffEntry[] {
  const wanted = kept.exif === undefined ? [] : readExif(kept.exif).directories.flatMap(({ entries }) => entries);
  const find = (tag: number): Buffer | undefined => wanted.find((entry) => entry.tag === tag)?.value;
  const isWanted = ({ tag, value = Buffer.alloc(0) }: TiffEntry): boolean =>
    (tag === COPYRIGHT && textOf(find(COPYRIGHT)) === textOf(value)) ||
    (tag === DATE_TIME && find(DATE_TIME_ORIGINAL) !== undefined && DATE_PATTERN.test(value.toString('latin1')));
  const isKept = (entry: TiffEntry): boolean =>
    (entry.tag === ICC_PROFILE && kept.icc && entry.value !== undefined && neutralIcc(entry.value) !== undefined) ||
    structure.includes(entry) ||
    isWanted(entry);
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

/** What an ASCII value says, without its closing zeros. */
function textOf(value: Buffer | undefined): string | undefined {
  return value?.toString('latin1').replace(/(?<!\0)\0+$/, '');
}
