/** Where an input's bytes are for a child: in the message, in the caller's file, or in a spool file for as long as it takes. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { INLINE_BYTES, type Source } from './jobs.ts';
import type { Spool } from './spool.ts';
import type { ScanInput } from './types.ts';

export type BytesInput = Exclude<ScanInput, { readonly text: string }>;

/** Bytes of the input; undefined when there is no such regular file. */
export async function sizeOf(input: BytesInput): Promise<number | undefined> {
  if ('bytes' in input) return input.bytes.length;
  const found = await stat(input.path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

export async function withSource<Result>(
  input: BytesInput,
  spool: Spool,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  if ('path' in input) return use({ path: resolve(input.path) });
  if (input.bytes.length <= INLINE_BYTES) return use({ bytes: input.bytes });
  const path = await spool.write(input.bytes);
  try {
    return await use({ path });
  } finally {
    await spool.remove(path);
  }
}
