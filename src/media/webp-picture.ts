/** Takes one coded picture of a WebP out as a file of its own, for a decoder. Source: RFC 9649. */
import type { ByteView } from './walkers/byte-view.ts';
import {
  ALPHA_FLAG,
  PROFILE_FLAG,
  RIFF_CHUNK_HEADER_BYTES,
  VP8X_BYTES,
  type WebpChunk,
  type WebpFrame,
  webpChunk,
  webpSize,
} from './walkers/webp-chunks.ts';

interface WebpPictureOptions {
  /** The index of a part that loses its last bytes. */
  readonly shortened?: { readonly part: number; readonly bytes: number };
  /** Whether alpha counts that the picture has without saying so, as it does in an animation. */
  readonly keepsAlpha?: boolean;
  /** An `ICCP` chunk that says what its samples mean. */
  readonly profile?: WebpChunk | undefined;
}

/** Throws `MalformedImageError`. */
export function webpPicture(
  view: ByteView,
  { parts }: WebpFrame,
  { shortened, keepsAlpha = false, profile }: WebpPictureOptions = {},
): Buffer {
  const chunks = parts.map(({ type, offset, size }, index) => {
    const kept = index === shortened?.part ? Math.max(0, size - shortened.bytes) : size;
    return webpChunk(type, view.slice(offset + RIFF_CHUNK_HEADER_BYTES, kept));
  });
  const { width, height } = webpSize(view, parts);
  const extended = Buffer.alloc(VP8X_BYTES);
  extended.writeUInt8(profile === undefined ? ALPHA_FLAG : ALPHA_FLAG | PROFILE_FLAG, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const head = [
    ...(parts.length > 1 || keepsAlpha || profile !== undefined ? [webpChunk('VP8X', extended)] : []),
    ...(profile === undefined
      ? []
      : [webpChunk('ICCP', view.slice(profile.offset + RIFF_CHUNK_HEADER_BYTES, profile.size))]),
  ];
  return webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...head, ...chunks]));
}
