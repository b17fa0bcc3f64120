/** A decided upload outside of a request: what `onRelease` gets. */
import type { Release } from '../holds/types.ts';
import type { UploadedFile } from './content.ts';
import { openEnvelope } from './envelope.ts';
import { rebuildContent } from './rebuild-content.ts';
import { bytesOf } from './with-cleaned.ts';

export interface ReleasedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly size: number;
  readonly buffer: Buffer;
}

export interface ReleasedUpload {
  /** The host's idempotency key: a release comes at least once until the hook succeeds. */
  readonly hold: string;
  readonly subject: string;
  readonly record: string;
  /** As the route's handler would have seen it; for `submit`, the list of texts. */
  readonly body: unknown;
  /** The request's query, decided like the rest. */
  readonly query: string;
  readonly files: readonly ReleasedFile[];
}

export function releasedUpload({ hold, subject, record, envelope, items }: Release): ReleasedUpload {
  const { body, query, files } = rebuildContent(openEnvelope(envelope), items);
  return { hold, subject, record, body, query, files: files.map(releasedFile) };
}

function releasedFile({ fieldname, originalname, mimetype, size, source }: UploadedFile): ReleasedFile {
  return { fieldname, originalname, mimetype, size, buffer: Buffer.from(bytesOf(source)) };
}
