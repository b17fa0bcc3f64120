import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../src/detectors/special-category/words.ts';
import { type Catalog, catalogFor, fill } from '../../src/prompt/catalog/catalog.ts';
import { LANGUAGES } from '../../src/prompt/language.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
/** Words that are the same in several of our languages. */
const SHARED = new Set(['Text {n}', 'Question {number} sur {total}', 'Question {number} of {total}']);

describe('the catalogues', () => {
  it.each(OTHERS)('have the same strings with the same places in %s', (language) => {
    const english = stringsOf(catalogFor('en'));
    const translated = stringsOf(catalogFor(language));
    expect([...translated.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of translated)
      expect([key, placesIn(text)]).toEqual([key, placesIn(english.get(key) ?? '')]);
  });

  it.each(OTHERS)('leave nothing untranslated in %s', (language) => {
    const english = stringsOf(catalogFor('en'));
    const same = [...stringsOf(catalogFor(language))].filter(
      ([key, text]) => text === english.get(key) && !SHARED.has(text),
    );
    expect(same).toEqual([]);
  });

  it('name every category of very private details', () => {
    expect(Object.keys(catalogFor('en').categories)).toEqual(CATEGORIES);
  });

  it('leave a place without a value as it is', () => {
    expect(fill('{number} of {total}', { number: 1 })).toBe('1 of {total}');
  });
});

function stringsOf(catalog: Catalog): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  const walk = (value: object, path: string): void => {
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'string') strings.set(`${path}/${key}`, member);
      else walk(member, `${path}/${key}`);
    }
  };
  walk(catalog, '');
  return strings;
}

function placesIn(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}
