/**
 * What a picture says about its copyright and the time it was taken, wherever it says so: EXIF first, then IPTC, PNG text and XMP.
 * Source: Exif 3.0, IIM 4.2 (2:55, 2:60, 2:116), PNG third edition section 11.3.3, XMP part 1 section 7 and part 2. Misses: XMP that
 * does not use the usual prefixes, times without a time of day.
 */
import { type CaptureTime, fromExifDate, fromIptcDate, fromWrittenDate } from './capture-time.ts';
import { decodeLoosely } from './decode-text.ts';
import { readIptc } from './read-iptc.ts';
import { readExif, readTiff, type Tiff } from './read-tiff.ts';
import { walkResources } from './walk-image.ts';
import type { Block } from './walkers/block.ts';
import { type ByteView, MalformedImageError } from './walkers/byte-view.ts';

/** Each is checked, so that nothing else can be carried through under its name. */
export interface KeptTags {
  /** 1 to 8; 1 needs no tag. */
  readonly orientation: number;
  /** Printable, at most `MAX_COPYRIGHT_BYTES` as UTF-8. */
  readonly copyright?: string | undefined;
  readonly captureTime?: CaptureTime | undefined;
}

type Said = Pick<KeptTags, 'copyright' | 'captureTime'>;

const MAX_COPYRIGHT_BYTES = 500;
/** Of a packet; what is kept stands near its start. */
const MAX_XMP_BYTES = 64 * 1024;
const COPYRIGHT = 0x8298;
const DATE_TIME = 0x0132;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const IPTC_DATE = 55;
const IPTC_TIME = 60;
const IPTC_COPYRIGHT = 116;

const XMP_RIGHTS =
  /<dc:rights>\s{0,64}(?:<rdf:Alt>\s{0,64}<rdf:li[^<>]{0,64}>)?([^<]{1,500})<|\sdc:rights\s{0,4}=\s{0,4}"([^"<]{1,500})"/;
const XMP_DATE =
  /(?:exif:DateTimeOriginal|photoshop:DateCreated|xmp:CreateDate)(?:>|\s{0,4}=\s{0,4}["'])([\dT:.+Z-]{16,40})["'<]/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `blocks`: what the picture's walker found. Never throws for content; a value that is not what it should be counts as not said. */
export function readKeptTags(view: ByteView, blocks: readonly Block[]): Said {
  const said = SOURCES.flatMap((source) => blocks.map((block) => readable(() => source(block, view))));
  return {
    copyright: said.find(({ copyright }) => copyright !== undefined)?.copyright,
    captureTime: said.find(({ captureTime }) => captureTime !== undefined)?.captureTime,
  };
}

/** In the order of trust; each gives nothing for a block of another kind. */
const SOURCES: readonly ((block: Block, view: ByteView) => Said)[] = [fromExif, fromIptc, fromPngText, fromXmp];

function readable(read: () => Said): Said {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedImageError) return {};
    throw error;
  }
}

function fromExif({ kind, data }: Block, view: ByteView): Said {
  if (kind !== 'exif' && kind !== 'tiff-tags') return {};
  const tiff = kind === 'exif' ? readExif(data) : readTiff(view);
  const original = fromExifDate(textOf(tiff, 'exif', DATE_TIME_ORIGINAL), textOf(tiff, 'exif', OFFSET_TIME_ORIGINAL));
  // A TIFF file's own date; in EXIF it says when the file was changed.
  const fromFile = kind === 'tiff-tags' ? fromExifDate(textOf(tiff, 'main', DATE_TIME), undefined) : undefined;
  return { copyright: checkedCopyright(textOf(tiff, 'main', COPYRIGHT)), captureTime: original ?? fromFile };
}

function textOf({ directories }: Tiff, kind: 'main' | 'exif', tag: number): string | undefined {
  const directory = directories.find((one) => one.kind === kind && one.index === 0);
  const value = directory?.entries.find((entry) => entry.tag === tag)?.value;
  return value === undefined ? undefined : decodeLoosely(value.subarray(0, 2 * MAX_COPYRIGHT_BYTES));
}

function fromIptc({ kind, data }: Block): Said {
  if (kind === 'photoshop') {
    const iptc = walkResources(data).blocks.find((resource) => resource.kind === 'iptc');
    return iptc === undefined ? {} : fromIptc(iptc);
  }
  if (kind !== 'iptc') return {};
  const datasets = [...readIptc(data)].filter(({ record }) => record === 2);
  const find = (wanted: number): string | undefined => {
    const found = datasets.find(({ dataset }) => dataset === wanted)?.data;
    return found === undefined ? undefined : decodeLoosely(found);
  };
  return {
    copyright: checkedCopyright(find(IPTC_COPYRIGHT)),
    captureTime: fromIptcDate(find(IPTC_DATE), find(IPTC_TIME)),
  };
}

function fromPngText({ name, data }: Block): Said {
  if (name === 'PNG:Copyright') return { copyright: checkedCopyright(decodeLoosely(data)) };
  return name === 'PNG:CreationTime' ? { captureTime: fromWrittenDate(decodeLoosely(data)) } : {};
}

function fromXmp({ kind, data }: Block): Said {
  if (kind !== 'xmp') return {};
  const xml = decodeLoosely(data.subarray(0, MAX_XMP_BYTES));
  const [, element, attribute] = XMP_RIGHTS.exec(xml) ?? [];
  return {
    copyright: checkedCopyright(unescapeXml(element ?? attribute)),
    captureTime: fromWrittenDate(XMP_DATE.exec(xml)?.[1]),
  };
}

function unescapeXml(text: string | undefined): string | undefined {
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** EXIF parts the photographer's notice from the editor's by a zero. Anything that is not printable, or too long, is not kept. */
function checkedCopyright(given: string | undefined): string | undefined {
  const parts = (given ?? '').split('\0').map((part) => part.trim());
  const text = parts.filter((part) => part !== '').join('; ');
  const isPrintable = !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
  return text !== '' && isPrintable && Buffer.byteLength(text) <= MAX_COPYRIGHT_BYTES ? text : undefined;
}
