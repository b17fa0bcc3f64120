/** Words with what they mean to a detector: whole words and beginnings of inflected ones. Pure. */

/** Letters that may follow a beginning, so that `брат*` is `братьями` and not `братиславский`; Georgian joins its endings. */
const MAX_ENDING_LETTERS = 4;
const MAX_GEORGIAN_ENDING_LETTERS = 7;
const GEORGIAN = /^[\u10d0-\u10ff]/;
/** Beginnings are looked up by their first letters; a shorter one would stand for half of a language. */
const HEAD_LETTERS = 3;

const NOTHING: ReadonlySet<never> = new Set();

/** All that a word in lower case means; the empty set for an unknown one. */
export type WordTable<Meaning> = (lowerCaseWord: string) => ReadonlySet<Meaning>;

interface Beginning<Meaning> {
  readonly stem: string;
  readonly meanings: Set<Meaning>;
}

/**
 * A table of pairs of a word in lower case and a meaning; `stem*` (at least three letters) stands for the stem with up to
 * four more letters. Throws a `RangeError` for a shorter stem.
 */
export function createWordTable<Meaning>(pairs: Iterable<readonly [string, Meaning]>): WordTable<Meaning> {
  const whole = new Map<string, Set<Meaning>>();
  const beginnings = new Map<string, Beginning<Meaning>[]>();
  for (const [notation, meaning] of pairs) {
    if (notation.endsWith('*')) addBeginning(beginnings, notation.slice(0, -1), meaning);
    else whole.set(notation, (whole.get(notation) ?? new Set()).add(meaning));
  }
  return (word) => {
    const exact = whole.get(word) ?? NOTHING;
    let found: ReadonlySet<Meaning> = exact;
    // Every word of a sentence comes by here: a new set only for a word that is several things.
    for (const { stem, meanings } of beginnings.get(word.slice(0, HEAD_LETTERS)) ?? [])
      if (isForm(word, stem)) found = found.size === 0 ? meanings : new Set([...found, ...meanings]);
    return found;
  };
}

/** The words of a list that is divided by white space. */
export function wordsIn(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Whether the word is the notation's whole word or one of its forms. */
export function isWordOf(notation: string, word: string): boolean {
  return notation.endsWith('*') ? isForm(word, notation.slice(0, -1)) : word === notation;
}

function addBeginning<Meaning>(known: Map<string, Beginning<Meaning>[]>, stem: string, meaning: Meaning): void {
  if (stem.length < HEAD_LETTERS) throw new RangeError(`a stem of ${stem.length} letters is too short`);
  const head = stem.slice(0, HEAD_LETTERS);
  const same = known.get(head) ?? [];
  const found = same.find((one) => one.stem === stem);
  if (found === undefined) known.set(head, [...same, { stem, meanings: new Set([meaning]) }]);
  else found.meanings.add(meaning);
}

function isForm(word: string, stem: string): boolean {
  if (!word.startsWith(stem)) return false;
  const ending = GEORGIAN.test(stem) ? MAX_GEORGIAN_ENDING_LETTERS : MAX_ENDING_LETTERS;
  return word.length <= stem.length + ending;
}
