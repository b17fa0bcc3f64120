/** What the frames of an animation are drawn on, one after the other. */
import { MalformedImageError } from './walkers/byte-view.ts';

export const CANVAS_CHANNELS = 4;

/** Red, green, blue and alpha, 8 bits each, not multiplied by their alpha. */
export interface Canvas {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The part of a canvas that one frame has. */
export interface FrameArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function emptyCanvas({ width, height }: Pick<Canvas, 'width' | 'height'>): Canvas {
  return { data: Buffer.alloc(width * height * CANVAS_CHANNELS), width, height };
}

/** `blend`: whether the samples take the place of what was there or lie over it. Throws `MalformedImageError` for samples of another size. */
export function drawOnto({ data, width }: Canvas, area: FrameArea, samples: Buffer, blend: 'source' | 'over'): void {
  const rowBytes = area.width * CANVAS_CHANNELS;
  if (samples.length !== rowBytes * area.height) throw new MalformedImageError('picture: size of a frame');
  for (let y = 0; y < area.height; y++) {
    const row = samples.subarray(y * rowBytes, (y + 1) * rowBytes);
    const onto = data.subarray(((area.y + y) * width + area.x) * CANVAS_CHANNELS).subarray(0, rowBytes);
    if (blend === 'source') onto.set(row);
    else for (let at = 0; at < rowBytes; at += CANVAS_CHANNELS) blendOver(onto, row, at);
  }
}

export function clearArea({ data, width }: Canvas, area: FrameArea): void {
  for (let y = area.y; y < area.y + area.height; y++)
    data.fill(0, (y * width + area.x) * CANVAS_CHANNELS, (y * width + area.x + area.width) * CANVAS_CHANNELS);
}

/** The formula of PNG (third edition, section 12.6) and WebP (RFC 9649, section 2.7.1.1). */
function blendOver(onto: Buffer, row: Buffer, at: number): void {
  const opacity = row[at + 3] ?? 0;
  if (opacity === 0) return;
  const alpha = opacity / 255;
  const under = ((onto[at + 3] ?? 0) / 255) * (1 - alpha);
  const together = alpha + under;
  for (let channel = at; channel < at + 3; channel++)
    onto[channel] =
      opacity === 255
        ? (row[channel] ?? 0)
        : Math.round(((row[channel] ?? 0) * alpha + (onto[channel] ?? 0) * under) / together);
  onto[at + 3] = Math.round(together * 255);
}
