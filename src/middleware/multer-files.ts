/** Cleaned files in multer's shape, so that handlers written for it work unchanged. */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileSource, UploadedFile } from './content.ts';
import type { SpoolSession } from './spool.ts';
import type { FileShape } from './upload-options.ts';

/** A file as multer's disk storage (`path`) or memory storage (`buffer`) gives it. */
export interface MulterFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly encoding: string;
  readonly mimetype: string;
  readonly size: number;
  readonly destination?: string;
  readonly filename?: string;
  readonly path?: string;
  readonly buffer?: Buffer;
}

/** Reads or writes the file as the shape wants it. */
export async function multerFile(file: UploadedFile, as: FileShape, session: SpoolSession): Promise<MulterFile> {
  const { fieldname, originalname, encoding, mimetype, size, source } = file;
  const shared = { fieldname, originalname, encoding, mimetype, size };
  if (as === 'buffer') return { ...shared, buffer: await bufferOf(source) };
  const path = 'path' in source ? source.path : await session.write(source.bytes);
  return { ...shared, destination: dirname(path), filename: basename(path), path };
}

/**
 * The list of all files that also has each field's files under the field's name, so that it reads like the `req.files` of multer's
 * `array()` and like that of its `fields()`.
 */
export function filesByField(files: readonly MulterFile[]): MulterFile[] {
  const list = [...files];
  for (const name of new Set(files.map(({ fieldname }) => fieldname))) {
    if (name === 'length') continue;
    const value = files.filter(({ fieldname }) => fieldname === name);
    Object.defineProperty(list, name, { value, enumerable: false, configurable: true });
  }
  return list;
}

async function bufferOf(source: FileSource): Promise<Buffer> {
  return 'bytes' in source ? Buffer.from(source.bytes) : readFile(source.path);
}
