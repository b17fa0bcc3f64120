/**
 * Takes everything but its pictures out of a TIFF or DNG, in place: each directory is written anew without the tags that go, and
 * whatever no kept structure points to becomes zeros, or is cut at the end. Coded pixels stay where they are. Source: TIFF 6.0, DNG 1.7.1.
 */
import { UncleanableError } from '../../errors.ts';
import { readTiff, type Tiff, type TiffEntry } from '../../media/read-tiff.ts';
import type { Block } from '../../media/walkers/block.ts';
import { type ByteRange, overlap, uncovered } from '../../media/walkers/byte-ranges.ts';
import type { ByteView } from '../../media/walkers/byte-view.ts';
import { contentOf, ICC_PROFILE, joinRanges, outsideValues, PREVIEW, streamBlocks } from '../../media/walkers/tiff.ts';
import { picturesOf, type TiffPicture } from '../../media/walkers/tiff-pictures.ts';
import { codedRanges } from '../../media/walkers/tiff-segments.ts';
import { SUB_DIRECTORIES } from '../../media/walkers/tiff-tags.ts';
import type { Edit } from '../edits.ts';
import { keptEntries } from './kept-tags.ts';
import { neutralIcc } from './neutral-icc.ts';
import type { Kept, Stripper } from './stripper.ts';

const HEADER: ByteRange = { offset: 0, length: 8 };
const ENTRY_BYTES = 12;
const OFFSET_BYTES = 4;

/** A picture with what stays of its directory. */
interface Page {
  readonly picture: TiffPicture;
  readonly entries: readonly TiffEntry[];
  /** Of the next page's directory; 0 at the end of the chain. */
  readonly next: number;
}

export const stripTiff: Stripper = (view, blocks, kept) => {
  const tiff = readTiff(view);
  const pages = pagesOf(tiff, kept);
  refuseSharedValues(tiff, pages);
  const pointers = subPointers(tiff, pages);
  const coded = pages.flatMap(({ picture }) => joinRanges(codedRanges(view, tiff, picture)));
  const values = pages.flatMap(outsideValues).filter(({ tag }) => tag !== SUB_DIRECTORIES);
  const directories = pages.map(({ picture: { directory } }) => directory);
  const written = pages.map((page) => rewrite(view, tiff, page, pointers));
  // A list that has become short enough lies in its entry.
  const lists = pointers === undefined || pointers.bytes.length <= OFFSET_BYTES ? [] : [listEdit(pointers)];
  return [
    ...written,
    ...lists,
    ...neutralProfiles(pages),
    ...blankPreviews(view, tiff, pages, blocks),
    ...blankSegments(view, tiff, pages),
    ...unusedBytes(view, [HEADER, ...directories, ...values, ...coded, ...lists]),
  ];
};

function pagesOf(tiff: Tiff, kept: Kept): Page[] {
  const pictures = picturesOf(tiff);
  const chain = pictures.map(({ directory }) => directory).filter(({ kind }) => kind === 'main');
  return pictures.map((picture) => {
    const place = chain.indexOf(picture.directory);
    const next = place === -1 ? undefined : chain[place + 1];
    return { picture, entries: keptEntries(picture, kept), next: next?.offset ?? 0 };
  });
}

function refuseSharedValues(tiff: Tiff, pages: readonly Page[]): void {
  const kept = new Set(pages.flatMap(({ entries }) => entries));
  const values = tiff.directories.flatMap(outsideValues);
  const [staying, going] = [values.filter((value) => kept.has(value)), values.filter((value) => !kept.has(value))];
  if (overlap(staying, going))
    throw new UncleanableError('unsupported', 'a value that stays shares bytes with one that goes');
}

/** The list of subdirectories of a DNG's first one, without those that go; undefined where there is none. */
interface Pointers {
  readonly entry: TiffEntry;
  readonly bytes: Buffer;
}

function listEdit({ entry, bytes }: Pointers): Edit {
  return { offset: entry.offset, length: bytes.length, by: bytes };
}

