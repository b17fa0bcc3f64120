/** The cues of all languages in one table, by the word of each that is looked for. */
import { byLanguage, LANGUAGES, type Language } from '../statement/people-words.ts';
import type { Token } from '../statement/tokens.ts';
import { isWordOf, wordsIn } from '../statement/word-table.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ka } from './ka.ts';
import { ru } from './ru.ts';
import { CATEGORIES, type Category, FORMS, type Form, type SpecialCategoryWords } from './words.ts';

export interface Cue {
  readonly language: Language;
  readonly category: Category;
  readonly form: Form;
  /** Words of the phrase, in the notation of the lists. */
  readonly parts: readonly string[];
  /** Which part is looked for: the longest, as the rarest. */
  readonly anchor: number;
}

const LISTS: Readonly<Record<Language, SpecialCategoryWords>> = { en, ru, ka, de, fr, es };

export const STATEMENT_ROLES: Readonly<Record<Language, SpecialCategoryWords['roles']>> = byLanguage(
  (language) => LISTS[language].roles,
);

const cues: readonly Cue[] = LANGUAGES.flatMap((language) =>
  CATEGORIES.flatMap((category) =>
    FORMS.flatMap((form) =>
      wordsIn(LISTS[language].cues[category][form] ?? '').map((phrase) => {
        const parts = phrase.split(/[_'.-]/);
        const lengths = parts.map(({ length }) => length);
        return { language, category, form, parts, anchor: lengths.indexOf(Math.max(...lengths)) };
      }),
    ),
  ),
);
/** Each cue under the word that is looked for, in the notation of the word table. */
export const CUES: readonly (readonly [string, Cue])[] = cues.map((cue) => [cue.parts[cue.anchor] ?? '', cue] as const);

/** Indexes of the first and the last token of the cue's phrase around its anchor word; undefined when the rest is not there. */
export function phraseAround(
  tokens: readonly Token[],
  index: number,
  { parts, anchor }: Cue,
): { readonly first: number; readonly last: number } | undefined {
  const first = walk(tokens, index, parts.slice(0, anchor).reverse(), -1);
  const last = walk(tokens, index, parts.slice(anchor + 1), 1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The index of the last of the words that follow one another in a direction; hyphens, apostrophes and full stops between them are passed over. */
function walk(tokens: readonly Token[], from: number, words: readonly string[], step: 1 | -1): number | undefined {
  let at = from;
  for (const word of words) {
    at += step;
    if (/^[-‐‑'’.]$/.test(tokens[at]?.text ?? '')) at += step;
    if (!isWordOf(word, tokens[at]?.text ?? '')) return undefined;
  }
  return at;
}
