/** The texts of colour profiles: which of them say nothing about anybody, and how one is written in place. Source: ICC.1:2022 sections 10.15, 10.24; ICC.1:2001-04 section 6.5.17 (`desc`). */
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

/** Names of colour spaces that come with systems, programs and standards, and their makers' notices. Any other text may name a person or a device. */
const KNOWN: ReadonlySet<string> = new Set([
  'sRGB',
  'sRGB IEC61966-2.1',
  'sRGB IEC61966-2-1 black scaled',
  'sRGB IEC61966-2-1 no black scaling',
  'sRGB built-in',
  'sRGB v4 ICC preference',
  'sRGB v4 ICC preference perceptual intent beta',
  'IEC 61966-2-1 Default RGB Colour Space - sRGB',
  'IEC 61966-2.1 Default RGB colour space - sRGB',
  'Reference Viewing Condition in IEC61966-2.1',
  'IEC http://www.iec.ch',
  'Display P3',
  'DCI(P3) RGB',
  'DCI-P3 D65',
  'Apple Wide Color Sharing Profile',
  'Adobe RGB (1998)',
  'Apple RGB',
  'ColorMatch RGB',
  'ProPhoto RGB',
  'ROMM RGB: ISO 22028-2:2013',
  'Wide Gamut RGB',
  'CIE RGB',
  'e-sRGB',
  'eciRGB v2',
  'ECI-RGB.icc',
  'Rec. ITU-R BT.709-5',
  'Rec. ITU-R BT.2020-1',
  'Rec709 Gamma 2.4',
  'BT.2020',
  'Image P3',
  'Linear sRGB',
  'ACES CG Linear (Academy Color Encoding System AP1)',
  'Generic RGB Profile',
  'Generic Gray Profile',
  'Generic Gray Gamma 2.2 Profile',
  'Generic CMYK Profile',
  'Generic Lab Profile',
  'Generic XYZ Profile',
  'Gray Gamma 1.8',
  'Gray Gamma 2.2',
  'sGray',
  'Dot Gain 10%',
  'Dot Gain 15%',
  'Dot Gain 20%',
  'Dot Gain 25%',
  'Dot Gain 30%',
  'U.S. Web Coated (SWOP) v2',
  'U.S. Web Uncoated v2',
  'U.S. Sheetfed Coated v2',
  'U.S. Sheetfed Uncoated v2',
  'Coated FOGRA27 (ISO 12647-2:2004)',
  'Coated FOGRA39 (ISO 12647-2:2004)',
  'Uncoated FOGRA29 (ISO 12647-2:2004)',
  'Coated GRACoL 2006 (ISO 12647-2:2004)',
  'Europe ISO Coated FOGRA27',
  'Euroscale Coated v2',
  'Euroscale Uncoated v2',
  'ISO Coated v2 (ECI)',
  'ISO Coated v2 300% (ECI)',
  'ISO Uncoated',
  'PSO Coated v3',
  'PSO Uncoated ISO12647 (ECI)',
  'Japan Color 2001 Coated',
  'Japan Color 2001 Uncoated',
  'Japan Color 2002 Newspaper',
  'Japan Web Coated (Ad)',
  'Web Coated FOGRA28 (ISO 12647-2:2004)',
  'Web Coated SWOP 2006 Grade 3 Paper',
  'Web Coated SWOP 2006 Grade 5 Paper',
  // Compact ICC profiles, which libvips and sharp embed.
  ...['c2', 'nRGB', 'uRGB', 'zRGB', 'sP3C', 'uP3C', 'zP3C', 'sGry', 'nGry', 'uGry'],
  // GIMP's and LittleCMS's own.
  ...['GIMP built-in sRGB', 'GIMP built-in Linear sRGB', 'RGB built-in', 'Artifex sRGB ICC Profile'],
  'CC0',
  'Public Domain',
  'No copyright, use freely',
  'FB',
  'Copyright (c) 1998 Hewlett-Packard Company',
  'Copyright Hewlett-Packard Company',
  'Copyright International Color Consortium, 2009',
  'Copyright International Color Consortium, 2015',
]);
/** Names that Skia makes (Android, Chrome), and makers' notices with a year. */
const KNOWN_PATTERNS: readonly RegExp[] = [
  /^(?:sRGB|AdobeRGB|Display P3|Rec2020) Gamut with (?:sRGB|2\.2|Linear|PQ|HLG|Rec2020) Transfer$/,
  /^Google Inc\. 20\d\d$/,
  /^(?:Copyright )?(?:\(c\) )?(?:19|20)\d\d Adobe Systems (?:Incorporated|Inc\.)(?:\.? All [Rr]ights [Rr]eserved\.?)?$/,
  /^Copyright Apple,? (?:Computer,? )?Inc\., (?:19|20)\d\d$/,
  /^Copyright (?:19|20)\d\d Apple (?:Computer,? )?Inc\.,? all rights reserved\.$/,
];

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
  const known = texts.find((text) => KNOWN.has(text) || KNOWN_PATTERNS.some((pattern) => pattern.test(text))) ?? '';
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
