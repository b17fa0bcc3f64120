/** What a route declares to take, checked when it is mounted. */
import { z } from 'zod';
import { ConfigError } from '../errors.ts';

export interface UploadOptions {
  /** File fields; without `maxCount` any number of files may come in a field. */
  readonly files?: readonly { readonly name: string; readonly maxCount?: number | undefined }[] | undefined;
  /** Text fields; `prompt` also declares `prompt[]` and `prompt[title]`. */
  readonly text?: readonly string[] | undefined;
  /** Files as `buffer` in memory; otherwise by `path`. */
  readonly as?: 'buffer' | undefined;
}

export interface DeclaredFields {
  readonly files: readonly { readonly name: string; readonly maxCount: number }[];
  readonly text: readonly string[];
}

export type FileShape = 'buffer' | 'path';

const fieldName = z.string().min(1).max(200);

const schema = z
  .strictObject({
    files: z
      .array(z.strictObject({ name: fieldName, maxCount: z.int().positive().default(Number.POSITIVE_INFINITY) }))
      .default([]),
    text: z.array(fieldName).default([]),
    as: z.literal('buffer').optional(),
  })
  .refine(({ files, text }) => files.length + text.length > 0, 'expected at least one field')
  .refine(({ files, text }) => isUnique([...files.map(({ name }) => name), ...text]), 'expected each field name once');

/** Throws `ConfigError` with every problem at once. */
export function parseUploadOptions(input: UploadOptions): DeclaredFields & { readonly as: FileShape } {
  const result = schema.safeParse(input);
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map(({ path, message }) => ({
        path: ['upload', ...path.map(String)].join('.'),
        expected: message,
      })),
    );
  }
  const { files, text, as } = result.data;
  return { files, text, as: as ?? 'path' };
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
