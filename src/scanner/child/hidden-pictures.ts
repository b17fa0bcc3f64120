/** The pictures that an input's file holds beside the one it shows: each is compared with it once, and those that differ are looked at. */
import { isDifferentCrop, SAME_PICTURE, type Sameness, showsTheSame } from '../../detectors/different-crop.ts';
import { decodeHiddenPicture } from '../../media/decode-hidden-picture.ts';
import { findHiddenPictures } from '../../media/find-hidden-pictures.ts';
import type { HiddenPicture } from '../../media/hidden-picture.ts';
import { isGainMap } from '../../media/is-gain-map.ts';
import type { Picture } from '../../media/picture.ts';
import { SHRUNK_SIDE, shrinkPicture } from '../../media/shrink-picture.ts';
import { turnUpright } from '../../media/turn-upright.ts';
import { walkImage } from '../../media/walk-image.ts';
import type { HiddenSight, LookJob, Sight } from '../jobs.ts';
import { type Engines, once } from './engines.ts';
import { lookAtPixels, together } from './look-at-pixels.ts';
import type { OpenedInput } from './opened-input.ts';

export interface HiddenPictures {
  /** Fields of the thumbnails that show something else than the picture itself: what was cropped away is still in them. */
  differentThumbnails(): Promise<readonly string[]>;
  /** What is seen in all pictures that differ. `isAll`: false when one did not decode, was beyond a bound, or time was up. */
  sights(): Promise<{ readonly sights: readonly HiddenSight[]; readonly isAll: boolean }>;
}

interface Comparison {
  readonly isDifferentCrop: boolean;
  readonly showsTheSame: boolean;
}

/** Pictures that all detectors look at, as many as frames: each may cost as much as the input's own. */
const MAX_SEEN = 4;
/** A gain map says how much brighter each place may be shown, which is only much like the picture: 0.91 where one was measured. */
const SAME_GAIN_MAP: Sameness = { likeness: 0.5, rest: 255 };

export function createHiddenPictures(
  input: OpenedInput,
  { limits, maxSide }: LookJob,
  engines: Engines,
): HiddenPictures {
  const found = once(async () => {
    const [file, { mediaType }] = [await input.file(), await input.header()];
    return findHiddenPictures(file.view, mediaType, walkImage(file.view, mediaType)?.blocks ?? []);
  });
  const whole = once(async () => shrinkPicture(await input.firstPicture()));
  const comparisons = new Map<HiddenPicture, Promise<Comparison | undefined>>();
  // Together they may have as many pixels as one picture.
  let pixels = limits.pixels;

  /** Undefined when it does not decode. */
  function compare(hidden: HiddenPicture): Promise<Comparison | undefined> {
    const comparison = comparisons.get(hidden) ?? compareOnce(hidden);
    comparisons.set(hidden, comparison);
    return comparison;
  }

  async function compareOnce(hidden: HiddenPicture): Promise<Comparison | undefined> {
    const picture = await decode(hidden, SHRUNK_SIDE, pixels);
    if (picture === undefined) return undefined;
    pixels -= picture.fullWidth * picture.fullHeight;
    const [mine, its] = [await shrinkPicture(picture), await whole()];
    const sameness = isGainMap(hidden) ? SAME_GAIN_MAP : SAME_PICTURE;
    return { isDifferentCrop: isDifferentCrop(mine, its), showsTheSame: showsTheSame(mine, its, sameness) };
  }

  async function decode(hidden: HiddenPicture, side: number, maxPixels: number): Promise<Picture | undefined> {
    try {
      const options = { limits: { ...limits, pixels: maxPixels }, maxSide: side };
      return await decodeHiddenPicture(hidden, await input.file(), options);
    } catch {
      // Whatever is wrong with it: it goes when the file is stripped, and the report says that not all was seen.
      return undefined;
    }
  }

  /** Writers store thumbnails turned as the picture is, but do not say so; some do not. */
  async function look(hidden: HiddenPicture, picture: Picture): Promise<Sight> {
    const { orientation } = await input.header();
    const turned = hidden.source === 'thumbnail' ? await turnUpright(picture, orientation) : undefined;
    const sight = await lookAtPixels(picture, engines, input.hiddenUntil);
    return turned === undefined ? sight : together(sight, await lookAtPixels(turned, engines, input.hiddenUntil));
  }

  return {
    async differentThumbnails() {
      const different = new Set<string>();
      for (const hidden of (await found()).pictures)
        if (hidden.source === 'thumbnail' && (await compare(hidden))?.isDifferentCrop) different.add(hidden.field);
      return [...different];
    },
    async sights() {
      const { pictures, isAll } = await found();
      const sights: HiddenSight[] = [];
      let areAllSeen = isAll;
      for (const hidden of pictures) {
        if (performance.now() > input.hiddenUntil) return { sights, isAll: false };
        const comparison = await compare(hidden);
        if (comparison?.showsTheSame) continue;
        const isSeen = comparison !== undefined && sights.length < MAX_SEEN;
        const picture = isSeen ? await decode(hidden, maxSide, limits.pixels) : undefined;
        if (picture === undefined) areAllSeen = false;
        else {
          const { field, source } = hidden;
          sights.push({ field, source, stays: false, ...(await look(hidden, picture)) });
        }
      }
      return { sights, isAll: areAllSeen };
    },
  };
}
