import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameModel } from '../../src/detectors/person/load-name-model.ts';
import { person } from '../../src/detectors/person.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/person/crowded.json' with { type: 'json' };
import hit from '../fixtures/person/hit.json' with { type: 'json' };
import miss from '../fixtures/person/miss.json' with { type: 'json' };

const MODEL = new URL('../../models/person-names.bin', import.meta.url);
const LIKELY = 0.6;
const POSSIBLE = 0.4;

describe('the name detector', () => {
  for (const { name, run } of textDetectorContract(person, { hit, miss, crowded })) it(name, run);

  it('calls an artist in a prompt possible at most, and a neighbour of that name likely', () => {
    const scores = (text: string) => person.detect(text).map(({ score }) => score);
    for (const score of scores('a castle in the style of Vincent van Gogh')) expect(score).toBeLessThan(LIKELY);
    for (const score of scores('a harbour, art by Anna Berger and Karin Lindqvist')) expect(score).toBeLessThan(LIKELY);
    expect(scores('my neighbour Vincent van Gogh')[0]).toBeGreaterThanOrEqual(LIKELY);
  });

  it('says by which steps a score came about', () => {
    const [artist] = person.detect('a castle, painting by Anna Berger');
    expect(artist?.trace?.map(({ signal }) => signal)).toEqual(['base', 'known-by-works']);
  });

  it('finds a full name in lower case at least as possible', () => {
    for (const text of ['ask maria gonzalez about it', 'peter novak was there', 'lunch with julia becker']) {
      const [found] = person.detect(text);
      expect(found?.score).toBeGreaterThanOrEqual(POSSIBLE);
    }
  });

  it('leaves the possessive ending out of the name', () => {
    const text = 'Khadija’s car and Karin Lindqvist’s dog';
    expect(person.detect(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Khadija', 'Karin Lindqvist']);
  });

  it('finds names at the end of a long text', () => {
    const text = `${'A bowl of fruit on a wooden table. '.repeat(30_000)}Ask Emily Watson.`;
    expect(person.detect(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Emily Watson']);
  });

  it('finds its places in any text', () => {
    const piece = fc.constantFrom(
      'Emily',
      ' ',
      'Watson',
      '’s',
      '-',
      '–',
      '\n',
      'Mr.',
      'J.',
      'van',
      'der',
      'ნინო',
      'Иван',
      '\ud800',
      '.',
      '@',
      '1',
      'İ',
      'é',
      "can't",
      '/',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 40 }).map((list) => list.join('')),
    );
    const areSound = (given: string): boolean => {
      const found = person.detect(given);
      const areInOrder = found.every(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
      return areInOrder && found.every(({ start, end }) => start < end && /\p{L}/u.test(given.slice(start, end)));
    };
    fc.assert(fc.property(text, areSound), { numRuns: 300, seed: 4 });
  });
});

describe('the model of names', () => {
  it('is refused when its file is missing, cut or altered', () => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    const bytes = readFileSync(MODEL);
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(5000) ^ 1, 5000);
    for (const [name, content] of Object.entries({ cut: bytes.subarray(0, 5000), altered, empty: Buffer.alloc(0) })) {
      writeFileSync(join(folder, name), content);
      expect(() => loadNameModel(pathToFileURL(join(folder, name)))).toThrow(
        expect.objectContaining({ code: 'CONFIG_MODEL_MISSING' }),
      );
    }
    expect(() => loadNameModel(pathToFileURL(join(folder, 'nowhere')))).toThrow(/detectors\.person/);
    rmSync(folder, { recursive: true });
  });

  it('is the file that its card describes', () => {
    const card = readFileSync(new URL('../../models/person-names.md', import.meta.url), 'utf8');
    expect(card).toContain(loadNameModel().modelSha256);
  });
});
