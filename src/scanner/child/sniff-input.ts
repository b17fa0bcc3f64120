import { readFile } from 'node:fs/promises';
import { decodeText } from '../../media/decode-text.ts';
import type { ImageFile } from '../../media/image-file.ts';
import { isSvgText, sniffFile } from '../../media/sniff.ts';
import type { LookJob, SniffedInput } from '../jobs.ts';

/** What `sniff` says of bytes without a signature. */
const UNNAMED = 'application/octet-stream';

/** What the bytes are; what no signature names is text if it decodes as one. Zero bytes are nothing: neither picture nor text. */
export async function sniffInput({ view, source }: ImageFile, limits: LookJob['limits']): Promise<SniffedInput> {
  const bytes = view.size;
  const { kind, mediaType } = sniffFile(view, limits);
  if (kind === 'image') return { kind, mediaType, bytes };
  const mayBeText = bytes > 0 && mediaType === UNNAMED;
  const text = mayBeText ? decodeText(typeof source === 'string' ? await readFile(source) : source) : undefined;
  if (text === undefined) return { kind: 'other', mediaType, bytes };
  // Its root stands further down than what was sniffed; browsers would find it.
  if (isSvgText(text)) return { kind: 'other', mediaType: 'image/svg+xml', bytes };
  return { kind: 'text', bytes, text: text.slice(0, limits.textLength), length: text.length };
}
