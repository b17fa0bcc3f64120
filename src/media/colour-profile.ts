/** Finds colour profiles in the blocks of a walk, and the tags of a profile. Source: ICC.1:2022 section 7 and annex B. */
import type { Block } from './walkers/block.ts';
import { asBuffer, type ByteView, MalformedImageError } from './walkers/byte-view.ts';

export interface ProfileTag {
  readonly signature: string;
  readonly offset: number;
  readonly size: number;
}

export const TAG_COUNT_AT = 128;
export const TAG_TABLE_AT = 132;
export const TAG_BYTES = 12;
/** Tags of one profile; profiles have about 20. */
const MAX_TAGS = 200;
const SIGNATURE_AT = 36;
/** Each segment of a JPEG says which it is, from 1, and how many there are. */
const SEQUENCE_BYTES = 2;
/** The colour type that stands before a profile in HEIF: `prof`. */
const HEIF_TYPE_BYTES = 4;

/** The profiles of one file; a JPEG spreads one over segments. Throws `MalformedImageError` for one that is not there in full. */
export function profilesOf(blocks: readonly Block[]): Buffer[] {
  const profiles = blocks.filter(({ kind }) => kind === 'icc');
  const segments = profiles.filter(({ name }) => name === 'JPEG:ICC');
  const joined = segments.length === 0 ? [] : [Buffer.concat(orderSegments(segments).map(profilePart))];
  return [...joined, ...profiles.filter(({ name }) => name !== 'JPEG:ICC').map(unwrap)];
}

/** A JPEG's profile segments in the order of their numbers. Throws `MalformedImageError` when one is missing or there twice. */
export function orderSegments(segments: readonly Block[]): Block[] {
  const ordered = segments.toSorted((a, b) => (a.data[0] ?? 0) - (b.data[0] ?? 0));
  const isInOrder = ordered.every(({ data }, index) => data[0] === index + 1 && data[1] === ordered.length);
  if (!isInOrder) throw new MalformedImageError('colour profile: segments');
  return ordered;
}

/** What a JPEG segment holds of the profile. */
export function profilePart({ data }: Block): Buffer {
  return asBuffer(data).subarray(SEQUENCE_BYTES);
}

/** The tag table. Throws `MalformedImageError`; where a tag's data lies is not checked. */
export function readTags(view: ByteView): ProfileTag[] {
  const count = view.u32(TAG_COUNT_AT);
  if (count > MAX_TAGS) throw new MalformedImageError('colour profile: too many tags');
  return Array.from({ length: count }, (_, index) => {
    const at = TAG_TABLE_AT + index * TAG_BYTES;
    return { signature: view.latin1(at, 4), offset: view.u32(at + 4), size: view.u32(at + 8) };
  });
}

/** As it is, or behind a colour type (HEIF). */
function unwrap({ data }: Block): Buffer {
  const bytes = asBuffer(data);
  const start = [0, HEIF_TYPE_BYTES].find((at) => isProfile(bytes.subarray(at)));
  if (start === undefined) throw new MalformedImageError('colour profile');
  return bytes.subarray(start);
}

function isProfile(bytes: Buffer): boolean {
  return bytes.toString('latin1', SIGNATURE_AT, SIGNATURE_AT + 4) === 'acsp';
}
