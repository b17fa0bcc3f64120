/** Text from bytes: strict for files, so that no byte of a text goes unseen, and loose for what stands in metadata. */
import { asBuffer } from './walkers/byte-view.ts';

/** Control characters that text files do not have: all but white space, delete and the C1 range. */
const BINARY = /[^\P{Cc}\s\u007f-\u009f]/u;

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark; anything else is undefined, and so is text with control characters. The mark is not
 * part of the text. Misses: text in one of the old 8-bit encodings, terminal output
 * with escape codes.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return BINARY.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-8 where it is valid, Latin-1 where it is not: standards say ASCII, cameras and people write both. */
export function decodeLoosely(bytes: Uint8Array): string {
  const utf8 = Buffer.from(bytes).toString('utf8');
  return utf8.includes('\ufffd') ? Buffer.from(bytes).toString('latin1') : utf8;
}

function encodingOf(bytes: Uint8Array): string {
  const mark = asBuffer(bytes).toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return 'utf-16le';
  return mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
}
