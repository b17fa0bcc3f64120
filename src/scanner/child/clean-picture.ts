import { writeFile } from 'node:fs/promises';
import { detectMetadata } from '../../detectors/metadata.ts';
import { type ImageFile, inMemory } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import { coverRegions } from '../../redactors/cover-regions.ts';
import { stripMetadata } from '../../redactors/strip-metadata.ts';
import { type CleanedPicture, type CleanJob, INLINE_BYTES } from '../jobs.ts';
import { asUndecodable } from './as-undecodable.ts';
import { fileOf } from './opened-input.ts';

/** Strips the metadata and covers the boxes. Throws `UncleanableError`; `output` may be there all the same then. */
export async function cleanPicture(job: CleanJob): Promise<CleanedPicture> {
  const given = await fileOf(job.source);
  try {
    return await cleanOpened(given, job);
  } finally {
    given.close();
  }
}

async function cleanOpened(given: ImageFile, job: CleanJob): Promise<CleanedPicture> {
  const header = await readImageHeader(given, job.limits).catch(asUndecodable);
  const { mediaType } = header;
  const { detections } = await detectMetadata(given.view, mediaType);
  const removed = [...new Set(detections.map(({ type }) => type))];
  const { file, kept, method } = await change(given, header, job);
  const cleaned = { mediaType, removed, kept, method };
  file.close();
  if (typeof file.source === 'string') return cleaned;
  if (file.source.length <= INLINE_BYTES && !job.keepFile) return { ...cleaned, bytes: file.source };
  await writeFile(job.output, file.source, { mode: 0o600, flag: 'wx' });
  return cleaned;
}

/** What is covered is encoded again, upright and without metadata; only what is merely stripped can keep its pixels. */
async function change(
  given: ImageFile,
  header: ImageHeader,
  { boxes, style, strip, output }: CleanJob,
): Promise<Changed> {
  if (boxes.length === 0) return stripMetadata(given, header, strip, output);
  const file = inMemory((await coverRegions(given, header, boxes, style)).bytes);
  const { kept } = await detectMetadata(file.view, header.mediaType);
  return { file, kept, method: 're-encode' };
}

type Changed = Pick<CleanedPicture, 'kept' | 'method'> & { readonly file: ImageFile };
