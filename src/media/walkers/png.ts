/** Walks a PNG's chunks to IEND. Source: PNG specification, third edition (W3C); ImageMagick's "Raw profile type" text chunks. */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';
import { inflateText, readRawProfile } from './png-text.ts';

/** Large files are often cut into chunks of 8 KiB. */
const MAX_CHUNKS = 100_000;
/** Text of all chunks of one file, inflated; a chunk that would go over it is left undecoded. */
const MAX_INFLATED_BYTES = 8 * 2 ** 20;
const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Length, type and CRC. */
const FRAMING_BYTES = 12;

/** What shows the picture: critical chunks, colour, transparency, density, animation. */
const PICTURE: readonly string[] =
  'IHDR PLTE IDAT tRNS gAMA cHRM sRGB sBIT bKGD hIST sPLT pHYs cICP mDCV cLLI acTL fcTL fdAT iDOT'.split(' ');

const METADATA: Readonly<Record<string, readonly [BlockKind, string]>> = {
  iCCP: ['icc', 'PNG:ICC'],
  eXIf: ['exif', 'PNG:EXIF'],
  zxIf: ['unknown', 'PNG:CompressedEXIF'],
  tIME: ['capture-time', 'PNG:ModifyDate'],
  caBX: ['unknown', 'PNG:C2PA'],
};
const TEXT: readonly string[] = ['tEXt', 'zTXt', 'iTXt'];

/** The specification's keywords, and those of image generators; any other keyword could itself be personal data. */
const KEYWORDS: readonly string[] = [
  ...[
    'Title',
    'Author',
    'Artist',
    'Description',
    'Copyright',
    'Creation Time',
    'Software',
    'Disclaimer',
    'Warning',
    'Source',
  ],
  ...['Comment', 'parameters', 'prompt', 'workflow', 'sd-metadata', 'invokeai_metadata', 'Dream', 'Collection'],
];

const NOTHING = Buffer.alloc(0);

interface Chunk {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly data: Buffer;
}

/** Yields chunks that do not show the picture, and what stands behind IEND. Throws `MalformedImageError`. */
export function* walkPng(view: ByteView): Generator<Block> {
  let end = 0;
  let room = MAX_INFLATED_BYTES;
  for (const chunk of chunksOf(view)) {
    const { type, offset, length, data } = chunk;
    end = offset + length;
    if (TEXT.includes(type)) {
      const block = textBlock(chunk, room);
      room -= block.data.length;
      yield block;
    } else if (!PICTURE.includes(type) && type !== 'IEND') {
      const [kind, name] = METADATA[type] ?? ['unknown', 'PNG:UnknownChunk'];
      yield { kind, name, offset, length, data };
    }
  }
  const length = view.size - end;
  if (length > 0)
    yield { kind: 'appended', name: 'PNG:Trailer', offset: end, length, data: payloadOf(view, end, length) };
}

/** How many frames an animated PNG says it has; 1 for a still one. Throws `MalformedImageError`. */
export function pngFrames(view: ByteView): number {
  for (const { type, offset } of chunksOf(view)) {
    if (type === 'acTL') return view.u32(offset + 8);
    if (type === 'IDAT') return 1;
  }
  return 1;
}

/** Ends behind IEND. */
function* chunksOf(view: ByteView): Generator<Chunk> {
  if (view.latin1(0, SIGNATURE.length) !== SIGNATURE) throw new MalformedImageError('PNG: no signature');
  let at = SIGNATURE.length;
  for (let chunks = 0; chunks < MAX_CHUNKS; chunks++) {
    const size = view.u32(at);
    const type = view.latin1(at + 4, 4);
    const length = FRAMING_BYTES + size;
    if (at + length > view.size) throw new MalformedImageError('PNG: chunk size');
    yield { type, offset: at, length, data: PICTURE.includes(type) ? NOTHING : payloadOf(view, at + 8, size) };
    if (type === 'IEND') return;
    at += FRAMING_BYTES + size;
  }
  throw new MalformedImageError('PNG: too many chunks');
}

function textBlock({ type, offset, length, data }: Chunk, room: number): Block {
  const keywordEnd = data.indexOf(0);
  const keyword = data.toString('latin1', 0, Math.max(0, keywordEnd));
  const text = keywordEnd === -1 ? undefined : inflateText(type, data.subarray(keywordEnd + 1), room);
  if (text === undefined) return { kind: 'unknown', name: `PNG:${type}`, offset, length, data: new Uint8Array(0) };
  if (keyword === 'XML:com.adobe.xmp') return { kind: 'xmp', name: 'PNG:XMP', offset, length, data: text };
  if (keyword.startsWith('Raw profile type ')) return { ...readRawProfile(keyword, text), offset, length };
  const name = `PNG:${KEYWORDS.includes(keyword) ? keyword.replaceAll(' ', '') : type}`;
  return { kind: 'text', name, offset, length, data: text };
}
