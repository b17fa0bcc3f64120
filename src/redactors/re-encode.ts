/**
 * Decodes a picture, lets its samples be edited, and encodes it again in its own format, HEIC as JPEG: upright, all frames, colour
 * profile kept, nothing else kept. Formats without loss stay so, except that the palette of an edited GIF is made anew. JPEG and WebP keep their
 * quality, JPEG its colour resolution, too: what is halved in one direction only comes out in full. AVIF comes out with 8 bits, edited
 * CMYK as sRGB.
 */
import { UncleanableError } from '../errors.ts';
import { hasDecoder } from '../media/decode-picture.ts';
import { hasTiles } from '../media/has-tiles.ts';
import { type ImageFile, inMemory } from '../media/image-file.ts';
import { type ImageHeader, readMetadata } from '../media/image-header.ts';
import { dressPng } from '../media/png-picture.ts';
import { reducedPages } from '../media/reduced-pages.ts';
import { flipSamples, openPicture, readSamples, type Sharp, type SharpMetadata } from '../media/sharp.ts';
import { readJpegCoding } from '../media/walkers/jpeg-coding.ts';
import { webpQuality } from '../media/walkers/webp-quality.ts';
import { reEncodeApng } from './re-encode-apng.ts';
import { reEncodeHeic } from './re-encode-heic.ts';
import type { SampleEdit, Samples } from './samples.ts';
import { stripInMemory } from './strip-in-place.ts';
import { undecodable } from './undecodable.ts';

interface ReEncodeOptions {
  readonly edit?: SampleEdit;
  /** Whether every visible sample of a WebP must stay as it was, though its own pictures were stored with loss. */
  readonly isExact?: boolean;
}

const AVIF_QUALITY = 90;
/** 250 ms for 3 megapixels; the default effort takes 6.6 s for a file one tenth smaller. */
const AVIF_EFFORT = 0;

/** What says how a PNG's samples and density are meant; sharp writes none of it but the profile, and a density of its own. */
const PNG_MEANING: readonly string[] = 'gAMA cHRM sRGB cICP pHYs'.split(' ');

const ONE_PICTURE: readonly string[] = ['image/avif', 'image/heic'];

const SPACES = ['srgb', 'rgb16', 'b-w', 'grey16', 'cmyk'] as const;
type Space = (typeof SPACES)[number];

/**
 * Without `edit` only colours that nobody sees are changed: those of fully transparent pixels are zeroed, since they may show a picture
 * of their own; a HEIC loses its transparency. Throws `UncleanableError`: `unsupported` for what has no decoder, pages of different
 * sizes, AVIF and HEIC with more than one picture, turned animations and samples that are not integers of 8 or 16 bits; `undecodable`, `timeout`.
 */
export async function reEncode(
  given: ImageFile,
  givenHeader: ImageHeader,
  { edit, isExact = false }: ReEncodeOptions = {},
): Promise<Buffer> {
  refuseUnsupported(givenHeader);
  try {
    if (givenHeader.mediaType === 'image/heic') return await reEncodeHeic(given, edit ?? (() => undefined));
    const { file, header } = withoutReducedPages(given, givenHeader);
    if (header.mediaType === 'image/png' && header.frames > 1)
      return await reEncodeApng(file.view, (samples) => {
        zeroTransparent(samples);
        edit?.(samples);
      });
    await refuseUnevenPages(file, header);
    const metadata = await readMetadata(file, 0);
    const space = SPACES.find((known) => known === metadata.space);
    if (space === undefined) throw unsupported('this colour space');
    const edits = [...(metadata.hasAlpha ? [zeroTransparent] : []), ...(edit === undefined ? [] : [edit])];
    const picture = open(file, header, space, edits.length > 0);
    const edited = edits.length === 0 ? picture : await editSamples(picture, space, metadata, header, edits);
    const encoded = await encode(edited, file, header, metadata, isExact).toBuffer();
    return header.mediaType === 'image/png' ? dressPng(encoded, file.view, PNG_MEANING) : encoded;
  } catch (error) {
    throw error instanceof UncleanableError ? error : undecodable(error);
  }
}

/** The type of what `reEncode` makes of such a picture. */
export function encodedType(mediaType: string): string {
  return mediaType === 'image/heic' ? 'image/jpeg' : mediaType;
}

