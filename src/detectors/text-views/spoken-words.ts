/**
 * How addresses and numbers are said. Sources: https://en.wikipedia.org/wiki/At_sign#Names_in_other_languages for the names of `@`,
 * the spell-out rules of Unicode CLDR (https://github.com/unicode-org/cldr/tree/main/common/rbnf) for numbers. All in lower case.
 */

/** Said for `@` and for little else. */
export const AT_NAMES: readonly string[] =
  'arroba arobase arobas arrobase chiocciola klammeraffe klammeraffen affenschwanz ät aet apenstaartje małpa собака собачка собачко равлик эт ეთ ეტ ატ ძაღლი ძაღლუკა'.split(
    ' ',
  );
/** Said for `@` and for much else. */
export const AT_WORDS: readonly string[] = ['at', 'et', 'ат'];
/** Prepositions: said for `@` only where a full stop is said behind them. */
export const AT_PREPOSITIONS: readonly string[] = ['bei', 'на', 'en', 'chez'];
/** Hosts of free mailboxes that are no other word: https://en.wikipedia.org/wiki/Comparison_of_webmail_providers, as said in Russian and Georgian too. */
export const MAIL_HOSTS: readonly string[] =
  'gmail googlemail hotmail outlook yahoo icloud protonmail gmx yandex rambler гмейл гмэйл джимейл хотмейл яндекс рамблер ჯიმეილი ჯიმეილ ჰოთმეილი'.split(
    ' ',
  );
/** Endings that they have and that are no word. */
export const MAIL_ENDINGS: readonly string[] = 'com net ru ком ру ქომ'.split(' ');
export const DOT_NAMES: readonly string[] =
  'dot period point punkt punto ponto punt kropka nokta точка тчк дот крапка წერტილი დოტ'.split(' ');
/** In the part before `@`. */
export const MARK_NAMES: Readonly<Record<string, string>> = {
  ...saidFor(
    '_',
    'underscore,tiret bas,guion bajo,guión bajo,unterstrich,подчеркивание,нижнее подчеркивание,ქვედა ტირე',
  ),
  ...saidFor('-', 'dash,hyphen,minus,tiret,guion,guión,bindestrich,дефис,тире,ტირე,დეფისი'),
  ...saidFor('+', 'plus,плюс,პლუსი'),
};
/** Before "at" these are the sentence's words, not a mailbox. */
export const NO_MAILBOXES: ReadonlySet<string> = new Set(
  `me us you him her it them we i is are was were be been am look looking looks meet meeting visit visiting arrive arrived find found
  shop online site website page here there available stay staying only up work works worked working live lives living back and or sale
  not see start started starting end ended aimed aim point pointed good great bad best more less people read watch watching
  listed hosted posted published located based held happening down out in on off over now today tomorrow tonight directly contact
  order ordered buy bought play playing join register registered sign signup apply help support questions info's that this how what
  who where when why all everyone everything anything nothing stuff hosting study studied studying met team contacted reached
  emailed mailed`.split(/\s+/),
);

/** Number words by language: what each says, from 0 to 99 or hundreds. */
export type Spelling = Readonly<Record<string, number>>;

