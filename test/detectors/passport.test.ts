import { describe, expect, it } from 'vitest';
import { passport } from '../../src/detectors/passport.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/passport/crowded.json' with { type: 'json' };
import hit from '../fixtures/passport/hit.json' with { type: 'json' };
import miss from '../fixtures/passport/miss.json' with { type: 'json' };

/** The specimens of ICAO Doc 9303 parts 4, 5, 6 and 7. */
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const VISA_A = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
const VISA_B = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'];

describe('the passport detector', () => {
  for (const { name, run } of textDetectorContract(passport, { hit, miss, crowded })) it(name, run);

  it.each([
    ['a passport', TD3, 'passport'],
    ['a visa of size A', VISA_A, 'passport'],
    ['a visa of size B', VISA_B, 'passport'],
    ['a card of three lines', TD1, 'national-id'],
    ['a card of two lines', TD2, 'national-id'],
  ])('takes the zone of %s as one finding', (_, lines, type) => {
    const zone = lines.join('\n');
    expect(passport.detect(`Scan:\n${zone}\nend`)).toMatchObject([
      { type, start: 6, end: 6 + zone.length, score: 0.99 },
    ]);
  });

  it.each([
    ['number', 9],
    ['date of birth', 19],
    ['date of expiry', 27],
  ])('is less sure of a zone whose check digit of the %s is wrong', (_, at) => {
    const [found] = passport.detect(withOtherDigit(TD3.join('\n'), 45 + at));
    expect(found).toMatchObject({ type: 'passport', score: 0.8 });
    expect(found?.trace?.map(({ signal }) => signal)).toContain('wrong-checksum');
  });

  it('takes no zone with two wrong check digits', () => {
    expect(passport.detect(withOtherDigit(withOtherDigit(TD3.join('\n'), 54), 64))).toEqual([]);
  });

  it('finds the line of numbers without the line of names', () => {
    expect(passport.detect(`P<UT0 ER1K5S0N << A\n${TD3[1]}`)).toMatchObject([{ type: 'passport', start: 20, end: 64 }]);
    expect(passport.detect(`${TD1[1]}`)).toMatchObject([{ type: 'national-id', start: 0, end: 30 }]);
  });

  it('keeps to the countries it is told, zones aside', () => {
    const reported = (text: string, countries: readonly string[]): number =>
      passport.detect(text, { countries }).filter(({ score }) => score >= 0.5).length;
    expect(reported('passport 12AB34567', ['FR'])).toBe(1);
    expect(reported('passport 12AB34567', ['US'])).toBe(0);
    expect(reported('паспорт 4508 № 123456', ['DE'])).toBe(0);
    expect(reported(TD3.join('\n'), ['DE'])).toBe(1);
  });
});

function withOtherDigit(text: string, at: number): string {
  return text.slice(0, at) + ((Number(text.charAt(at)) + 1) % 10) + text.slice(at + 1);
}
