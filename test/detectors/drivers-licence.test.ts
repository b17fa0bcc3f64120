import { describe, expect, it } from 'vitest';
import { isBritishDriverNumber } from '../../src/detectors/drivers-licence/british-licence.ts';
import { LICENCE_FORMS } from '../../src/detectors/drivers-licence/licence-forms.ts';
import { driversLicence } from '../../src/detectors/drivers-licence.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/drivers-licence/crowded.json' with { type: 'json' };
import hit from '../fixtures/drivers-licence/hit.json' with { type: 'json' };
import miss from '../fixtures/drivers-licence/miss.json' with { type: 'json' };
import { type Next, numbers } from '../fuzz/numbers.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SENTENCES: readonly ((value: string) => string)[] = [
  (value) => `My driver's license number is ${value}`,
  (value) => `Driver License: ${value}, issued 2019`,
  (value) => `DL no. ${value}; phone 555-123-4567`,
  (value) => `The driving licence of A. Kvist has the number ${value}.`,
  (value) => `{"driversLicense": "${value}"}`,
];

describe('the driving licence detector', () => {
  for (const { name, run } of textDetectorContract(driversLicence, { hit, miss, crowded })) it(name, run);

  it('finds a number of every form beside its words, and none of them alone', () => {
    const next = numbers(3);
    const values = Object.values(LICENCE_FORMS)
      .flat()
      .map((picture) => written(picture, next));
    const missed = values.filter(
      (value, at) => !found(SENTENCES[at % SENTENCES.length]?.(value) ?? '').includes(value),
    );
    expect(missed).toEqual([]);
    expect(
      values.filter((value) => !isBritishDriverNumber(value.replaceAll(' ', '')) && found(value).length > 0),
    ).toEqual([]);
  });

  it.each([
    ['MORGA657054SM9IJ', true],
    ['FOX99812317JA9AB', true],
    ['MORGA643054SM9IJ', false],
    ['MORGA657324SM9IJ', false],
    ['MOR9A657054SM9IJ', false],
    ['MORGA657054SM91J', false],
  ])('asks for surname, date of birth and letters in the British number %s', (value, isOne) => {
    expect(found(value).length === 1).toBe(isOne);
  });

  it('keeps to the countries it is told', () => {
    const text = 'driving licence AB1234567C';
    const reported = (countries: readonly string[]): number => driversLicence.detect(text, { countries }).length;
    expect([reported(['IT']), reported(['FR'])]).toEqual([1, 0]);
  });
});

function found(text: string): string[] {
  const reported = driversLicence.detect(text).filter(({ score }) => score >= 0.5);
  return reported.map(({ start, end }) => text.slice(start, end));
}

/** An invented number that is written like the picture; its first digits differ. */
function written(picture: string, next: Next): string {
  let digits = 0;
  return picture.replace(/[9A*]/g, (sign) => {
    if (sign === 'A') return LETTERS.charAt(next(LETTERS.length));
    digits += 1;
    return String(sign === '9' && digits <= 3 ? digits : next(10));
  });
}