function subPointers(tiff: Tiff, pages: readonly Page[]): Pointers | undefined {
  const entry = pages[0]?.entries.find(({ tag }) => tag === SUB_DIRECTORIES);
  if (entry === undefined) return undefined;
  if (entry.length !== entry.count * OFFSET_BYTES)
    throw new UncleanableError('unsupported', 'subdirectories with offsets of another size');
  const offsets = pages.map(({ picture: { directory } }) => directory).filter(({ kind }) => kind === 'sub');
  return { entry, bytes: Buffer.concat(offsets.map(({ offset }) => number32(offset, tiff))) };
}

/** The directory without what goes, in the room that it had. */
function rewrite(view: ByteView, tiff: Tiff, page: Page, pointers: Pointers | undefined): Edit {
  const { offset, length } = page.picture.directory;
  const records = page.entries.map((entry) =>
    record(view, tiff, entry, entry === pointers?.entry ? pointers : undefined),
  );
  const written = records.filter((bytes) => bytes !== undefined);
  const by = Buffer.concat([number16(written.length, tiff), ...written, number32(page.next, tiff)]);
  return { offset, length, by: Buffer.concat([by, Buffer.alloc(Math.max(0, length - by.length))]) };
}

/** Undefined for a list that has become empty. */
function record(view: ByteView, tiff: Tiff, entry: TiffEntry, pointers: Pointers | undefined): Buffer | undefined {
  const { tag, type, offset, length } = entry;
  const count = pointers === undefined ? entry.count : pointers.bytes.length / OFFSET_BYTES;
  if (count === 0) return undefined;
  const isInline = (pointers?.bytes.length ?? length) <= OFFSET_BYTES;
  const inline = isInline ? (pointers?.bytes ?? view.slice(offset, length)) : number32(offset, tiff);
  const bytes = Buffer.alloc(ENTRY_BYTES);
  bytes.set([...number16(tag, tiff), ...number16(type, tiff), ...number32(count, tiff), ...inline]);
  return bytes;
}

/** Pages may share one profile. */
function neutralProfiles(pages: readonly Page[]): Edit[] {
  const byOffset = new Map<number, Edit>();
  for (const { tag, value, offset, length } of pages.flatMap(({ entries }) => entries)) {
    const by = tag === ICC_PROFILE && value !== undefined ? neutralIcc(value) : undefined;
    if (by !== undefined && by !== value) byOffset.set(offset, { offset, length, by });
  }
  return [...byOffset.values()];
}

/** The first directory of a DNG is often a reduced picture, on which the raw one hangs. */
function* blankPreviews(view: ByteView, tiff: Tiff, pages: readonly Page[], blocks: readonly Block[]): Generator<Edit> {
  if (!blocks.some(({ name }) => name === PREVIEW)) return;
  for (const { picture } of pages.filter(({ picture: { isReduced } }) => isReduced)) {
    if (picture.isCompressed)
      throw new UncleanableError('unsupported', 'a DNG whose first picture is a compressed preview');
    for (const range of joinRanges(codedRanges(view, tiff, picture))) yield { ...range, by: 'zeros' };
  }
}

/** Segments of JPEG strips keep their length, so that the strips keep theirs. */
function* blankSegments(view: ByteView, tiff: Tiff, pages: readonly Page[]): Generator<Edit> {
  for (const { picture } of pages)
    for (const block of streamBlocks(view, tiff, picture)) yield { ...contentOf(block), by: 'zeros' };
}

function unusedBytes(view: ByteView, used: readonly ByteRange[]): Edit[] {
  const gaps = uncovered([{ offset: 0, length: view.size }], used);
  return gaps.map((gap) => (gap.offset + gap.length === view.size ? gap : { ...gap, by: 'zeros' }));
}

function number16(value: number, { littleEndian }: Tiff): Buffer {
  const bytes = Buffer.alloc(2);
  if (littleEndian) bytes.writeUInt16LE(value);
  else bytes.writeUInt16BE(value);
  return bytes;
}

function number32(value: number, { littleEndian }: Tiff): Buffer {
  const bytes = Buffer.alloc(OFFSET_BYTES);
  if (littleEndian) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
}
