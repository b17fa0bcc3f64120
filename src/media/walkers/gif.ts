/**
 * Walks a GIF's blocks to its trailer. Source: GIF89a specification; XMP part 3 section 1.1.2 for XMP; C2PA 2.1 section A.3. Misses: bytes
 * behind the end code of a picture's LZW data, pictures and colours that are never shown.
 */
import type { Block, BlockKind } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';

/** Extensions and pictures of one file. */
const MAX_BLOCKS = 100_000;
/** Payload that is joined from sub-blocks; what is beyond is still part of the block, but not of its data. */
const MAX_JOINED_BYTES = 2 ** 20;

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;
const PLAIN_TEXT = 0x01;
const GRAPHIC_CONTROL = 0xf9;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
const SCREEN_BYTES = 13;
const PICTURE_BYTES = 10;
const APPLICATION_ID_BYTES = 11;

/** Loop counts, which an animation needs. */
const LOOPING: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0'];
/** The sub-block of a loop count: its size, an id and the count; and the size of a graphic control's. */
const LOOP = { size: 3, id: 1 };
const CONTROL_BYTES = 4;
/** XMP is not cut into sub-blocks; this trailer of falling bytes ends it for readers that do not know it. */
const XMP_TRAILER_BYTES = 258;
const APPLICATIONS: Readonly<Record<string, readonly [BlockKind, string]>> = {
  'XMP DataXMP': ['xmp', 'GIF:XMP'],
  ICCRGBG1012: ['icc', 'GIF:ICC'],
  MGKIPTC0000: ['iptc', 'GIF:IPTC'],
  MGK8BIM0000: ['photoshop', 'GIF:Photoshop'],
  'C2PA_GIF\x01\0\0': ['unknown', 'GIF:C2PA'],
};

/** Yields what decoding does not need, and what stands behind the trailer. Throws `MalformedImageError`. */
export function* walkGif(file: ByteView): Generator<Block> {
  const view = file.littleEndian();
  if (!/^GIF8[79]a$/.test(view.latin1(0, 6))) throw new MalformedImageError('GIF: no header');
  let at = SCREEN_BYTES + colourTableBytes(view.u8(10));
  let hasLoop = false;
  for (let blocks = 0; blocks < MAX_BLOCKS; blocks++) {
    // Some writers leave the trailer out, and all decoders show such a file.
    if (at === view.size) return;
    const kind = view.u8(at);
    if (kind === TRAILER) {
      const behind = at + 1;
      if (behind < view.size)
        yield block(view, 'appended', 'GIF:Trailer', behind, view.size, payloadOf(view, behind, view.size - behind));
      return;
    }
    const end = kind === PICTURE ? endOfPicture(view, at) : endOfExtension(view, at, kind);
    if (kind === EXTENSION && !hasLoop && isLoop(view, at)) {
      hasLoop = true;
      yield* surplus(view, nextSubBlock(view, nextSubBlock(view, at + 2)), end);
    } else if (kind === EXTENSION) yield* classify(view, at, end);
    at = end;
  }
  throw new MalformedImageError('GIF: too many blocks');
}

function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

function endOfPicture(view: ByteView, at: number): number {
  const codeSizeAt = at + PICTURE_BYTES + colourTableBytes(view.u8(at + 9));
  return endOfSubBlocks(view, codeSizeAt + 1);
}

function endOfExtension(view: ByteView, at: number, kind: number): number {
  if (kind !== EXTENSION) throw new MalformedImageError('GIF: unknown block');
  return endOfSubBlocks(view, at + 2);
}

/** Sub-blocks are at least two bytes long, so that this ends within the file. */
function endOfSubBlocks(view: ByteView, from: number): number {
  let at = from;
  for (let size = view.u8(at); size !== 0; size = view.u8(at)) at += 1 + size;
  return at + 1;
}

function* classify(view: ByteView, at: number, end: number): Generator<Block> {
  const label = view.u8(at + 1);
  if (label === GRAPHIC_CONTROL) {
    if (view.u8(at + 2) !== CONTROL_BYTES) throw new MalformedImageError('GIF: graphic control');
    yield* surplus(view, nextSubBlock(view, at + 2), end);
  } else if (label === COMMENT) yield block(view, 'text', 'GIF:Comment', at, end, joinSubBlocks(view, at + 2));
  else if (label === PLAIN_TEXT)
    yield block(view, 'text', 'GIF:PlainText', at, end, joinSubBlocks(view, nextSubBlock(view, at + 2)));
  else if (label === APPLICATION) yield* classifyApplication(view, at, end);
  else yield block(view, 'unknown', 'GIF:Extension', at, end, payloadOf(view, at, end - at));
}

function* classifyApplication(view: ByteView, at: number, end: number): Generator<Block> {
  const bodyAt = nextSubBlock(view, at + 2);
  const id = applicationId(view, at);
  const [kind, name] = APPLICATIONS[id] ?? ['unknown', 'GIF:ApplicationExtension'];
  const data =
    kind === 'xmp'
      ? payloadOf(view, bodyAt, Math.max(0, end - bodyAt - XMP_TRAILER_BYTES))
      : joinSubBlocks(view, bodyAt);
  yield block(view, kind, name, at, end, data);
}

function applicationId(view: ByteView, at: number): string {
  return view.u8(at + 2) === APPLICATION_ID_BYTES ? view.latin1(at + 3, APPLICATION_ID_BYTES) : '';
}

/** Whether an extension is a loop count; the first one of a file stays. */
function isLoop(view: ByteView, at: number): boolean {
  if (view.u8(at + 1) !== APPLICATION || !LOOPING.includes(applicationId(view, at))) return false;
  const countAt = nextSubBlock(view, at + 2);
  return view.u8(countAt) === LOOP.size && view.u8(countAt + 1) === LOOP.id;
}

/** Sub-blocks from an offset to the zero that ends an extension, which needs none of them. */
function* surplus(view: ByteView, from: number, end: number): Generator<Block> {
  if (from < end - 1) yield block(view, 'unknown', 'GIF:Surplus', from, end - 1, joinSubBlocks(view, from));
}

function nextSubBlock(view: ByteView, at: number): number {
  return at + 1 + view.u8(at);
}

function joinSubBlocks(view: ByteView, from: number): Buffer {
  const parts: Buffer[] = [];
  let room = MAX_JOINED_BYTES;
  for (let at = from; view.u8(at) !== 0 && room > 0; at = nextSubBlock(view, at)) {
    const part = view.slice(at + 1, view.u8(at));
    parts.push(part);
    room -= part.length;
  }
  return Buffer.concat(parts);
}

function block(view: ByteView, kind: BlockKind, name: string, offset: number, end: number, data: Uint8Array): Block {
  return { kind, name, offset, length: Math.min(end, view.size) - offset, data };
}
