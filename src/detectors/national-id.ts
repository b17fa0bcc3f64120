/**
 * Finds the identity, tax and social security numbers of persons in 56 countries, by how they are written, by their checksums and
 * by the words beside them; each country's file names its source. What only such a number looks like is reported by itself
 * (`999-99-9999`, a codice fiscale, a HETU), digits alone only beside a word or in a field that names them.
 *
 * Misses: numbers with a wrong check digit, digits alone that nothing names, a line break inside, other countries.
 */
import { type Context, type ContextWords, contextOf, wordTest } from './context-words.ts';
import { namesLookAlike } from './document-numbers/look-alike-words.ts';
import { indexPictures } from './document-numbers/pictures.ts';
import { type WrittenNumber, writtenNumbers } from './document-numbers/written-numbers.ts';
import { CHECK, type IdForm, WRITTEN } from './national-id/id-form.ts';
import { ID_FORMS } from './national-id/id-forms.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import type { TextContext, TextDetection, TextDetector } from './text-detector.ts';
import { weigh } from './weigh.ts';

type NamingWords = Pick<IdForm, 'words' | 'stems' | 'within' | 'check'>;

interface NamedForm extends IdForm {
  readonly context: ContextWords;
}

/** Chosen so that a telling form or a named number reaches 0.5, and digits with one check digit do not. */
const WEIGHT = {
  base: 0.3,
  /** What the context adds. */
  context: { for: 0.5, against: -0.4, none: 0 } satisfies Record<Context, number>,
  /** Against a form that tells by itself and has passed a check: "order, C.F. …" */
  againstTelling: -0.2,
  lowerCase: -0.2,
  besideDigits: -0.2,
};

/** Under it nothing is said: one number in ten has a check digit by chance, and a text of numbers would give one each. */
const MIN_SCORE = 0.45;

/** Words for any country's number; trusted where a checksum speaks too. */
const ANY_IDENTITY = wordTest(
  'ssn identity identification citizen national identidad identité identitaire identità identidade tożsamości kimlik',
  'nationalid identitynumber taxid идентификац ідентифік identifik identific საიდენტიფიკაც',
);
const OTHER_DOCUMENT = wordTest('passport licence license driver driving', 'паспорт პასპორტ reisepass führerschein');

const FORMS: readonly NamedForm[] = ID_FORMS.map((form) => ({ ...form, context: contextWordsOf(form) }));
/** The words of all forms at once: what they do not find, none does. */
const ANY_WORDS = contextWordsOf({
  words: ID_FORMS.map(({ words }) => words).join(' '),
  stems: ID_FORMS.map(({ stems = '' }) => stems).join(' '),
  within: ID_FORMS.flatMap(({ within = [] }) => within),
  check: CHECK.tenth,
});
const BY_PICTURE = new Map(
  [...new Set(FORMS.flatMap(({ written }) => Object.keys(written)))].map((picture) => [
    picture,
    FORMS.filter(({ written }) => picture in written),
  ]),
);
const PICTURES = indexPictures(BY_PICTURE.keys());

export const nationalId: TextDetector = {
  id: 'national-id',
  types: ['national-id'],
  example: 'SSN 123-45-6789',
  needsDigit: true,
  detect(text, context = {}) {
    const found: TextDetection[] = [];
    for (const number of writtenNumbers(text, PICTURES)) {
      const detection = detectionOf(text, number, context);
      if (detection !== undefined) found.push(detection);
    }
    return settleOverlaps(found);
  },
};

/** By the form that speaks for it the most; none where no form has it as valid. */
function detectionOf(text: string, number: WrittenNumber, context: TextContext): TextDetection | undefined {
  const { countries, fieldName } = context;
  const forms = (BY_PICTURE.get(number.picture) ?? []).filter(
    ({ country, isValid }) => (countries?.includes(country) ?? true) && isValid(number.compact),
  );
  if (forms.length === 0) return undefined;
  const any = contextOf(text, number, ANY_WORDS, fieldName);
  const weighed = forms.map((form) => {
    const context = any === 'for' ? contextOf(text, number, form.context, fieldName) : any;
    return weigh(stepsOf(form, number, context));
  });
  const best = weighed.reduce((a, b) => (b.score > a.score ? b : a), { score: 0, trace: [] });
  if (best.score < MIN_SCORE) return undefined;
  return { type: 'national-id', detector: 'national-id', start: number.start, end: number.end, ...best };
}

function stepsOf(form: IdForm, number: WrittenNumber, context: Context): Parameters<typeof weigh>[0] {
  const written = form.written[number.picture] ?? WRITTEN.bare;
  const isTelling = written >= WRITTEN.own && form.check >= CHECK.hundredth;
  // Dashes and dots hold a number together, blanks do not.
  const isLoose = number.isBesideDigits && !/[-./+]/.test(number.picture);
  return [
    { signal: 'base', weight: WEIGHT.base },
    { signal: 'form', weight: written },
    { signal: 'checksum', weight: form.check },
    {
      signal: `word-${context}`,
      weight: context === 'against' && isTelling ? WEIGHT.againstTelling : WEIGHT.context[context],
    },
    { signal: 'lower-case', weight: number.hasLowerCase ? WEIGHT.lowerCase : 0 },
    { signal: 'beside-digits', weight: isLoose ? WEIGHT.besideDigits : 0 },
  ];
}

function contextWordsOf({ words, stems = '', within = [], check }: NamingWords): ContextWords {
  const own = wordTest(words, stems);
  const isFor = (word: string): boolean =>
    own(word) || (check >= CHECK.tenth && ANY_IDENTITY(word)) || within.some((part) => word.includes(part));
  return { for: isFor, against: (word) => namesLookAlike(word) || OTHER_DOCUMENT(word) };
}
