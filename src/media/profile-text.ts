/** The texts of colour profiles: what they say, and how one is written in place. Source: ICC.1:2022 sections 10.15, 10.24; ICC.1:2001-04 section 6.5.17 (`desc`). */
import { isKnownProfileText } from './known-profile-text.ts';
import { type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';

/** Languages of one text; Apple writes about 40. */
const MAX_RECORDS = 200;
const RECORD_BYTES = 12;
const RECORDS_AT = 16;
const TYPES: readonly string[] = ['text', 'desc', 'mluc'];
const TYPE_BYTES = 8;
const ASCII_AT = 12;
/** Script code and length of a `desc` text for the old Mac OS, before its 67 bytes. */
const SCRIPT_BYTES = 3;

export interface ProfileText {
  /** The first of its texts that is well known, or empty. */
  readonly known: string;
  /** Whether anything else is all that it says. */
  readonly isUnknown: boolean;
}

/** Reads a tag of type `text`, `desc` or `mluc`; one that is broken or of another type is unknown. */
export function readProfileText(tag: Uint8Array): ProfileText {
  const texts = readTexts(tag)
    ?.map((text) => text.replaceAll('\0', '').trim())
    .filter((text) => text !== '');
  if (texts === undefined) return { known: '', isUnknown: true };
  const known = texts.find(isKnownProfileText) ?? '';
  return { known, isUnknown: known === '' && texts.length > 0 };
}

/** A tag of the same type and size that says `text` alone, or nothing where it does not fit. */
export function writeProfileText(tag: Buffer, text: string): Buffer {
  const result = Buffer.alloc(tag.length);
  const type = tag.toString('latin1', 0, 4);
  result.write(TYPES.includes(type) ? type : 'mluc', 'latin1');
  switch (type) {
    case 'text':
      if (TYPE_BYTES + text.length < tag.length) result.write(text, TYPE_BYTES, 'latin1');
      return result;
    case 'desc':
      if (ASCII_AT + text.length >= tag.length) return result;
      result.writeUInt32BE(text.length + 1, TYPE_BYTES);
      result.write(text, ASCII_AT, 'latin1');
      return result;
    default:
      return writeLocalized(result, text);
  }
}

function writeLocalized(result: Buffer, text: string): Buffer {
  const textAt = RECORDS_AT + RECORD_BYTES;
  if (result.length >= RECORDS_AT) result.writeUInt32BE(RECORD_BYTES, RECORDS_AT - 4);
  if (text === '' || textAt + 2 * text.length > result.length) return result;
  result.writeUInt32BE(1, TYPE_BYTES);
  result.write('enUS', RECORDS_AT, 'latin1');
  result.writeUInt32BE(2 * text.length, RECORDS_AT + 4);
  result.writeUInt32BE(textAt, RECORDS_AT + 8);
  Buffer.from(text, 'utf16le').swap16().copy(result, textAt);
  return result;
}

function readTexts(tag: Uint8Array): string[] | undefined {
  try {
    return textsOf(byteView(tag));
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}

function textsOf(view: ByteView): string[] {
  switch (view.latin1(0, 4)) {
    case 'text':
      return [view.latin1(TYPE_BYTES, Math.max(0, view.size - TYPE_BYTES))];
    case 'desc':
      return descriptions(view);
    case 'mluc':
      return localized(view);
    default:
      throw new MalformedImageError('colour profile: text');
  }
}

/** ASCII; then language, length and UTF-16; then a script's code, length and text. Writers often leave the end out. */
function descriptions(view: ByteView): string[] {
  const ascii = view.u32(TYPE_BYTES);
  const texts = [view.latin1(ASCII_AT, ascii)];
  const unicodeAt = ASCII_AT + ascii + 8;
  if (unicodeAt > view.size) return texts;
  const unicode = 2 * view.u32(unicodeAt - 4);
  texts.push(utf16(view, unicodeAt, unicode));
  const scriptAt = unicodeAt + unicode + SCRIPT_BYTES;
  return scriptAt > view.size ? texts : [...texts, view.latin1(scriptAt, view.size - scriptAt)];
}

function localized(view: ByteView): string[] {
  const count = view.u32(TYPE_BYTES);
  if (count > MAX_RECORDS || (count > 0 && view.u32(RECORDS_AT - 4) !== RECORD_BYTES))
    throw new MalformedImageError('colour profile: text');
  return Array.from({ length: count }, (_, index) => {
    const at = RECORDS_AT + index * RECORD_BYTES;
    return utf16(view, view.u32(at + 8), view.u32(at + 4));
  });
}

function utf16(view: ByteView, at: number, length: number): string {
  return Buffer.from(view.slice(at, length - (length % 2)))
    .swap16()
    .toString('utf16le');
}
