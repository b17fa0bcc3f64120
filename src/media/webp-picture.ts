/** Takes one coded picture of a WebP out as a file of its own, for a decoder. Source: RFC 9649. */
import type { ByteView } from './walkers/byte-view.ts';
import {
  ALPHA_FLAG,
  RIFF_CHUNK_HEADER_BYTES,
  VP8X_BYTES,
  type WebpFrame,
  webpChunk,
  webpSize,
} from './walkers/webp-chunks.ts';

/** `shortened`: the index of a part that loses its last bytes. Throws `MalformedImageError`. */
export function webpPicture(
  view: ByteView,
  { parts }: WebpFrame,
  shortened?: { readonly part: number; readonly bytes: number },
): Buffer {
  const chunks = parts.map(({ type, offset, size }, index) => {
    const kept = index === shortened?.part ? Math.max(0, size - shortened.bytes) : size;
    return webpChunk(type, view.slice(offset + RIFF_CHUNK_HEADER_BYTES, kept));
  });
  const { width, height } = webpSize(view, parts);
  const extended = Buffer.alloc(VP8X_BYTES);
  extended.writeUInt8(ALPHA_FLAG, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  return webpChunk(
    'RIFF',
    Buffer.concat([Buffer.from('WEBP'), ...(parts.length > 1 ? [webpChunk('VP8X', extended)] : []), ...chunks]),
  );
}
