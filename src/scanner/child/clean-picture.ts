import { writeFile } from 'node:fs/promises';
import { detectMetadata } from '../../detectors/metadata.ts';
import { type ImageHeader, readImageHeader } from '../../media/image-header.ts';
import { coverRegions } from '../../redactors/cover-regions.ts';
import { stripMetadata } from '../../redactors/strip-metadata.ts';
import { type CleanedPicture, type CleanJob, INLINE_BYTES } from '../jobs.ts';
import { asUndecodable } from './as-undecodable.ts';
import { bytesOf } from './opened-input.ts';

/** Strips the metadata and covers the boxes. Throws `UncleanableError`; the file is there only after everything went well. */
export async function cleanPicture(job: CleanJob): Promise<CleanedPicture> {
  const given = await bytesOf(job.source);
  const header = await readImageHeader(given, job.limits).catch(asUndecodable);
  const { mediaType } = header;
  const { detections } = await detectMetadata(given, mediaType);
  const removed = [...new Set(detections.map(({ type }) => type))];
  const { bytes, kept, method } = await change(given, header, job);
  const cleaned = { mediaType, removed, kept, method };
  if (bytes.length <= INLINE_BYTES && !job.keepFile) return { ...cleaned, bytes };
  await writeFile(job.output, bytes, { mode: 0o600, flag: 'wx' });
  return cleaned;
}

/** What is covered is encoded again, upright and without metadata; only what is merely stripped can keep its pixels. */
async function change(given: Uint8Array, header: ImageHeader, { boxes, style }: CleanJob): Promise<Changed> {
  if (boxes.length === 0) return stripMetadata(given, header);
  const { bytes } = await coverRegions(given, header, boxes, style);
  const { kept } = await detectMetadata(bytes, header.mediaType);
  return { bytes, kept, method: 're-encode' };
}

type Changed = Pick<CleanedPicture, 'kept' | 'method'> & { readonly bytes: Uint8Array };
