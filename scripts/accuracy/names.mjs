// Precision and recall for names of people at both tiers, on data of our own: `node scripts/accuracy/names.mjs`, after a build.
// Georgian and Russian sentences written for measuring, the detector's fixtures, and documents with names of many locales of @faker-js/faker;
// their sentences are not those of training, their names are partly on the model's lists (shares are printed).
import { readFileSync } from 'node:fs';
import { allFakers } from '@faker-js/faker';
import { person } from '../../dist/detectors/person.js';
import { measure, row } from '../names/measure.mjs';
import { fakerLists } from '../names/name-lists.mjs';

const TIERS = { likely: 0.6, possible: 0.4 };
const DOCUMENTS = 60;
const SEED = 20261124;
const LOCALES = 'en en_IN en_NG de fr es it pt_BR nl pl sv tr cs_CZ hu ro hr vi id_ID ru uk ka_GE el'.split(' ');

/** `[…]` marks a name; `{city}`, `{company}` and `{date}` are filled and are no names. */
const LATIN = [
  'Minutes, {date}. Present: [name], [name], [name]. [first] takes over the budget; everything else as before.',
  'Returned parcel. Sender: [name], {city}. Reason: the bell of [last] does not work.',
  'yesterday [first] lost the keys again, so [first] had to wait two hours in the rain',
  'Tenancy agreement between {company} and [name], beginning {date}.',
  'Invoice 4051\nBill to\n[name]\n{city}\nDue {date}\nTotal 84.20',
  'The jury gave the second prize to [name] for a bridge made of paper.',
  '[last] objected at once. The chair asked [last] to wait.',
  'Draft a reference for [name], who was an intern at {company} until {date}.',
  'Could you crop [first] out of the last three pictures? The rest is fine.',
  'emergency contact [name] sister, second contact [name] uncle',
  'Ticket 88: login fails after the update. Opened by [name], assigned to [name].',
  'Our accountant Ms [last] is away until {date}; Mr [last] stands in for her.',
];
const OTHER = {
  ru: [
    'Протокол собрания, {date}. Секретарь: [name].',
    'Посылку вернули, отправитель [name] не ответил.',
    'Вчера приходила [name], просила ключи.',
  ],
  uk: ['Протокол зборів, {date}. Секретар: [name].', 'Учора телефонувала [name], просила ключі.'],
  ka_GE: ['კრების ოქმი, {date}. მდივანი: [name].', 'გუშინ დარეკა [name] და გასაღები ითხოვა.'],
  el: ['Πρακτικά, {date}. Γραμματέας: [name].', 'Χθες τηλεφώνησε [name] και ζήτησε τα κλειδιά.'],
};
const NAMELESS = [
  'Minutes, {date}. Nobody was absent. The budget of {company} was approved, the next meeting is in {city}.',
  'Returned parcel from {city}. Reason: Address unknown. Please Check The Label Before Shipping.',
  'Invoice 4051 of {company}\nDue {date}\nTotal 84.20\nThank You For Your Order',
  'Ticket 88: Login fails after the update. Priority High, Component Payments, Fixed In Release Candidate Two.',
  'A lighthouse in the fog near {city}, Wide Shot, Muted Colours, Film Grain',
  'Summer Sale: Linen Shirts, Wool Socks, Rain Coats. Visit {company} in {city} until {date}.',
];

const lists = fakerLists();
const listed = new Set(Object.values(lists).flatMap(({ first, last }) => [...first, ...last]));
const read = (path) => JSON.parse(readFileSync(new URL(`../../test/fixtures/${path}`, import.meta.url), 'utf8'));

for (const [language, { named, nameless }] of Object.entries(read('names/carriers.json')))
  report(language, named.map(resultOf), nameless);
reportFixtures();
const documents = LOCALES.flatMap(documentsOf);
report('documents', documents.map(resultOf), namelessDocuments());

function report(name, results, nameless) {
  const words = results.flatMap(({ text, gold }) =>
    gold.flatMap(({ start, end }) => text.slice(start, end).split(' ')),
  );
  const share = (100 * words.filter((word) => listed.has(word)).length) / words.length;
  console.log(`${name}: ${share.toFixed(0)} % of ${words.length} words of names are on lists as they stand`);
  for (const [tier, threshold] of Object.entries(TIERS)) {
    const marked = nameless.filter((text) => person.detect(text).some(({ score }) => score >= threshold)).length;
    console.log(`  ${row(tier, measure(results, threshold))}, nameless marked ${marked} of ${nameless.length}`);
  }
}

function reportFixtures() {
  const hits = read('person/hit.json');
  const misses = read('person/miss.json');
  const isFound = ({ text, start, end }) =>
    person.detect(text).some((one) => one.score >= TIERS.possible && one.start < end && start < one.end);
  const texts = misses.map((one) => (typeof one === 'string' ? one : one.text));
  const found = hits.filter((one) =>
    one.start === undefined ? person.detect(one.text ?? one).length > 0 : isFound(one),
  );
  const marked = texts.filter((text) => person.detect(text).some(({ score }) => score >= TIERS.possible));
  console.log(`fixtures: ${found.length} of ${hits.length} found, ${marked.length} of ${texts.length} nameless marked`);
}

/** Sentences with names of the locale, marked. */
function documentsOf(locale) {
  const faker = allFakers[locale];
  faker.seed(SEED);
  const templates = OTHER[locale] ?? LATIN;
  return Array.from({ length: DOCUMENTS }, (_, index) => {
    const template = templates[index % templates.length];
    const named = template.replace(/\[(name|first|last)\]/g, (_all, slot) => `[${nameOf(faker, slot)}]`);
    return filled(named, faker);
  });
}

function nameOf({ person: names }, slot) {
  const sex = 'female';
  if (slot === 'first') return names.firstName(sex);
  return slot === 'last' ? names.lastName(sex) : `${names.firstName(sex)} ${names.lastName(sex)}`;
}

function namelessDocuments() {
  const faker = allFakers.en;
  faker.seed(SEED);
  return Array.from({ length: DOCUMENTS * NAMELESS.length }, (_, index) =>
    filled(NAMELESS[index % NAMELESS.length], faker),
  );
}

/** Firms have no people's names here. */
function filled(text, faker) {
  const date = `${faker.number.int({ min: 1, max: 28 })}.${faker.number.int({ min: 1, max: 12 })}.2025`;
  return text
    .replaceAll('{date}', date)
    .replaceAll('{city}', () => allFakers.en.location.city())
    .replaceAll('{company}', () => `${allFakers.en.word.adjective()} ${allFakers.en.commerce.product()} Ltd`);
}

function resultOf(marked) {
  let text = '';
  const gold = [];
  for (const [index, part] of marked.split(/[[\]]/).entries()) {
    if (index % 2 === 1) gold.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, gold, found: person.detect(text) };
}
