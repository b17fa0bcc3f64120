// Pictures without writing: hills, cells, lights out of focus, waves, a drawn face.
import { createSheet } from '../sheet.mjs';

export function hills({ between, pick }, em) {
  const sheet = createSheet({
    width: em * between(36, 60),
    height: em * between(24, 40),
    ground: pick(['#a8d8ea', '#fcd5ce', '#1d3557']),
  });
  const { context, width, height } = sheet;
  sheet.disc(between(0, width), height * 0.25, em * 3, '#fff3b0');
  for (let range = 0; range < 5; range++) {
    const base = height * (0.4 + range * 0.13);
    context.fillStyle = pick(['#386641', '#6a994e', '#52796f', '#354f52', '#84a98c']);
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x += 20)
      context.lineTo(x, base + Math.sin(x / between(90, 110) + range * 2) * height * 0.06);
    context.lineTo(width, height);
    context.fill();
  }
  return sheet;
}

export function lights({ between, pick, random }, em) {
  const sheet = createSheet({ width: em * between(30, 50), height: em * between(30, 50), ground: '#0d0d14' });
  const { context } = sheet;
  for (let count = between(30, 120); count > 0; count--) {
    context.globalAlpha = 0.1 + random() * 0.5;
    sheet.disc(
      between(0, sheet.width),
      between(0, sheet.height),
      em * (0.4 + random() * 2.4),
      pick(['#ffca3a', '#ff595e', '#8ac926', '#1982c4', '#ffffff']),
    );
  }
  context.globalAlpha = 1;
  return sheet;
}

export function cells({ between, random }, em) {
  const sheet = createSheet({ width: em * 44, height: em * 32, ground: '#f1e3d3' });
  const step = em * between(1, 4);
  for (let y = 0; y < sheet.height; y += step)
    for (let x = 0; x < sheet.width; x += step)
      sheet.frame(
        x + random() * step * 0.3,
        y + random() * step * 0.3,
        step * 0.8,
        step * 0.8,
        '#99582a',
        between(1, 3),
        step * random() * 0.5,
      );
  return sheet;
}

export function waves({ between, pick }, em) {
  const sheet = createSheet({ width: em * 48, height: em * 30, ground: pick(['#03045e', '#caf0f8']) });
  const { context, width, height } = sheet;
  const length = between(10, 90);
  context.lineWidth = between(1, 6);
  for (let y = 0; y < height; y += between(6, 22)) {
    context.strokeStyle = pick(['#0077b6', '#00b4d8', '#90e0ef']);
    context.beginPath();
    for (let x = 0; x <= width; x += 6) context.lineTo(x, y + Math.sin(x / length + y) * em * 0.7);
    context.stroke();
  }
  return sheet;
}
