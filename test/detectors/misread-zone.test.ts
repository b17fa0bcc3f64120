import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/accuracy/random.mjs';
import { misreadZones, type ZoneLine } from '../../src/detectors/passport/misread-zone.ts';
import { misread } from '../fixtures/ocr-noise.ts';

/** Specimens of Doc 9303 parts 4 to 6. */
const PASSPORT = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const CARD = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const SMALL_CARD = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';

function linesOf(text: string): ZoneLine[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, text: line };
  });
}

describe('misreadZones', () => {
  it.each([
    ['passport', PASSPORT],
    ['card', CARD],
    ['card', SMALL_CARD],
  ])('finds all lines of a zone: %s', (kind, text) => {
    const [zone, ...others] = misreadZones(linesOf(`REPUBLIC OF UTOPIA\n${text}\nsomething else`));
    expect(others).toEqual([]);
    expect(zone?.kind).toBe(kind);
    expect(zone?.start).toBe(19);
    expect(zone?.end).toBe(19 + text.length);
    expect(zone?.checks).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['letters for digits', 'L8989O2C36UTO74O8I22FI204I59ZE184226B<<<<<10'],
    ['digits for letters', '1898902C36UT07408122F1204159ZE184226B<<<<<10'],
    ['signs for fillers', 'L898902C36UTO7408122F1204159ZE184226B(k«c<10'],
    ['a filler lost', 'L898902C36UTO7408122F1204159ZE184226B<<<10'],
    ['a letter lost', 'L898902C3UTO7408122F1204159ZE184226B<<<<<10'],
    ['a letter doubled', 'L8898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    ['blanks', 'L898902C36UTO 7408122F 1204159ZE 184226B<<<<<10'],
  ])('finds a line by itself with %s', (_fault, line) => {
    expect(misreadZones(linesOf(line))).toHaveLength(1);
  });

  it('finds a line of names by its fillers, though nothing else was read', () => {
    const [zone] = misreadZones(linesOf('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'));
    expect(zone).toMatchObject({ kind: 'passport', checks: 0 });
  });

  it.each([
    ['passport', PASSPORT],
    ['card', CARD],
  ])('finds nine of ten with two faults in each line: %s', (_kind, text) => {
    const random = createRandom(9);
    const noisy = Array.from({ length: 60 }, () =>
      linesOf(
        text
          .split('\n')
          .map((line) => misread(line, random, 2))
          .join('\n'),
      ),
    );
    expect(noisy.filter((lines) => misreadZones(lines).length > 0).length).toBeGreaterThanOrEqual(54);
  });

  it.each([
    'THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG',
    '<<<<<<< HEAD',
    'cout << "a" << "b" << "c" << "d" << "e" << endl;',
    'PRICE LIST ................................ 2024',
    '0123456789012345678901234567890123456789',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b',
    'PLEASE DO NOT BEND <<<<<',
    'VERY LONG TITLE IN CAPITALS OF 1990 AND 2024',
  ])('makes none of %s', (text) => {
    expect(misreadZones(linesOf(text))).toEqual([]);
  });

  it('makes none of random letters and digits', () => {
    const random = createRandom(4);
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const lines = Array.from({ length: 40 }, () =>
      Array.from({ length: 44 }, () => signs[Math.floor(random() * signs.length)]).join(''),
    );
    expect(misreadZones(linesOf(lines.join('\n')))).toEqual([]);
  });

  it.each([
    ['passport', PASSPORT],
    ['card', CARD],
  ])('takes no line for two zones: %s', (_, text) => {
    const numbers = text.split('\n').find((line) => /\d{7}F\d{7}/.test(line)) ?? '';
    const zones = misreadZones(linesOf(Array.from({ length: 5 }, () => numbers).join('\n')));
    expect(zones.length).toBeGreaterThan(1);
    for (const [at, zone] of zones.entries()) expect(zone.start).toBeGreaterThanOrEqual(zones[at - 1]?.end ?? 0);
  });
});
