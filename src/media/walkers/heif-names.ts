/** Names of handlers and items in HEIF files: words of writers, or of people. */
import type { ByteView } from './byte-view.ts';
import { endTable, FULL_BOX_BYTES } from './heif-items.ts';
import type { Box } from './isobmff-boxes.ts';

/** Bytes of a handler box before its name: predefined, type, reserved. */
export const HANDLER_HEAD_BYTES: number = FULL_BOX_BYTES + 20;
/** What libavif, libheif, FFmpeg, Nokia's and Apple's writers say; it says nothing about anybody. */
const PRODUCT_NAMES: readonly string[] = [
  'libavif',
  'libheif',
  'PictureHandler',
  'VideoHandler',
  'Core Media Video',
  'AOM Coding',
  'AV1 Coding',
  'HEVC Coding',
  'Color',
  'Alpha',
  'Image',
  'HEVC Image',
  'Exif',
  'EXIF',
  'XMP',
];

/** Whether a name is a word of a known writer, or blank. */
export function isProductName(name: string): boolean {
  const bare = name.replaceAll('\0', '').trim();
  // Some writers put the length first.
  return bare === '' || PRODUCT_NAMES.includes(bare) || PRODUCT_NAMES.includes(bare.slice(1));
}

/** Where the name of a handler stands; undefined when it says nothing. Throws `MalformedImageError` for bytes in reserved fields. */
export function handlerName(view: ByteView, { start, end }: Box): { offset: number; length: number } | undefined {
  endTable(view, start + FULL_BOX_BYTES, start + FULL_BOX_BYTES + 4);
  const nameAt = start + HANDLER_HEAD_BYTES;
  const length = Math.max(0, end - nameAt);
  const isSilent = length <= 256 && isProductName(view.latin1(nameAt, length));
  return isSilent ? undefined : { offset: nameAt, length };
}

/** The type of what a handler handles. */
export function handlerType(view: ByteView, { start }: Box): string {
  return view.latin1(start + FULL_BOX_BYTES + 4, 4);
}
