// Invented texts for measuring the detectors of cards, IBANs, IP addresses, dates of birth, handles and plates: sentences in
// six languages around values that are made by the types' own rules, between look-alikes that must not be found.
import { TEMPLATES } from './numbers/templates.mjs';
import {
  accountName,
  bareCard,
  date,
  iban,
  ipAddress,
  lookAlike,
  paymentCard,
  pick,
  plate,
  profileUrl,
} from './numbers/values.mjs';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ru', 'ka'];
/** One case in so many has look-alikes only. */
const EMPTY_EVERY = 5;

/** By finding type: `(random, index) => { text, values }`; `random` gives numbers in [0, 1), `index` counts the cases. */
export const generators = {
  'payment-card': cases((random, language) =>
    random() < 0.15
      ? filled(random, 'payment-card-bare', language, bareCard(random))
      : filled(random, 'payment-card', language, paymentCard(random)),
  ),
  iban: cases((random, language) => filled(random, 'iban', language, iban(random))),
  'ip-address': cases((random, language) => filled(random, 'ip-address', language, ipAddress(random))),
  'date-of-birth': cases((random, language) => filled(random, 'date-of-birth', language, date(random, language))),
  'social-handle': cases((random, language) =>
    random() < 0.3 ? filled(random, 'social-url', language, profileUrl(random)) : handle(random, language),
  ),
  'vehicle-plate': cases((random, language) => filled(random, 'vehicle-plate', language, plate(random, language))),
};

function cases(sentence) {
  return (random, index) => {
    const before = random() < 0.3 ? `${lookAlike(random)}\n` : '';
    if (index % EMPTY_EVERY === EMPTY_EVERY - 1) return { text: `${before}${lookAlike(random)}`, values: [] };
    const { text, values } = sentence(random, LANGUAGES[index % LANGUAGES.length]);
    const behind = random() < 0.3 ? `\n${lookAlike(random)}` : '';
    return { text: `${before}${text}${behind}`, values };
  };
}

function filled(random, kind, language, value) {
  return { text: pick(random, TEMPLATES[kind][language]).replace('{}', value), values: [value] };
}

/** The value of `@{}` is the name with its sign. */
function handle(random, language) {
  const template = pick(random, TEMPLATES['social-handle'][language]);
  const name = accountName(random);
  const value = template.includes('@{}') ? `@${name}` : name;
  return { text: template.replace(/@?\{\}/, value), values: [value] };
}
