import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StripOptions } from '../../src/core/options.ts';
import { inMemory } from '../../src/media/image-file.ts';
import { type ImageHeader, readImageHeader } from '../../src/media/image-header.ts';
import { type Stripped, stripMetadata } from '../../src/redactors/strip-metadata.ts';

const LIMITS = { pixels: 50_000_000, frames: 50, acceptSvg: true };
const DEFAULTS: StripOptions = { mode: 'lossless', keep: ['icc'], orientation: 'tag' };
/** Bytes in memory give a result in memory. */
const UNUSED_PATH = join(tmpdir(), 'never-written');

export interface StrippedBytes extends Omit<Stripped, 'file'> {
  readonly bytes: Uint8Array;
}

/** Strips bytes in memory, with the header that they have unless another is given; rejects as `stripMetadata` does. */
export async function stripBytes(
  bytes: Uint8Array,
  { header: known, ...options }: Partial<StripOptions> & { readonly header?: ImageHeader } = {},
): Promise<StrippedBytes> {
  const given = inMemory(bytes);
  const header = known ?? (await readImageHeader(given, LIMITS));
  const { file, ...stripped } = await stripMetadata(given, header, { ...DEFAULTS, ...options }, UNUSED_PATH);
  if (typeof file.source === 'string') throw new TypeError('expected a result in memory');
  return { ...stripped, bytes: file.source };
}
