/** Writes the EXIF block of a cleaned picture: only the tags that are meant to stay. Source: TIFF 6.0, Exif 3.0 section 4.6. */
import type { KeptTags } from './kept-tags.ts';
import { ascii, directory, HEADER_BYTES, long, short, undefinedBytes, withHeader } from './write-tiff.ts';

const EXIF_VERSION = Buffer.from('0232');

/** A TIFF block, big endian: IFD0 and, for the capture time, an Exif IFD. Undefined when no tag is needed. */
export function writeExif({ orientation, copyright, captureTime }: KeptTags): Buffer | undefined {
  const main = [
    ...(orientation === 1 ? [] : [short(0x0112, orientation)]),
    ...(copyright === undefined ? [] : [ascii(0x8298, copyright)]),
  ];
  if (captureTime === undefined) return main.length === 0 ? undefined : withHeader(directory(main, HEADER_BYTES));
  const { dateTime, offset } = captureTime;
  const exif = [
    undefinedBytes(0x9000, EXIF_VERSION),
    ascii(0x9003, dateTime),
    ...(offset === undefined ? [] : [ascii(0x9011, offset)]),
  ];
  // Its size does not depend on where the other directory lies.
  const exifAt = HEADER_BYTES + directory([...main, long(0x8769, 0)], HEADER_BYTES).length;
  return withHeader(directory([...main, long(0x8769, exifAt)], HEADER_BYTES), directory(exif, exifAt));
}