/** The decoder takes smaller copies for pages like any others; without this they would be that in the result. */
function withoutReducedPages(
  file: ImageFile,
  header: ImageHeader,
): { readonly file: ImageFile; readonly header: ImageHeader } {
  const { size } = reducedPages(file.view, header.mediaType);
  if (size === 0) return { file, header };
  const stripped = stripInMemory(file.view, header.mediaType, { icc: true, exif: undefined });
  return { file: inMemory(stripped), header: { ...header, frames: header.frames - size } };
}

function refuseUnsupported({ mediaType, frames, orientation }: ImageHeader): void {
  if (!hasDecoder(mediaType)) throw unsupported('a format that is only edited in place');
  if (ONE_PICTURE.includes(mediaType) && frames > 1) throw unsupported('HEIF with more than one picture');
  if (frames > 1 && orientation !== 1) throw unsupported('turned animation');
}

async function refuseUnevenPages(file: ImageFile, { mediaType, frames, width, height }: ImageHeader): Promise<void> {
  if (mediaType !== 'image/tiff') return;
  for (let page = 1; page < frames; page++) {
    const { autoOrient } = await readMetadata(file, page);
    if (autoOrient.width !== width || autoOrient.height !== height) throw unsupported('pages of different sizes');
  }
}

function unsupported(what: string): UncleanableError {
  return new UncleanableError('unsupported', `${what} cannot be encoded again`);
}

function open(
  { view, source }: ImageFile,
  { mediaType, width, height, frames }: ImageHeader,
  space: Space,
  isEdited: boolean,
): Sharp {
  const size = { maxPixels: width * height * frames, frames: 'all', isStrict: hasTiles(view, mediaType) } as const;
  // sharp edits no CMYK: it becomes sRGB, which needs no profile.
  if (space === 'cmyk' && isEdited) return openPicture(source, size).autoOrient().toColourspace('srgb');
  const picture = openPicture(source, { ...size, ignoreProfile: true })
    .autoOrient()
    .keepIccProfile();
  // Without this sharp would go from CMYK through RGB and back.
  return (space === 'cmyk' ? picture.pipelineColourspace('cmyk') : picture).toColourspace(space);
}

/**
 * Edits through the exclusive or of old and new samples: every sample that the edit leaves alone stays exactly as it was, at 16 bits,
 * under transparency and in any colour space, and sharp goes on from the file it opened, with its profile, delays and pages.
 */
async function editSamples(
  picture: Sharp,
  space: Space,
  { hasAlpha }: SharpMetadata,
  { frames }: ImageHeader,
  edits: readonly SampleEdit[],
): Promise<Sharp> {
  const is16Bit = space === 'rgb16' || space === 'grey16';
  const { data: before, width, height, channels } = await readSamples(picture.clone(), { is16Bit });
  const data = before.slice();
  const max = is16Bit ? 65_535 : 255;
  const origin = { x: 0, y: 0 };
  for (const edit of edits) edit({ data, width, height: height / frames, frames, channels, hasAlpha, max, origin });
  for (let index = 0; index < data.length; index++) data[index] = (data[index] ?? 0) ^ (before[index] ?? 0);
  return flipSamples(picture.clone(), data, { width, height, channels });
}

function zeroTransparent({ data, channels }: Samples): void {
  for (let pixel = 0; pixel < data.length; pixel += channels)
    if (data[pixel + channels - 1] === 0) data.fill(0, pixel, pixel + channels);
}

function encode(
  picture: Sharp,
  { view }: ImageFile,
  { mediaType }: ImageHeader,
  metadata: SharpMetadata,
  isExact: boolean,
): Sharp {
  switch (mediaType) {
    case 'image/jpeg': {
      // sharp writes two kinds, and names only them: what is halved in one direction only loses nothing in the finer one.
      const { quality, fringe } = readJpegCoding(view);
      const isQuartered = fringe.x > 0 && fringe.y > 0;
      return picture.jpeg({ quality, chromaSubsampling: isQuartered ? '4:2:0' : '4:4:4' });
    }
    case 'image/png':
      return picture.png({ adaptiveFiltering: metadata.isPalette !== true });
    case 'image/webp': {
      const quality = isExact ? undefined : webpQuality(view);
      return picture.webp(
        quality === undefined ? { lossless: true, effort: 0 } : { quality: Math.max(1, Math.ceil(quality)), effort: 2 },
      );
    }
    case 'image/gif':
      return picture.gif();
    case 'image/tiff':
      return picture.tiff({ compression: 'deflate', predictor: 'horizontal' });
    case 'image/avif':
      return picture.avif({ quality: AVIF_QUALITY, effort: AVIF_EFFORT, chromaSubsampling: '4:4:4' });
    default:
      throw unsupported('this type');
  }
}
