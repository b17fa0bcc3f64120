/** How people call the formats that `sniff` tells apart and nothing here cleans. */
const NAMES: Readonly<Record<string, string>> = {
  'image/jxl': 'JPEG XL',
  'image/jp2': 'JPEG 2000',
  'image/vnd.adobe.photoshop': 'Photoshop (PSD)',
  'image/vnd.microsoft.icon': 'Windows icon (ICO)',
  'image/x-raw': 'camera raw',
  'image/x-bigtiff': 'BigTIFF',
  'image/svg+xml': 'SVG without `acceptSvg`',
  'application/pdf': 'PDF',
  'application/zip': 'ZIP (also office documents)',
};
const KINDS: readonly (readonly [prefix: string, name: string])[] = [
  ['video/', 'video'],
  ['audio/', 'audio'],
];

/** Undefined for bytes of which not even the type is known. */
export function formatName(mediaType: string): string | undefined {
  return NAMES[mediaType] ?? KINDS.find(([prefix]) => mediaType.startsWith(prefix))?.[1];
}
