// Invented sentences with and without names, from the carriers and the lists of names; a seed makes them the same each time.
import { allLocales } from '@faker-js/faker';
import { createRandom } from '../accuracy/random.mjs';
import { CARRIERS } from './carriers.mjs';
import { inflect } from './inflect.mjs';
import { entriesOf } from './name-lists.mjs';
import { NAMELESS, SLOTS } from './nameless.mjs';

/** Which lists a language's carriers take names from; English text names people from everywhere. */
const LOCALES = {
  en: 'en en en en en_IN en_NG en_GH en_ZA en_HK de fr es es_MX it pt_BR pl nl sv tr ka_latin ka_latin ru_latin uk_latin cs_CZ hr ro hu vi id_ID fi da nb_NO sk sr_RS_latin lv zu_ZA yo_NG uz_UZ_latin az af_ZA fr_SN'.split(
    ' ',
  ),
  de: 'de de_CH de_AT tr pl en'.split(' '),
  fr: 'fr fr_BE fr_CH fr_SN en'.split(' '),
  es: 'es es_MX en'.split(' '),
  it: ['it'],
  pt: ['pt_BR', 'pt_PT'],
  nl: ['nl', 'nl_BE'],
  pl: ['pl'],
  sv: ['sv', 'nb_NO', 'da'],
  tr: ['tr', 'az'],
  ru: ['ru'],
  uk: ['uk'],
  ka: ['ka_GE'],
  ar: ['ar'],
  he: ['he'],
};
/** Share of names that are made up. */
const UNLISTED = 0.15;
const GEORGIAN_ENDINGS = 'ს ის ისთვის მა ში ზე თან ით იდან ები ების ებს ებმა ებში ებზე ებისთვის ად ის ც ამდე'.split(
  ' ',
);
const MATERIALS = 'cotton steel wood bamboo plastic leather granite rubber bronze ceramic'.split(' ');
const DISHES =
  'lasagna,Caesar salad,Pad Thai,khachapuri,apple pie,Beef Wellington,Peking duck,paella,ramen,tiramisu'.split(',');

