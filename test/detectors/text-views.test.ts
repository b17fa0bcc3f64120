import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetTable } from '../../src/core/presets.ts';
import { email } from '../../src/detectors/email.ts';
import { phone } from '../../src/detectors/phone.ts';
import { viewsOf } from '../../src/detectors/text-views.ts';
import { createValueLists } from '../../src/detectors/value-lists.ts';
import { maskText } from '../../src/redactors/mask-text.ts';
import { maskPlaces } from '../../src/scanner/clean/mask-places.ts';
import { findInText } from '../../src/scanner/look/find-in-text.ts';
import { DISGUISES } from '../fixtures/disguises/disguises.ts';
import { DISGUISED_TYPES } from '../fixtures/disguises/values.ts';

const rules = presetTable('balanced');
const tools = { detectors: [email, phone], lists: createValueLists({}), rules, maxFindings: 1000 };

function find(text: string, account = {}): ReturnType<typeof findInText>['detections'] {
  return findInText(text, tools, { account }).detections;
}

function valuesIn(text: string): string[] {
  return find(text).map(({ start, end }) => text.slice(start, end));
}

/** Texts made of what the views look for. */
const PIECES = [
  ...[
    '@',
    ' at ',
    '[at]',
    ' dot ',
    '.',
    'john',
    'example',
    'com',
    '\n',
    '\r\n> ',
    ' ',
    '%40',
    '&#64;',
    '=40',
    '=\n',
    '\\u0040',
  ],
  ...[
    'am9obkBleGFtcGxlLmNvbQ==',
    '6a6f686e406578616d706c652e636f6d',
    '<b>',
    '</b>',
    '**',
    '`',
    'five ',
    'double ',
    'плюс ',
    '4 1 1 1 ',
  ],
  ...[
    '\u200b',
    '\u00ad',
    '\ufe0f',
    '\u0301',
    '\u0336',
    'é',
    'й',
    'е\u0308',
    '４',
    '𝟒',
    '٤',
    '①',
    '②',
    'ᴀ',
    'ﬁ',
    'а',
    'о',
    'ο',
    '。',
    '–',
    '1',
    '-',
  ],
  ...[
    'https://a.example/users/anna-berger?x=',
    '+',
    '\ud83d',
    '\udc00',
    '😀',
    '\u{e0041}\u{e0042}\u{e0043}\u{e0044}\u{e0045}\u{e0046}',
    '4111_1111_1111_1111',
  ],
];
const disguisedText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const valuesAmongPieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES, ' '),
      fc.constantFrom(
        'a.kvist@kvist.example',
        'anna at kvist dot example',
        '+44 20 7946 0958',
        '4 4 2 0 7 9 4 6 0 9 5 8',
      ),
    ),
    {
      maxLength: 20,
    },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(disguisedText, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));

