import { decodeText } from '../../media/decode-text.ts';
import { sniff } from '../../media/sniff.ts';
import type { SniffedInput } from '../jobs.ts';

/** What the bytes are; what no signature names is text if it decodes as one. Zero bytes are nothing: neither picture nor text. */
export function sniffInput(bytes: Uint8Array, textLength: number): SniffedInput {
  const { kind, mediaType } = sniff(bytes);
  if (kind === 'image') return { kind, mediaType, bytes: bytes.length };
  const text = kind === 'other' && mediaType !== UNNAMED ? undefined : decodeText(bytes);
  if (text === undefined || bytes.length === 0) return { kind: 'other', mediaType, bytes: bytes.length };
  return { kind: 'text', bytes: bytes.length, text: text.slice(0, textLength), length: text.length };
}

/** What `sniff` says of bytes without a signature. */
const UNNAMED = 'application/octet-stream';
