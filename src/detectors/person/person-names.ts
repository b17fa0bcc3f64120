/** From tagged words to names: where a name begins and how far it goes. Pure; offsets are those of the words. */
import {
  ADJECTIVE_FORM,
  HONORIFICS,
  HUMAN_AFTER,
  NO_NAME_WORDS,
  PARTICLES,
  SIGN_OFF,
  SPEECH_CUE,
  SURE_CUE,
  SURNAME_FORM,
  USUAL_CUE,
} from './name-words.ts';

/** One word as the tagger saw it. */
export interface NameWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isFirstName: boolean;
  readonly isLastName: boolean;
  readonly isPerson: boolean;
  /** A pronoun, a verb, a month, a place, …: whatever it is, no part of a name. */
  readonly isOther: boolean;
}

/** A name and what was seen right around it. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Without title and particles. */
  readonly names: readonly NameWord[];
  readonly hasHonorific: boolean;
  readonly cue: 'sure' | 'usual' | 'none';
}

const MAX_NAME_WORDS = 5;
/** Scripts without capitals give no sign of a name's end: first name and surname. */
const MAX_UNCASED_WORDS = 2;
const MAX_CUE_UNITS = 40;
/** Between the words of one name: a blank, a hyphen, the full stop of an initial or a title; never a line break. */
const WITHIN_NAME = /^(?:\.? {1,2}|\u00a0|[-\u2010\u2011.])$/;
const POSSESSIVE = /['’]s?$/i;

/** The names of the words, from left to right, not overlapping. */
export function findNames(text: string, words: readonly NameWord[]): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let index = 0; index < words.length; ) {
    const found = nameAt(text, words, index);
    if (found !== undefined) spans.push(found.span);
    index += found?.length ?? 1;
  }
  return spans;
}

/** Whether the word is written as names are; a letter of a script without capitals counts. */
export function isCapital({ text }: Pick<NameWord, 'text'>): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{sc=Georgian}]/u.test(text);
}

/** The end of the word without `'s`. */
export function nameEnd({ text, start }: Pick<NameWord, 'text' | 'start'>): number {
  return start + text.replace(POSSESSIVE, '').length;
}

function nameAt(
  text: string,
  words: readonly NameWord[],
  index: number,
): { span: NameSpan; length: number } | undefined {
  const first = words[index];
  if (first === undefined) return undefined;
  const hasHonorific = isHonorific(first);
  const cue = cueOf(text, first);
  const taken = takeWords(text, words.slice(index, index + MAX_NAME_WORDS), hasHonorific || cue === 'sure');
  const names = taken.filter((word) => !isHonorific(word) && !isParticle(word));
  const last = names.at(-1);
  if (last === undefined || !isName(names, hasHonorific, cue)) return undefined;
  return { span: { start: first.start, end: nameEnd(last), names, hasHonorific, cue }, length: taken.length };
}

function takeWords(text: string, words: readonly NameWord[], isAnnounced: boolean): NameWord[] {
  const taken: NameWord[] = [];
  for (const word of words) {
    const before = taken.at(-1);
    if (before !== undefined && !WITHIN_NAME.test(text.slice(before.end, word.start))) break;
    if (!continues(taken, word, isAnnounced)) break;
    taken.push(word);
    if (POSSESSIVE.test(word.text)) break;
  }
  while (taken.length > 0 && isParticle(taken.at(-1))) taken.pop();
  return taken;
}

function continues(taken: readonly NameWord[], word: NameWord, isAnnounced: boolean): boolean {
  const first = taken.find((one) => !isHonorific(one));
  if (first !== undefined && isParticle(word)) return true;
  if (isHonorific(word)) return first === undefined;
  if (word.isOther || NO_NAME_WORDS.has(word.text.toLowerCase()) || !/^\p{L}/u.test(word.text)) return false;
  if (isUncased(word) && taken.length >= MAX_UNCASED_WORDS) return false;
  if (isCapital(word)) return first === undefined || isCapital(first);
  const isKnown = word.isFirstName || word.isLastName || word.isPerson;
  return (first === undefined || !isCapital(first)) && (isKnown || (isAnnounced && taken.length < MAX_UNCASED_WORDS));
}

function isName(names: readonly NameWord[], hasHonorific: boolean, cue: NameSpan['cue']): boolean {
  if (names.some((word) => word.isFirstName || word.isLastName || word.isPerson)) return true;
  if (cue === 'sure' || hasHonorific) return true;
  const isCased = names.every((word) => isCapital(word));
  if (isCased && cue === 'usual') return true;
  const hasForm = (form: RegExp): boolean => names.some(({ text }) => form.test(text.replace(POSSESSIVE, '')));
  return isCased && (hasForm(SURNAME_FORM) || (names.length > 1 && hasForm(ADJECTIVE_FORM)));
}

function cueOf(text: string, first: NameWord): NameSpan['cue'] {
  const before = text.slice(Math.max(0, first.start - MAX_CUE_UNITS), first.start);
  if (SURE_CUE.test(before)) return 'sure';
  const after = text.slice(nameEnd(first), nameEnd(first) + MAX_CUE_UNITS);
  const isCued = [USUAL_CUE, SPEECH_CUE, SIGN_OFF].some((cue) => cue.test(before)) || HUMAN_AFTER.test(after);
  return isCued ? 'usual' : 'none';
}

function isHonorific({ text }: NameWord): boolean {
  return HONORIFICS.has(text.toLowerCase().replace(/\.$/, ''));
}

function isParticle(word: NameWord | undefined): boolean {
  return word !== undefined && PARTICLES.has(word.text);
}

function isUncased(word: NameWord | undefined): boolean {
  return word !== undefined && /^[\p{Lo}\p{sc=Georgian}]/u.test(word.text);
}
