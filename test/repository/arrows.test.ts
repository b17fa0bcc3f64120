import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Which rooms a room may import from, besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  core: ['errors'],
  media: ['core', 'errors'],
  detectors: ['media', 'core', 'errors'],
  redactors: ['media', 'core', 'errors'],
  scanner: ['detectors', 'redactors', 'media', 'core', 'errors'],
  index: ['scanner', 'core', 'errors'],
  holds: ['core', 'errors'],
  storage: ['holds', 'core', 'errors'],
  prompt: ['holds', 'core', 'errors'],
  middleware: ['scanner', 'holds', 'storage', 'prompt', 'media', 'core', 'errors'],
  cli: ['scanner', 'holds', 'storage', 'media', 'core', 'errors'],
  testing: ['middleware', 'scanner', 'holds', 'storage', 'prompt', 'detectors', 'redactors', 'media', 'core', 'errors'],
};

/** Packages that are heavy, or that only one room may know; each is imported in these places only. */
const HOMES: Readonly<Record<string, RegExp>> = {
  express: /^middleware\//,
  multer: /^middleware\/[\w-]+\.ts$/,
  sharp: /^media\/sharp\.ts$/,
  saxes: /^media\/svg\/read-xml\.ts$/,
  exifr: /^detectors\/metadata\/read-xmp\.ts$/,
  'libphonenumber-js': /^detectors\/phone\/[\w-]+\.ts$/,
  scslre: /^detectors\/custom-detector\/pattern-problem\.ts$/,
  '@eslint-community/regexpp': /^detectors\/custom-detector\/[\w-]+\.ts$/,
  'tesseract.js': /^detectors\/tesseract\.ts$/,
  'onnxruntime-node': /^detectors\/onnx-session\.ts$/,
  'onnxruntime-web': /^detectors\/onnx-session\.ts$/,
  'zxing-wasm/reader': /^detectors\/read-codes\/zxing\.ts$/,
  'libheif-js/libheif-wasm/libheif.js': /^media\/heif-decoder\.ts$/,
  libsql: /^storage\/sqlite-connection\.ts$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file): Import[] => {
    const text = readFileSync(join(source, file), 'utf8');
    const found = text.matchAll(/(?:\bfrom|\bimport\(?)\s*'([^'\n]+)'/g);
    return [...found].map((match) => ({ from: file.split(sep).join('/'), to: match[1] ?? '' }));
  });

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

describe('the rooms', () => {
  it('import only along the arrows', () => {
    const astray = imports
      .filter(({ to }) => to.startsWith('.'))
      .map(({ from, to }) => ({
        from,
        to: relative(source, join(source, dirname(from), to))
          .split(sep)
          .join('/'),
      }))
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !ARROWS[roomOf(from)]?.includes(roomOf(to)))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(astray).toEqual([]);
  });

  it('import each heavy package in its home only', () => {
    const astray = imports
      .filter(({ from, to }) => HOMES[to] !== undefined && !HOMES[to].test(from))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(astray).toEqual([]);
  });
});
