/** A client's file name made harmless: one path segment without control, direction or reserved characters, ending as its type does. */

const MAX_LENGTH = 120;
const FALLBACK = 'upload';
/** Control, separators and reserved characters of common file systems; zero-width, direction and line marks; noncharacters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Co}\p{Cs}/\\:*?"<>|]/gu;

/** Endings by real type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/tiff': ['.tiff', '.tif'],
  'image/x-adobe-dng': ['.dng'],
  'image/bmp': ['.bmp', '.dib'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heif', '.heic'],
  'image/avif': ['.avif'],
  'image/svg+xml': ['.svg'],
  'text/plain': ['.txt', '.text', '.md', '.csv', '.tsv', '.json', '.log', '.srt', '.vtt', '.yaml', '.yml'],
};

/** The last path segment without unsafe characters, NFC, at most 120 UTF-16 units; may be empty. */
export function safeFileName(name: string): string {
  const segment = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const safe = segment.replace(UNSAFE, '').replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
  return safe.length <= MAX_LENGTH ? safe : shortened(safe);
}

/** The name with an ending that fits the type; types without a row keep the ending they came with. */
export function withEnding(name: string, mediaType: string): string {
  const endings = ENDINGS[mediaType];
  const at = name.lastIndexOf('.');
  const stem = (at > 0 ? name.slice(0, at) : name) || FALLBACK;
  if (endings === undefined) return name || FALLBACK;
  const ending = at > 0 ? name.slice(at).toLowerCase() : '';
  return endings.includes(ending) ? name : `${stem}${endings[0]}`;
}

function shortened(name: string): string {
  const at = name.lastIndexOf('.');
  const ending = at > 0 && name.length - at <= 12 ? name.slice(at) : '';
  return `${[...name.slice(0, MAX_LENGTH - ending.length - 1)].join('')}${ending}`.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g,
    '',
  );
}
