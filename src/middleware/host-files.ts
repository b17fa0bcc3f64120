/** Files that the host's own multer has received: in memory or on disk. They are cleaned where they are. */
import { copyFile, rm, stat } from 'node:fs/promises';
import type { Request } from 'express';
import type { Logger } from '../core/options.ts';
import { BystanderError } from '../errors.ts';
import type { FileSource, UploadedFile } from './content.ts';
import type { FileLayout, Layout } from './envelope.ts';
import { safeFileName } from './safe-file-name.ts';
import { bytesOf } from './with-cleaned.ts';

export interface HostFiles {
  readonly layout: Layout;
  readonly files: readonly HostFile[];
}

export interface HostFile {
  /** The object on the request; it is changed in place. */
  readonly object: object;
  readonly uploaded: UploadedFile;
}

/** Throws `UNSUPPORTED_STORAGE` for a file with neither buffer nor readable path, or with both. */
export async function hostFilesOf(request: Request): Promise<HostFiles> {
  const objects = fileObjects(request);
  const files: HostFile[] = [];
  for (const object of objects) files.push({ object, uploaded: await uploadedFile(object) });
  const [first] = files;
  const as = first !== undefined && 'bytes' in first.uploaded.source ? 'buffer' : 'path';
  return { layout: { as, files: layoutOf(request) }, files };
}

/** Writes a cleaned file over the host's own. */
export async function replaceHostFile({ object, uploaded }: HostFile, cleaned: UploadedFile): Promise<void> {
  const { fieldname, originalname, mimetype, size, source } = cleaned;
  if (source !== uploaded.source) {
    if ('path' in uploaded.source && 'path' in source) await copyFile(source.path, uploaded.source.path);
    else Object.assign(object, { buffer: Buffer.from(bytesOf(source)) });
  }
  Object.assign(object, { fieldname, originalname, mimetype, size });
}

/** Takes away what the host's multer has written: the handler that would look after it is not reached. */
export async function removeHostFiles(request: Request, logger: Logger): Promise<void> {
  for (const object of fileObjects(request)) {
    const path: unknown = Reflect.get(object, 'path');
    if (typeof path !== 'string') continue;
    try {
      await rm(path, { force: true });
    } catch {
      // What is there is no file; the request's own answer is not lost over it.
      logger.error('bystander: a file of the host could not be removed');
    }
  }
}

function fileObjects({ file, files }: Request): object[] {
  const listed = files === undefined ? [] : Object.values(files).flat();
  return file === undefined || listed.includes(file) ? listed : [file, ...listed];
}

function layoutOf({ files }: Request): FileLayout {
  if (files === undefined) return 'single';
  return Array.isArray(files) ? 'list' : 'by-field';
}

async function uploadedFile(object: object): Promise<UploadedFile> {
  const source = await sourceOf(object);
  return {
    fieldname: stringOf(object, 'fieldname'),
    isDeclared: false,
    originalname: safeFileName(stringOf(object, 'originalname')),
    encoding: stringOf(object, 'encoding'),
    mimetype: stringOf(object, 'mimetype'),
    size: 'bytes' in source ? source.bytes.length : (await stat(source.path)).size,
    source,
  };
}

async function sourceOf(object: object): Promise<FileSource> {
  const buffer: unknown = Reflect.get(object, 'buffer');
  const path: unknown = Reflect.get(object, 'path');
  if (buffer instanceof Uint8Array && path === undefined) return { bytes: buffer };
  if (buffer === undefined && typeof path === 'string' && (await isFile(path))) return { path };
  throw new BystanderError(
    'UNSUPPORTED_STORAGE',
    'a file has neither a buffer nor a readable path; use disk or memory storage',
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there or not ours to read: both are storages that cannot be looked at.
    return false;
  }
}

function stringOf(object: object, name: string): string {
  const value: unknown = Reflect.get(object, name);
  return typeof value === 'string' ? value : '';
}
