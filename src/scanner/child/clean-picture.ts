import { writeFile } from 'node:fs/promises';
import { BystanderError, UncleanableError } from '../../errors.ts';
import { readImageHeader } from '../../media/image-header.ts';
import { coverRegions } from '../../redactors/cover-regions.ts';
import { stripMetadata } from '../../redactors/strip-metadata.ts';
import { type CleanedPicture, type CleanJob, INLINE_BYTES } from '../jobs.ts';
import { bytesOf } from './opened-input.ts';

/** Strips the metadata and covers the boxes. Throws `UncleanableError`; the file is there only after everything went well. */
export async function cleanPicture(job: CleanJob): Promise<CleanedPicture> {
  const given = await bytesOf(job.source);
  const header = await readImageHeader(given, job.limits).catch(asUndecodable);
  const stripped = await stripMetadata(given, header);
  const covered =
    job.boxes.length === 0 ? undefined : await coverRegions(stripped.bytes, header, [...job.boxes], job.style);
  const bytes = covered?.bytes ?? stripped.bytes;
  const method = covered === undefined ? stripped.method : 're-encode';
  const { removed, kept } = stripped;
  const cleaned = { mediaType: header.mediaType, removed, kept, method };
  if (bytes.length <= INLINE_BYTES && !job.keepFile) return { ...cleaned, bytes };
  await writeFile(job.output, bytes, { mode: 0o600, flag: 'wx' });
  return cleaned;
}

function asUndecodable(error: unknown): never {
  if (error instanceof BystanderError) throw error;
  throw new UncleanableError('undecodable', 'the header of the picture cannot be read');
}
