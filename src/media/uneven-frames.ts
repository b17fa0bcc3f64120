/** Which files have pages beside each other, and which have frames that follow each other in one place. */
const UNEVEN_TYPES: readonly string[] = ['image/tiff', 'image/heic', 'image/avif'];

/** Whether the pages or pictures of such a file may differ in size, as the frames of an animation may not. */
export function hasUnevenFrames(mediaType: string): boolean {
  return UNEVEN_TYPES.includes(mediaType);
}

export function isAnimation({ mediaType, frames }: { readonly mediaType: string; readonly frames: number }): boolean {
  return frames > 1 && !hasUnevenFrames(mediaType);
}
