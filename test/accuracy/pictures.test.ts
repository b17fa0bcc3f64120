import { describe, expect, it } from 'vitest';
import { causeOf } from '../../scripts/accuracy/pictures/causes.mjs';
import { generatePicture, HALVES } from '../../scripts/accuracy/pictures/generate.mjs';
import { match } from '../../scripts/accuracy/pictures/match.mjs';
import { cardZoneOfThreeLines, cardZoneOfTwoLines, passportZone } from '../../scripts/accuracy/pictures/zones.mjs';
import { machineReadableZones } from '../../src/detectors/passport/mrz.ts';

interface Line {
  readonly text: string;
  readonly values: readonly {
    readonly label: { readonly text: string };
    readonly start: number;
    readonly end: number;
  }[];
}

const SEED = 7;
/** Of the holder in ICAO Doc 9303 part 4, appendix A. */
const holder = {
  country: 'UTO',
  nationality: 'UTO',
  last: 'eriksson',
  first: 'anna maria',
  number: 'L898902C3',
  birth: '740812',
  sex: 'F',
  expiry: '120415',
};

describe.each(HALVES)('generated pictures, %s half', (half) => {
  it('are the same for the same seed and number', async () => {
    const [one, again] = [
      await generatePicture(4, { seed: SEED, half }),
      await generatePicture(4, { seed: SEED, half }),
    ];
    expect(Buffer.compare(one.bytes, again.bytes)).toBe(0);
    expect(one.labels).toEqual(again.labels);
  });

  it('have every label inside, with its text on the lines around it', async () => {
    for (let index = 0; index < 6; index++) {
      const { labels, lines, width, height } = await generatePicture(index, { seed: SEED, half });
      for (const { quads, text } of labels) {
        const written = (lines as readonly Line[]).flatMap(({ values, text: line }) =>
          values.filter(({ label }) => label.text === text).map(({ start, end }) => line.slice(start, end)),
        );
        expect(signs(written.join(''))).toContain(signs(text));
        for (const [x = -1, y = -1] of quads.flat()) {
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(width + 1);
          expect(y).toBeGreaterThanOrEqual(-1);
          expect(y).toBeLessThanOrEqual(height + 1);
        }
      }
    }
  });
});

describe('generated zones', () => {
  it('are those of the standard for its own holder', () => {
    expect(passportZone(holder, 'ZE184226B')).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]);
  });

  it.each([
    ['two lines of 44', passportZone(holder), 'passport'],
    ['three lines of 30', cardZoneOfThreeLines(holder), 'card'],
    ['two lines of 36', cardZoneOfTwoLines(holder), 'card'],
  ])('have right check digits: %s', (_, lines, kind) => {
    expect([...machineReadableZones(lines.join('\n'))]).toMatchObject([{ kind, wrongChecks: 0 }]);
  });
});

describe('matching', () => {
  const label = {
    type: 'email',
    text: 'a@example.com',
    isZone: false,
    isInText: true,
    size: 20,
    isLightOnDark: false,
    quads: [quad(100, 50)],
  };

  it('flags a value from half of it on, by its own type only', () => {
    expect(flags([{ type: 'email', box: box(100, 50, 60) }])).toEqual([true, true]);
    expect(flags([{ type: 'email', box: box(100, 50, 40) }])).toEqual([false, false]);
    expect(flags([{ type: 'phone', box: box(100, 50, 100) }])).toEqual([false, true]);
    expect(flags([{ type: 'face', box: box(100, 50, 100) }])).toEqual([false, false]);
  });

  it('calls findings false that lie beside all values', () => {
    const beside = { type: 'phone', box: box(100, 90, 100) };
    expect(match([label], [beside, { type: 'phone', box: box(120, 50, 100) }]).falseFindings).toEqual([beside]);
  });

  it('tells a value that was not read from one that was read wrong', () => {
    const line = (text: string, y: number) => [{ words: [{ text, box: box(100, y, 100) }] }];
    expect(causeOf(label, line('a@example.com', 90)).cause).toBe('no line found');
    expect(causeOf(label, line('a@exarnple.com', 50)).cause).toBe('read wrong');
    expect(causeOf(label, line('a@examp1e.com', 50)).cause).toBe('read nearly');
    expect(causeOf(label, line('a @ example.com', 50)).cause).toBe('read right');
    expect(causeOf({ ...label, isInText: false }, []).cause).toBe('not found in true text');
  });

  function flags(findings: readonly object[]) {
    const [one] = match([label], findings).labels;
    return [one?.isFlagged, one?.isCovered];
  }
});

/** Where a value goes over several lines or on one, what stands between its parts differs. */
function signs(text: string): string {
  return text.replace(/[\s,·]/g, '');
}

function quad(x: number, y: number): number[][] {
  return [
    [x, y],
    [x + 100, y],
    [x + 100, y + 20],
    [x, y + 20],
  ];
}

function box(x: number, y: number, width: number) {
  return { x, y, width, height: 20 };
}
