/** What stands around a value: whether the nearest telling word speaks for what it seems to be, or against it. Bounded, pure. */

export type WordTest = (lowerCaseWord: string) => boolean;

/** Words that speak for a value (`passport`, `IBAN`) and those that name another thing (`order`, `version`). */
export interface ContextWords {
  readonly for: WordTest;
  readonly against: WordTest;
}

export type Context = 'for' | 'against' | 'none';

const MAX_BEFORE_UNITS = 60;
const MAX_BEFORE_WORDS = 8;
const MAX_AFTER_UNITS = 32;
const MAX_AFTER_WORDS = 4;
const WORD = /[\p{L}\p{M}]+/gu;

/** `words` are whole, `stems` are beginnings (`паспорт` for `паспорта`); both in lower case, divided by white space. */
export function wordTest(words: string, stems = ''): WordTest {
  const whole = new Set(split(words));
  if (stems === '') return (word) => whole.has(word);
  const byFirstLetter = new Map<string, string[]>();
  for (const stem of split(stems)) {
    const first = stem.charAt(0);
    byFirstLetter.set(first, [...(byFirstLetter.get(first) ?? []), stem]);
  }
  return (word) => whole.has(word) || byFirstLetter.get(word.charAt(0))?.some((stem) => word.startsWith(stem)) === true;
}

/** Whether one of the text's words passes, whatever its case. */
export function hasWord(text: string, test: WordTest): boolean {
  return wordsOf(text.toLowerCase()).some(test);
}

/**
 * The context of the value from `start` to `end`: the telling word nearest before it on its own line decides (on the line before, if
 * that ends with a colon), then the field's name, then the words behind it up to a comma, a full stop or digits.
 */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  words: ContextWords,
  fieldName = '',
): Context {
  const before = ownLine(text.slice(Math.max(0, start - MAX_BEFORE_UNITS), start));
  const ahead = nearest(wordsOf(before).slice(-MAX_BEFORE_WORDS).reverse(), words);
  if (ahead !== 'none') return ahead;
  const field = nearest(wordsOf(withSpaces(fieldName.slice(0, MAX_BEFORE_UNITS))), words);
  if (field !== 'none') return field;
  const clause = /^[^\S\n]?[-–(:|]?[^\S\n]?[^,.;:|\n\d]*/u.exec(text.slice(end, end + MAX_AFTER_UNITS))?.[0] ?? '';
  return nearest(wordsOf(clause).slice(0, MAX_AFTER_WORDS), words);
}

function nearest(nearestFirst: readonly string[], words: ContextWords): Context {
  for (const given of nearestFirst) {
    const word = given.toLowerCase();
    if (words.for(word)) return 'for';
    if (words.against(word)) return 'against';
  }
  return 'none';
}

function ownLine(before: string): string {
  return before.slice((/:\s*$/.test(before) ? before.trimEnd() : before).lastIndexOf('\n') + 1);
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** `passportNumber` as `passport Number`. */
function withSpaces(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

function split(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
