/** A sentence read in one language: each token with what it means there, and the persons among them. Pure. */
import { type Language, PEOPLE_WORDS, type PeopleRole } from './people-words.ts';
import type { Token } from './tokens.ts';
import { createWordTable, type WordTable, wordsIn } from './word-table.ts';

export interface Reading<Role> {
  readonly language: Language;
  readonly tokens: readonly Token[];
  is(index: number, role: Role | PeopleRole): boolean;
  /** Whether any token of the sentence is it. */
  has(role: Role | PeopleRole): boolean;
  /** Whether the token has a role at all. */
  isKnown(index: number): boolean;
}

/** Tokens from a person back to the possessive or article: "my five-year-old daughter" has six. */
const REACH = 7;
const MAX_STRANGERS = 2;
const NONE: ReadonlySet<never> = new Set();
/** Endings that few words but surnames and patronymics have, for alphabets and sentences where a capital letter is not enough. */
const SURNAME_FORM =
  /..(?:ович|евич|овна|евна|ов|ова|ев|ева|енко|швили|дзе|ский|ская|შვილი|შვილმა|შვილს|ძე|ძემ|ძეს|იანი)$/u;

/** The table of a detector's own roles together with those of people, in one language. */
export function createRoleTable<Role extends string>(
  language: Language,
  lists: Readonly<Partial<Record<Role, string>>>,
): WordTable<Role | PeopleRole> {
  const all: Readonly<Record<string, string>>[] = [PEOPLE_WORDS[language], lists as Readonly<Record<string, string>>];
  return createWordTable(
    all.flatMap((roles) =>
      Object.entries(roles).flatMap(([role, list]) =>
        wordsIn(list).map((word) => [word, role as Role | PeopleRole] as const),
      ),
    ),
  );
}

/** The roles of a token are looked up when they are first asked for. */
export function readIn<Role>(
  language: Language,
  rolesOf: WordTable<Role | PeopleRole>,
  tokens: readonly Token[],
): Reading<Role> {
  const known: ReadonlySet<Role | PeopleRole>[] = [];
  const at = (index: number): ReadonlySet<Role | PeopleRole> => {
    const token = tokens[index];
    if (token === undefined) return NONE;
    known[index] ??= rolesOf(token.text);
    return known[index];
  };
  const anywhere = new Map<Role | PeopleRole, boolean>();
  return {
    language,
    tokens,
    is: (index, role) => at(index).has(role),
    has(role) {
      const told = anywhere.get(role) ?? tokens.some((_, index) => at(index).has(role));
      anywhere.set(role, told);
      return told;
    },
    isKnown: (index) => at(index).size > 0,
  };
}

/**
 * Whether the token is a name: a listed one, or two words with a capital letter, or one in a place where the language writes only
 * names so. German writes every noun so, Georgian none; in Russian the first word of a sentence may be any noun.
 */
export function isName<Role>(reading: Reading<Role>, index: number): boolean {
  const { language, tokens } = reading;
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word') return false;
  if (reading.is(index, 'name') && (token.isCapital || language === 'ka')) return true;
  const isAfterTitle =
    reading.is(index - 1, 'title') || (tokens[index - 1]?.text === '.' && reading.is(index - 2, 'title'));
  if (isAfterTitle && (token.isCapital || language === 'ka')) return true;
  if (language === 'ka') return SURNAME_FORM.test(token.text) && !reading.isKnown(index);
  if (!token.isCapital || reading.isKnown(index) || isAfterArticle(reading, index)) return false;
  const isFull = isCapitalWord(reading, index - 1) || isCapitalWord(reading, index + 1);
  const isFirst = index === 0 || tokens[index - 1]?.kind === 'mark';
  if (language === 'ru') return isFull || SURNAME_FORM.test(token.text) || !isFirst;
  return language !== 'de' || isFull || isFirst;
}

/** Where the person's mention at the index begins: the possessive before it ("my", "Anna's"), with at most two unknown words between. */
export function ownerBefore<Role>(reading: Reading<Role>, index: number): number | undefined {
  const { tokens } = reading;
  let strangers = MAX_STRANGERS;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    if (reading.is(at, 'owner')) return at;
    // "Anna's", "my neighbour's"
    if (tokens[at]?.text === 's' && isApostrophe(tokens[at - 1])) return nameBefore(reading, at - 2);
    if (reading.is(at, 'definite') || reading.is(at, 'indefinite')) return undefined;
    if (tokens[at]?.kind === 'mark' && tokens[at]?.text !== '-') return undefined;
    if (isStranger(reading, at) && strangers-- === 0) return undefined;
  }
  return undefined;
}

/** The definite or indefinite article before the mention at the index, as far away as an owner may be. */
export function articleBefore<Role>(reading: Reading<Role>, index: number): number | undefined {
  let strangers = MAX_STRANGERS;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    if (reading.is(at, 'definite') || reading.is(at, 'indefinite')) return at;
    const token = reading.tokens[at];
    if (token?.kind === 'mark' && token.text !== '-' && !isApostrophe(token)) return undefined;
    if (isStranger(reading, at) && strangers-- === 0) return undefined;
  }
  return undefined;
}

export function isApostrophe(token: Token | undefined): boolean {
  return token?.text === "'" || token?.text === '’';
}

function isStranger<Role>(reading: Reading<Role>, index: number): boolean {
  return reading.tokens[index]?.kind === 'word' && !reading.isKnown(index);
}

function nameBefore<Role>(reading: Reading<Role>, index: number): number | undefined {
  if (index < 0) return undefined;
  if (isName(reading, index)) return index;
  return reading.is(index, 'relation') ? (ownerBefore(reading, index) ?? index) : undefined;
}

function isCapitalWord<Role>(reading: Reading<Role>, index: number): boolean {
  const token = reading.tokens[index];
  return token?.isCapital === true && !reading.isKnown(index);
}

function isAfterArticle<Role>(reading: Reading<Role>, index: number): boolean {
  return reading.is(index - 1, 'definite') || reading.is(index - 1, 'indefinite');
}
