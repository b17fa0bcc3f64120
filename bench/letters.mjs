// Letters, chats and notes as people write them, with invented names and contacts in some of them. Seeded: always the same.
import { base, de, en, es, Faker, fr, ka_GE, ru } from '@faker-js/faker';

const LOCALES = { en, de, es, fr, ru, ka: ka_GE };

const PLAIN = {
  en: [
    'The new kettle boils in two minutes, but the handle gets warm after the third cup, so I keep a towel beside it.',
    'Please write three headlines for a small bakery that opens at seven and sells rye bread, rolls and plum cake.',
    'A quiet harbour at dawn, fishing boats, soft light, 35 mm, shallow depth of field, muted colours, film grain.',
    'The meeting moved to Thursday because the room on the second floor is still being painted, which nobody minds.',
    'Version 4.2 of the app loads faster, but the export still fails when a table has more than 200 rows in it.',
    'We sold 1,240 tickets last year at 18.50 each, and the hall was full on nine evenings out of twelve.',
    'Make the background lighter, move the logo to the left corner and use the same green as on the packaging.',
  ],
  de: [
    'Der neue Prospekt soll schlicht sein, mit viel Weiß, einer klaren Schrift und höchstens drei Farben je Seite.',
    'Wir öffnen um acht, mittags gibt es Suppe und Brot, und am Sonntag bleibt der Laden geschlossen.',
  ],
  es: ['La tienda abre a las nueve y cierra a las dos; por la tarde solo atendemos con cita previa y sin prisa.'],
  fr: ['Le nouveau catalogue doit rester sobre, avec de grandes photos, peu de texte et une seule couleur vive.'],
  ru: ['Новый каталог должен быть простым: крупные фотографии, короткие подписи и не больше трёх цветов на странице.'],
  ka: ['ახალი კატალოგი უნდა იყოს მარტივი: დიდი ფოტოები, მოკლე წარწერები და არაუმეტეს სამი ფერისა გვერდზე.'],
};

/** Sentences of many words, so that nothing can be remembered from one letter to the next. */
const OTHER = [
  (f) => f.lorem.sentence({ min: 8, max: 20 }),
  (f) => f.commerce.productDescription(),
  (f) => `${f.hacker.phrase()} ${f.company.catchPhrase()}.`,
];

const PERSONAL = {
  en: [
    (f) =>
      `My neighbour ${f.person.fullName()} asked me to call ${f.phone.number({ style: 'international' })} before six.`,
    (f) =>
      `Send the invoice to ${f.internet.email()} and a copy to ${f.location.streetAddress()}, ${f.location.city()}.`,
    (f) => `${f.person.firstName()} paid with ${f.finance.creditCardNumber()} and wants the receipt by mail.`,
  ],
  de: [(f) => `Frau ${f.person.lastName()} ist unter ${f.phone.number({ style: 'international' })} zu erreichen.`],
  es: [(f) => `El correo de ${f.person.fullName()} es ${f.internet.email()}, escríbele antes del viernes.`],
  fr: [(f) => `Madame ${f.person.lastName()} habite ${f.location.streetAddress()} et répond au ${f.phone.number()}.`],
  ru: [(f) => `Позвоните ${f.person.firstName()} по номеру ${f.phone.number()} завтра утром, пожалуйста.`],
  ka: [(f) => `ჩემი მეზობელი ${f.person.fullName()} გელოდებათ, ტელეფონი ${f.phone.number()}.`],
};

/** `count` letters of about 1 KB each; English is as frequent as all others together. Every third sentence holds something `personal`, or none. */
export function letters(count, personal) {
  const fakers = Object.fromEntries(
    Object.entries(LOCALES).map(([language, locale], index) => {
      const faker = new Faker({ locale: [locale, en, base], seed: 7 + index });
      return [language, faker];
    }),
  );
  const languages = Object.keys(LOCALES);
  return Array.from({ length: count }, (_, index) => {
    const language = index % 2 === 0 ? 'en' : languages[((index - 1) / 2) % languages.length];
    const faker = fakers[language];
    const sentences = [];
    for (let length = 0, at = 0; length < 1000; at++) {
      const isPersonal = personal && at % 3 === 2;
      const sentence = faker.helpers.arrayElement(isPersonal ? PERSONAL[language] : [...OTHER, ...PLAIN[language]]);
      sentences.push(typeof sentence === 'string' ? sentence : sentence(faker));
      length += Buffer.byteLength(sentences.at(-1)) + 1;
    }
    return sentences.join(' ');
  });
}
