/** Finds what colour profiles say about somebody's devices. Source and known tags: `neutral-profile.ts`. */
import { profilesOf } from '../../media/colour-profile.ts';
import { identifyingFields } from '../../media/neutral-profile.ts';
import type { Block } from '../../media/walkers/block.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { Collected } from './collected.ts';

/** All profile blocks of one file. */
export function collectProfiles(blocks: readonly Block[], found: Collected): void {
  try {
    for (const profile of profilesOf(blocks))
      for (const field of identifyingFields(profile)) found.add('device-id', field);
  } catch (error) {
    if (!(error instanceof MalformedImageError)) throw error;
    found.add('metadata-block', 'ICC:Profile');
  }
}
