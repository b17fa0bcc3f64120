import { writeFile } from 'node:fs/promises';
import type { Detection, FindingType } from '../../core/types.ts';
import { detectMetadata } from '../../detectors/metadata.ts';
import type { ImageFile } from '../../media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import { coverRegions } from '../../redactors/cover-regions.ts';
import { keepInCovered } from '../../redactors/keep-in-encoded.ts';
import { encodedType } from '../../redactors/re-encode.ts';
import { stripMetadata } from '../../redactors/strip-metadata.ts';
import { type CleanedPicture, type CleanJob, INLINE_BYTES } from '../jobs.ts';
import { asUndecodable } from './as-undecodable.ts';
import { fileOf } from './opened-input.ts';

type Changed = Pick<CleanedPicture, 'kept' | 'method'> & { readonly file: ImageFile };

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
  const { detections } = await detectMetadata(given.view, header.mediaType);
  const { file, kept, method } = await change(given, header, job);
  const mediaType = method === 're-encode' ? encodedType(header.mediaType) : header.mediaType;
  try {
    const removed = await goneFrom(file, mediaType, detections);
    const cleaned = { mediaType, removed, kept, method };
    if (typeof file.source === 'string') return cleaned;
    if (file.source.length <= INLINE_BYTES && !job.keepFile) return { ...cleaned, bytes: file.source };
    await writeFile(job.output, file.source, { mode: 0o600, flag: 'wx' });
    return cleaned;
  } finally {
    file.close();
  }
}

/** What is covered is encoded again, upright and with nothing but what `strip` keeps; only what is merely stripped can keep its pixels. */
async function change(
  given: ImageFile,
  header: ImageHeader,
  { boxes, style, strip, output }: CleanJob,
): Promise<Changed> {
  if (boxes.length === 0) return stripMetadata(given, header, strip, output);
  const covered = await coverRegions(given, header, boxes, style);
  return { ...keepInCovered(covered, given, header.mediaType, strip), method: 're-encode' };
}

/** Types of which something was found that is not found any more: what was kept is not said to be removed. */
async function goneFrom(file: ImageFile, mediaType: string, before: readonly Detection[]): Promise<FindingType[]> {
  const { detections: after } = await detectMetadata(file.view, mediaType);
  const left = new Set(after.map(placeOf));
  return [...new Set(before.filter((detection) => !left.has(placeOf(detection))).map(({ type }) => type))];
}

function placeOf(detection: Detection): string {
  return `${detection.type} ${'field' in detection ? detection.field : ''}`;
}
