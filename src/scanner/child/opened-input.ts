/** One input of a look, opened: what several steps need is read, decoded and recognised once. */
import { detectMetadata, type MetadataDetections } from '../../detectors/metadata.ts';
import { decodeFrames } from '../../media/decode-frames.ts';
import { type ImageFile, inMemory, openImageFile } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import type { Picture } from '../../media/picture.ts';
import { reducedPages } from '../../media/reduced-pages.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { LookJob, Source } from '../jobs.ts';
import { once } from './engines.ts';
import { type SeenFrames, seeFrames } from './see-frames.ts';

/** Of the child's time. The last frame that was begun must fit behind this. */
const FRAMES_SHARE = 0.75;
/** Of the child's time, from which the frame that was begun is not read to its end: what was read until then counts. */
const READING_SHARE = 0.9;
/** What is hidden is looked at last, and has some time of its own behind a reading that was ended. */
const HIDDEN_SHARE = 0.95;

export interface OpenedInput {
  file(): Promise<ImageFile>;
  header(): Promise<ImageHeader>;
  metadata(): Promise<MetadataDetections>;
  /** What the pixel detectors look at, at the size that all of them share. */
  frames(): Promise<SeenFrames>;
  /**
   * The pictures of `frames`, one after the other: the first, and the others for as long as less than three quarters of the child's time
   * have passed since the input was opened. What was found in some frames counts; a child that is ended in the middle has found nothing.
   */
  pictures(): AsyncIterable<Picture>;
  /** Whether `pictures` ended before the last one since this was asked last. */
  wasCutShort(): boolean;
  /** A time of `performance.now()`: what is read line by line ends here. */
  readonly readsUntil: number;
  /** The same for pictures that are hidden in it; none is begun behind it. */
  readonly hiddenUntil: number;
  firstPicture(): Promise<Picture>;
  /** Pages of a TIFF that are smaller copies of another one: they go when the file is stripped, and are no frames to look at. */
  reducedPages(): Promise<ReadonlySet<number>>;
}

/** `deadlineMs`: after which this child is ended. */
export function openInput({ source, limits, maxSide }: LookJob, deadlineMs: number): OpenedInput {
  const openedAt = performance.now();
  let cutShort = false;
  const input: OpenedInput = {
    file: once(() => fileOf(source)),
    header: once(async () => readImageHeader(await input.file(), limits)),
    metadata: once(async () => detectMetadata((await input.file()).view, (await input.header()).mediaType)),
    reducedPages: once(async () => reducedPages((await input.file()).view, (await input.header()).mediaType)),
    frames: once(async () => {
      const [file, header, without] = [await input.file(), await input.header(), await input.reducedPages()];
      return seeFrames(decodeFrames(file, header, { maxSide, without }), header.frames - without.size);
    }),
    async *pictures() {
      for (const [index, picture] of (await input.frames()).pictures.entries()) {
        cutShort = index > 0 && performance.now() - openedAt > deadlineMs * FRAMES_SHARE;
        if (cutShort) return;
        yield picture;
      }
    },
    wasCutShort() {
      const was = cutShort;
      cutShort = false;
      return was;
    },
    readsUntil: openedAt + deadlineMs * READING_SHARE,
    hiddenUntil: openedAt + deadlineMs * HIDDEN_SHARE,
    async firstPicture() {
      const [first] = (await input.frames()).pictures;
      if (first === undefined) throw new MalformedImageError('picture: no frames');
      return first;
    },
  };
  return input;
}

export async function fileOf(source: Source): Promise<ImageFile> {
  return 'bytes' in source ? inMemory(source.bytes) : openImageFile(source.path);
}
