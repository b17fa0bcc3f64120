/**
 * A picture of a HEIC file as a file that every decoder reads: a TIFF without compression, upright, with the colour profile. Source:
 * TIFF 6.0 section 8; ICC.1:2022 annex B.4 for the profile's tag.
 */
import { readFile } from 'node:fs/promises';
import { BystanderError } from '../errors.ts';
import { decodeHeif, type SampleForm } from './heif-decoder.ts';
import { type ImageFile, inMemory } from './image-file.ts';
import { type ImageHeader, readMetadata } from './image-header.ts';
import { MalformedImageError } from './walkers/byte-view.ts';
import { isSequence } from './walkers/heif.ts';
import { directory, HEADER_BYTES, long, short, undefinedBytes, withHeader } from './write-tiff.ts';

const STRIP_ROWS = 64;

export interface DecodableFile {
  readonly file: ImageFile;
  readonly header: ImageHeader;
}

export interface HeicStill extends DecodableFile {
  /** Those of `file`, in its memory: what is changed in them is changed in it. */
  readonly samples: Uint8Array;
  readonly channels: 3 | 4;
}

/** The first picture of a HEIC so, and any other file as it is. Throws as `heicStill` does. */
export async function asDecodable(file: ImageFile, header: ImageHeader): Promise<DecodableFile> {
  return header.mediaType === 'image/heic' ? heicStill(file, 0) : { file, header };
}

/**
 * `frame`: as `readMetadata` counts. Throws `UNSUPPORTED_TYPE` for an image sequence, of which readers show the tracks, and
 * `MalformedImageError`.
 */
export async function heicStill(file: ImageFile, frame: number): Promise<HeicStill> {
  const { source, view } = file;
  if (isSequence(view)) throw new BystanderError('UNSUPPORTED_TYPE', 'no decoder for image sequences');
  const { icc, autoOrient } = await readMetadata(file, frame);
  const { width, height } = autoOrient;
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  let headBytes = 0;
  const tiff = await decodeHeif(bytes, frame, (form) => {
    // The header's size is what was held against the caps, and what boxes refer to.
    if (form.width !== width || form.height !== height) throw new MalformedImageError('HEIF: size');
    const head = headOf(form, icc);
    headBytes = head.length;
    return head;
  });
  const samples = tiff.subarray(headBytes);
  const header = { mediaType: 'image/tiff', width, height, frames: 1, orientation: 1 };
  return { file: inMemory(tiff), header, samples, channels: samples.length === width * height * 3 ? 3 : 4 };
}

/** What stands before the samples, as strips: a decoder holds one of them at a time. */
function headOf({ width, height, channels }: SampleForm, icc: Buffer | undefined): Buffer {
  const strips = Math.ceil(height / STRIP_ROWS);
  const rowsOf = (strip: number): number => Math.min(STRIP_ROWS, height - strip * STRIP_ROWS);
  const rowBytes = width * channels;
  const headWith = (samplesAt: number): Buffer => {
    const entries = [
      long(0x0100, width),
      long(0x0101, height),
      // BitsPerSample, Compression (none), PhotometricInterpretation (RGB).
      short(0x0102, ...new Array<number>(channels).fill(8)),
      short(0x0103, 1),
      short(0x0106, 2),
      // StripOffsets, SamplesPerPixel, RowsPerStrip, StripByteCounts.
      long(0x0111, ...Array.from({ length: strips }, (_, strip) => samplesAt + strip * STRIP_ROWS * rowBytes)),
      short(0x0115, channels),
      long(0x0116, STRIP_ROWS),
      long(0x0117, ...Array.from({ length: strips }, (_, strip) => rowsOf(strip) * rowBytes)),
      // ExtraSamples: alpha that the colours are not multiplied by.
      ...(channels === 4 ? [short(0x0152, 2)] : []),
      ...(icc === undefined ? [] : [undefinedBytes(0x8773, icc)]),
    ];
    return withHeader(directory(entries, HEADER_BYTES));
  };
  return headWith(headWith(0).length);
}
