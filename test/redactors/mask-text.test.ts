import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingType } from '../../src/core/types.ts';
import { textDetectors } from '../../src/detectors/text-detectors.ts';
import { ConfigError, UncleanableError } from '../../src/errors.ts';
import { type MaskedFinding, type MaskOptions, maskText } from '../../src/redactors/mask-text.ts';

/** What `balanced` reports; a score below it is a doubt that words around it have answered. */
const THRESHOLD = 0.5;
const KEY = new Uint8Array(32).fill(7);
const STYLES: readonly MaskOptions[] = [{ style: 'label' }, { style: 'partial' }, { style: 'pseudonym', key: KEY }];

/** Values stand between ‹ and ›, in the order of the types. */
function marked(source: string, ...types: FindingType[]): { text: string; findings: MaskedFinding[] } {
  const findings: MaskedFinding[] = [];
  let text = '';
  for (const [index, part] of source.split(/[‹›]/).entries()) {
    const type = types[(index - 1) / 2];
    if (index % 2 === 1 && type !== undefined) {
      findings.push({ id: `f${findings.length + 1}`, type, start: text.length, end: text.length + part.length });
    }
    text += part;
  }
  return { text, findings };
}

function mask(source: string, types: FindingType[], options: MaskOptions): string {
  const { text, findings } = marked(source, ...types);
  return maskText(text, findings, options).text;
}

describe('masking text', () => {
  const SOURCE = 'Ask ‹Anna Kvist›: ‹anna@example.com›, ‹+44 7700 900123›; born ‹1 May 1990›.';
  const TYPES: FindingType[] = ['person', 'email', 'phone', 'date-of-birth'];

  it('puts the type’s label in the place of each value', () => {
    expect(mask(SOURCE, TYPES, { style: 'label' })).toBe('Ask [person]: [email], [phone]; born [date-of-birth].');
  });

  it('leaves a hint that does not identify, and a label where there is none', () => {
    expect(mask(SOURCE, TYPES, { style: 'partial' })).toBe('Ask A•••: a•••@•••.com, •••23; born [date-of-birth].');
  });

  it('leaves no hint of values too short for one, nor of a rare ending', () => {
    expect(
      mask('‹Bo› ‹b@x.io› ‹bo@kvist.photography› ‹12 34›', ['person', 'email', 'email', 'phone'], { style: 'partial' }),
    ).toBe('[person] •••@•••.io b•••@••• [phone]');
  });

  it('leaves the last digits of a card and the country and end of an account, and no hint of documents', () => {
    expect(
      mask(
        '‹4539 1488 0343 6467› ‹４５３９１４８８０３４３６４６７› ‹de12 5001 0517 0648 4898 90› ‹four five three nine› ‹AB123456C›',
        ['payment-card', 'payment-card', 'iban', 'payment-card', 'national-id'],
        { style: 'partial' },
      ),
    ).toBe('•••6467 •••6467 DE•••90 [payment-card] [national-id]');
  });

  it('gives the same value the same pseudonym, however it is written, and another key another one', () => {
    const source = '‹Anna@Example.com› ‹anna@example.com› ‹bob@example.com›';
    const types: FindingType[] = ['email', 'email', 'email'];
    const [first, second, third] = mask(source, types, { style: 'pseudonym', key: KEY }).split(' ');
    expect(first).toMatch(/^\[email-[0-9a-f]{6}\]$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(mask(source, types, { style: 'pseudonym', key: new Uint8Array(32) })).not.toContain(first);
  });

  it('refuses pseudonyms without a key', () => {
    expect(() => maskText('', [], { style: 'pseudonym' })).toThrow(ConfigError);
  });

  it('makes one mask of overlapping places, named after the longest', () => {
    const findings: MaskedFinding[] = [
      { id: 'f1', type: 'person', start: 0, end: 4 },
      { id: 'f2', type: 'email', start: 0, end: 16 },
      { id: 'f3', type: 'phone', start: 14, end: 20 },
    ];
    const { text, changes } = maskText('anna@example.com1234 rest', findings, { style: 'label' });
    expect(text).toBe('[email] rest');
    expect(changes).toEqual(findings.map(({ id, ...place }) => ({ kind: 'masked', finding: id, ...place })));
  });

  it('cuts no surrogate pair in two', () => {
    expect(maskText('a😀b', [{ id: 'f1', type: 'person', start: 2, end: 3 }], { style: 'label' }).text).toBe(
      'a[person]b',
    );
  });

  it.each([
    [-1, 2],
    [0, 0],
    [2, 1],
    [0, 4],
    [0.5, 2],
  ])('refuses a place outside of the text (%d to %d)', (start, end) => {
    expect(() => maskText('abc', [{ id: 'f1', type: 'person', start, end }], { style: 'label' })).toThrow(
      UncleanableError,
    );
  });

  it('leaves nothing of what detectors find for them to find again', () => {
    const text =
      'tel 020 7946 0123 x12, anna@example.com, call +44 7700 900123 or bob@example.org, card 4539 1488 0343 6467, IBAN DE12 5001 0517 0648 4898 90';
    for (const options of STYLES) {
      const found = (given: string): MaskedFinding[] =>
        textDetectors
          .flatMap(({ detect }) => detect(given).filter(({ score }) => score >= THRESHOLD))
          .map(({ type, start, end }, at) => ({ id: `f${at}`, type, start, end }));
      const masked = maskText(text, found(text), options).text;
      expect(found(text)).toHaveLength(6);
      expect(found(masked)).toEqual([]);
    }
  });

  it('holds no masked value, leaves the rest as it was, and changes nothing the second time', () => {
    const value = fc.constantFrom<readonly [string, FindingType]>(
      ['anna.kvist@example.com', 'email'],
      ['x@kvist.test', 'email'],
      ['+44 7700 900123', 'phone'],
      ['Anna Kvist', 'person'],
      ['Ömür', 'person'],
      ['1 Long Street', 'address'],
      ['4539 1488 0343 6467', 'payment-card'],
      ['DE12 5001 0517 0648 4898 90', 'iban'],
    );
    const between = fc.stringMatching(/^[ ,;\n😀]{1,8}$/u);
    const options = fc.constantFrom(...STYLES);
    fc.assert(
      fc.property(fc.array(fc.tuple(between, value), { maxLength: 6 }), between, options, (parts, tail, style) => {
        const source = parts.map(([gap, [text]]) => `${gap}‹${text}›`).join('') + tail;
        const types = parts.map(([, [, type]]) => type);
        const { text, findings } = marked(source, ...types);
        const once = maskText(text, findings, style);
        for (const [, [secret]] of parts) expect(once.text).not.toContain(secret);
        const rest = parts.map(([gap]) => gap);
        for (const gap of [...rest, tail]) expect(once.text).toContain(gap);
        expect(once.changes).toHaveLength(findings.length);

        const places = [...once.text.matchAll(/[^ ,;\n😀]+/gu)];
        const masks = findings.map((finding, at) => ({
          ...finding,
          start: places[at]?.index ?? 0,
          end: (places[at]?.index ?? 0) + (places[at]?.[0].length ?? 0),
        }));
        expect(places).toHaveLength(findings.length);
        expect(maskText(once.text, masks, style).text).toBe(once.text);
      }),
      { numRuns: 200 },
    );
  });
});
