/** Walks a GIF's blocks to its trailer. Source: GIF89a specification; XMP part 3 section 1.1.2 for XMP. */
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
/** XMP is not cut into sub-blocks; this trailer of falling bytes ends it for readers that do not know it. */
const XMP_TRAILER_BYTES = 258;
const APPLICATIONS: Readonly<Record<string, readonly [BlockKind, string]>> = {
  'XMP DataXMP': ['xmp', 'GIF:XMP'],
  ICCRGBG1012: ['icc', 'GIF:ICC'],
  MGKIPTC0000: ['iptc', 'GIF:IPTC'],
  MGK8BIM0000: ['photoshop', 'GIF:Photoshop'],
};

/** Yields what decoding does not need, and what stands behind the trailer. Throws `MalformedImageError`. */
export function* walkGif(file: ByteView): Generator<Block> {
  const view = file.littleEndian();
  if (!/^GIF8[79]a$/.test(view.latin1(0, 6))) throw new MalformedImageError('GIF: no header');
  let at = SCREEN_BYTES + colourTableBytes(view.u8(10));
  for (let blocks = 0; blocks < MAX_BLOCKS; blocks++) {
    const kind = view.u8(at);
    if (kind === TRAILER) {
      const behind = at + 1;
      if (behind < view.size)
        yield block(view, 'appended', 'GIF:Trailer', behind, view.size, payloadOf(view, behind, view.size - behind));
      return;
    }
    const end = kind === PICTURE ? endOfPicture(view, at) : endOfExtension(view, at, kind);
    if (kind === EXTENSION) yield* classify(view, at, end);
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
  if (label === GRAPHIC_CONTROL) return;
  if (label === COMMENT) yield block(view, 'text', 'GIF:Comment', at, end, joinSubBlocks(view, at + 2));
  else if (label === PLAIN_TEXT)
    yield block(view, 'text', 'GIF:PlainText', at, end, joinSubBlocks(view, nextSubBlock(view, at + 2)));
  else if (label === APPLICATION) yield* classifyApplication(view, at, end);
  else yield block(view, 'unknown', 'GIF:Extension', at, end, payloadOf(view, at, end - at));
}

function* classifyApplication(view: ByteView, at: number, end: number): Generator<Block> {
  const bodyAt = nextSubBlock(view, at + 2);
  const id = view.u8(at + 2) === APPLICATION_ID_BYTES ? view.latin1(at + 3, APPLICATION_ID_BYTES) : '';
  if (LOOPING.includes(id) && end - bodyAt <= 5) return;
  const [kind, name] = APPLICATIONS[id] ?? ['unknown', 'GIF:ApplicationExtension'];
  const data =
    kind === 'xmp'
      ? payloadOf(view, bodyAt, Math.max(0, end - bodyAt - XMP_TRAILER_BYTES))
      : joinSubBlocks(view, bodyAt);
  yield block(view, kind, name, at, end, data);
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
