// Pictures that the benches look at, made in code from the photos that a development dependency ships: always the same.
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';

const resolve = createRequire(import.meta.url).resolve;
const FONT = 'DejaVu Sans';
GlobalFonts.registerFromPath(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), FONT);

/** A chat, a form and a list as screens show them, with invented names and contacts. */
const SCREEN_LINES = [
  'Messages    Today 09:41',
  'Anna Kvist: are you coming on Thursday evening?',
  'You: yes, I will bring the projector and two cables.',
  'Anna Kvist: my new number is +44 20 7946 0958',
  'You: and the address for the invoice?',
  'Anna Kvist: anna.kvist@example.org, thank you!',
  'Order 20461 was shipped, expected on 14 May',
  'Total 1,240.00 EUR, paid by transfer',
  'Settings   Notifications   Privacy   Help',
  'The meeting room on the second floor is being painted.',
  'Version 4.2 loads faster, the export still fails.',
  'Please move the logo to the left corner.',
];

/** One of six photos of people. */
function photoOfPeople(number = 1) {
  return resolve(`@vladmandic/face-api/demo/sample${number}.jpg`);
}

/** A photo of people enlarged to 12 MP, with grain so that the JPEG has about 4 MB, and GPS and camera EXIF. */
export async function twelveMegapixelPhoto() {
  const [width, height] = [4000, 3000];
  const noise = await sharp({
    create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 26 }, background: '#808080' },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(photoOfPeople())
    .resize(width, height, { fit: 'cover' })
    .composite([{ input: noise, blend: 'soft-light' }])
    .withExif({
      IFD0: { Make: 'Example', Model: 'Phone 1', Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '44/1 47/1 0/1' },
    })
    .jpeg({ quality: 94 })
    .toBuffer();
}

/** A photo of noise, with EXIF, XMP and bytes behind its end. */
export async function noisyPhoto({ width, height, quality }) {
  const noise = { type: 'gaussian', mean: 128, sigma: 26 };
  const jpeg = await sharp({ create: { width, height, channels: 3, noise, background: '#808080' } })
    .withExif({
      IFD0: {
        Make: 'Example',
        Model: 'Phone 1',
        Artist: 'Somebody',
        ImageDescription: 'A harbour at dawn. '.repeat(200),
      },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '44/1 47/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Somebody</dc:creator></x:xmpmeta>')
    .jpeg({ quality })
    .toBuffer();
  return Buffer.concat([jpeg, Buffer.from('somebody was here')]);
}

/** The photo of that number as a JPEG of that size. */
export function photoOfSize(number, width, height) {
  return sharp(photoOfPeople(number)).resize(width, height, { fit: 'cover' }).jpeg({ quality: 88 }).toBuffer();
}

/** A screen of lines of text, dark on light or light on dark. */
export function screenshot({ width, height, fontSize = 22, isDark = false }) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = isDark ? '#15181c' : '#fbfbfd';
  context.fillRect(0, 0, width, height);
  context.fillStyle = isDark ? '#2b5278' : '#dfe8f2';
  context.fillRect(0, 0, width, fontSize * 3);
  context.fillStyle = isDark ? '#e8eaed' : '#1d2126';
  context.font = `${fontSize}px "${FONT}"`;
  const lines = Math.floor(height / (fontSize * 2.2)) - 1;
  for (let line = 0; line < lines; line++)
    context.fillText(SCREEN_LINES[line % SCREEN_LINES.length], fontSize, fontSize * 2 * (1 + line * 1.1));
  return canvas.toBuffer('image/png');
}

/** Shapes and one word on nothing. */
export function logo(side) {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#c2410c';
  context.beginPath();
  context.arc(side / 2, side * 0.4, side * 0.3, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = '#1f2937';
  context.font = `${Math.round(side / 8)}px "${FONT}"`;
  context.fillText('harbour', side * 0.22, side * 0.88);
  return canvas.toBuffer('image/png');
}

/** An animated sticker: a ball that goes round, on nothing. */
export async function sticker(side, frames) {
  const drawn = Array.from({ length: frames }, (_, frame) => {
    const canvas = createCanvas(side, side);
    const context = canvas.getContext('2d');
    const angle = (frame / frames) * Math.PI * 2;
    context.fillStyle = '#16a34a';
    context.beginPath();
    context.arc(
      side * (0.5 + 0.3 * Math.cos(angle)),
      side * (0.5 + 0.3 * Math.sin(angle)),
      side * 0.15,
      0,
      Math.PI * 2,
    );
    context.fill();
    return canvas.toBuffer('image/png');
  });
  return sharp(drawn, { join: { animated: true } })
    .webp({ quality: 80, effort: 1 })
    .toBuffer();
}

/** A GIF in which the view moves over a photo of people, so that every frame is another. */
export async function movingGif(size) {
  return sharp(await movingFrames(size), { join: { animated: true } })
    .gif({ effort: 1 })
    .toBuffer();
}

/** The frames of it, each as a PNG; in squares of `grain` pixels of one colour, which pack well. */
export async function movingFrames({ width, height, frames, grain = 1 }) {
  const small = await sharp(photoOfPeople())
    .resize(Math.ceil((width + frames * 2) / grain), Math.ceil(height / grain), { fit: 'cover' })
    .png()
    .toBuffer();
  const wide = await sharp(small)
    .resize(width + frames * 2, height, { fit: 'cover', kernel: 'nearest' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const views = [];
  for (let frame = 0; frame < frames; frame++)
    views.push(
      await sharp(wide)
        .extract({ left: frame * 2, top: 0, width, height })
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
  return views;
}
