/**
 * Walks the boxes of a HEIC or AVIF file, still or sequence. Source: ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items), AVIF 1.1.
 * Whatever is not the picture, as `heif-roles.ts` and `image-sequence.ts` say what that is, is yielded, bytes that nothing points to
 * and messages among the coded ones included. Misses: the minor version of the file's type, the numbers in tables of tracks.
 */
import type { Block } from './block.ts';
import { isZero, uncovered } from './byte-ranges.ts';
import { type ByteView, MalformedImageError } from './byte-view.ts';
import { isSequence, rangesOf, readHeif, topLevel } from './heif.ts';
import { readHeifMeta } from './heif-items.ts';
import { blockOf, otherBox, walkHeifMeta } from './heif-meta.ts';
import { rolesOf } from './heif-roles.ts';
import { readImageSequence } from './image-sequence.ts';
import type { Box, BoxPart } from './isobmff-boxes.ts';

const USER_TYPE_BYTES = 16;
/** Hex of the user types that are known here: XMP part 3 section 1.1.4, C2PA 2.1 section A.5. */
const XMP_USER_TYPE = 'be7acfcb97a942e89c71999491e3afac';
const C2PA_USER_TYPE = 'd8fec3d61b0e483c92975828877ec481';
const BRAND_BYTES = 4;
/** Of images and sequences, and of the file format below them. */
const BRANDS: readonly string[] = (
  'heic heix heim heis hevc hevx hevm hevs heif mif1 mif2 mif3 msf1 miaf MiPr MiAB MiAn MiBu MiCm MiHA MiHB MiHE MiHX MA1A MA1B ' +
  'avif avis avio avci avcs 1pic unif geo1 pred vvic vvis isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 isoa isob isoc mp41 mp42'
).split(' ');
const NO_DATA = new Uint8Array(0);

/** Yields what is not picture. Throws `MalformedImageError`. */
export function* walkIsobmff(view: ByteView): Generator<Block> {
  const seen = new Set<string>();
  for (const box of topLevel(view)) {
    yield* outerParts(view, box, seen);
    if (seen.has(box.type)) continue;
    seen.add(box.type);
    if (box.type === 'meta') {
      const meta = readHeifMeta(view, box);
      yield* walkHeifMeta(view, meta, rolesOf(view, meta).others);
    } else if (box.type === 'moov' && isSequence(view)) yield* readImageSequence(view, box).parts;
  }
  const heif = readHeif(view);
  if (heif.refusal !== undefined)
    yield { kind: 'unknown', name: 'HEIF:UnsupportedStructure', offset: 0, length: 0, data: NO_DATA };
  for (const { offset, length } of heif.messages)
    yield { kind: 'unknown', name: 'HEIF:CodedMessage', offset, length, data: NO_DATA };
  for (const gap of uncovered(heif.regions, [...heif.picture, ...rangesOf(heif.meta, heif.roles.others)]))
    if (!isZero(view, gap)) yield { kind: 'unknown', name: 'HEIF:HiddenBytes', ...gap, data: NO_DATA };
}

/** What stands between the boxes of the picture; of these only the file's type may have something to give. */
export function* outerParts(view: ByteView, box: Box, seen: ReadonlySet<string>): Generator<BoxPart> {
  const { type } = box;
  const part = (kind: Block['kind'], name: string): BoxPart => ({ ...blockOf(view, kind, name, box), by: 'free' });
  if (type === 'ftyp') yield* brands(view, box);
  else if (type === 'mdat' || ((type === 'meta' || (type === 'moov' && isSequence(view))) && !seen.has(type))) return;
  else if (type === 'moov') yield part('second-picture', 'HEIF:ImageSequence');
  else if (type === '') yield part('appended', 'HEIF:Trailer');
  else if (type === 'mpvd') yield part('appended', 'HEIF:MotionPhoto');
  else if (type === 'uuid') yield userBox(view, box);
  else for (const block of otherBox(view, box)) yield { ...block, by: 'free' };
}

function userBox(view: ByteView, box: Box): BoxPart {
  const { start, end } = box;
  const isTyped = end - start >= USER_TYPE_BYTES;
  const userType = isTyped ? view.slice(start, USER_TYPE_BYTES).toString('hex') : '';
  const name = userType === C2PA_USER_TYPE ? 'HEIF:C2PA' : 'HEIF:UserBox';
  const block = blockOf(view, 'unknown', name, box);
  if (userType !== XMP_USER_TYPE) return { ...block, by: 'free' };
  return { ...block, kind: 'xmp', name: 'HEIF:XMP', data: block.data.subarray(USER_TYPE_BYTES), by: 'free' };
}

/** Four letters of each compatible brand are room for text; the main brand stands in for an unknown one. */
function* brands(view: ByteView, box: Box): Generator<BoxPart> {
  const { start, end } = box;
  const payload = view.slice(start, end - start);
  if (payload.length < 8 || payload.length % BRAND_BYTES !== 0) throw new MalformedImageError('ISOBMFF: brands');
  const main = payload.subarray(0, BRAND_BYTES);
  const by = Buffer.from(payload);
  for (let at = 8; at < by.length; at += BRAND_BYTES)
    if (!BRANDS.includes(by.toString('latin1', at, at + BRAND_BYTES))) main.copy(by, at);
  if (!by.equals(payload))
    yield { ...blockOf(view, 'unknown', 'HEIF:Brand', box), offset: start, length: by.length, by };
}
