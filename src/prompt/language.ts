/** The languages of the page and of the statements, and the choice among them. */

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru', 'ka'] as const;
export type Language = (typeof LANGUAGES)[number];

const FALLBACK: Language = 'en';
/** Language ranges of one header that are looked at; browsers send fewer than ten. */
const MAX_RANGES = 20;
const MAX_HEADER_LENGTH = 500;

/**
 * The language for a tag (`de-AT`) or a whole `Accept-Language` header (RFC 9110, 12.5.4): the one with the highest weight that
 * there is, compared by primary subtag; English where there is none.
 */
export function chooseLanguage(requested: string | undefined): Language {
  const ranges = (requested ?? '').slice(0, MAX_HEADER_LENGTH).split(',', MAX_RANGES).map(parseRange);
  const known = ranges.filter(({ language, weight }) => language !== undefined && weight > 0);
  known.sort((a, b) => b.weight - a.weight);
  return known[0]?.language ?? FALLBACK;
}

function parseRange(range: string): { language: Language | undefined; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const primary = tag.split(/[-_]/, 1)[0];
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return {
    language: LANGUAGES.find((language) => language === primary),
    weight: weight === undefined ? 1 : Number(weight),
  };
}