export function createInventor(lists, census, seed) {
  const random = createRandom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const products = entriesOf(allLocales.en.commerce.product_name?.product ?? ['Chair', 'Lamp']);
  const adjectives = entriesOf(allLocales.en.commerce.product_name?.adjective ?? ['Small']);
  const legal = ['Inc', 'LLC', 'Ltd', 'Group', 'GmbH', 'Corp', 'Bank', 'Systems', 'Airlines', 'Media'];
  const sexed = (list, sex) => entriesOf(list?.[sex] ?? list?.generic ?? list);

  function nameParts(language, locale) {
    const parts = listedParts(language, locale);
    if (random() >= UNLISTED) return parts;
    return {
      ...parts,
      first: crossed(parts.first, listedParts(language, locale).first),
      last: crossed(listedParts(language, locale).last, parts.last),
    };
  }

  /** A name on no list: the first half of one and the second half of another. */
  function crossed(one, other) {
    return one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.ceil(other.length / 2)).toLowerCase();
  }

  function listedParts(language, locale) {
    const sex = random() < 0.5 ? 'female' : 'male';
    if (language === 'ru' || language === 'uk') {
      const person = allLocales[locale].person;
      return { sex, first: pick(sexed(person.first_name, sex)), last: pick(sexed(person.last_name, sex)) };
    }
    if (locale === 'en' && random() < 0.6) return { sex, first: pick(census.first).name, last: pick(census.last).name };
    const { first, last } = lists[locale];
    return {
      sex,
      first: pick(first.length > 0 ? first : lists.en.first),
      last: pick(last.length > 0 ? last : lists.en.last),
    };
  }

  function fullName(language, { first, last, sex }, grammaticalCase, locale) {
    const given = inflect(language, first, sex, 'first', grammaticalCase);
    const family = inflect(language, last, sex, 'last', grammaticalCase);
    const chance = random();
    if (language === 'ka') return `${first} ${family}`;
    if (chance < 0.06 && /^[A-Z]/.test(first)) return `${given} ${first.charAt(0)}. ${family}`;
    if (chance < 0.1) return `${given} ${nameParts(language, locale).first} ${family}`;
    if (chance < 0.13) return `${given} ${family}-${nameParts(language, locale).last}`;
    if (chance < 0.15 && language === 'en')
      return `${given} ${pick(['van', 'van der', 'de', 'de la', 'von', 'bin', 'al', 'da', 'du'])} ${family}`;
    return `${given} ${family}`;
  }

  const fillers = {
    city: () => pick(lists[pick(['en', 'en', 'de', 'fr', 'it', 'pl', 'en_IN', 'cs_CZ', 'ka_latin'])].cities),
    country: () => pick(lists.en.countries),
    state: () => pick(lists.en.states),
    street: () =>
      random() < 0.5
        ? pick(lists.en.streets)
        : `${pick(lists.en.last)} ${pick(['Street', 'Road', 'Lane', 'Ave', 'St', 'Drive'])}`,
    company: () =>
      pick([
        () => `${pick(lists.en.last)} ${pick(legal)}`,
        () => `${pick(lists.en.last)}, ${pick(lists.en.last)} and ${pick(lists.en.last)}`,
        () => `${pick(lists.en.last)} & ${pick(lists.en.last)}`,
        () => pick(SLOTS.brand),
        () => `${pick(adjectives)} ${pick(products)} ${pick(legal)}`,
      ])(),
    product: () => (random() < 0.5 ? pick(products) : `${pick(adjectives)} ${pick(products)}`),
    material: () => pick(MATERIALS),
    dish: () => pick(DISHES),
    date: () => `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/20${10 + Math.floor(random() * 15)}`,
    number: () => String(1 + Math.floor(random() * 300)),
    ...Object.fromEntries(Object.entries(SLOTS).map(([slot, list]) => [slot, () => pick(list)])),
    georgian: () => georgianForm(pick(SLOTS.georgian)),
  };

  /** A word as it is or with the ending of a case, of the plural or of a postposition. */
  function georgianForm(word) {
    return random() < 0.5 ? word : word.replace(/ი$/u, '') + pick(GEORGIAN_ENDINGS);
  }

  /** Fills a template; only slots in `named` become places of names. */
  function fill(language, template, hasNames) {
    let text = '';
    const names = [];
    let parts = nameParts(language, pick(LOCALES[language]));
    for (const [index, part] of template.split(/\{([a-zA-Z]+(?::[a-z]+)?)\}/).entries()) {
      if (index % 2 === 0) {
        text += part;
        continue;
      }
      const [slot, grammaticalCase = 'nom'] = part.split(':');
      const value = fillerOf(slot, grammaticalCase);
      if (hasNames && NAME_SLOTS.has(slot)) {
        const last = names.at(-1);
        if (last !== undefined && slot !== 'name' && /^\.? ?$/.test(text.slice(last.end)))
          last.end = text.length + value.length;
        else names.push({ start: text.length, end: text.length + value.length });
      }
      text += value;
    }
    return { text, names };

    function fillerOf(slot, grammaticalCase) {
      if (fillers[slot]) return fillers[slot]();
      const locale = pick(LOCALES[language]);
      // A surname belongs to the first name or initial before it.
      if (slot !== 'last') parts = nameParts(language, locale);
      if (slot === 'name') return fullName(language, parts, grammaticalCase, locale);
      if (slot === 'initial') return parts.first.charAt(0);
      const value = inflect(language, parts[slot], parts.sex, slot, grammaticalCase);
      if (slot === 'last') parts = nameParts(language, locale);
      return value;
    }
  }

  return {
    random,
    pick,
    carriers: (times) =>
      Object.entries(CARRIERS).flatMap(([language, templates]) =>
        templates.flatMap((template) =>
          Array.from({ length: times[language] ?? times.any }, () => ({
            ...fill(language, template, true),
            kind: language === 'en' ? 'invented' : `invented-${language}`,
          })),
        ),
      ),
    nameless: (times) =>
      NAMELESS.flatMap((template) =>
        Array.from({ length: copiesOf(template, times) }, () => ({
          ...fill(...languageOf(template), false),
          kind: 'nameless',
        })),
      ),
    /** A text with other names in place of its own, each of as many words and written in the same way. */
    withOtherNames({ text, names }) {
      let made = '';
      let from = 0;
      const places = [];
      for (const { start, end } of names) {
        made += text.slice(from, start);
        const value = anotherName(text.slice(start, end));
        places.push({ start: made.length, end: made.length + value.length });
        made += value;
        from = end;
      }
      return { text: made + text.slice(from), names: places };
    },
  };

  function anotherName(name) {
    const locale = pick(LOCALES.en);
    const parts = nameParts('en', locale);
    const single = random() < 0.5 ? parts.first : parts.last;
    const value = /\s/.test(name) ? fullName('en', parts, 'nom', locale) : single;
    if (name === name.toLowerCase()) return value.toLowerCase();
    return name.length > 3 && name === name.toUpperCase() ? value.toUpperCase() : value;
  }
}

/** Sentences without sense in a script without capitals: many, for each word has to be learned. */
function copiesOf(template, times) {
  if (template.includes('{georgian}')) return times * 5;
  return template.includes('{') ? times : Math.ceil(times / 3);
}

/** "ru: …" says in which language the slots of a nameless template are filled. */
function languageOf(template) {
  const [, language = 'en', text] = /^(?:(ru|uk|ka): )?(.*)$/s.exec(template);
  return [language, text];
}

const NAME_SLOTS = new Set(['name', 'first', 'last', 'initial']);
