/**
 * A child spoken of as one person, in English, Russian, Georgian, German, French and Spanish: a word for a child with an owner
 * ("my", "Anna's"), a name or a definite article, and an age up to 17, a recent year of birth or a school beside it; a pupil with a
 * class; a name with an age. Children in general, in pictures and among products are none. Source: own word lists; under 18 as in
 * the UN Convention on the Rights of the Child, Art. 1.
 *
 * Misses: what two sentences say together, ages that must be worked out, names in lower case, other languages, first names that the
 * lists for Russian and Georgian do not have.
 */
import type { ScoreStep } from '../core/types.ts';
import { anchorOf } from './minor/anchor.ts';
import { ageAt, type Evidence, evidenceAt } from './minor/evidence.ts';
import { MINOR_WORDS, type MinorRole } from './minor/minor-words.ts';
import { createStatementFinder } from './statement/find-statements.ts';
import { byLanguage, LANGUAGES, type Language } from './statement/people-words.ts';
import { articleBefore, createRoleTable, isName, ownerBefore, type Reading } from './statement/reading.ts';
import type { Statement } from './statement/surest.ts';
import { wordsIn } from './statement/word-table.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const HEADS = ['kin', 'child', 'small', 'baby', 'pupil', 'grader', 'student'] as const satisfies readonly MinorRole[];
type Head = (typeof HEADS)[number];
const ANOTHER: readonly MinorRole[] = ['kin', 'child', 'baby'];
/** What a word for a child is worth by itself. */
const BASE = { kin: 0.2, child: 0.1, small: 0.1, baby: 0.1, pupil: 0.35, grader: 0.25, student: 0.35, name: 0.25 };
const ANCHOR = { owner: 0.3, definite: 0.2, none: -0.1 };
const NAME = 0.15;
const EVIDENCE = { age: 0.3, 'birth-year': 0.3, school: 0.25, birthday: 0.25, young: 0.15, 'adult-age': -0.6 };
/** "A mother with her son", a picture of anybody: nobody in particular. */
const ANYBODY = -0.4;
const PICTURE = -0.25;
const THIRD_PERSON =
  /^(?:her|his|their|ihr\p{L}*|sein\p{L}*|sa|son|ses|leurs?|sus?|её|ее|его|их|сво\p{L}+|მის\p{L}*|მათ\p{L}*)$/u;
/** `an`, `da`: too frequent to look at each. */
const MIN_TRIGGER_LETTERS = 3;
/** Under this nothing is said at all. */
const MIN_SCORE = 0.45;
/** Tokens from the child to what is said of it. */
const REACH_BEHIND = 11;
const REACH_BEFORE = 7;

const triggers = LANGUAGES.flatMap((language) =>
  [...HEADS, ageWordIn(language)].flatMap((role) =>
    wordsIn(MINOR_WORDS[language][role] ?? '')
      .filter((word) => word.length >= MIN_TRIGGER_LETTERS)
      .map((word) => [word, { language }] as const),
  ),
);
const findChildren = createStatementFinder({
  triggers,
  roles: byLanguage((language) => createRoleTable<MinorRole>(language, MINOR_WORDS[language])),
  statementAt,
});

export const minor: TextDetector = {
  id: 'minor',
  types: ['minor'],
  example: 'My daughter Ella is 7 years old.',
  detect(text) {
    return findChildren(text)
      .map(
        ({ start, end, steps }): TextDetection => ({ type: 'minor', detector: 'minor', start, end, ...weigh(steps) }),
      )
      .filter(({ score }) => score >= MIN_SCORE);
  },
};

function statementAt(reading: Reading<MinorRole>, index: number): Statement | undefined {
  const head = HEADS.find((role) => reading.is(index, role));
  if (head !== undefined) return childAt(reading, index, head);
  return ageByName(reading, index);
}

function childAt(reading: Reading<MinorRole>, index: number, head: Head): Statement | undefined {
  const anchor = anchorOf(reading, index);
  const evidence = evidenceFor(reading, index, head, anchor.isNamed);
  if (evidence === undefined) return undefined;
  const isFor = anchor.signal === 'none' && reading.is(anchor.first - 1, 'duration');
  if (isFor) return undefined;
  const steps = [
    { signal: 'base', weight: BASE[head] },
    { signal: anchor.signal, weight: ANCHOR[anchor.signal] },
    { signal: 'name', weight: anchor.isNamed ? NAME : 0 },
    { signal: evidence.signal, weight: EVIDENCE[evidence.signal] },
    ...doubtsOf(reading, anchor.first),
  ];
  const first = Math.min(anchor.first, evidence.first);
  const last = Math.max(anchor.last, evidence.last);
  const isBracketed = reading.tokens[last + 1]?.text === ')' && reading.tokens[last - 1]?.text === '(';
  return { first, last: isBracketed ? last + 1 : last, steps };
}

