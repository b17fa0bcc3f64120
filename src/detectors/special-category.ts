/**
 * Health, religion, politics, union membership, sexual life, ethnicity and convictions said of one person (GDPR Art. 9(1) and 10:
 * https://eur-lex.europa.eu/eli/reg/2016/679/oj), in English, Russian, Georgian, German, French and Spanish. Two things must stand in
 * one clause: a person (a pronoun, "my boss", "the patient", a name) and a cue in the form in which it is said of people ("has
 * cancer", "is Muslim", "votes for the Greens", "her chemo"). The category stands in `reasons`. A topic, a place, a group, a picture of
 * somebody are none.
 *
 * Misses: what follows from the words without being said, what two sentences say together, `they` and `you`, conditions and parties
 * that the lists do not have, most names in Georgian, subjects that Spanish leaves out, other languages.
 */
import { CUES, type Cue, phraseAround, STATEMENT_ROLES } from './special-category/cues.ts';
import { type Person, personBefore } from './special-category/person-before.ts';
import type { Category, StatementRole } from './special-category/words.ts';
import { createStatementFinder } from './statement/find-statements.ts';
import { byLanguage, type Language } from './statement/people-words.ts';
import { createRoleTable, ownerBefore, type Reading } from './statement/reading.ts';
import type { Statement } from './statement/surest.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

const CUE = 0.3;
const PERSON = { pronoun: 0.25, relation: 0.3, name: 0.25 };
/** What ties the cue to the person. */
const TIE = { verb: 0.2, possessive: 0.2, predicate: 0.2, apposition: 0.15 };
const AGAINST = -0.4;
/** Words between a verb and its cue: "has a very rare form of cancer" has too many. */
const MAX_TO_VERB = 5;
const STRANGERS_TO_VERB = 3;
const STRANGERS_TO_PERSON = 3;
/** Between a possessive and what is one's own: "her second round of chemo". */
const MAX_TO_OWNER = 3;
/** Languages whose verb may stand behind the cue. */
const VERB_LAST: readonly Language[] = ['de', 'ka'];
/** Languages that set a person and a cue side by side: "он гей", "mi vecino gay". */
const SIDE_BY_SIDE: readonly Language[] = ['ru', 'fr', 'es'];
/** "Our diabetes app": what several own is rarely an illness. */
const PLURAL_OWNER = /^(?:our|unser\p{L}*|notre|nos|nuestr\p{L}+|наш\p{L}*|ჩვენ\p{L}*)$/u;

interface SpecialStatement extends Statement {
  readonly category: Category;
}

/** A tie found between the cue and a person. */
interface Tie {
  readonly signal: keyof typeof TIE;
  readonly person: Person;
  /** Index of the last token of what says it. */
  readonly last: number;
}

interface Place {
  readonly first: number;
  readonly last: number;
}

const findSpecial = createStatementFinder({
  triggers: CUES,
  roles: byLanguage((language) => createRoleTable<StatementRole>(language, STATEMENT_ROLES[language])),
  statementAt,
});

export const specialCategory: TextDetector = {
  id: 'special-category',
  types: ['special-category'],
  example: 'My neighbour was diagnosed with cancer.',
  detect(text) {
    return findSpecial(text).map(
      ({ start, end, steps, category }): TextDetection => ({
        type: 'special-category',
        detector: 'special-category',
        start,
        end,
        ...weigh(steps),
        reasons: [category],
      }),
    );
  },
};

function statementAt(reading: Reading<StatementRole>, index: number, cue: Cue): SpecialStatement | undefined {
  const place = phraseAround(reading.tokens, index, cue);
  if (place === undefined) return undefined;
  const tie = tieOf(reading, place, cue);
  if (tie === undefined) return undefined;
  return {
    category: cue.category,
    first: tie.person.first,
    last: Math.max(place.last, tie.last),
    steps: [
      { signal: cue.category, weight: CUE },
      { signal: tie.person.signal, weight: PERSON[tie.person.signal] },
      { signal: tie.signal, weight: TIE[tie.signal] },
      { signal: 'word-against', weight: reading.has('against') ? AGAINST : 0 },
    ],
  };
}

function tieOf(reading: Reading<StatementRole>, place: Place, { form }: Cue): Tie | undefined {
  switch (form) {
    case 'does':
      return besidePerson(reading, place, 'predicate', STRANGERS_TO_PERSON);
    case 'own':
      return byPossessive(reading, place) ?? byVerb(reading, place, 'has');
    case 'has':
      return byVerb(reading, place, 'has');
    case 'joins':
      return byVerb(reading, place, 'joins');
    case 'is':
      if (reading.is(place.last + 1, 'figure')) return undefined;
      return byVerb(reading, place, 'is') ?? attributive(reading, place) ?? sideBySide(reading, place);
  }
}

function besidePerson(
  reading: Reading<StatementRole>,
  { first, last }: Place,
  signal: keyof typeof TIE,
  strangers: number,
): Tie | undefined {
  const person = personBefore(reading, first, strangers);
  return person && { signal, person, last };
}

