import { describe, expect, it } from 'vitest';
import { namesOfThings } from '../../src/detectors/document-kind/names-of-things.ts';
import { pageTexts } from '../../src/detectors/page-text.ts';
import type { TextDetection } from '../../src/detectors/text-detector.ts';
import { ocrLines } from '../fixtures/ocr-lines.ts';

/** Those of `names`, found by a model of names, that are no people. */
function thingsAmong(names: readonly string[], text: string, score = 0.75): string[] {
  const pages = pageTexts(ocrLines(text));
  const found = pages.map((page) =>
    names.flatMap((name): TextDetection[] => {
      const start = page.text.indexOf(name);
      const end = start + name.length;
      return start === -1 ? [] : [{ type: 'person', detector: 'person', start, end, score }];
    }),
  );
  const things = namesOfThings(pages, found);
  return pages.flatMap((page, at) =>
    (found[at] ?? []).filter((one) => things.includes(one)).map(({ start, end }) => page.text.slice(start, end)),
  );
}

const MENU = 'Starters\nCaesar Salad   7.20\nPeach Melba   6.50\nArnold Palmer   4.00\nPizza   9.00';

describe('namesOfThings', () => {
  it('tells the dishes of a menu', () => {
    expect(thingsAmong(['Peach Melba', 'Arnold Palmer'], MENU)).toEqual(['Peach Melba', 'Arnold Palmer']);
  });

  it('keeps who serves, and whoever has no price', () => {
    const names = ['Anna Miller', 'Tom Reed'];
    expect(thingsAmong(names, `${MENU}\nServed by: Anna Miller   1.00\n\nTom Reed`)).toEqual([]);
  });

  it('keeps who owes what', () => {
    const names = ['Anna Miller', 'Tom Reed'];
    expect(thingsAmong(names, `${MENU}\nAnna Miller   12.50\nTom Reed   8.00\nAnna owes Tom`)).toEqual([]);
    expect(thingsAmong(names, 'Anna Miller   12.50\nTom Reed   8.00\nKim   3.10\nTotal   23.60')).toEqual([]);
  });

  it('keeps what is surely a name', () => {
    expect(thingsAmong(['Arnold Palmer'], MENU, 0.94)).toEqual([]);
  });

  it('tells the title of a document, and keeps a name beside it', () => {
    expect(thingsAmong(['DI GUIDA'], 'PATENTE DI GUIDA\n1. NIEDDU')).toEqual(['DI GUIDA']);
    expect(thingsAmong(['ANNA MILLER'], 'PASSPORT ANNA MILLER')).toEqual([]);
  });

  it('tells firms and groups, and keeps who works there', () => {
    const firm = 'Brandt & Moser Architekten GmbH';
    expect(thingsAmong(['Brandt', 'Moser'], firm)).toEqual(['Brandt', 'Moser']);
    expect(thingsAmong(['Anna', 'Tom Reed'], 'Anna, Nordwind GmbH\nTom Reed GmbH')).toEqual([]);
    expect(thingsAmong(['Tennis Doubles'], 'Tennis Doubles\n14 members')).toEqual(['Tennis Doubles']);
    expect(thingsAmong(['Anna Miller'], 'Anna Miller\nonline')).toEqual([]);
  });

  it('tells identifiers in code, and keeps names in its texts and comments', () => {
    const code =
      "export class Harper extends Base {\nreturn this.seed;\n}\nconst name = 'Anna';\n// by Tom Reed;\nrun();";
    expect(thingsAmong(['Harper', 'Anna', 'Tom Reed'], code)).toEqual(['Harper']);
  });
});
