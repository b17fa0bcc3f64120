// Pictures without any writing: scenes of shapes, gradients, noise and textures.
import { ground, table } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';

export function scene(inventor, em) {
  const sheet = empty(inventor, em);
  ground(sheet.context, sheet.width, sheet.height, inventor);
  return sheet;
}

export function gradient({ pick, between, chance }, em) {
  const sheet = empty({ between }, em);
  const { context, width, height } = sheet;
  const fill = chance(0.5)
    ? context.createLinearGradient(0, 0, width, height)
    : context.createRadialGradient(width / 2, height / 2, 1, width / 2, height / 2, width);
  fill.addColorStop(0, pick(['#0b132b', '#ffd166', '#06d6a0', '#f8f9fa']));
  fill.addColorStop(1, pick(['#3a506b', '#ef476f', '#118ab2', '#e9ecef']));
  context.fillStyle = fill;
  context.fillRect(0, 0, width, height);
  return sheet;
}

export function noise({ random, between }, em) {
  const sheet = empty({ between }, em);
  const image = sheet.context.getImageData(0, 0, sheet.width, sheet.height);
  const cell = between(1, 6);
  for (let y = 0; y < sheet.height; y++) {
    for (let x = 0; x < sheet.width; x++) {
      const at = 4 * (y * sheet.width + x);
      const above = 4 * ((y - (y % cell)) * sheet.width + (x - (x % cell)));
      const level = x % cell === 0 && y % cell === 0 ? 255 * random() : image.data[above];
      image.data.fill(level, at, at + 3);
    }
  }
  sheet.context.putImageData(image, 0, 0);
  return sheet;
}

/** Stripes, bricks, dots, leaves: what repeats as letters do. */
export function texture(inventor, em) {
  const { pick, between, random } = inventor;
  const sheet = empty(inventor, em);
  const { context, width, height } = sheet;
  table(context, width, height, inventor);
  const [across, down] = [between(8, 60), between(6, 40)];
  const form = pick(['bricks', 'dots', 'leaves', 'fence']);
  for (let y = 0, row = 0; y < height; y += down, row++) {
    for (let x = form === 'bricks' && row % 2 ? -across / 2 : 0; x < width; x += across) {
      const shade = Math.round(60 + random() * 150);
      const fill = `rgb(${shade},${Math.round(shade * 0.8)},${Math.round(shade * 0.6)})`;
      if (form === 'bricks') sheet.box(x, y, across - 2, down - 2, fill);
      else if (form === 'dots') sheet.disc(x + across / 2, y + down / 2, Math.min(across, down) * 0.35, fill);
      else if (form === 'fence') sheet.box(x, y, across * 0.25, down, fill);
      else leaf(context, x + random() * across, y + random() * down, across, fill, random() * 3);
    }
  }
  return sheet;
}

function leaf(context, x, y, reach, fill, angle) {
  context.fillStyle = fill;
  context.beginPath();
  context.ellipse(x, y, reach * 0.5, reach * 0.18, angle, 0, 2 * Math.PI);
  context.fill();
}

function empty({ between }, em) {
  return createSheet({ width: em * between(30, 60), height: em * between(24, 40) });
}