/** "his chemo", "my mother's depression". */
function byPossessive(reading: Reading<StatementRole>, { first, last }: Place): Tie | undefined {
  if (reading.is(last + 1, 'thing')) return undefined;
  const owner = ownerBefore(reading, first);
  if (owner === undefined || PLURAL_OWNER.test(reading.tokens[owner]?.text ?? '')) return undefined;
  const isNamed = reading.tokens[first - 1]?.text === 's';
  const isOfAnother = reading.tokens
    .slice(owner, first)
    .some((_, at) => leadsAway(reading, owner + at) || (!isNamed && reading.is(owner + at, 'relation')));
  const isNear = isNamed || first - owner <= MAX_TO_OWNER;
  return isNear && !isOfAnother
    ? { signal: 'possessive', person: { signal: 'relation', first: owner }, last }
    : undefined;
}

/** "my dog has diabetes", "my brother sells insulin pumps": not mine. */
function leadsAway(reading: Reading<StatementRole>, at: number): boolean {
  if (reading.tokens[at]?.text === 's') return false;
  return reading.is(at, 'has') || reading.is(at, 'is') || reading.is(at, 'barrier');
}

function byVerb(reading: Reading<StatementRole>, place: Place, role: 'is' | 'has' | 'joins'): Tie | undefined {
  const before = isClosed(reading, place) ? verbBefore(reading, place.first, role) : undefined;
  if (before !== undefined) {
    // "У неё рак": the person stands between. "Soy bipolar": the verb says who.
    const isInside = reading.tokens[before]?.text === 'у';
    if (isInside) return besidePerson(reading, place, 'verb', STRANGERS_TO_PERSON);
    if (reading.is(before, 'pronoun'))
      return { signal: 'verb', person: { signal: 'pronoun', first: before }, last: place.last };
    return besidePerson(reading, { first: before, last: place.last }, 'verb', STRANGERS_TO_PERSON);
  }
  // "a Trump supporter"
  const isNounBehind = role === 'joins' && reading.is(place.last + 1, role);
  const isBehind = VERB_LAST.includes(reading.language) || isNounBehind;
  const behind = isBehind ? verbBehind(reading, place.last, role) : undefined;
  return behind === undefined
    ? undefined
    : besidePerson(reading, { first: place.first, last: behind }, 'verb', STRANGERS_TO_PERSON);
}

/** English joins nouns: only where nothing follows that could make the cue a part of a thing it is said of the person. */
function isClosed(reading: Reading<StatementRole>, { last }: Place): boolean {
  if (reading.language !== 'en') return true;
  const next = reading.tokens[last + 1];
  if (next?.text === '-' || reading.is(last + 1, 'thing')) return false;
  return next?.kind !== 'word' || reading.is(last + 1, 'closing') || reading.is(last + 1, 'relation');
}

function verbBefore(reading: Reading<StatementRole>, first: number, role: StatementRole): number | undefined {
  let strangers = STRANGERS_TO_VERB;
  for (let at = first - 1; at >= Math.max(0, first - MAX_TO_VERB); at -= 1) {
    if (reading.is(at, role)) return at;
    // "treated for cancer"
    const isOfVerb = reading.is(at - 1, role);
    if (reading.is(at, 'barrier') && !isOfVerb) return undefined;
    if (isStop(reading, at) || (role === 'is' && reading.is(at, 'preposition'))) return undefined;
    if (!reading.isKnown(at) && strangers-- === 0) return undefined;
  }
  return undefined;
}

function verbBehind(reading: Reading<StatementRole>, last: number, role: StatementRole): number | undefined {
  for (let at = last + 1; at <= last + MAX_TO_VERB; at += 1) {
    if (reading.is(at, role)) return at;
    if (reading.is(at, 'barrier') || isStop(reading, at)) return undefined;
  }
  return undefined;
}

function isStop({ tokens }: Reading<StatementRole>, at: number): boolean {
  return tokens[at]?.kind === 'mark' && !/^[-‐‑'’/]$/.test(tokens[at]?.text ?? '');
}

/** "my pregnant sister". */
function attributive(reading: Reading<StatementRole>, { first, last }: Place): Tie | undefined {
  const owner = reading.is(last + 1, 'relation') ? ownerBefore(reading, first) : undefined;
  if (owner === undefined) return undefined;
  return { signal: 'apposition', person: { signal: 'relation', first: owner }, last: last + 1 };
}

/** "он гей", "mi vecina embarazada"; a name alone beside a cue is more often a title. */
function sideBySide(reading: Reading<StatementRole>, place: Place): Tie | undefined {
  if (!SIDE_BY_SIDE.includes(reading.language)) return undefined;
  const tie = besidePerson(reading, place, 'apposition', 0);
  const isTitle = tie?.person.signal === 'name' && reading.tokens[place.first]?.isCapital;
  if (reading.language === 'ru') return isTitle ? undefined : tie;
  return tie?.person.signal === 'relation' ? tie : undefined;
}
