/**
 * The real type of bytes, from the bytes alone. Sources: the formats' own specifications, and the WHATWG MIME Sniffing Standard where
 * it names the same pattern (https://mimesniff.spec.whatwg.org/). Misses: formats without a signature (they are `other`, or text where
 * `decodeText` can read them).
 */
import { readTiff } from './read-tiff.ts';
import { asBuffer, type ByteView, byteView, MalformedImageError } from './walkers/byte-view.ts';

export interface Sniffed {
  readonly mediaType: string;
  /** `image` only for the formats this version decodes or at least walks; `text` is never said here, `decodeText` decides that. */
  readonly kind: 'image' | 'text' | 'other';
}

/** How much of a file is looked at; more may be given. */
export const SNIFF_BYTES = 4096;

const IMAGES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/x-adobe-dng',
  'image/bmp',
  'image/heic',
  'image/avif',
];
const UNKNOWN = 'application/octet-stream';
const SVG = 'image/svg+xml';
const SVG_TAG = /<(?:[^\s<>/:]{1,256}:)?svg[\s/>]/i;
const SVG_ROOT = /^<(?:[^\s<>/:]{1,256}:)?svg[\s/>]/i;
const HTML_DOCTYPE =
  /^<!doctype\s{1,16}html(?:\s{1,16}(?:public|system)(?:\s{1,16}(?:"[^"<]{0,200}"|'[^'<]{0,200}')){1,2})?\s{0,16}>/i;
/** What may stand before the root, with its end. */
const PROLOG: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];
const MAX_PROLOG_ITEMS = 10_000;

/** Signatures at an offset, as latin1; the first that fits wins. */
const SIGNATURES: readonly (readonly [offset: number, signature: string, mediaType: string])[] = [
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [0, '8BPS', 'image/vnd.adobe.photoshop'],
  [0, '\xff\x0a', 'image/jxl'],
  [4, 'JXL \r\n\x87\n', 'image/jxl'],
  [4, 'jP  \r\n\x87\n', 'image/jp2'],
  [0, '\xff\x4f\xff\x51', 'image/jp2'],
  [4, 'moov', 'video/quicktime'],
  [4, 'mdat', 'video/quicktime'],
  [4, 'wide', 'video/quicktime'],
  [0, '\0\0\x01\0', 'image/vnd.microsoft.icon'],
  [0, '\0\0\x02\0', 'image/vnd.microsoft.icon'],
  [0, 'IIRO', 'image/x-raw'],
  [0, 'IIRS', 'image/x-raw'],
  [0, 'MMOR', 'image/x-raw'],
  [0, 'IIU\0', 'image/x-raw'],
  [0, 'FUJIFILMCCD-RAW', 'image/x-raw'],
  [0, 'FOVb', 'image/x-raw'],
  [0, 'MM\0+', 'image/x-bigtiff'],
  [0, 'II+\0', 'image/x-bigtiff'],
  [0, 'PK\x03\x04', 'application/zip'],
  [0, 'PK\x05\x06', 'application/zip'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  [0, '\x1f\x8b', 'application/gzip'],
  [0, 'BZh', 'application/x-bzip2'],
  [0, '\xfd7zXZ\0', 'application/x-xz'],
  [0, '7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  [0, 'Rar!\x1a\x07', 'application/vnd.rar'],
  [0, 'ID3', 'audio/mpeg'],
  [0, 'fLaC', 'audio/flac'],
  [0, 'OggS', 'application/ogg'],
  [0, 'MThd', 'audio/midi'],
  [0, '\x1aE\xdf\xa3', 'video/webm'],
  [0, 'FLV\x01', 'video/x-flv'],
  [0, '\0\0\x01\xba', 'video/mpeg'],
  [0, '\0\0\x01\xb3', 'video/mpeg'],
  [0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'video/x-ms-asf'],
];

const RIFF_FORMS: Readonly<Record<string, string>> = {
  WEBP: 'image/webp',
  WAVE: 'audio/wav',
  'AVI ': 'video/x-msvideo',
};

/** Brands of ISOBMFF files; a file lists one main brand and compatible ones. */
const AVIF_BRANDS: readonly string[] = ['avif', 'avis'];
const HEIC_BRANDS: readonly string[] = 'heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1 heif'.split(' ');
const AUDIO_BRANDS: readonly string[] = ['M4A ', 'M4B ', 'F4A '];
const MAX_BRANDS = 64;

/** Sizes of the BMP headers in use; "BM" alone also begins ordinary text. */
const BMP_HEADER_BYTES: readonly number[] = [12, 16, 40, 52, 56, 64, 108, 124];

interface SniffOptions {
  /** An SVG is an image then. */
  readonly acceptSvg?: boolean;
}

/** `head`: the file's first `SNIFF_BYTES`, or all of it. Pure, never throws. */
export function sniff(head: Uint8Array, options: SniffOptions = {}): Sniffed {
  return sniffedAs(mediaTypeOf(asBuffer(head)), options);
}

/** The same with the whole file at hand: the directories that tell a TIFF from raw files may stand at its end. */
export function sniffFile(view: ByteView, options: SniffOptions = {}): Sniffed {
  const sniffed = sniff(view.slice(0, Math.min(view.size, SNIFF_BYTES)), options);
  return sniffed.mediaType === 'image/tiff' ? sniffedAs(tiffType(view), options) : sniffed;
}

function sniffedAs(mediaType: string, { acceptSvg = false }: SniffOptions): Sniffed {
  const isImage = IMAGES.includes(mediaType) || (acceptSvg && mediaType === SVG);
  return { mediaType, kind: isImage ? 'image' : 'other' };
}

/**
 * Whether the root of what may be XML is an `svg` under any prefix, or HTML has one in its first `SNIFF_BYTES`. What stands before the
 * root is jumped over, so that a long comment hides nothing.
 */
export function isSvgText(text: string): boolean {
  if (!/^\s*</.test(text)) return false;
  if (SVG_TAG.test(text.slice(0, SNIFF_BYTES))) return true;
  let at = text.indexOf('<');
  for (let items = 0; items < MAX_PROLOG_ITEMS && at !== -1; items++) {
    const [start, end] = PROLOG.find(([start]) => text.startsWith(start, at)) ?? [];
    if (start === undefined || end === undefined) return SVG_ROOT.test(text.slice(at, at + SNIFF_BYTES));
    // Where a document type of XML ends is hard to tell: its entities may hold anything.
    if (start === '<!' && !HTML_DOCTYPE.test(text.slice(at, at + SNIFF_BYTES))) return SVG_TAG.test(text.slice(at));
    at = text.indexOf(end, at + start.length);
    at = at === -1 ? -1 : text.indexOf('<', at + end.length);
  }
  return at !== -1;
}

function mediaTypeOf(head: Buffer): string {
  const start = head.toString('latin1', 0, SNIFF_BYTES);
  const known = SIGNATURES.find(([offset, signature]) => start.startsWith(signature, offset));
  if (known !== undefined) return known[2];
  if (start.startsWith('RIFF')) return RIFF_FORMS[start.slice(8, 12)] ?? UNKNOWN;
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return tiffType(byteView(head));
  if (start.startsWith('ftyp', 4)) return brandType(start);
  if (start.startsWith('BM') && isBmp(head)) return 'image/bmp';
  // Readers accept a PDF header anywhere in the first kilobyte.
  if (start.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (isMpegAudio(head)) return 'audio/mpeg';
  return isSvgText(unmarked(head, start)) ? SVG : UNKNOWN;
}

/** Text without its byte order mark; UTF-16 as text, anything else as Latin-1, in which names of elements are the same. */
function unmarked(head: Buffer, start: string): string {
  const even = head.subarray(2, Math.min(head.length, SNIFF_BYTES) & ~1);
  if (start.startsWith('\xff\xfe')) return even.toString('utf16le');
  if (start.startsWith('\xfe\xff')) return Buffer.from(even).swap16().toString('utf16le');
  return start.startsWith('\xef\xbb\xbf') ? start.slice(3) : start;
}

function brandType(start: string): string {
  const brands = [start.slice(8, 12)];
  const end = Math.min(start.length, start.charCodeAt(2) * 256 + start.charCodeAt(3), 16 + 4 * MAX_BRANDS);
  for (let at = 16; at + 4 <= end; at += 4) brands.push(start.slice(at, at + 4));
  const [main = ''] = brands;
  if (main === 'crx ') return 'image/x-raw';
  if (main === 'jxl ') return 'image/jxl';
  if (AUDIO_BRANDS.includes(main)) return 'audio/mp4';
  const isPicture = AVIF_BRANDS.includes(main) || HEIC_BRANDS.includes(main);
  if (!isPicture) return main === 'qt  ' ? 'video/quicktime' : 'video/mp4';
  if (AVIF_BRANDS.includes(main)) return 'image/avif';
  const isHevc = brands.some((brand) => brand.startsWith('he') && HEIC_BRANDS.includes(brand));
  return !isHevc && brands.some((brand) => AVIF_BRANDS.includes(brand)) ? 'image/avif' : 'image/heic';
}

/** Raw files of cameras are TIFF too: CR2 says so, others put a reduced picture first and the raw one below it; a DNG has its version. */
function tiffType(view: ByteView): string {
  if (view.size > 10 && view.latin1(8, 2) === 'CR') return 'image/x-raw';
  try {
    const { directories } = readTiff(view);
    const tags = new Map(directories[0]?.entries.map((entry) => [entry.tag, entry]));
    const isReduced = tags.get(0x00fe)?.value?.includes(1) ?? false;
    if (tags.has(0xc612)) return 'image/x-adobe-dng';
    return isReduced && tags.has(0x014a) ? 'image/x-raw' : 'image/tiff';
  } catch (error) {
    // The first directory often stands at the file's end, out of sight here.
    if (error instanceof MalformedImageError) return 'image/tiff';
    throw error;
  }
}

function isBmp(head: Buffer): boolean {
  return head.length >= 18 && BMP_HEADER_BYTES.includes(head.readUInt32LE(14));
}

/** A frame sync of MPEG audio layer 1 to 3 with a valid bit rate and sample rate. */
function isMpegAudio(head: Buffer): boolean {
  const [sync = 0, version = 0, rates = 0] = head;
  return (
    sync === 0xff && version >= 0xe2 && (version & 0x06) !== 0 && (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c
  );
}
