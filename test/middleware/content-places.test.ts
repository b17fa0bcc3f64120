import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyLeaves, withBodyLeaves } from '../../src/middleware/body-items.ts';
import { joinEmbedded, splitEmbedded, wrapEmbedded } from '../../src/middleware/embedded-files.ts';
import type { Replacement } from '../../src/middleware/leaf.ts';
import { queryLeaves, withQueryLeaves } from '../../src/middleware/query-items.ts';
import { safeFileName, withEnding } from '../../src/middleware/safe-file-name.ts';
import { PNG } from './app.ts';

const MANY = 100_000;

describe('a body', () => {
  test('is whole again after every leaf was replaced, stored as JSON and put back', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        const body: unknown = JSON.parse(json);
        const leaves = bodyLeaves(body, MANY);
        const tokens = new Map(leaves.map(({ index }) => [index, { value: `token:${index}` }]));
        const stored: unknown = JSON.parse(JSON.stringify(withBodyLeaves(body, tokens)) ?? 'null');
        const values = new Map(leaves.map(({ index, value }) => [`token:${index}`, value]));
        const back = bodyLeaves(stored, MANY).map(({ index, value }): [number, Replacement] => {
          return [index, { value: values.get(String(value)) ?? '' }];
        });
        // A long number was looked at as text, and comes back as one.
        expect(withBodyLeaves(stored, new Map(back))).toEqual(longNumbersAsText(body));
      }),
    );
  });

  test('keeps a key that is called __proto__ a key', () => {
    const body: unknown = JSON.parse('{"__proto__":{"a":"b"},"c":"d"}');
    const changed = withBodyLeaves(body, new Map([[2, { value: 'masked' }]]));
    expect(JSON.stringify(changed)).toBe('{"__proto__":{"a":"masked"},"c":"d"}');
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  });

  test('keeps both values of two keys that are masked alike', () => {
    const masked = new Map([0, 2].map((index) => [index, { value: '[email]' }]));
    expect(withBodyLeaves({ a: 'x', b: 'y' }, masked)).toEqual({ '[email]': 'x', '[email] 2': 'y' });
  });
});

describe('a query', () => {
  test('is unchanged but for what is replaced', () => {
    const query = 'a=1&b=%C3%BC+x&c&&=&%zz=%zz&a=2';
    expect(withQueryLeaves(query, new Map())).toBe(query);
    const values = queryLeaves(query, MANY).flatMap(({ kind, value }) => (kind === 'value' ? [value] : []));
    expect(values).toEqual(['1', 'ü x', '', '%zz', '2']);
    const replaced = new Map<number, Replacement>([
      [3, { value: 'ö&=' }],
      [12, 'removed'],
    ]);
    expect(withQueryLeaves(query, replaced)).toBe('a=1&b=%C3%B6%26%3D&c&&=&%zz=%zz');
  });
});

describe('files in strings', () => {
  const base64 = PNG.toString('base64');

  test.each([
    ['a data URI', `data:image/png;base64,${base64}`],
    ['one with parameters', `data:image/png;name=a.png;charset=utf-8;base64,${base64}`],
    ['one that is escaped', `data:image/png;base64,${encodeURIComponent(base64)}`],
    ['one that is folded', `data:image/png;base64,${base64.replace(/(.{20})/g, '$1\r\n')}`],
    ['one in capitals', `DATA:IMAGE/PNG;BASE64,${base64}`],
    ['bare base64', base64],
    ['folded base64', base64.replace(/(.{20})/g, '$1\n')],
    ['base64 for urls', PNG.toString('base64url')],
  ])('%s is found whole', (_name, text) => {
    expect(splitEmbedded(text).embedded.map(({ bytes }) => Buffer.from(bytes))).toEqual([PNG]);
  });

  test.each([
    ['prose', 'data: we have none, and base64 neither'],
    ['a token', 'iVBORw0KGgoAAAANSUhEUgAA.AAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk-M9QDwADhgGA'],
    ['a hash', 'c2hhMjU2LTE5M2Y4ZjQ1YTZkMmU4YzE0ZDFhZjBhYzY3ZGZmMDE5M2Y4ZjQ1YTZkMmU4YzE='],
    ['an empty data URI', 'data:image/png;base64,'],
  ])('%s is no file', (_name, text) => {
    expect(splitEmbedded(text)).toEqual({ text, embedded: [] });
  });

  test('markup that is percent-encoded is a file', () => {
    const { embedded, text } = splitEmbedded('<img src="data:image/svg+xml,%3Csvg%20a=1%3E"> and more');
    expect(embedded.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['<svg a=1>']);
    expect(text).toMatch(/^<img src=".+"> and more$/);
  });

  test('go back to their places, and a taken one leaves its place empty', () => {
    const { text, embedded } = splitEmbedded(
      `a data:image/png;base64,${base64} b data:image/png;base64,${base64} \uFDD0c`,
    );
    const [first] = embedded;
    const wrapped = first && wrapEmbedded(first.style, first.bytes, 'image/webp');
    expect(joinEmbedded(text, [undefined, wrapped])).toEqual({
      value: `a  b data:image/webp;base64,${base64} \uFFFDc`,
    });
    expect(() => joinEmbedded('masked', [undefined, wrapped])).toThrow(
      expect.objectContaining({ code: 'UNCLEANABLE' }),
    );
  });

  test.each([
    ['data:', 'data:'],
    ['data:a/b;base64,', 'data:a/b;base64,'],
    ['data:a/b,', 'data:a/b,'],
    ['data:a/b;c=d', `data:a/b${';c=d'.repeat(8)}`],
    ['base64 with spaces', `iVBORw0KGgo=${' '.repeat(50)}`],
  ])('are looked for in time that grows with the text: %s', (_name, unit) => {
    // The best of several runs, as other processes take time too.
    const time = (count: number): number => {
      const text = unit.repeat(count);
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        splitEmbedded(text);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    time(2000);
    // Ten times the text: quadratic growth would be a hundredfold.
    expect(time(40_000)).toBeLessThan(40 * Math.max(time(4000), 2));
  });
});

describe('a file name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\photos\\a.jpg', 'a.jpg'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\u202Egpj.exe\n', 'abgpj.exe'],
    ['u\u0308ber\uFDD0 uns.png', 'über uns.png'],
    ['\u200B', ''],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(114)}.jpeg`],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
    expect(safeFileName(name).length).toBeLessThanOrEqual(120);
  });

  test.each([
    ['photo.php', 'image/jpeg', 'photo.jpg'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo', 'image/png', 'photo.png'],
    ['', 'image/png', 'upload.png'],
    ['notes.html', 'text/plain', 'notes.txt'],
    ['list.csv', 'text/plain', 'list.csv'],
    ['clip.mp4', 'video/mp4', 'clip.mp4'],
    ['', 'video/mp4', 'upload'],
  ])('%j of type %s ends as %j', (name, type, expected) => {
    expect(withEnding(name, type)).toBe(expected);
  });
});

function longNumbersAsText(value: unknown): unknown {
  if (typeof value === 'number') return String(value).replace(/\D/g, '').length >= 7 ? String(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(longNumbersAsText);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, longNumbersAsText(member)]));
}
