/** One input of a look, opened: what several steps need is read, decoded and recognised once. */
import { detectMetadata, type MetadataDetections } from '../../detectors/metadata.ts';
import type { TextLine } from '../../detectors/read-text.ts';
import { decodePicture } from '../../media/decode-picture.ts';
import { type ImageFile, inMemory, openImageFile } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import type { Picture } from '../../media/picture.ts';
import { type LookJob, MAX_FRAMES_SEEN, type Source } from '../jobs.ts';
import { type Engines, once } from './engines.ts';

export interface OpenedInput {
  file(): Promise<ImageFile>;
  header(): Promise<ImageHeader>;
  metadata(): Promise<MetadataDetections>;
  /** The first frames, at the size that all pixel detectors share; not empty. */
  pictures(): Promise<readonly Picture[]>;
  lines(): Promise<readonly TextLine[]>;
}

export function openInput({ source, limits, maxSide }: LookJob, engines: Engines): OpenedInput {
  const input: OpenedInput = {
    file: once(() => fileOf(source)),
    header: once(async () => readImageHeader(await input.file(), limits)),
    metadata: once(async () => detectMetadata((await input.file()).view, (await input.header()).mediaType)),
    pictures: once(async () => decodeFrames(await input.file(), await input.header(), maxSide)),
    lines: once(async () => {
      const reader = await engines.textReader();
      const lines: TextLine[] = [];
      for (const picture of await input.pictures()) lines.push(...(await reader.read(picture)));
      return lines;
    }),
  };
  return input;
}

export async function fileOf(source: Source): Promise<ImageFile> {
  return 'bytes' in source ? inMemory(source.bytes) : openImageFile(source.path);
}

async function decodeFrames(file: ImageFile, header: ImageHeader, maxSide: number): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (let frame = 0; frame < Math.min(header.frames, MAX_FRAMES_SEEN); frame++)
    pictures.push(await decodePicture(file, header, { maxSide, frame }));
  return pictures;
}
