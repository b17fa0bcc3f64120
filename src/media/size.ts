/** Sizes of pictures in pixels. Pure. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In whole pixels, at least one on each side. */
export function scaledSize({ width, height }: Size, scale: number): Size {
  return { width: scaled(width, scale), height: scaled(height, scale) };
}

function scaled(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}
