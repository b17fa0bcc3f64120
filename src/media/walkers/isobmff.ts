/**
 * Walks the boxes of a HEIC or AVIF file. Source: ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items), AVIF 1.1. Misses: bytes of
 * `mdat` that no item points to; what is inside the tracks of an image sequence.
 */
import type { Block } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';
import { walkHeifItems } from './heif-items.ts';
import { BOX_HEADER_BYTES, type Box, MAX_BOXES, readBox } from './isobmff-boxes.ts';

const USER_TYPE_BYTES = 16;

/** Hex of the user types that hold a packet known here. XMP part 3 section 1.1.4. */
const XMP_USER_TYPE = 'be7acfcb97a942e89c71999491e3afac';
const FREE: readonly string[] = ['free', 'skip', 'wide'];

/** Yields what is not picture. Throws `MalformedImageError`. */
export function* walkIsobmff(view: ByteView): Generator<Block> {
  if (view.latin1(4, 4) !== 'ftyp') throw new MalformedImageError('ISOBMFF: no ftyp');
  let hasMeta = false;
  for (const box of topLevel(view)) {
    if (box.type === 'meta') {
      hasMeta = true;
      yield* walkHeifItems(view, box);
    } else yield* classify(view, box);
  }
  if (!hasMeta) throw new MalformedImageError('ISOBMFF: no meta');
}

/** Like `boxesWithin`, but what stands behind the last box and is none is yielded as a box of type `''`. */
function* topLevel(view: ByteView): Generator<Box> {
  let at = 0;
  for (let boxes = 0; at < view.size; boxes++) {
    if (boxes > MAX_BOXES) throw new MalformedImageError('ISOBMFF: too many boxes');
    const box = looksLikeBox(view, at) ? readBox(view, at, view.size) : trailer(view, at);
    yield box;
    at = box.end;
  }
}

function looksLikeBox(view: ByteView, at: number): boolean {
  return at + BOX_HEADER_BYTES <= view.size && /^[\w +-]{4}$/.test(view.latin1(at + 4, 4));
}

function trailer(view: ByteView, at: number): Box {
  return { type: '', offset: at, start: at, end: view.size };
}

function* classify(view: ByteView, box: Box): Generator<Block> {
  const { type, offset, start, end } = box;
  if (type === 'ftyp' || type === 'mdat') return;
  const place = { offset, length: end - offset, data: payloadOf(view, start, end - start) };
  if (type === '') yield { kind: 'appended', name: 'HEIF:Trailer', ...place };
  else if (type === 'mpvd') yield { kind: 'appended', name: 'HEIF:MotionPhoto', ...place };
  else if (type === 'moov') yield { kind: 'unknown', name: 'HEIF:ImageSequence', ...place };
  else if (type === 'uuid') yield userBox(view, box);
  else if (!FREE.includes(type)) yield { kind: 'unknown', name: 'HEIF:UnknownBox', ...place };
  else if (place.data.some((byte) => byte !== 0)) yield { kind: 'unknown', name: 'HEIF:FreeSpace', ...place };
}

function userBox(view: ByteView, { offset, start, end }: Box): Block {
  const userType = view.slice(start, USER_TYPE_BYTES).toString('hex');
  const bodyAt = start + USER_TYPE_BYTES;
  const place = { offset, length: end - offset, data: payloadOf(view, bodyAt, end - bodyAt) };
  if (userType === XMP_USER_TYPE) return { kind: 'xmp', name: 'HEIF:XMP', ...place };
  return { kind: 'unknown', name: 'HEIF:UserBox', ...place };
}
