/** The forms that an inflected name may stand for in its dictionary form, for Russian, Ukrainian and Georgian. Pure. */

/**
 * Case endings of names with what the dictionary form has in their place. Russian: the six cases of both declensions
 * (A. A. Zaliznyak, Grammatical Dictionary), Ukrainian alike.
 */
const CYRILLIC: readonly (readonly [ending: string, bases: readonly string[]])[] = [
  ['ому', ['ий', 'ой', 'ый']],
  ['ого', ['ий', 'ой', 'ый']],
  ['ему', ['ий']],
  ['его', ['ий']],
  ['ыми', ['ый']],
  ['ими', ['ий']],
  ['ией', ['ия']],
  ['ами', ['', 'а']],
  ['ием', ['ий']],
  ['еві', ['', 'й']],
  ['ові', ['']],
  ['ой', ['а', 'ая']],
  ['ою', ['а']],
  ['ую', ['ая']],
  ['ей', ['я', 'а', 'ья']],
  ['ом', ['', 'о']],
  ['ем', ['й', 'ь', '']],
  ['ым', ['', 'ый']],
  ['им', ['ий', '']],
  ['ых', ['', 'ый']],
  ['их', ['ий']],
  ['ии', ['ия']],
  ['ию', ['ия', 'ий']],
  ['ия', ['ий']],
  ['ая', ['ий']],
  ['ам', ['', 'а']],
  ['а', ['', 'о']],
  ['у', ['', 'а', 'о']],
  ['ы', ['а', '']],
  ['и', ['а', 'я', 'ь', '']],
  ['і', ['а', 'я']],
  ['е', ['', 'а', 'я', 'й', 'ь']],
  ['ю', ['я', 'й', 'ь']],
  ['я', ['й', 'ь']],
  ['о', ['а']],
];

/** Georgian cases and postpositions, the longest first; the dictionary form ends with a vowel, with ი or, for first names, without it. */
const GEORGIAN: readonly string[] =
  'ისთვის სთვის ისგან სგან ისკენ სკენ თანაც ასთან ისთან სთან იდან დან ისას ისა იმა მა ამდე მდე ზეც ზე ში თან ით ის ად ას მ ს ო ც ა ი'.split(
    ' ',
  );

const MIN_STEM_UNITS = 2;
const MAX_WORD_UNITS = 40;
const CYRILLIC_LETTER = /\p{sc=Cyrl}/u;
const GEORGIAN_LETTER = /\p{sc=Geor}/u;

/** Dictionary forms worth looking up, the word itself not among them. */
export function stemsOf(lowerCaseWord: string): readonly string[] {
  if (lowerCaseWord.length > MAX_WORD_UNITS) return [];
  if (GEORGIAN_LETTER.test(lowerCaseWord)) return georgianStems(lowerCaseWord);
  return CYRILLIC_LETTER.test(lowerCaseWord) ? cyrillicStems(lowerCaseWord) : [];
}

function cyrillicStems(word: string): string[] {
  return CYRILLIC.flatMap(([ending, bases]) => {
    const stem = stemBefore(word, ending);
    return stem === undefined ? [] : bases.map((base) => stem + base);
  });
}

function georgianStems(word: string): string[] {
  return GEORGIAN.flatMap((ending) => {
    const stem = stemBefore(word, ending);
    return stem === undefined ? [] : [stem, `${stem}ი`];
  });
}

function stemBefore(word: string, ending: string): string | undefined {
  if (!word.endsWith(ending) || word.length - ending.length < MIN_STEM_UNITS) return undefined;
  return word.slice(0, word.length - ending.length);
}
