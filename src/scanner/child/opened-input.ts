/** One input of a look, opened: what several steps need is read, decoded and recognised once. */
import { detectMetadata, type MetadataDetections } from '../../detectors/metadata.ts';
import { decodeFrames } from '../../media/decode-frames.ts';
import { type ImageFile, inMemory, openImageFile } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import type { Picture } from '../../media/picture.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import type { LookJob, Source } from '../jobs.ts';
import { once } from './engines.ts';
import { type SeenFrames, seeFrames } from './see-frames.ts';

export interface OpenedInput {
  file(): Promise<ImageFile>;
  header(): Promise<ImageHeader>;
  metadata(): Promise<MetadataDetections>;
  /** What the pixel detectors look at, at the size that all of them share. */
  frames(): Promise<SeenFrames>;
  /** The pictures of `frames`, one after the other. */
  pictures(): AsyncIterable<Picture>;
  firstPicture(): Promise<Picture>;
}

export function openInput({ source, limits, maxSide }: LookJob): OpenedInput {
  const input: OpenedInput = {
    file: once(() => fileOf(source)),
    header: once(async () => readImageHeader(await input.file(), limits)),
    metadata: once(async () => detectMetadata((await input.file()).view, (await input.header()).mediaType)),
    frames: once(async () => {
      const [file, header] = [await input.file(), await input.header()];
      return seeFrames(decodeFrames(file, header, maxSide), header.frames);
    }),
    async *pictures() {
      yield* (await input.frames()).pictures;
    },
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
