// Files that unpack to much within the limits, made in code: what decodes them shows how much memory one child can take.
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { movingFrames, photoOfSize, screenshot } from './sample-pictures.mjs';

const TWELVE_MEGAPIXELS = { width: 4000, height: 3000 };
/** What is packed may have 25 MiB. */
const GRAIN = 10;

/** By name; each file is made when it is asked for. */
export const HEAVY_PICTURES = {
  'JPEG of 48 MP': () => photoOfSize(1, 8000, 6000),
  'PNG of 48 MP with colours under transparency': transparentPng,
  'GIF of 16 frames of 12 MP': async () =>
    gifOf(await movingFrames({ ...TWELVE_MEGAPIXELS, frames: 16, grain: GRAIN })),
  'GIF of 64 frames of 2 MP': async () =>
    gifOf(await movingFrames({ width: 1920, height: 1080, frames: 64, grain: GRAIN })),
  'WebP of 16 frames of 12 MP': async () =>
    webpOf(await movingFrames({ ...TWELVE_MEGAPIXELS, frames: 16, grain: GRAIN })),
  'APNG of 16 frames of 12 MP': async () =>
    apngOf(await movingFrames({ ...TWELVE_MEGAPIXELS, frames: 16, grain: GRAIN })),
  'TIFF of 20 pages of A4 at 300 dpi': () => scannedPages(20, 2480, 3508),
  'TIFF of 60 pages of A4 at 150 dpi': () => scannedPages(60, 1240, 1754),
  'JPEG with 8 others of 12 MP behind it': () => jpegWithOthers(8),
  'JPEG with 100 thumbnails behind it': () => jpegWithOthers(100, { width: 320, height: 240 }),
};

function gifOf(frames) {
  return sharp(frames, { join: { animated: true } })
    .gif({ effort: 1 })
    .toBuffer();
}

function webpOf(frames) {
  return sharp(frames, { join: { animated: true } })
    .webp({ quality: 60, effort: 0 })
    .toBuffer();
}

/** The first frame is the picture itself; the data of each other one gets a number in front. */
function apngOf(frames) {
  const [first] = frames;
  let sequence = 0;
  const control = () => {
    const { width, height } = TWELVE_MEGAPIXELS;
    return chunk('fcTL', uint32(sequence++, width, height, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0]));
  };
  const parts = [first.subarray(0, 33), chunk('acTL', uint32(frames.length, 0))];
  for (const [index, frame] of frames.entries()) {
    parts.push(control());
    const data = Buffer.concat(chunksOf(frame).flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
    parts.push(index === 0 ? chunk('IDAT', data) : chunk('fdAT', uint32(sequence++), data));
  }
  return Buffer.concat([...parts, chunk('IEND')]);
}

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type, ...parts) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  return Buffer.concat([uint32(body.length - 4), body, uint32(crc32(body))]);
}

function uint32(...values) {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}

/** Each page with other lines, in grey. */
async function scannedPages(count, width, height) {
  const page = screenshot({ width, height, fontSize: Math.round(width / 50) });
  const pages = Array.from({ length: count }, (_, at) =>
    sharp(page)
      .affine([1, 0, 0, 1], { odx: at * 7, ody: at * 11 })
      .resize(width, height, { fit: 'cover', position: 'left top' })
      .greyscale()
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .tiff({ compression: 'deflate' })
    .toBuffer();
}

async function transparentPng() {
  return sharp(await photoOfSize(1, 8000, 6000))
    .ensureAlpha(0.25)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function jpegWithOthers(count, { width, height } = TWELVE_MEGAPIXELS) {
  const others = Array.from({ length: count }, (_, at) => photoOfSize((at % 6) + 1, width, height - (at % 50)));
  const { width: mainWidth, height: mainHeight } = TWELVE_MEGAPIXELS;
  return Buffer.concat([await photoOfSize(2, mainWidth, mainHeight), ...(await Promise.all(others))]);
}
