// Invented people and what is theirs: names of many countries, reserved mail domains, numbers with right check digits.
import { allFakers } from '@faker-js/faker';
import { grouped, iban, luhnDigit } from '../numbers/values.mjs';
import { asciiWord, latinName } from './latin-names.mjs';
import { PHONE_FORMS } from './phones.mjs';
import { value } from './sheet.mjs';

/** @faker-js/faker's locale, the code of travel documents, how the numbers of passports look (`#` a digit, `?` a letter). */
const COUNTRIES = {
  US: { locale: 'en_US', code: 'USA', passport: '?########' },
  CA: { locale: 'en_CA', code: 'CAN', passport: '??######' },
  GB: { locale: 'en_GB', code: 'GBR', passport: '#########' },
  DE: { locale: 'de', code: 'D', passport: 'C#?######' },
  FR: { locale: 'fr', code: 'FRA', passport: '##??#####' },
  ES: { locale: 'es', code: 'ESP', passport: '???######' },
  IT: { locale: 'it', code: 'ITA', passport: 'Y?#######' },
  NL: { locale: 'nl', code: 'NLD', passport: 'N??#####5' },
  PL: { locale: 'pl', code: 'POL', passport: 'E?#######' },
  SE: { locale: 'sv', code: 'SWE', passport: '########' },
  CH: { locale: 'de_CH', code: 'CHE', passport: 'X#######' },
  AT: { locale: 'de_AT', code: 'AUT', passport: 'U#######' },
  PT: { locale: 'pt_PT', code: 'PRT', passport: 'C?######' },
  BR: { locale: 'pt_BR', code: 'BRA', passport: 'F?######' },
  TR: { locale: 'tr', code: 'TUR', passport: 'U########' },
  IN: { locale: 'en_IN', code: 'IND', passport: '?#######' },
  AU: { locale: 'en_AU', code: 'AUS', passport: 'P?#######' },
  GE: { locale: 'ka_GE', code: 'GEO', passport: '##??#####' },
  RU: { locale: 'ru', code: 'RUS', passport: '##########' },
};
const LANGUAGE_OF = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  FR: 'fr',
  ES: 'es',
  IT: 'it',
  PL: 'pl',
  PT: 'pt',
  BR: 'pt',
  TR: 'tr',
};
const SCRIPTS = { cyrillic: ['RU'], georgian: ['GE'] };
/** Reserved by RFC 2606 and RFC 6761 for examples; nobody gets mail there. */
const DOMAINS = [
  'example.com example.org example.net mail.example.com post.example.net example.com example.org'.split(' '),
  'kvist.example berger-soehne.example uni.example.org eu.example.com my-shop.example example.net'.split(' '),
];
/** Without those that people, too, take for digits. */
const LETTERS = 'ABCDEFGHJKLMNPRTUVWXYZ';
const TAGS = ['', '', '', '', '', '_2', '85', '1990', '.k', '+shop'];
/** With which the numbers begin that payment services publish for tests. */
const CARD_PREFIXES = [
  '411111',
  '424242',
  '400000',
  '555555',
  '510510',
  '520082',
  '222300',
  '378282',
  '601111',
  '353011',
  '620000',
];

/**
 * `forms`: 0 or 1, which of the two lists of writing forms is used. Each call of a maker invents another value; `pick`, `between` and `chance` are of the same
 * seeded random function.
 */
export function createInventor(random, { forms, script = 'latin' }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = (from, to) => from + Math.floor(random() * (to - from + 1));
  const chance = (share) => random() < share;
  const latin = Object.keys(COUNTRIES).filter((country) => !Object.values(SCRIPTS).flat().includes(country));
  const faker = (country) => {
    const own = allFakers[COUNTRIES[country].locale];
    own.seed(between(1, 2 ** 31));
    return own;
  };
  const lettered = (form) => form.replace(/\?/g, () => LETTERS[between(0, LETTERS.length - 1)]);
  const digits = (form) => form.replace(/#/g, () => String(between(0, 9)));

  return {
    random,
    pick,
    between,
    chance,
    digits,
    script,
    person,
    language: (country) => LANGUAGE_OF[country] ?? 'en',
  };

  function person(country = pick(script === 'latin' ? latin : SCRIPTS[script])) {
    const own = faker(country);
    const sex = pick(['female', 'male']);
    const [first, last] = [own.person.firstName(sex), own.person.lastName(sex)];
    const [birth, expiry] = [date(1945, 2006), date(2027, 2034)];
    return {
      country,
      sex,
      first,
      last,
      birth,
      expiry,
      name: () => value('person', `${first} ${last}`),
      email: () => value('email', email(first, last)),
      phone: () => value('phone', digits(pick(PHONE_FORMS[country][forms]))),
      address: () => value('address', addressOf(own)),
      birthday: () => value('date-of-birth', written(birth, country)),
      iban: () =>
        value(
          'iban',
          iban(random)
            .toUpperCase()
            .replace(/[ -]/g, '')
            .replace(/.{4}(?=.)/g, '$& '),
        ),
      card: () => value('payment-card', cardNumber()),
      handle: () => value('social-handle', `@${asciiWord(first)}_${asciiWord(last)}`.replace(/[^@\w]/g, '')),
      document: {
        country: COUNTRIES[country].code.padEnd(3, '<'),
        nationality: COUNTRIES[country].code.padEnd(3, '<'),
        last: latinName(last),
        first: latinName(first),
        number: lettered(digits(COUNTRIES[country].passport)),
        birth: short(birth),
        sex: sex === 'female' ? 'F' : 'M',
        expiry: short(expiry),
      },
    };
  }

  function email(first, last) {
    const [a, b] = [asciiWord(first), asciiWord(last)];
    const name = pick([
      `${a}.${b}`,
      `${a}.${b}`,
      `${a}${b}`,
      `${a[0]}.${b}`,
      `${a}_${b}`,
      `${b}.${a}`,
      `${a}-${b}`,
      a,
      `${a[0]}${b}`,
    ]);
    const address = `${name}${pick(TAGS)}@${pick(DOMAINS[forms])}`;
    return chance(0.06) ? address.toUpperCase() : address;
  }

  function cardNumber() {
    const prefix = pick(CARD_PREFIXES);
    const isAmex = prefix.startsWith('37');
    const body = prefix + digits('#'.repeat((isAmex ? 14 : 15) - prefix.length));
    return grouped(body + luhnDigit(body), isAmex ? [4, 6, 5] : [4, 4, 4, 4], ' ');
  }

  function addressOf(own) {
    const { location } = own;
    return `${location.streetAddress()}\n${location.zipCode()} ${location.city()}`;
  }

  function date(from, to) {
    return { year: between(from, to), month: between(1, 12), day: between(1, 28) };
  }

  function written({ year, month, day }, country) {
    const [dd, mm] = [String(day).padStart(2, '0'), String(month).padStart(2, '0')];
    if (country === 'US') return pick([`${mm}/${dd}/${year}`, `${day} ${MONTHS[month - 1]} ${year}`]);
    return pick([
      `${dd}.${mm}.${year}`,
      `${dd}/${mm}/${year}`,
      `${dd} ${MONTHS[month - 1].toUpperCase()} ${year}`,
      `${year}-${mm}-${dd}`,
    ]);
  }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function short({ year, month, day }) {
  return [year % 100, month, day].map((number) => String(number).padStart(2, '0')).join('');
}
