/**
 * Which tags of a TIFF or DNG say how the pixels are stored and shown, and how long each may be: room to spare is room to hide in.
 * Sources: TIFF 6.0, TIFF technical notes 1 and 2, TIFF/EP (ISO 12234-2), DNG 1.7.1. Left out on purpose: everything that is text
 * (also grey response and transfer curves, which readers do not heed and in which there is much room; InkNames, TargetPrinter and the names and signatures of DNG profiles), FreeOffsets, digests, and links to other files.
 */

/** Values of a tag at most; `samples`: as many as a pixel has, `segments`: as many as strips or tiles, `pictures`: as subdirectories. */
export type MaxCount = number | 'samples' | 'segments' | 'pictures';

const CURVE_COUNT = 3 * 65_536;
const JPEG_TABLES_BYTES = 65_536;

const TIFF_TAGS: readonly (readonly [maxCount: MaxCount, tags: readonly number[]])[] = [
  // Kind of picture, size, compression, photometry, thresholds, fill order, orientation, samples, rows, resolution, options.
  [1, [0x00fe, 0x00ff, 0x0100, 0x0101, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109, 0x010a, 0x0112, 0x0115, 0x0116]],
  [1, [0x011a, 0x011b, 0x011c, 0x0124, 0x0125, 0x0128, 0x013d, 0x0142, 0x0143, 0x014c, 0x014e, 0x0213]],
  // Page number, halftone hints, dot range, chroma subsampling; white point, primaries, coefficients, reference values.
  [2, [0x0129, 0x013e, 0x0141, 0x0150, 0x0212]],
  [6, [0x013f, 0x0156, 0x0211, 0x0214]],
  // Bits, extra samples, sample formats, smallest and largest values.
  ['samples', [0x0102, 0x0118, 0x0119, 0x0152, 0x0153, 0x0154, 0x0155]],
  ['segments', [0x0111, 0x0117, 0x0144, 0x0145]],
];

export const COLOUR_MAP = 0x0140;
export const JPEG_TABLES = 0x015b;
export const SUB_DIRECTORIES = 0x014a;

/** Only with old-style JPEG compression; with any other they are a preview that readers do not need. */
export const OLD_JPEG_TAGS: ReadonlyMap<number, MaxCount> = new Map<number, MaxCount>([
  [0x0200, 1],
  [0x0201, 1],
  [0x0202, 1],
  [0x0203, 1],
  [0x0205, 'samples'],
  [0x0206, 'samples'],
  [0x0207, 'samples'],
  [0x0208, 'samples'],
  [0x0209, 'samples'],
]);

/** What raw converters need of a DNG: make and model, mosaic, levels, colour matrices, white balance, crop, corrections, curves. */
const DNG_TAGS: readonly (readonly [maxCount: MaxCount, tags: readonly number[]])[] = [
  ['pictures', [SUB_DIRECTORIES]],
  [64, [0x010f, 0x0110, 0xc614]],
  [4, [0xc612, 0xc613, 0x828d, 0xc619, 0xc61e, 0xc61f, 0xc620, 0xc629, 0xc68d, 0xc71e, 0xc791, 0xc792, 0xc793, 0xc7b5]],
  [64, [0x828e, 0xc616, 0xc61a, 0xc61d, 0xc621, 0xc622, 0xc623, 0xc624, 0xc625, 0xc626, 0xc627, 0xc628, 0xc68e]],
  [64, [0xc690, 0xc692, 0xc6f9, 0xc714, 0xc715, 0xc725, 0xc761, 0xcd32, 0xcd33, 0xcd34, 0xcd38, 0xcd3a]],
  [1, [0xc617, 0xc62a, 0xc62b, 0xc62c, 0xc62d, 0xc62e, 0xc631, 0xc632, 0xc633, 0xc65a, 0xc65b, 0xc65c, 0xc6bf, 0xc6f7]],
  [1, [0xc6fd, 0xc71f, 0xc7a3, 0xc7a4, 0xc7a5, 0xc7a6, 0xc7a8, 0xcd31, 0xcd43, 0xcd49, 0xcd4a, 0xcd4b]],
  // Linearisation, level deltas, profile tables, tone curve, opcode lists, gain maps.
  [2 ** 20, [0xc618, 0xc61b, 0xc61c, 0xc6fa, 0xc6fb, 0xc6fc, 0xc726, 0xc740, 0xc741, 0xc74e, 0xcd2d, 0xcd39, 0xcd40]],
];

const STRUCTURE: ReadonlyMap<number, MaxCount> = table(TIFF_TAGS)
  .set(COLOUR_MAP, CURVE_COUNT)
  .set(JPEG_TABLES, JPEG_TABLES_BYTES);
const DNG_STRUCTURE: ReadonlyMap<number, MaxCount> = new Map([...STRUCTURE, ...table(DNG_TAGS)]);

/** The tags about pixels, each with how many values it may have. */
export function structuralTags(isDng: boolean): ReadonlyMap<number, MaxCount> {
  return isDng ? DNG_STRUCTURE : STRUCTURE;
}

/** ASCII and UNDEFINED are for text and for what no reader understands; these are the exceptions. */
export const TEXT_TAGS: ReadonlySet<number> = new Set([0x010f, 0x0110, 0xc614]);
export const UNDEFINED_TAGS: ReadonlySet<number> = new Set([JPEG_TABLES, 0xc740, 0xc741, 0xc74e, 0xcd2d, 0xcd40]);

function table(rows: readonly (readonly [maxCount: MaxCount, tags: readonly number[]])[]): Map<number, MaxCount> {
  return new Map(rows.flatMap(([maxCount, tags]) => tags.map((tag) => [tag, maxCount] as const)));
}
