// What is no writing: grounds like photos of rooms, skies and tables, drawn from shapes, gradients and grain.
import { createCanvas } from '@napi-rs/canvas';

const PALETTES = [
  ['#7a5c3e', '#a98a63', '#d9c6a5', '#4d3a26'],
  ['#87b5d9', '#c7dcea', '#5d7f4a', '#36552f'],
  ['#2c2f38', '#4a4f5e', '#8b8fa0', '#16181d'],
  ['#d8d3c8', '#b7b0a2', '#efece5', '#8e8676'],
  ['#b4472f', '#e0a458', '#fbe3b5', '#5e2317'],
  ['#3b6064', '#87bba2', '#c9e4ca', '#1f3638'],
  ['#1d2b53', '#7e2553', '#ff77a8', '#29adff'],
];

/** Draws over all of the context. */
export function ground(context, width, height, { pick, between, chance }) {
  const palette = pick(PALETTES);
  const gradient = context.createLinearGradient(0, 0, chance(0.5) ? width : 0, height);
  gradient.addColorStop(0, palette[0]);
  gradient.addColorStop(1, palette[1]);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  const shapes = createCanvas(width, height);
  const pen = shapes.getContext('2d');
  for (let count = between(4, 14); count > 0; count--) drawShape(pen, width, height, palette, { pick, between });
  context.filter = `blur(${between(1, 14)}px)`;
  context.drawImage(shapes, 0, 0);
  context.filter = 'none';
}

function drawShape(pen, width, height, palette, { pick, between }) {
  pen.fillStyle = pick(palette);
  pen.globalAlpha = between(30, 95) / 100;
  pen.beginPath();
  const [x, y] = [between(0, width), between(0, height)];
  const reach = between(Math.round(width / 20), Math.round(width / 3));
  const form = between(0, 2);
  if (form === 0) pen.ellipse(x, y, reach, between(Math.round(reach / 4), reach), between(0, 3), 0, 2 * Math.PI);
  else if (form === 1) pen.rect(x, y, reach, between(10, Math.max(11, Math.round(height / 2))));
  else {
    pen.moveTo(x, y);
    for (let corner = 0; corner < 4; corner++) pen.lineTo(x + between(-reach, reach), y + between(-reach, reach));
  }
  pen.fill();
}

/** A table of wood, stone or cloth. */
export function table(context, width, height, { pick, between, random }) {
  const palette = pick(PALETTES);
  context.fillStyle = palette[0];
  context.fillRect(0, 0, width, height);
  const step = between(3, 24);
  for (let y = 0; y < height; y += step) {
    context.globalAlpha = random() * 0.25;
    context.fillStyle = pick(palette);
    context.fillRect(0, y, width, between(1, step));
  }
  context.globalAlpha = 1;
}
