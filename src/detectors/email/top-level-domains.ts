/**
 * Top-level domains as far as a detector needs them: which endings are surely domains and which are surely file names.
 * Source: IANA root zone, https://data.iana.org/TLD/tlds-alpha-by-domain.txt (every two-letter one is a country's; of the
 * long ones only those with much mail are listed) and RFC 2606 / RFC 6761 / RFC 6762 for the reserved ones.
 */

const COMMON = new Set(
  `com net org edu gov mil int info biz name pro aero coop museum jobs mobi travel cat tel asia post xxx arpa app dev page
  online site store shop tech xyz club live life world today email mail cloud digital agency studio design art blog news
  media press photo photography gallery video music group team work works company business solutions services systems
  network consulting ventures capital finance bank insurance legal law lawyer health care clinic doctor dental hospital
  school academy education university institute foundation charity church community social chat zone space website host
  web top icu vip fun one plus best cool guru expert support help center house home homes land estate rent berlin hamburg
  koeln wien paris london amsterdam brussels madrid barcelona moscow tokyo nyc eus gal scot wales bzh swiss global eu
  google amazon apple microsoft test example invalid localhost local localdomain lan internal corp onion`.split(/\s+/),
);

/** Endings of files that stand after `@` in names of pictures and packages; those that are also countries are not here. */
const FILES = new Set(
  `png jpg jpeg gif webp avif heic bmp svg ico tif tiff pdf psd mp3 mp4 webm wav ogg css scss less html htm xml json yaml yml
  toml lock txt csv js mjs cjs ts mts cts jsx tsx vue map wasm php jar exe dll dmg deb rpm tgz gz bz2 xz tar whl docx xlsx
  pptx doc xls ppt odt ttf woff woff2`.split(/\s+/),
);

/** Whether mail is commonly sent there: a country's, a common or a reserved ending, punycode or a non-Latin word. */
export function isKnownTopLevel(label: string): boolean {
  const lower = label.toLowerCase();
  return /^[a-z]{2}$/.test(lower) ? !FILES.has(lower) : COMMON.has(lower) || /^xn--|[^a-z]/.test(lower);
}

export function isFileEnding(label: string): boolean {
  return FILES.has(label.toLowerCase());
}
