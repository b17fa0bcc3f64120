/**
 * Names of countries and codes of states. Countries come from the CLDR names in the runtime (`Intl.DisplayNames`), in the languages
 * below; codes from ISO 3166-2 (US, CA, AU, BR, IT, ES provinces are covered by "two capital letters before a postcode").
 */

const LANGUAGES = ['en', 'ru', 'ka', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'tr'];
/** As people write them, and former names. */
const MORE_COUNTRIES =
  'usa|u.s.a|us|uk|u.k|uae|great britain|england|scotland|wales|northern ireland|holland|the netherlands|czech republic|swaziland|east timor|macedonia|cape verde|burma|ivory coast|congo|korea|palestine|turkey|türkiye|bosnia|trinidad|saint lucia|saint vincent|россия|российская федерация|рф|сша|საქართველო';
/** `Republic of Ireland`, `Kingdom of the Netherlands`. */
const FORMAL =
  /^(?:(?:people's |democratic |federal |islamic |federated |united |co-operative |french )*(?:republic|kingdom|states|state|commonwealth|union|sultanate|principality|grand duchy) of |the )+/u;
const FORMAL_WORDS =
  "people's democratic federal islamic federated co-operative french republic kingdom state commonwealth union sultanate principality grand".split(
    ' ',
  );
const US =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP';
const CANADA = 'AB BC MB NB NL NS NT NU ON PE QC SK YT';
const AUSTRALIA = 'NSW VIC QLD SA WA TAS ACT NT';
/** Posts of the armed forces of the United States, in place of a state (USPS Publication 28, section 225). */
const MILITARY = 'AA AE AP';

const MAX_COUNTRY_WORDS = 6;
const states = new Set([US, CANADA, AUSTRALIA, MILITARY].flatMap((list) => list.split(' ')));
let countries: ReadonlySet<string> | undefined;
/** What a country's name begins with: most words are no country's first. */
let firstWords: ReadonlySet<string> | undefined;

export function isStateCode(word: string): boolean {
  return states.has(word);
}

/** How many of the words, from the first on, are a country's name; 0 for none. The longest name counts. */
export function countryWords(lowerCaseWords: readonly string[]): number {
  countries ??= countryNames();
  firstWords ??= new Set([...countries, ...FORMAL_WORDS].map((name) => name.split(' ', 1)[0] ?? ''));
  if (!firstWords.has(lowerCaseWords[0] ?? '')) return 0;
  for (let count = Math.min(MAX_COUNTRY_WORDS, lowerCaseWords.length); count > 0; count--) {
    const name = lowerCaseWords.slice(0, count).join(' ');
    if (countries.has(name) || countries.has(name.replace(FORMAL, ''))) return count;
  }
  return 0;
}

function countryNames(): ReadonlySet<string> {
  const names = new Set(MORE_COUNTRIES.split('|'));
  const codes = regionCodes();
  for (const language of LANGUAGES) {
    const named = regionNames(language);
    for (const code of codes) addName(names, named.of(code), language);
  }
  return names;
}

/** Those that have a name in English: they have one in every language, and asking for the 400 other pairs of letters takes longer. */
function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const english = regionNames('en');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => english.of(code) !== undefined);
}

function regionNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
}

/** `Bosnia & Herzegovina`, `Myanmar (Burma)`, `Congo - Kinshasa`: as people write them. */
function addName(names: Set<string>, name: string | undefined, language: string): void {
  if (name === undefined) return;
  const plain = name
    .toLocaleLowerCase(language)
    .split(/ ?\(| - /u, 1)
    .join('')
    .replace(/’/g, "'");
  names.add(plain);
  names.add(plain.replace(/&/g, 'and').replace(/^st\. /u, 'saint '));
}
