/** Walks a TIFF file's directories for what is not its pixels. Source: TIFF 6.0, TIFF technical note 3, XMP part 3 section 3. */
import { readTiff, type TiffEntry } from '../read-tiff.ts';
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

/** Baseline and extension tags that only say how the pixels are stored, and the page's number. */
const PICTURE_TAGS: ReadonlySet<number> = new Set([
  0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109, 0x010a, 0x0111, 0x0112, 0x0115,
  0x0116, 0x0117, 0x0118, 0x0119, 0x011a, 0x011b, 0x011c, 0x0120, 0x0121, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128,
  0x0129, 0x012d, 0x013d, 0x013e, 0x013f, 0x0140, 0x0141, 0x0142, 0x0143, 0x0144, 0x0145, 0x014c, 0x014e, 0x0150,
  0x0151, 0x0152, 0x0153, 0x0154, 0x0155, 0x0156, 0x015b, 0x0200, 0x0203, 0x0205, 0x0206, 0x0207, 0x0208, 0x0209,
  0x0211, 0x0212, 0x0213, 0x0214,
]);

const NESTED: Readonly<Record<number, readonly [BlockKind, string]>> = {
  700: ['xmp', 'TIFF:XMP'],
  33723: ['iptc', 'TIFF:IPTC'],
  34377: ['photoshop', 'TIFF:Photoshop'],
  34675: ['icc', 'TIFF:ICC'],
};

/**
 * Yields the blocks that tags hold, and one `tiff-tags` block, the whole file, when any tag is left that is not about pixels. Throws
 * `MalformedImageError`. Misses: bytes that no tag points to.
 */
export function* walkTiff(view: ByteView): Generator<Block> {
  const { directories, isComplete } = readTiff(view);
  const entries = directories.flatMap((directory) => directory.entries);
  for (const entry of entries) yield* nested(entry);
  if (entries.some(({ tag }) => !PICTURE_TAGS.has(tag) && NESTED[tag] === undefined))
    yield { kind: 'tiff-tags', name: 'TIFF:Tags', offset: 0, length: view.size, data: new Uint8Array(0) };
  if (!isComplete) throw new MalformedImageError('TIFF directory');
}

function* nested({ tag, value }: TiffEntry): Generator<Block> {
  const known = NESTED[tag];
  if (known === undefined || value === undefined) return;
  const [kind, name] = known;
  yield { kind, name, offset: 0, length: value.length, data: value };
}