const EN: Spelling = {
  ...numbered(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ...{ oh: 0, o: 0, nought: 0, naught: 0, niner: 9 },
  ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
};
const RU: Spelling = {
  ...numbered(
    'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
  ),
  ...{ нуль: 0, раз: 1, одна: 1, две: 2 },
  ...tens('двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'),
  ...hundreds('сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
};
const UK: Spelling = {
  ...numbered("нуль один два три чотири п'ять шість сім вісім дев'ять десять"),
  ...{ 'п’ять': 5, 'дев’ять': 9 },
};
const KA: Spelling = {
  ...numbered(
    'ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი',
  ),
  ...georgianTens(),
};
const DE: Spelling = {
  ...numbered(
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  ...{ zwo: 2, fuenf: 5, zwoelf: 12, ein: 1 },
  ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  ...germanTens(),
};
export const FRENCH: Spelling = {
  ...numbered(
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  ),
  ...{ zero: 0, une: 1 },
  ...tens('vingt trente quarante cinquante soixante'),
  ...{
    septante: 70,
    huitante: 80,
    nonante: 90,
    'quatre-vingt': 80,
    'quatre-vingts': 80,
    'soixante-dix': 70,
    'quatre-vingt-dix': 90,
  },
};
const ES: Spelling = {
  ...numbered(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  ),
  ...{
    un: 1,
    dieciseis: 16,
    veintiuno: 21,
    veintidós: 22,
    veintidos: 22,
    veintitrés: 23,
    veintitres: 23,
    veinticuatro: 24,
  },
  ...{ veinticinco: 25, veintiséis: 26, veintiseis: 26, veintisiete: 27, veintiocho: 28, veintinueve: 29 },
  ...tens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
};
const IT: Spelling = numbered('zero uno due tre quattro cinque sei sette otto nove dieci');
const PT: Spelling = {
  ...numbered('zero um dois três quatro cinco seis sete oito nove dez'),
  tres: 3,
  meia: 6,
  uma: 1,
  duas: 2,
};
const NL: Spelling = { ...numbered('nul een twee drie vier vijf zes zeven acht negen tien'), één: 1 };
const PL: Spelling = {
  ...numbered('zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć'),
  jedynka: 1,
};
const TR: Spelling = numbered('sıfır bir iki üç dört beş altı yedi sekiz dokuz on');

export const SPELLINGS: readonly Spelling[] = [EN, RU, UK, KA, DE, FRENCH, ES, IT, PT, NL, PL, TR];

/** Said before a digit that stands twice or three times. */
export const REPEATS: Readonly<Record<string, number>> = {
  ...{ double: 2, triple: 3, treble: 3, doppel: 2, doble: 2, двойная: 2, дважды: 2, трижды: 3, doppio: 2, dobbel: 2 },
};
export const PLUS_WORDS: readonly string[] = ['plus', 'плюс', 'პლუს', 'პლუსი', 'más', 'mas', 'più', 'mais', 'artı'];
/** Said for what divides groups. */
export const DIVIDERS: readonly string[] =
  'dash hyphen minus tiret guion guión strich bindestrich тире дефис минус ტირე დეფისი trattino hífen streepje myślnik tire'.split(
    ' ',
  );
/** Stands between tens and ones: soixante et un, treinta y uno. */
export const LINKS: readonly string[] = ['et', 'y', 'and', 'და', 'e'];

function saidFor(mark: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(',').map((name) => [name, mark]));
}

function numbered(words: string): Spelling {
  return Object.fromEntries(words.split(' ').map((word, number) => [word, number]));
}

function tens(words: string): Spelling {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, (index + 2) * 10]));
}

function hundreds(words: string): Spelling {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, (index + 1) * 100]));
}

/** Ones before tens, in one word: fünfundzwanzig. */
function germanTens(): Spelling {
  const ones = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ');
  const whole = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
  return Object.fromEntries(
    whole.flatMap((ten, index) => ones.map((one, ahead) => [`${one}und${ten}`, (index + 2) * 10 + ahead + 1])),
  );
}

/** By twenties: ოცდახუთი is twenty and five, ოთხმოცდაათი four twenties and ten. */
function georgianTens(): Spelling {
  const under =
    'ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი'.split(
      ' ',
    );
  const twenties = ['ოც', 'ორმოც', 'სამოც', 'ოთხმოც'];
  return Object.fromEntries(
    twenties.flatMap((twenty, index) => [
      [`${twenty}ი`, (index + 1) * 20],
      ...under.map((one, ahead) => [`${twenty}და${one}`, (index + 1) * 20 + ahead + 1]),
    ]),
  );
}