/** English and German say how old somebody is by name, the others how many years they have. */
function ageWordIn(language: Language): 'old' | 'years' {
  return language === 'en' || language === 'de' ? 'old' : 'years';
}

/** What is said of the child: in its own phrase first, then behind it, up to the next child or thing. */
function evidenceFor(reading: Reading<MinorRole>, index: number, head: Head, isNamed: boolean): Evidence | undefined {
  const isGrown = reading.has('adult');
  const needsClass = reading.is(index, 'sibling') && !reading.is(index - 1, 'young');
  const counts = (one: Evidence | undefined): one is Evidence =>
    one !== undefined && (one.signal !== 'school' || !(isGrown || (needsClass && one.first === one.last)));
  for (let at = index - 1; at >= Math.max(0, index - REACH_BEFORE) && !endsReach(reading, index, at); at -= 1) {
    const one = evidenceAt(reading, at);
    if (counts(one) && one.last < index) return one;
  }
  for (let at = index + 1; at <= index + REACH_BEHIND && !endsReach(reading, index, at); at += 1) {
    const one = evidenceAt(reading, at);
    if (counts(one)) return one;
  }
  if (isGrown || reading.is(index + 1, 'against')) return undefined;
  if (head === 'grader' || (head === 'pupil' && isNamed)) return { signal: 'school', first: index, last: index };
  const isYoung = head === 'small' || (head === 'baby' && isNamed);
  if (isYoung) return { signal: 'young', first: index, last: index };
  return head === 'child' && reading.is(index - 1, 'young')
    ? { signal: 'young', first: index - 1, last: index }
    : undefined;
}

/** At the next child or thing; two words for one child may stand side by side ("ჩემი უმცროსი და"). */
function endsReach(reading: Reading<MinorRole>, index: number, at: number): boolean {
  if (reading.is(at, 'against')) return true;
  return Math.abs(at - index) > 1 && !reading.is(at, 'and') && ANOTHER.some((role) => reading.is(at, role));
}

/** "a mother", "Vater": neither mine nor a certain one. */
function isSomebody(reading: Reading<MinorRole>, at: number): boolean {
  if (!reading.is(at, 'anybody') || ownerBefore(reading, at) !== undefined) return false;
  const article = articleBefore(reading, at);
  return article === undefined || reading.is(article, 'indefinite');
}

/** "Emma is 15 years old", "Маше 7 лет": from the unit back to the name at the beginning of the clause; "my 13-year-old". */
function ageByName(reading: Reading<MinorRole>, index: number): Statement | undefined {
  const { tokens, language } = reading;
  if (!reading.is(index, ageWordIn(language)) || isThing(reading, index + 1)) return undefined;
  const number = [index - 1, index - 2, index - 3, index - 4].find((at) => {
    const age = ageAt(reading, at);
    return age?.signal === 'age' && age.last >= index;
  });
  if (number === undefined) return undefined;
  const age = { signal: 'age', weight: EVIDENCE.age };
  const doubts = doubtsOf(reading, number - 1);
  if (language === 'en' && reading.is(number - 1, 'owner'))
    return { first: number - 1, last: index, steps: [{ signal: 'owner', weight: ANCHOR.owner }, age, ...doubts] };
  if (reading.has('against')) return undefined;
  let at = number - 1;
  while (at > 0 && (reading.is(at, 'turns') || reading.is(at, 'between') || reading.is(at, 'pronoun'))) at -= 1;
  const isFirst = at === 0 || tokens[at - 1]?.kind === 'mark' || reading.is(at - 1, 'and');
  if (!isFirst || !isName(reading, at)) return undefined;
  return { first: at, last: index, steps: [{ signal: 'base', weight: BASE.name }, age, ...doubts] };
}

/** Behind "my 12-year-old": a thing, or the child that is looked at by its own word. */
function isThing(reading: Reading<MinorRole>, index: number): boolean {
  if (reading.is(index, 'against')) return true;
  return ageWordIn(reading.language) === 'old' && HEADS.some((role) => reading.is(index, role));
}

/** What speaks against anybody in particular: `first` is where the mention of the child begins. */
function doubtsOf(reading: Reading<MinorRole>, first: number): ScoreStep[] {
  const isAnybodys =
    reading.has('anybody') &&
    THIRD_PERSON.test(reading.tokens[first]?.text ?? '') &&
    reading.tokens.slice(0, first).some((_, at) => isSomebody(reading, at));
  return [
    { signal: 'anybody', weight: isAnybodys ? ANYBODY : 0 },
    { signal: 'word-against', weight: reading.has('picture') ? PICTURE : 0 },
  ];
}
