/**
 * Takes all chunks that show nothing out of a PNG or animated PNG, and leaves the coded pixels as they are. What stays: what decoding
 * needs, colour and density in their standard sizes, the colour profile under a name that says nothing, and an `eXIf` chunk with the
 * tags that are kept. Source: PNG specification, third edition (W3C).
 */
import type { Block } from '../../media/walkers/block.ts';
import { PNG_HEAD_BYTES, pngChunk } from '../../media/walkers/png-chunks.ts';
import { writeIccp } from '../../media/walkers/png-profile.ts';
import type { Edit } from '../edits.ts';
import { neutralIcc } from './neutral-icc.ts';
import type { Stripper } from './stripper.ts';

/** Parts of the chunk with the profile; they go with it, or when it is written anew. */
const IN_PROFILE: readonly string[] = ['PNG:ProfileName', 'PNG:ProfileRest'];

export const stripPng: Stripper = (_view, blocks, kept) => {
  const isUnclean = blocks.some(({ name }) => IN_PROFILE.includes(name));
  const edits = blocks
    .filter(({ name }) => !IN_PROFILE.includes(name))
    .flatMap((block) => editOf(block, kept.icc, isUnclean));
  if (kept.exif !== undefined) edits.push({ offset: PNG_HEAD_BYTES, length: 0, by: pngChunk('eXIf', kept.exif) });
  return edits;
};

function editOf({ kind, name, offset, length, data }: Block, keepsProfile: boolean, isUnclean: boolean): Edit[] {
  if (kind === 'icc' && name === 'PNG:ICC' && keepsProfile) {
    const neutral = neutralIcc(data);
    if (neutral === undefined) return [{ offset, length }];
    return isUnclean || neutral !== data ? [{ offset, length, by: writeIccp(neutral) }] : [];
  }
  // It must stand at the end, only without what it should not hold.
  if (name === 'PNG:IEND') return [{ offset, length, by: pngChunk('IEND', Buffer.alloc(0)) }];
  return [{ offset, length }];
}
