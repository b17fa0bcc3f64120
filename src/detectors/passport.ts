/**
 * Finds passports and identity cards by their machine-readable zone (see `passport/mrz.ts`), and passport numbers by a country's
 * way of writing them beside a word for passports, in some twenty languages. A passport's or visa's zone is a `passport`, a card's
 * a `national-id`.
 *
 * Misses: numbers that no word names, zones with more than one wrong check digit, with blanks inside a line or in lower case, the
 * French identity card given out until 2021 (its zone is not of ICAO's layout).
 */
import { type ContextWords, contextOf, wordTest } from './context-words.ts';
import { namesLookAlike } from './document-numbers/look-alike-words.ts';
import { indexPictures } from './document-numbers/pictures.ts';
import { type Place, seriesAndNumbers } from './document-numbers/series-and-number.ts';
import { type WrittenNumber, writtenNumbers } from './document-numbers/written-numbers.ts';
import { isOneDigit } from './national-id/check-digits.ts';
import { type MachineReadableZone, machineReadableZones } from './passport/mrz.ts';
import { isPassportForm, PASSPORT_FORMS } from './passport/passport-forms.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import type { TextDetection, TextDetector } from './text-detector.ts';
import { type Weighed, weigh } from './weigh.ts';

const WEIGHT = {
  zone: { base: 0.7, checksum: 0.29, wrongChecksum: -0.19 },
  number: { base: 0.15, letters: 0.1, word: 0.65, lowerCase: -0.1, besideDigits: -0.15 },
  series: { base: 0.3, word: 0.6 },
};
/** With fewer digits among its letters it is rather a word. */
const MIN_DIGITS = 5;
/** 20270115 and 15.01.2027 without its dots: an eight-digit date is rather that. */
const DATE = /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/;

const namesPassport = wordTest(
  'passno passnr passnummer rejsepas reisepaß pașaport útlevél cestovní pasu διαβατήριο διαβατηρίου ihpassi passi passinumero',
  `passport passeport pasaporte passaport paspoort reisepass rejsepas pasport paszport pasaport passeport passinumero
  паспорт загранпаспорт закордонн პასპორტ паспарт`,
);
const WITHIN: readonly string[] = ['护照', '護照', 'パスポート', '旅券', '여권'];
/** What is said of a passport besides its number. */
const namesAnother = wordTest(
  `office expires expired expiry expiration valid until issued issue birth born dob size photo photos fee fees application
  visa licence license gültig ausgestellt geboren expire expiré délivré né caduca expedido nacido
  изделие изделия выдан выдано действителен действует родился
  რეზერვ გაცემულია`,
);
const WORDS: ContextWords = {
  for: (word) => namesPassport(word) || WITHIN.some((part) => word.includes(part)),
  against: (word) => namesAnother(word) || namesLookAlike(word),
};
const SERIES_WORDS: ContextWords = {
  for: (word) => /^сери[яиюей]/.test(word) || WORDS.for(word),
  against: WORDS.against,
};

/** The German short word means much else by itself. */
const LABEL = /(?<!\p{L})pass[- ]?(?:nr|nummer|no)[\s.:]{0,3}$/iu;
const MAX_LABEL_UNITS = 16;

const PICTURES = indexPictures(Object.values(PASSPORT_FORMS).flat());

export const passport: TextDetector = {
  id: 'passport',
  types: ['passport', 'national-id'],
  example: 'Passport no. X1234567',
  needsDigit: true,
  detect(text, context = {}) {
    const { countries, fieldName } = context;
    const found = [...machineReadableZones(text)].map(fromZone);
    if (countries?.includes('RU') ?? true) {
      for (const place of seriesAndNumbers(text)) found.push(...fromSeries(text, place, fieldName));
    }
    for (const number of writtenNumbers(text, PICTURES)) {
      if (isPassportNumber(number, countries)) found.push(...fromNumber(text, number, fieldName));
    }
    return settleOverlaps(found);
  },
};

function fromZone({ start, end, kind, wrongChecks }: MachineReadableZone): TextDetection {
  const { base, checksum, wrongChecksum } = WEIGHT.zone;
  const weighed = weigh([
    { signal: 'base', weight: base },
    { signal: 'checksum', weight: checksum },
    { signal: 'wrong-checksum', weight: wrongChecks * wrongChecksum },
  ]);
  return { type: kind === 'card' ? 'national-id' : 'passport', detector: 'passport', start, end, ...weighed };
}

/** Without a word none is taken, of numbers neither: "order of 2024 № 123456" is written the same way. */
function fromSeries(text: string, place: Place, fieldName: string | undefined): TextDetection[] {
  if (contextOf(text, place, SERIES_WORDS, fieldName) !== 'for') return [];
  const { base, word } = WEIGHT.series;
  const steps = [
    { signal: 'base', weight: base },
    { signal: 'word-for', weight: word },
  ];
  return [detectionOf(place, weigh(steps))];
}

function fromNumber(text: string, number: WrittenNumber, fieldName: string | undefined): TextDetection[] {
  const { base, letters, word, lowerCase, besideDigits } = WEIGHT.number;
  const context = contextOf(text, number, WORDS, fieldName);
  const before = text.slice(Math.max(0, number.start - MAX_LABEL_UNITS), number.start);
  const isNamed = context === 'for' || (context === 'none' && LABEL.test(before));
  if (!isNamed) return [];
  const weighed = weigh([
    { signal: 'base', weight: base },
    { signal: 'form', weight: /[^\d]/.test(number.compact) ? letters : 0 },
    { signal: 'word-for', weight: word },
    { signal: 'lower-case', weight: number.hasLowerCase ? lowerCase : 0 },
    { signal: 'beside-digits', weight: number.isBesideDigits ? besideDigits : 0 },
  ]);
  return [detectionOf(number, weighed)];
}

function isPassportNumber({ compact, picture }: WrittenNumber, countries: readonly string[] | undefined): boolean {
  if (compact.replace(/\D/g, '').length < MIN_DIGITS || isOneDigit(compact) || DATE.test(compact)) return false;
  return isPassportForm(compact, picture, countries);
}

function detectionOf({ start, end }: Place, weighed: Weighed): TextDetection {
  return { type: 'passport', detector: 'passport', start, end, ...weighed };
}
