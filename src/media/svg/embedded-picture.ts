/** Pictures inside a drawing: base64 in a `data:` URI (RFC 2397), taken for what the bytes are, whatever the URI says. */
import { sniff } from '../sniff.ts';

export interface EmbeddedPicture {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What browsers show inside a drawing. */
const SHOWN: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];
const HEAD = /^\s*data:[a-z\d.+/-]{0,128}(?:;[a-z\d.+-]{1,64}=[\w."+-]{0,64}){0,8};base64,/i;

/** Undefined for anything but a raster picture in strict base64; a drawing inside a drawing is none. */
export function embeddedPicture(href: string): EmbeddedPicture | undefined {
  const head = HEAD.exec(href)?.[0];
  if (head === undefined) return undefined;
  const payload = href.slice(head.length).replace(/\s+/g, '');
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(payload)) return undefined;
  const bytes = Buffer.from(payload, 'base64');
  const { mediaType } = sniff(bytes);
  return SHOWN.includes(mediaType) ? { mediaType, bytes } : undefined;
}
