/** What a stripper keeps of a colour profile: how colours are meant, and nothing about who or what made it. */
import { orderSegments, profilePart } from '../../media/colour-profile.ts';
import { neutralProfile } from '../../media/neutral-profile.ts';
import type { Block } from '../../media/walkers/block.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { Edit } from '../edits.ts';

/** A profile of the same length, the same one when it already is neutral, or undefined when it is broken and has to go. */
export function neutralIcc<Bytes extends Uint8Array>(profile: Bytes): Buffer | Bytes | undefined {
  try {
    return neutralProfile(profile) ?? profile;
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}

/** The edits for the profile segments of a JPEG, which stay where they are. */
export function neutralSegments(segments: readonly Block[]): readonly Edit[] {
  const ordered = inOrder(segments);
  const profile = ordered && neutralIcc(Buffer.concat(ordered.map(profilePart)));
  if (ordered === undefined || profile === undefined) return segments.map(({ offset, length }) => ({ offset, length }));
  let done = 0;
  return ordered.map((segment) => {
    const { length } = profilePart(segment);
    const by = profile.subarray(done, done + length);
    done += length;
    return { offset: segment.offset + segment.length - length, length, by };
  });
}

function inOrder(segments: readonly Block[]): Block[] | undefined {
  try {
    return orderSegments(segments);
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}
