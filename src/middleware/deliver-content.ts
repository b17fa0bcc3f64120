/** Puts a clean content on the request, in the places where a handler looks for it. */
import type { Request } from 'express';
import type { Content, UploadedFile } from './content.ts';
import type { Layout } from './envelope.ts';
import { filesByField, type MulterFile, multerFile } from './multer-files.ts';
import { queryOf } from './query-items.ts';
import { replaceQuery } from './replace-query.ts';
import type { SpoolSession } from './spool.ts';

/** Sets `req.file` and `req.files`. */
export async function deliverFiles(
  request: Request,
  files: readonly UploadedFile[],
  { as, files: layout }: Layout,
  session: SpoolSession,
): Promise<void> {
  const delivered: MulterFile[] = [];
  for (const file of files) delivered.push(await multerFile(file, as, session));
  Object.assign(request, filesAs(layout, delivered));
}

/** Sets `req.body` and the query, also in the URLs. */
export function deliverStrings(request: Request, { body, query }: Content): void {
  // Hosts keep the raw bytes here for signatures; after masking they would be a copy of what was masked.
  if (body !== request.body && 'rawBody' in request) Object.assign(request, { rawBody: undefined });
  request.body = body;
  if (queryOf(request.url) !== query) replaceQuery(request, query);
}

function filesAs(layout: Layout['files'], files: readonly MulterFile[]): { file?: MulterFile; files?: unknown } {
  const [first] = files;
  const only = files.length === 1 && first !== undefined ? { file: first } : {};
  switch (layout) {
    case 'single':
      return only;
    case 'list':
      return { files };
    case 'by-field':
      return { ...only, files: filesByField(files) };
  }
}
