/** What one country's identity number looks like, how it proves itself and which words name it. */

/** How seldom digits at random pass the check, as a weight of the score. */
export const CHECK = {
  none: 0,
  /** One in ten or so: one check digit. */
  tenth: 0.1,
  /** One in hundreds: two check digits, or one and a date. */
  hundredth: 0.15,
  /** One in thousands: two check digits and a date or a fixed prefix. */
  thousandth: 0.25,
} as const;

/** What the way of writing says, as a weight of the score. */
export const WRITTEN = {
  /** Digits alone, or grouped like much else. */
  bare: 0,
  /** Grouped, or with a letter, in a way that few other things are. */
  grouped: 0.1,
  /** Written like this and nothing else. */
  own: 0.3,
} as const;

export interface IdForm {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Pictures of how it is written, each with its `WRITTEN` weight. */
  readonly written: Readonly<Record<string, number>>;
  /** A `CHECK` weight. */
  readonly check: number;
  /** Whole words that name it and beginnings of such, in lower case, divided by blanks. */
  readonly words: string;
  readonly stems?: string;
  /** Of scripts without blanks: what a run of letters that names it has in it. */
  readonly within?: readonly string[];
  /** Of digits and letters in upper case that fit one of the pictures. */
  isValid(compact: string): boolean;
}
