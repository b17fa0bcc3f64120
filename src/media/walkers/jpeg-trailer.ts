/**
 * Names what stands behind a JPEG's EOI: more pictures, then what one signature tells of the rest. Sources: CIPA DC-007 (MPF), Android
 * motion photo format 1.0, and for the vendors' trailers ExifTool's description of their first and last bytes (https://exiftool.org/).
 * Misses: only one name is given where several vendors' trailers follow each other; all of it is cut.
 */
import type { Block } from './block.ts';
import { type ByteView, MalformedImageError, payloadOf } from './byte-view.ts';
import { EOI, segmentsOf } from './jpeg-segments.ts';

/** Pictures behind each other; cameras append up to four. */
const MAX_PICTURES = 100;
const JPEG_START = '\xff\xd8\xff';
/** The brand of an MP4 or QuickTime film stands behind the length of its first box. */
const FILM = { at: 4, signature: 'ftyp' };
/** A film among the records of a Samsung trailer. */
const SAMSUNG_FILM = 'MotionPhoto_Data';

/** What ends a trailer, how many bytes before the end of the file. */
const ENDINGS: readonly (readonly [beforeEnd: number, signature: string, name: string])[] = [
  [4, 'SEFT', 'JPEG:Samsung'],
  [12, 'AXS!', 'JPEG:AFCP'],
  [12, 'AXS*', 'JPEG:AFCP'],
  [4, '\xa1\xb2\xc3\xd4', 'JPEG:FotoStation'],
  [8, 'cbipcbbl', 'JPEG:PhotoMechanic'],
  [18, '~\0\x04\0zmie', 'JPEG:MIE'],
  [22, '~\0\x04\0zmie', 'JPEG:MIE'],
  [64, 'CANON OPTIONAL DATA\0', 'JPEG:CanonVRD'],
];

/** Yields everything from `start` to the end of the file. Never throws for content. */
export function* walkTrailer(view: ByteView, start: number): Generator<Block> {
  let at = start;
  for (let pictures = 0; pictures < MAX_PICTURES && has(view, at, JPEG_START); pictures++) {
    const end = endOfPicture(view, at);
    yield appended(view, 'JPEG:SecondPicture', at, end);
    at = end;
  }
  if (at < view.size) yield appended(view, nameOf(view, at), at, view.size);
}

/** Of a picture that is broken or cut off: the end of the file. */
function endOfPicture(view: ByteView, at: number): number {
  try {
    for (const { marker, end } of segmentsOf(view, at)) if (marker === EOI) return end;
  } catch (error) {
    if (!(error instanceof MalformedImageError)) throw error;
  }
  return view.size;
}

function nameOf(view: ByteView, start: number): string {
  if (has(view, start + FILM.at, FILM.signature)) return 'JPEG:MotionPhoto';
  const ending = ENDINGS.find(([beforeEnd, signature]) => has(view, Math.max(start, view.size - beforeEnd), signature));
  if (ending === undefined) return 'JPEG:Trailer';
  const [, , name] = ending;
  const holdsFilm = name === 'JPEG:Samsung' && payloadOf(view, start, view.size - start).includes(SAMSUNG_FILM);
  return holdsFilm ? 'JPEG:MotionPhoto' : name;
}

function has(view: ByteView, at: number, signature: string): boolean {
  return at + signature.length <= view.size && view.latin1(at, signature.length) === signature;
}

function appended(view: ByteView, name: string, offset: number, end: number): Block {
  return { kind: 'appended', name, offset, length: end - offset, data: payloadOf(view, offset, end - offset) };
}
