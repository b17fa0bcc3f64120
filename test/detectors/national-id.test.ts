import { describe, expect, it } from 'vitest';
import { generateNationalIds } from '../../scripts/accuracy/numbers/national-ids.mjs';
import { CHECK } from '../../src/detectors/national-id/id-form.ts';
import { ID_FORMS } from '../../src/detectors/national-id/id-forms.ts';
import { nationalId } from '../../src/detectors/national-id.ts';
import { textDetectorContract } from '../../src/testing/text-detector-contract.ts';
import crowded from '../fixtures/national-id/crowded.json' with { type: 'json' };
import hit from '../fixtures/national-id/hit.json' with { type: 'json' };
import miss from '../fixtures/national-id/miss.json' with { type: 'json' };
import { numbers } from '../fuzz/numbers.ts';

/** Numbers that authorities, standards or encyclopaedias print as examples; the last digit or letter of each is its check. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  AR: ['20055361682'],
  AT: ['1237010180'],
  AU: ['123456782'],
  BE: ['85073003328', '17073003384'],
  BA: ['0101006500006'],
  BG: ['7523169263'],
  BR: ['39053344705'],
  CA: ['130692544'],
  CH: ['7569217076985'],
  CL: ['125319092'],
  CN: ['11010519491231002X'],
  CZ: ['7103192745'],
  DE: ['86095742719', '36574261809', 'T220001293'],
  EE: ['37605030299'],
  ES: ['12345678Z', 'X1234567L'],
  FI: ['131052308T'],
  FR: ['255081416802538', '269054958815780'],
  GB: ['9434765919'],
  GR: ['01013099997'],
  HR: ['33392005961'],
  IE: ['1234567T'],
  IL: ['039337423'],
  IN: ['234123412346'],
  IT: ['RSSMRA85T10A562S'],
  JP: ['123456789018'],
  LT: ['33309240064'],
  LV: ['16117519997'],
  ME: ['0101006500006'],
  MK: ['0101006500006'],
  MX: ['BOXW310820HNERXN09'],
  NL: ['123456782', '111222333'],
  NO: ['15108695088'],
  PL: ['44051401359'],
  PT: ['123456789', '000000000ZZ4'],
  RO: ['1800101221144'],
  RS: ['0101006500006'],
  RU: ['11223344595', '500100732259'],
  SE: ['8112189876'],
  SI: ['0101006500006'],
  TW: ['A123456789'],
  SG: ['S1234567D'],
  TH: ['3100600445635'],
  TR: ['10000000146'],
  UA: ['1759013776'],
  ZA: ['8001015009087'],
};
const SENTENCES: readonly ((label: string, value: string) => string)[] = [
  (label, value) => `${label}: ${value}`,
  (label, value) => `${label} ${value}`,
  (label, value) => `My ${label} is ${value}, please check it by 12.03.2024.`,
  (label, value) => `Order 4471-22, invoice 2024-117. ${label}: ${value}; phone +49 30 1234567.`,
  (label, value) => `{"name": "A. Kvist", "${label}": "${value}"}`,
];
const LOOK_ALIKES: readonly string[] = [
  'Order no. #########',
  'Order ##########, tracking ###########',
  'Sendungsnummer ############',
  'Заказ ########## от 12.03.2024',
  'Call +1 ### ### ####',
  'tel. ### ### ###',
  'ISBN 978-#-##-######-#',
  '17######## INFO request 17########### took ## ms',
  'version 1.##.###, build ##########',
  'amount: ### ### ###',
];

describe('the identity number detector', () => {
  for (const { name, run } of textDetectorContract(nationalId, { hit, miss, crowded })) it(name, run);

  it('takes the published numbers of each country and none with another check sign', () => {
    const isValid = (country: string, compact: string): boolean =>
      ID_FORMS.some((form) => form.country === country && isWrittenAs(form.written, compact) && form.isValid(compact));
    const wrong = Object.entries(PUBLISHED).flatMap(([country, numbers]) =>
      numbers.filter((number) => !isValid(country, number) || isValid(country, withOtherEnd(number))),
    );
    expect(wrong).toEqual([]);
  });

  it('proves every form that weighs its check as strong with a published number', () => {
    const checked = new Set(ID_FORMS.filter(({ check }) => check > CHECK.tenth).map(({ country }) => country));
    // Iceland's check digit is not its last, none is printed of Kazakhstan and Hungary, Slovakia's are Czechia's.
    expect([...checked].filter((country) => PUBLISHED[country] === undefined).sort()).toEqual(['HU', 'IS', 'KZ', 'SK']);
  });

  it('finds at least 99 % of a thousand named numbers of all countries, exactly as they stand', () => {
    const next = numbers(7);
    const missed = generateNationalIds(() => next(1e9) / 1e9, 1000).filter(({ label, value }, at) => {
      const text = SENTENCES[at % SENTENCES.length]?.(label, value) ?? '';
      const found = reported(text).map(({ start, end }) => text.slice(start, end));
      return found.length !== 1 || found[0] !== value;
    });
    expect(missed.length).toBeLessThanOrEqual(10);
  });

  it('reports at most 1 % of a thousand numbers that are named as something else', () => {
    const next = numbers(11);
    const texts = Array.from({ length: 1000 }, (_, at) =>
      (LOOK_ALIKES[at % LOOK_ALIKES.length] ?? '').replace(/#/g, () => String(next(10))),
    );
    expect(texts.filter((text) => reported(text).length > 0).length).toBeLessThanOrEqual(10);
  });

  it('keeps to the countries it is told', () => {
    const text = 'PESEL 44051401359, CPF 390.533.447-05';
    expect(reported(text, ['PL'])).toHaveLength(1);
    expect(reported(text, ['PL', 'BR'])).toHaveLength(2);
    expect(reported(text, ['US'])).toHaveLength(0);
  });

  it('says how the score came about', () => {
    expect(nationalId.detect('SSN 536228145')[0]?.trace).toEqual([
      { signal: 'base', weight: 0.3 },
      { signal: 'word-for', weight: 0.5 },
    ]);
    expect(nationalId.detect('order 756.9217.0769.85')[0]?.trace?.map(({ signal }) => signal)).toEqual([
      'base',
      'form',
      'checksum',
      'word-against',
    ]);
  });
});

function reported(text: string, countries?: readonly string[]): ReturnType<typeof nationalId.detect> {
  return nationalId.detect(text, { countries }).filter(({ score }) => score >= 0.5);
}

function isWrittenAs(written: Readonly<Record<string, number>>, compact: string): boolean {
  return Object.keys(written).some(
    (picture) => picture.replace(/[^9A*]/g, '').length === compact.replace(/\W/g, '').length,
  );
}

/** The next digit or letter in the place of the last. */
function withOtherEnd(number: string): string {
  const last = number.slice(-1);
  const next = /\d/.test(last)
    ? String((Number(last) + 1) % 10)
    : last === 'Z'
      ? 'A'
      : String.fromCharCode(last.charCodeAt(0) + 1);
  return number.slice(0, -1) + next;
}
