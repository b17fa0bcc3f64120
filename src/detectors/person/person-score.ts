/** How sure a name is, by what was seen in it and around it. Pure. */
import { DETERMINER_BEFORE, NO_NAMES, THING_AFTER, THING_BEFORE, WORDS_TOO, WORK_BEFORE } from './name-words.ts';
import { isCapital, type NameSpan } from './person-names.ts';

/** Likely is 0.6 and over, possible 0.4 and over. */
const SCORE = {
  honorific: 0.92,
  announced: 0.9,
  announcedInLowerCase: 0.6,
  /** A known first name and another word with a capital letter. */
  fullName: 0.85,
  /** Two or more words, one of them taken for a person by the tagger or by its ending. */
  probableFullName: 0.7,
  afterCue: 0.7,
  singleFirstName: 0.64,
  singleSurname: 0.6,
  /** Of two words, the first a known first name. */
  fullNameInLowerCase: 0.6,
  probableInLowerCase: 0.4,
  singleInLowerCase: 0.3,
};
/** What stands beside lowers it to at most this. */
const AT_MOST = {
  /** "a Saint Bernard", "in the style of Monet", "April". */
  possible: 0.5,
  thing: 0.3,
};
const MAX_BESIDE_UNITS = 32;

export function nameScore(text: string, span: NameSpan): number {
  const own = ownScore(span);
  if (span.hasHonorific || span.cue === 'sure') return own;
  return Math.min(own, limitBeside(text, span));
}

function ownScore({ names, hasHonorific, cue }: NameSpan): number {
  const isLower = !names.every((word) => isCapital(word));
  const isFull = names.length > 1;
  const hasFirstName = names.some((word) => word.isFirstName);
  if (hasHonorific && !isLower) return SCORE.honorific;
  if (cue === 'sure') return isLower ? SCORE.announcedInLowerCase : SCORE.announced;
  if (hasHonorific) return SCORE.announcedInLowerCase;
  if (isLower && !isFull) return SCORE.singleInLowerCase;
  if (isLower) return names[0]?.isFirstName ? SCORE.fullNameInLowerCase : SCORE.probableInLowerCase;
  if (isFull) return hasFirstName ? SCORE.fullName : SCORE.probableFullName;
  if (cue === 'usual') return SCORE.afterCue;
  return hasFirstName ? SCORE.singleFirstName : SCORE.singleSurname;
}

/** Whether what stands beside makes it a street, a firm or a thing: "Rue Joseph Vernet", "Hamilton 12", "Nobel Prize". */
export function isThing(text: string, { start, end }: Pick<NameSpan, 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - MAX_BESIDE_UNITS), start);
  const after = text.slice(end, end + MAX_BESIDE_UNITS);
  const wordBefore = /([\p{L}\p{N}]+)[. ]{1,2}$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const wordAfter = /^[ -]([\p{L}\p{N}]+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  if (THING_BEFORE.has(wordBefore) || THING_AFTER.has(wordAfter)) return true;
  return /^\d+$/.test(wordBefore) || /^\d/.test(wordAfter) || /[-@#/_]$/.test(before) || /^[-@/_]/.test(after);
}

function limitBeside(text: string, span: NameSpan): number {
  const { start, names } = span;
  const before = text.slice(Math.max(0, start - MAX_BESIDE_UNITS), start);
  const words = names.map((word) => word.text.toLowerCase()).join(' ');
  if (isThing(text, span) || NO_NAMES.has(words)) return AT_MOST.thing;
  if (span.cue === 'none' && WORDS_TOO.has(words)) return AT_MOST.possible;
  const isFull = names.length > 1 && names[0]?.isFirstName === true && names.every((word) => isCapital(word));
  if (WORK_BEFORE.test(before) || (DETERMINER_BEFORE.test(before) && !isFull)) return AT_MOST.possible;
  return 1;
}
