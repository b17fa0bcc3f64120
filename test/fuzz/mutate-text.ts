/** Breaks a text as attackers and bad readers do: signs with a meaning, cuts, repeats, parts of other texts. */
import { type Next, pick } from './numbers.ts';

/** What formats and patterns hang on, and what is no ordinary letter. */
const NASTY = [
  ...'\\;:,=%&?#@/"\'[]{}()<>|+-._ \n\r\t\0\u00a0',
  '\r\n',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\uff10',
  '\uff21',
  'ﬃ',
  '１',
  '٣',
  'e\u0301\u0301',
  '😀',
  'İ',
  '0',
  '1',
  '9'.repeat(20),
  'O0',
  'BEGIN:VCARD\n',
  '=\n',
  '<<<<<<',
];
const MAX_PART_UNITS = 60;
const MAX_STEPS = 6;
const MAX_REPEATS = 40;
/** As many as the largest QR code holds digits. */
const MAX_UNITS = 7089;

type Step = (text: string, next: Next, other: string) => string;

const STEPS: readonly Step[] = [
  (text, next) => text.slice(0, next(text.length + 1)),
  (text, next) => splice(text, next(text.length + 1), next(4), pick(NASTY, next)),
  (text, next) => splice(text, next(text.length + 1), 0, pick(NASTY, next).repeat(1 + next(MAX_REPEATS))),
  (text, next) => splice(text, next(text.length + 1), next(MAX_PART_UNITS), ''),
  (text, next) => splice(text, next(text.length + 1), 1, String.fromCharCode(next(0x1_0000))),
  (text, next) => {
    const at = next(text.length + 1);
    return splice(text, at, 0, text.slice(at, at + 1 + next(MAX_PART_UNITS)).repeat(1 + next(MAX_REPEATS)));
  },
  (text, next, other) => text.slice(0, next(text.length + 1)) + other.slice(next(other.length + 1)),
  (text, next, other) => splice(text, next(text.length + 1), 0, other.slice(0, next(other.length + 1))),
];

/** Now and then unchanged; never longer than the largest code. */
export function mutateText(text: string, other: string, next: Next): string {
  let mutant = text;
  for (let steps = next(MAX_STEPS + 1); steps > 0; steps--) mutant = pick(STEPS, next)(mutant, next, other);
  return mutant.slice(0, MAX_UNITS);
}

/** The whole repeated, or a part of it behind what stands before: what is not linear shows. */
export function repeated(text: string, next: Next, units: number): string {
  const at = next(text.length);
  const part = text.slice(at, at + 1 + next(MAX_PART_UNITS)) || ' ';
  return (text.slice(0, at) + part.repeat(Math.ceil(units / part.length))).slice(0, units);
}

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}
