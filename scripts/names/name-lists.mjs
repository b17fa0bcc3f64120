// First names, surnames and places of many languages: from @faker-js/faker (MIT) and the 1990 US census (public domain), with
// Georgian and Cyrillic names in Latin letters too. For the tables of the model and for invented names in training sentences.
import { readFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';

/** Locales that are jokes or whose lists are no names. */
const LEFT_OUT = new Set(['en_AU_ocker', 'en_BORK', 'base', 'eo']);
const CENSUS = new URL('data/census-names.txt', import.meta.url);
/** Usual Georgian first names that faker's list lacks, own selection. */
const GEORGIAN_FIRST =
  `აბესალომ ადამ აგრაფინა ალიკა ამალია ანამარია ანდრო ანდრია ანი ანასტასია ანკა არტემ ასმათ ბარბალე ბესარიონ ბექა ბონდო გაბრიელ გაიანე გელა გვანცა
  გიული გივი გოჩა გოდერძი გრიგოლ გურამ გულნარა გურანდა დავით დათა დათო დათუნა დალი დემეტრე დიანა დიმიტრი დომენტი დოდო ეკა ეკატერინე ელდარ ელენე ელისო ელზა ელგუჯა ემზარ
  ერეკლე ესმა ეთერ ეთერი ევა ვალერი ვანო ვანიკო ვასილ ვახო ვაჟა ვერიკო ვიოლა ზაზა ზაირა ზაქარია ზვიად ზინა ზურა ზურაბ ზურიკო თათია თათული თამაზ თამთა თამილა თამუნა თამარ თეა
  თეიმურაზ თეკლა თენგიზ თეო თეონა თინა თინათინ თორნიკე თსოტნე ია იაგო იამზე იზა იზოლდა ილია ილო იმედა ინგა ინეზა იოსებ იოანე ირაკლი ირინა ირინე ირმა კახა კახაბერ კესო კობა
  კოტე კონსტანტინე ლადო ლალი ლამზირა ლანა ლაშა ლელა ლევან ლეილა ლექსო ლია ლიზა ლიანა ლიკა ლილი ლუიზა ლუკა მაგდა მაია მაკა მაკო მალხაზ მამია მამუკა მანანა მარინა მარინე მართა
  მარი მარიამ მარიკა მედეა მერაბ მერი მზევინარ მზექალა მზია მირანდა მირიან მიშა მიხეილ ნადია ნაზი ნაზიბროლა ნანა ნანი ნანუკა ნანული ნარგიზა ნატა ნატალია ნატო ნელი ნესტან ნია ნიკა
  ნიკო ნიკოლოზ ნინა ნინი ნინო ნინუცა ნოდარ ნოე ნონა ნუგზარ ნუკრი ნუნუ ნუცა ოთარ ოლიკო ომარ ოტია პაატა პავლე პეტრე რამაზ რატი რევაზ რეზო რომან რობერტ როინ რუსუდან საბა სალომე
  სანდრო სერგო სესილი სიმონ სოსო სოფია სოფიკო სოფიო სოფო სულხან ტარიელ ტატო ფატი ფატიმა ფიქრია ქეთევან ქეთი ქეთინო ქეთო ქრისტინე ქრისტი შალვა შორენა შოთა შუშანა ციალა ციცი ციცინო
  ცისანა ცოტნე ცირა ძიძია წოწო ხათუნა ხატია ხვიჩა ხათო ჯაბა ჯანო ჯემალ ჯონდო ჯონი ჯუმბერ ჯულია`.split(/\s+/);
/** Romanisation of Georgian, national system of 2002. */
const GEORGIAN = Object.fromEntries(
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h'
    .split(' ')
    .map((part, index, all) => [part, all[index + 1]])
    .filter((_, index) => index % 2 === 0),
);
/** Romanisation of Russian as in passports (ICAO Doc 9303), without its exceptions. */
const CYRILLIC = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g'
    .split(' ')
    .map((part, index, all) => [part, all[index + 1] === '-' ? '' : all[index + 1]])
    .filter((_, index) => index % 2 === 0),
);

/** All strings of a list of faker: a plain one, one by sex, or one with weights. */
export function entriesOf(list) {
  if (list === null || list === undefined) return [];
  if (Array.isArray(list))
    return list
      .map((entry) => (typeof entry === 'string' ? entry : (entry?.value ?? entry?.name)))
      .filter((entry) => typeof entry === 'string');
  return Object.values(list).flatMap(entriesOf);
}

function romanised(name, letters) {
  const latin = [...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

const unique = (list) => [...new Set(list)];
const isName = (name) => /^\p{L}[\p{L}\p{M}'’ -]*$/u.test(name) && name.length > 1;

/** By locale: `{ first, last, female, male, femaleLast, maleLast, cities, countries, states, streets }`. */
export function fakerLists() {
  const lists = {};
  for (const [locale, { person = {}, location = {} }] of Object.entries(allLocales)) {
    if (LEFT_OUT.has(locale)) continue;
    const names = (list) =>
      unique(
        entriesOf(list)
          .map((name) => name.trim())
          .filter(isName),
      );
    lists[locale] = {
      first: names(person.first_name),
      last: names(person.last_name),
      cities: names(location.city_name),
      countries: names(location.country),
      states: names(location.state),
      streets: names(location.street_name),
    };
  }
  lists.ka_GE.first = unique([...lists.ka_GE.first, ...GEORGIAN_FIRST]);
  lists.ka_latin = romanisedList(lists.ka_GE, GEORGIAN);
  lists.ru_latin = romanisedList(lists.ru, CYRILLIC);
  lists.uk_latin = romanisedList(lists.uk, CYRILLIC);
  return lists;
}

function romanisedList({ first, last, cities }, letters) {
  const all = (list) => list.map((name) => romanised(name, letters));
  return { first: all(first), last: all(last), cities: all(cities), countries: [], states: [], streets: [] };
}

/** The census's names as written in text, `{ first, last }` with lists of `{ name, isCommon }`. */
export function readCensus() {
  const census = { first: [], last: [] };
  let heading = '';
  for (const line of readFileSync(CENSUS, 'utf8').trimEnd().split('\n')) {
    if (line.startsWith('#')) heading = line;
    else
      census[heading.startsWith('# last') ? 'last' : 'first'].push(
        ...line.split(' ').map((name) => ({ name, isCommon: heading.endsWith('common') })),
      );
  }
  return census;
}

const FIRST = [1, 2];
const LAST = [4, 8];
const PLACE = 16;

/** Bits for each word in lower case, as `NAME_BITS` has them: a `Map` in a fixed order. */
export function nameBits(lists, { first, last }) {
  const bits = new Map();
  const set = (name, mask, level) => {
    for (const word of name.toLowerCase().split(/[\s-]+/)) {
      if (word.length < 2) continue;
      for (const form of unique([word, word.normalize('NFD').replace(/\p{M}/gu, '')])) {
        const old = bits.get(form) ?? 0;
        const kept = old & ~mask;
        bits.set(form, kept | Math.max(old & mask, level));
      }
    }
  };
  for (const { name, isCommon } of first) set(name, 3, FIRST[isCommon ? 1 : 0]);
  for (const { name, isCommon } of last) set(name, 12, LAST[isCommon ? 1 : 0]);
  for (const list of Object.values(lists)) {
    for (const name of list.first) set(name, 3, FIRST[1]);
    for (const name of list.last) set(name, 12, LAST[1]);
    for (const name of [...list.cities, ...list.countries, ...list.states]) set(name, PLACE, PLACE);
  }
  return bits;
}
