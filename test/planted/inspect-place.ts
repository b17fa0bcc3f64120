/** What becomes of one planted place: whether a scan says so, and what cleaning leaves of it. */
import sharp from 'sharp';
import { detectMetadata } from '../../src/detectors/metadata.ts';
import { UncleanableError } from '../../src/errors.ts';
import { hasDecoder } from '../../src/media/decode-picture.ts';
import { sniffFile } from '../../src/media/sniff.ts';
import { byteView } from '../../src/media/walkers/byte-view.ts';
import { isPlanted, type PlantedPlace } from '../fixtures/planted/planted-place.ts';
import { type StrippedBytes, stripBytes } from '../redactors/strip.ts';

/** Sharp's own words for what it cannot read. */
const NO_LOADER = /unsupported image format|Support for this compression format/;
/** Kinds that are pictures themselves, so that a cleaned file may show fewer pages. */
const PICTURES: readonly string[] = ['thumbnail', 'second picture'];

export interface PlaceResult {
  readonly place: PlantedPlace;
  /** Whether the plant is in the file, and the file is of the type that it says. */
  readonly isThere: boolean;
  readonly isReported: boolean;
  readonly how: 'lossless' | 're-encode' | 'refused';
  readonly isRemoved: boolean;
  /** What a scan of the cleaned file still finds; nothing when it is clean. */
  readonly left: readonly string[];
  /** False when decoded pixels differ after a lossless cleaning; true where there is no decoder. */
  readonly isSamePicture: boolean;
}

/** Rejects for anything but a refusal. */
export async function inspectPlace(place: PlantedPlace): Promise<PlaceResult> {
  const bytes = await place.plant();
  const found = await fieldsOf(bytes, place.mediaType);
  const before = {
    place,
    isThere: isPlanted(place, bytes) && sniffFile(byteView(bytes), { acceptSvg: true }).mediaType === place.mediaType,
    isReported: place.reported !== undefined && found.includes(`${place.reported.type} ${place.reported.field}`),
  };
  const stripped = await strip(bytes);
  if (stripped === undefined) return { ...before, how: 'refused', isRemoved: false, left: [], isSamePicture: true };
  const cleaned = Buffer.from(stripped.bytes);
  return {
    ...before,
    how: stripped.method,
    isRemoved: !isPlanted(place, cleaned),
    left: await fieldsOf(cleaned, place.mediaType),
    isSamePicture: stripped.method === 're-encode' || (await isSamePicture(place, bytes, cleaned)),
  };
}

async function fieldsOf(bytes: Buffer, mediaType: string): Promise<string[]> {
  const { detections } = await detectMetadata(byteView(bytes), mediaType);
  return detections.map((found) => `${found.type} ${'field' in found ? found.field : ''}`);
}

async function strip(bytes: Buffer): Promise<StrippedBytes | undefined> {
  try {
    return await stripBytes(bytes);
  } catch (error) {
    if (error instanceof UncleanableError) return undefined;
    throw error;
  }
}

/** Every page of the cleaned file is a page of the original, in order; pages are only fewer where the plant was one. */
async function isSamePicture({ mediaType, kind }: PlantedPlace, before: Buffer, after: Buffer): Promise<boolean> {
  if (!hasDecoder(mediaType)) return true;
  const [originals, results] = [await pagesOf(before), await pagesOf(after)];
  if (originals === undefined || results === undefined) return originals === results;
  let at = 0;
  for (const page of originals) if (results[at]?.equals(page) === true) at++;
  return at === results.length && at > 0 && (at === originals.length || PICTURES.includes(kind));
}

/** Samples as a viewer shows them, page by page, since pages may differ in size; undefined where sharp has no decoder. */
async function pagesOf(bytes: Buffer): Promise<Buffer[] | undefined> {
  try {
    const { pages = 1 } = await sharp(bytes).metadata();
    const decode = (page: number): Promise<Buffer> =>
      sharp(bytes, { page, ignoreIcc: true, failOn: 'error' }).autoOrient().raw({ depth: 'ushort' }).toBuffer();
    return await Promise.all(Array.from({ length: pages }, (_, page) => decode(page)));
  } catch (error) {
    if (error instanceof Error && NO_LOADER.test(error.message)) return undefined;
    throw error;
  }
}
