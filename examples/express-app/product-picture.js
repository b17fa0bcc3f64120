// Draws a cup on a table and writes it as PNG: a picture with nobody in it.
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 960;
const HEIGHT = 720;

export function drawCup() {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x, y) {
  const light = 1 - y / HEIGHT / 4;
  const inBody = Math.abs(x - 440) < 170 - Math.max(0, y - 480) / 4 && y > 250 && y < 580;
  const handle = Math.hypot(x - 610, (y - 390) * 1.1);
  const isCup = inBody || (handle > 62 && handle < 96 && x > 590) || ellipse(x, y, 440, 580, 145, 26);
  if (ellipse(x, y, 440, 250, 150, 24)) return shade([96, 58, 36], light);
  if (ellipse(x, y, 440, 250, 170, 34)) return shade([250, 246, 240], light);
  if (isCup) return shade([38, 110, 132], 1.15 - Math.abs(x - 380) / 420);
  if (ellipse(x, y, 470, 604, 250, 34)) return shade([150, 112, 80], 1);
  return y > 520 ? shade([188, 146, 106], light + 0.1) : shade([236, 226, 212], light);
}

function ellipse(x, y, centreX, centreY, radiusX, radiusY) {
  return ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1;
}

function shade(colour, light) {
  return colour.map((part) => Math.max(0, Math.min(255, Math.round(part * light))));
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
