// One picture with codes in it, drawn: each at a size, an angle and a slant, dark on light or light on dark, clean or with a stain, on plain
// paper or in a busy scene. `dist/` is not needed. Coordinates are pixels of the picture.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** These need ten modules of paper beside them, the others four at most. */
const BARS = /^(?:Code|EAN|ITF|Codabar)/;

// Without its own file the writer fetches one.
const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });

/** Many faces and a wall; of a package that only the measurements use. */
const PHOTO = new URL('../../../node_modules/@vladmandic/face-api/demo/sample4.jpg', import.meta.url);

/** Pixels of a module in the drawing that is laid into the picture: enough for smooth edges at any angle. */
const DRAWN_MODULE = 6;

/**
 * `codes`: `{ format, text, module, x, y, turn, slant, inverted, stain }` with `module` in pixels, the centre `x`, `y`, degrees, a shear and the
 * stained share of the area. Gives RGB pixels, JPEG-compressed at `quality` where that is given, and the corners of each code.
 */
export async function drawCodePicture({ width, height, codes, scene = 'plain', quality, random }) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ee';
  context.fillRect(0, 0, width, height);
  if (scene === 'busy') drawScene(context, width, height, random);
  if (scene === 'photo') context.drawImage(await loadImage(PHOTO), 0, 0, width, height);
  const corners = [];
  for (const code of codes) corners.push(await drawCode(context, code));
  const { data } = context.getImageData(0, 0, width, height);
  const raw = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha();
  const encoded = quality === undefined ? await raw.png().toBuffer() : await raw.jpeg({ quality }).toBuffer();
  return { rgb: await sharp(encoded).raw().toBuffer(), encoded, width, height, corners };
}

async function drawCode(context, { format, text, module, x, y, turn = 0, slant = 0, inverted = false, stain = 0 }) {
  const { symbol, error } = await writeBarcode(text, { format, scale: 1 });
  if (error) throw new Error(`${format}: ${error}`);
  const quiet = BARS.test(format) ? 10 : 4;
  const [width, height] = [symbol.width + 2 * quiet, symbol.height + 2 * quiet];
  const drawn = createCanvas(width * DRAWN_MODULE, height * DRAWN_MODULE);
  const painted = drawn.getContext('2d');
  painted.fillStyle = inverted ? 'black' : 'white';
  painted.fillRect(0, 0, drawn.width, drawn.height);
  painted.imageSmoothingEnabled = false;
  const [left, across, down] = [quiet, symbol.width, symbol.height].map((modules) => modules * DRAWN_MODULE);
  painted.drawImage(bitmapOf(symbol, inverted), left, left, across, down);
  if (stain > 0) {
    const radius = Math.sqrt((stain * drawn.width * drawn.height) / Math.PI);
    painted.fillStyle = '#8a6a4a';
    painted.beginPath();
    painted.arc(drawn.width * 0.62, drawn.height * 0.6, radius, 0, 7);
    painted.fill();
  }
  context.save();
  context.translate(x, y);
  context.rotate((turn * Math.PI) / 180);
  context.transform(1, 0, slant, 1, 0, 0);
  context.imageSmoothingQuality = 'high';
  const [wide, tall] = [width * module, height * module];
  context.drawImage(drawn, -wide / 2, -tall / 2, wide, tall);
  const at = context.getTransform();
  context.restore();
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([h, v]) => ({
    x: at.a * ((h * symbol.width * module) / 2) + at.c * ((v * symbol.height * module) / 2) + at.e,
    y: at.b * ((h * symbol.width * module) / 2) + at.d * ((v * symbol.height * module) / 2) + at.f,
  }));
}

function bitmapOf({ data, width, height }, inverted) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = inverted ? 255 - data[pixel] : data[pixel];
    rgba.set([value, value, value, 255], pixel * 4);
  }
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}

/** Blocks, bars and letters of all colours under a fine grain: as hard on a reader as a photo of a shelf. */
function drawScene(context, width, height, random) {
  const shapes = Math.round((width * height) / 4000);
  for (let shape = 0; shape < shapes; shape++) {
    context.fillStyle = `hsl(${random() * 360} ${20 + random() * 50}% ${15 + random() * 70}%)`;
    context.globalAlpha = 0.4 + random() * 0.6;
    const [x, y] = [random() * width, random() * height];
    if (shape % 3 === 0) context.fillText('Wasser Brot 250 g', x, y);
    else context.fillRect(x, y, 4 + random() * 90, 4 + random() * 60);
  }
  context.globalAlpha = 1;
}
