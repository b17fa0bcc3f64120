/** Walks Photoshop image resources, which hold IPTC and sometimes a thumbnail. Source: Adobe Photoshop file formats specification, 2019. */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

/** Resources of one block; Photoshop writes under 50. */
const MAX_RESOURCES = 1000;
const SIGNATURES: readonly string[] = ['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa'];
const HEADER_BYTES = 6;

const RESOURCES: Readonly<Record<number, readonly [BlockKind, string]>> = {
  1028: ['iptc', 'Photoshop:IPTC'],
  1033: ['thumbnail', 'Photoshop:Thumbnail'],
  1036: ['thumbnail', 'Photoshop:Thumbnail'],
  1035: ['text', 'Photoshop:URL'],
  1039: ['icc', 'Photoshop:ICC'],
  1058: ['exif', 'Photoshop:EXIF'],
  1059: ['exif', 'Photoshop:EXIF'],
  1060: ['xmp', 'Photoshop:XMP'],
};

/** Yields the resources known here; offsets are within the block. Throws `MalformedImageError`. */
export function* walkPhotoshop(view: ByteView): Generator<Block> {
  let at = 0;
  for (let resources = 0; at + HEADER_BYTES <= view.size; resources++) {
    if (resources > MAX_RESOURCES) throw new MalformedImageError('Photoshop: too many resources');
    if (!SIGNATURES.includes(view.latin1(at, 4))) throw new MalformedImageError('Photoshop resource');
    // The name is a Pascal string, padded to an even size.
    const nameBytes = 1 + view.u8(at + HEADER_BYTES);
    const sizeAt = at + HEADER_BYTES + nameBytes + (nameBytes % 2);
    const size = view.u32(sizeAt);
    const data = view.slice(sizeAt + 4, size);
    const known = RESOURCES[view.u16(at + 4)];
    const end = sizeAt + 4 + size + (size % 2);
    if (known !== undefined) yield { kind: known[0], name: known[1], offset: at, length: end - at, data };
    at = end;
  }
}
