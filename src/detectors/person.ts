/**
 * Names of people in short text, in two tiers: likely (0.6 and over) and possible (0.4 and over). Words are tagged by compromise
 * (https://github.com/spencermountain/compromise, MIT; English), and joined to names by capital letters, titles and phrases.
 *
 * Runs in the scanner's child: tagging costs about 20 ms of CPU per KB. Misses: most names in other languages than English
 * unless a phrase ("меня зовут") or a surname's ending tells, names in lower case, names that are also words.
 */
import nlp from 'compromise';
import { findNames, type NameWord } from './person/person-names.ts';
import { withNeighbours } from './person/person-neighbours.ts';
import { nameScore } from './person/person-score.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';

/** UTF-16 units. */
const MAX_TEXT_UNITS = 4096;

const NAME_TAGS = ['FirstName', 'LastName', 'Person'] as const;
/** Tags of words that are no names, whatever their first letter. */
const OTHER_TAGS = [
  ...([
    'Pronoun',
    'Verb',
    'Preposition',
    'Determiner',
    'Conjunction',
    'Adverb',
    'QuestionWord',
    'Expression',
    'Negative',
  ] as const),
  ...(['Date', 'Place', 'Organization', 'Value', 'Url', 'HashTag', 'AtMention', 'Demonym', 'Pronoun'] as const),
];

/** Places of names by UTF-16 offsets. Throws for a text of more than 4,096 units and where the tagger lost a word. */
export function detectPersons(text: string): TextDetection[] {
  if (text.length > MAX_TEXT_UNITS)
    throw new RangeError(`text has ${text.length} units, names are looked for in ${MAX_TEXT_UNITS}`);
  const words = tagWords(text);
  const names = findNames(text, words).map((span) => ({ span, score: nameScore(text, span) }));
  return withNeighbours(text, words, names).map(({ span: { start, end }, score }) => ({
    type: 'person',
    detector: 'person',
    start,
    end,
    score,
  }));
}

export const person: TextDetector = {
  id: 'person',
  types: ['person'],
  example: 'My neighbour Anna Berger asked for it.',
  maxLength: MAX_TEXT_UNITS,
  detect: detectPersons,
};

function tagWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  let from = 0;
  for (const term of nlp(text).document.flat()) {
    if (term.text === '') continue;
    const start = text.indexOf(term.text, from);
    if (start === -1) throw new Error('the tagger returned a word that is not in the text');
    from = start + term.text.length;
    words.push(wordOf(term.text, start, term.tags ?? new Set()));
  }
  return words;
}

function wordOf(word: string, start: number, tags: ReadonlySet<string>): NameWord {
  const [isFirstName, isLastName, isPerson] = NAME_TAGS.map((tag) => tags.has(tag));
  const isName = isFirstName === true || isLastName === true || isPerson === true;
  // The tagger is made for English: what it says of other alphabets is chance.
  const isForeign = !/[A-Za-z]/.test(word);
  return {
    text: word,
    start,
    end: start + word.length,
    isFirstName: isFirstName === true,
    isLastName: isLastName === true,
    isPerson: isPerson === true && !isForeign,
    isOther: !isName && !isForeign && OTHER_TAGS.some((tag) => tags.has(tag)),
  };
}
