/**
 * How the cues of special categories are written down. Every list is words in lower case, divided by white space; `stem*` stands for
 * inflected forms, `in_prison` for a phrase. Which list a cue stands in says how it is said of a person.
 */

/** GDPR Art. 9(1), and Art. 10 for `conviction`: the names that stand in `reasons`. */
export const CATEGORIES = [
  'health',
  'religion',
  'politics',
  'union',
  'sexual-life',
  'ethnicity',
  'conviction',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** `is`: "Anna is pregnant". `has`: "has cancer". `own`: "her chemo", and as `has`. `joins`: "votes for …". `does`: says it alone. */
export const FORMS = ['is', 'has', 'own', 'joins', 'does'] as const;
export type Form = (typeof FORMS)[number];

type CategoryCues = Readonly<Partial<Record<Form, string>>>;

export type StatementRole =
  /** Copulas and what takes their place. */
  | 'is'
  /** To have, to suffer from, to be diagnosed with. */
  | 'has'
  /** To be a member of, to vote for. */
  | 'joins'
  /** Between a verb and a cue these begin another thing: "a book about cancer". */
  | 'barrier'
  /** Between a copula and a cue these begin another phrase: "is a book of Hindu …". */
  | 'preposition'
  /** Behind a cue these turn it into a figure of speech: "blind to the problem". */
  | 'figure'
  /** Behind an English cue: it ends there. Any other word makes it a part of a thing: "cancer research". */
  | 'closing'
  /** Behind a cue of one's own: "her cancer charity". */
  | 'thing'
  /** Another meaning of a cue: star signs, games, goods. */
  | 'against';

export interface SpecialCategoryWords {
  readonly roles: Readonly<Partial<Record<StatementRole, string>>>;
  readonly cues: Readonly<Record<Category, CategoryCues>>;
}
