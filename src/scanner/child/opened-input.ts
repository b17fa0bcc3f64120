/** One input of a look, opened: what several steps need is read, decoded and recognised once. */
import { detectMetadata, type MetadataDetections } from '../../detectors/metadata.ts';
import { decodePicture } from '../../media/decode-picture.ts';
import { type ImageFile, inMemory, openImageFile } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import type { Picture } from '../../media/picture.ts';
import { reducedPages } from '../../media/reduced-pages.ts';
import { MalformedImageError } from '../../media/walkers/byte-view.ts';
import { type LookJob, MAX_FRAMES_SEEN, type Source } from '../jobs.ts';
import { once } from './engines.ts';

export interface OpenedInput {
  file(): Promise<ImageFile>;
  header(): Promise<ImageHeader>;
  metadata(): Promise<MetadataDetections>;
  /** The frames that the pixel detectors look at, one after the other, at the size that all of them share. */
  pictures(): AsyncIterable<Picture>;
  firstPicture(): Promise<Picture>;
  /** Pages of a TIFF that are smaller copies of another one: they go when the file is stripped, and are no frames to look at. */
  reducedPages(): Promise<ReadonlySet<number>>;
}

export function openInput({ source, limits, maxSide }: LookJob): OpenedInput {
  const kept = new Map<number, Picture>();
  const input: OpenedInput = {
    file: once(() => fileOf(source)),
    header: once(async () => readImageHeader(await input.file(), limits)),
    metadata: once(async () => detectMetadata((await input.file()).view, (await input.header()).mediaType)),
    reducedPages: once(async () => reducedPages((await input.file()).view, (await input.header()).mediaType)),
    async firstPicture() {
      for await (const picture of input.pictures()) return picture;
      throw new MalformedImageError('picture: no frames');
    },
    async *pictures() {
      const [file, header] = [await input.file(), await input.header()];
      const reduced = await input.reducedPages();
      const shown = Array.from({ length: header.frames }, (_, frame) => frame).filter((frame) => !reduced.has(frame));
      for (const frame of shown.slice(0, MAX_FRAMES_SEEN)) {
        const picture = kept.get(frame) ?? (await decodePicture(file, header, { maxSide, frame }));
        kept.set(frame, picture);
        yield picture;
      }
    },
  };
  return input;
}

export async function fileOf(source: Source): Promise<ImageFile> {
  return 'bytes' in source ? inMemory(source.bytes) : openImageFile(source.path);
}