describe('the views of a text', () => {
  it('are the text itself where nothing is disguised', () => {
    const text = 'A plain text, with 12 words or so: Grüße, й and é, 1914–1918.';
    const views = viewsOf('A plain text.');
    expect(views.map((view) => view.text)).toEqual(['A plain text.']);
    expect(viewsOf(text).map((view) => view.text)).toEqual([text.replace('–', '-')]);
  });

  it('lie within the text, in its order, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const view of viewsOf(text)) {
          let last = 0;
          for (let unit = 0; unit < view.text.length; unit++) {
            const { start, end } = view.placeOf(unit, unit + 1);
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('show nothing else when they are read again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = viewsOf(text)[0]?.text ?? '';
        expect(viewsOf(folded)[0]?.text).toBe(folded);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('together are not much longer than the text', () => {
    fc.assert(
      fc.property(disguisedText, (text) => {
        const units = viewsOf(text).reduce((sum, view) => sum + view.text.length, 0);
        expect(units).toBeLessThanOrEqual(3 * text.length);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('keep the letters that have their marks', () => {
    expect(viewsOf('е\u0308ж, и\u0306од, cafe\u0301, Việt')[0]?.text).toBe('ёж, йод, café, Việt');
  });

  it('read what is written in tag characters', () => {
    const hidden = Array.from('anna@kvist.example', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
    expect(valuesIn(`Hello${hidden.join('')}!`)).toEqual([hidden.join('')]);
  });
});

describe('a disguised finding', () => {
  it('says so, and a plain one does not', () => {
    expect(find('Write to anna (at) kvist.example')[0]?.reasons).toContain('disguised');
    expect(find('Write to anna@kvist.example')[0]?.reasons ?? []).not.toContain('disguised');
    expect(find('Tel. +33\u00a01\u00a099\u00a000\u00a012\u00a034')[0]?.reasons ?? []).not.toContain('disguised');
  });

  it('keeps its subject', () => {
    expect(find('my sister: anna at kvist dot example')[0]).toMatchObject({ subject: 'third-party' });
    const own = find('Write to a n n a @ k v i s t . e x a m p l e', { emails: ['anna@kvist.example'] });
    expect(own[0]).toMatchObject({ subject: 'self' });
  });

  it('is found when the host denies its value, and is not when it allows it', () => {
    const deny = { ...tools, lists: createValueLists({ email: { allow: [], deny: ['the word'] } }) };
    expect(findInText('say t\u200bhe wo\u00adrd now', deny, { account: {} }).detections).toMatchObject([
      { start: 4, end: 14, score: 1 },
    ]);
    const allow = { ...tools, lists: createValueLists({ email: { allow: ['anna@kvist.example'], deny: [] } }) };
    expect(findInText('anna (at) kvist dot example', allow, { account: {} }).detections).toEqual([]);
  });

  it('covers what the plain text shows of it', () => {
    expect(valuesIn('write john[.]anna@kvist.example')).toEqual(['john[.]anna@kvist.example']);
  });

  it('is gone when it is masked', () => {
    for (const { type, value, before } of DISGUISED_TYPES.slice(0, 2)) {
      for (const { apply } of DISGUISES.filter(
        ({ only, not }) => (only?.includes(type) ?? true) && !not?.includes(type),
      )) {
        const text = `${before}${apply(value)}, 12 or 34 times, thank you`;
        const found = find(text).map((one, id) => ({ ...one, id: String(id) }));
        const masked = maskText(text, found, { style: 'label' });
        expect(valuesIn(masked.text)).toEqual([]);
      }
    }
  });

  it('leaves nothing at its mask, whatever stands beside it', () => {
    fc.assert(
      fc.property(valuesAmongPieces, (text) => {
        const found = find(text).map((one, id) => ({ ...one, id: String(id) }));
        const masked = maskPlaces(text, found, { style: 'label' });
        const again = find(masked.text);
        const left = again.filter((one) => masked.masks.some(({ start, end }) => one.start < end && start < one.end));
        expect(left).toEqual([]);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('is read in what a URL carries', () => {
    expect(valuesIn('https://shop.test/find?mail=anna%40kvist.example&x=1')).toEqual(['anna%40kvist.example']);
    expect(valuesIn('https://shop.test/?tel=%2B44+20+7946+0958&x=1')).toEqual(['%2B44+20+7946+0958']);
    const people = 'https://shop.test/users/anna-berger/orders?x=1';
    expect(viewsOf(people)[1]?.text).toBe('https://shop.test/users Anna Berger,orders?x=1');
    expect(valuesIn('https://shop.test/a#/user/anna%2540kvist.example/')).toEqual(['anna%2540kvist.example']);
  });
});

describe('ordinary text', () => {
  it.each([
    'Look at example dot com for more, or meet me at kvist.example.',
    'I work at example.com and shop at kvist.example; visit us at example dot org.',
    'Creative Commons may be contacted at creativecommons.org.',
    'It should be removed at some point in the future.',
    'thanks @anna.kvist, follow @studio.photography',
    'created_at_user.id, look-at-me.com, foo(a).bar',
    'x = [1, 0, 0, 1, 1, 0, 1, 0, 1]; y = 2**10 * 5*3; a = b ? c : d',
    '<td>555</td><td>0123</td><td>555</td>',
    'one two three four, testing, one two',
    'width=40px; ?id=40acres.com&page=2E',
    '1920*1080*60, 2024_05_01, 10_000_000, IMG_20240501_123456.jpg',
    '10\n20\n30\n555\n0123\n',
    '627A 6270 6281\n6288 6277 627D',
    '12:30 1888025 0\n2021-03-14 08:42:09',
    'null, null, null, null, null, null, null',
    'data:image/svg+xml;base64,PHBhdGggZD0iTTAgMCAwIC0uMTY4LS4xMzguNjA4LjYwOCAwIDAgMCI+',
    '8k, 35mm, f/1.8, a portrait of a woman @ sunset, --ar 16:9',
  ])('is not taken for a disguise: %s', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });
});

describe('hostile text', () => {
  const triggers = [
    ...PIECES,
    ...[
      ' at a dot ',
      'a at ',
      'a@a\n',
      'a @ a.de ',
      'one two three ',
      'one 1 ',
      '1_1',
      '1.',
      '1.1',
      '1-',
      '1 ',
      'ab ',
      'a%20',
    ],
    ...['<b ', '<!--', '&amp;', 'a=\n', '+1 2\n', 'аa', 'A1 ', 'AB12 ', 'a\u200b', 'a\u0336'],
  ];
  const SHORT_UNITS = 4_000;
  const GROWTH = 8;
  /** Linear work over the long text takes a tenth of this on an idle machine, quadratic work several times as much. */
  const NOISE_MS = 1000;

  function viewsMs(trigger: string, units: number): number {
    const text = trigger.repeat(Math.ceil(units / trigger.length));
    const before = performance.now();
    viewsOf(text);
    return performance.now() - before;
  }

  it.each(triggers)('takes linear time when it is full of one trigger: %j', (trigger) => {
    const shortMs = Math.min(viewsMs(trigger, SHORT_UNITS), viewsMs(trigger, SHORT_UNITS));
    const longMs = viewsMs(trigger, SHORT_UNITS * GROWTH);
    expect(longMs < NOISE_MS || longMs < shortMs * GROWTH * 4).toBe(true);
  });

  it('is read to its end where it is ten million of one character', () => {
    expect(viewsOf('a'.repeat(10_000_000))[0]?.text.length).toBe(10_000_000);
    expect(viewsOf('\u200b'.repeat(10_000_000)).map(({ text }) => text)).toEqual(['']);
  });
});

describe('an address at a host of free mailboxes', () => {
  it.each([
    'anna.k @gmail.com',
    'anna.k gmail.com',
    'anna.k gmail com',
    'anna.k@gmail,com',
    'anna.k at gmail com',
    'анна.к собака гмейл ком',
  ])('is read with a mark missing: %s', (address) => {
    expect(valuesIn(`пиши: ${address}, ok`)).toEqual([address]);
  });

  it('is read beside an address in another disguise', () => {
    const text = 'bob at firma dot se, anna.k gmail com, eveATfirmaDOTse';
    expect(valuesIn(text)).toEqual(['bob at firma dot se', 'anna.k gmail com', 'eveATfirmaDOTse']);
  });

  it.each([
    'thanks @gmail.com',
    'facebook.com gmail.com yahoo.com',
    'Log in. Gmail com',
    'e.g. outlook.com',
    'She works at Yahoo it seems',
    'размещено на сайте точка ру',
    'say "at" example.com',
    'total +12,345,678,901',
  ])('is not made of what is said of it: %s', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });
});
