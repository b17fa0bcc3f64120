import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';

const font = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
GlobalFonts.registerFromPath(font('@fontsource/roboto/files/roboto-latin-400-normal.woff2'), 'Text');
GlobalFonts.registerFromPath(font('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'), 'Mono');

interface Page {
  readonly width: number;
  readonly height: number;
  readonly ground?: string;
}

/** A page on which `draw` wrote; in dark grey unless it says otherwise. */
export function drawnPage({ width, height, ground = '#ffffff' }: Page, draw: (context: SKRSContext2D) => void): Sharp {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222222';
  draw(context);
  return sharp(canvas.toBuffer('image/png'));
}

/** One line below the other. */
export function writeLines(
  context: SKRSContext2D,
  lines: readonly string[],
  { x = 20, size = 20, font = 'Text' }: { readonly x?: number; readonly size?: number; readonly font?: string } = {},
): void {
  context.font = `${size}px ${font}`;
  lines.forEach((line, n) => {
    context.fillText(line, x, size * (2 * n + 2));
  });
}
