/** Walks Photoshop image resources, which hold IPTC and sometimes a thumbnail. Source: Adobe Photoshop file formats specification, 2019. */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';

/** Resources of one block; Photoshop writes under 50. */
const MAX_RESOURCES = 1000;
const SIGNATURES: readonly string[] = ['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa'];
const HEADER_BYTES = 6;

const RESOURCES: Readonly<Record<number, readonly [BlockKind, string]>> = {
  1008: ['text', 'Photoshop:Caption'],
  1028: ['iptc', 'Photoshop:IPTC'],
  1033: ['thumbnail', 'Photoshop:Thumbnail'],
  1036: ['thumbnail', 'Photoshop:Thumbnail'],
  1035: ['text', 'Photoshop:URL'],
  1039: ['icc', 'Photoshop:ICC'],
  1050: ['unknown', 'Photoshop:Slices'],
  1054: ['unknown', 'Photoshop:URLList'],
  1058: ['exif', 'Photoshop:EXIF'],
  1059: ['exif', 'Photoshop:EXIF'],
  1060: ['xmp', 'Photoshop:XMP'],
  1071: ['unknown', 'Photoshop:PrintInfo'],
  1082: ['unknown', 'Photoshop:PrintInfo'],
  1083: ['unknown', 'Photoshop:PrintInfo'],
  7000: ['unknown', 'Photoshop:Variables'],
  7001: ['unknown', 'Photoshop:Variables'],
  8000: ['unknown', 'Photoshop:Workflow'],
};

/** Plug-ins keep what they like here. */
const PLUG_INS_FROM = 4000;
const PLUG_INS_TO = 4999;
const PLUG_IN = ['unknown', 'Photoshop:PlugIn'] as const;

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
    const id = view.u16(at + 4);
    const known = RESOURCES[id] ?? (id >= PLUG_INS_FROM && id <= PLUG_INS_TO ? PLUG_IN : undefined);
    const end = sizeAt + 4 + size + (size % 2);
    if (known !== undefined) yield { kind: known[0], name: known[1], offset: at, length: end - at, data };
    at = end;
  }
}
