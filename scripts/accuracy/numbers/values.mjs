// Invented values of each type, made by the types' own rules: check digits are valid, nothing is anybody's on purpose.
// Every maker takes `random: () => number` in [0, 1) and nothing else that varies.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const pick = (random, list) => list[Math.floor(random() * list.length)];
export const between = (random, from, to) => from + Math.floor(random() * (to - from + 1));
const digits = (random, count) => Array.from({ length: count }, () => between(random, 0, 9)).join('');
const letters = (random, count, from = LETTERS) => Array.from({ length: count }, () => pick(random, from)).join('');
const padded = (number, length = 2) => String(number).padStart(length, '0');

/** Prefix and length of cards that are found alone, and of those that need a word. Source: ISO/IEC 7812 and the networks. */
const CARDS = [
  ['4', 16],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2600', 16],
  ['34', 15],
  ['37', 15],
  ['6011', 16],
  ['65', 16],
  ['36', 14],
  ['305', 14],
  ['3530', 16],
  ['3588', 16],
  ['62', 16],
  ['2200', 16],
  ['2204', 16],
  ['9792', 16],
  ['508', 16],
  ['5067', 16],
  ['4', 13],
  ['4', 19],
  ['5018', 12],
  ['6304', 13],
  ['6759', 16],
  ['5893', 18],
  ['62', 19],
];
const GROUPS = { 16: [4, 4, 4, 4], 15: [4, 6, 5], 14: [4, 6, 4], 19: [4, 4, 4, 4, 3], 12: [4, 4, 4] };

export function paymentCard(random) {
  const [prefix, length] = pick(random, CARDS);
  const body = prefix + digits(random, length - 1 - prefix.length);
  const number = body + luhnDigit(body);
  const groups = GROUPS[length];
  return groups === undefined || random() < 0.5 ? number : grouped(number, groups, pick(random, [' ', ' ', '-']));
}

/** Of an issuer with few look-alikes, whose number stands without a word. */
export function bareCard(random) {
  const body = pick(random, ['4', '5', '2200']) + digits(random, 15);
  const number = body.startsWith('5') ? `5${between(random, 1, 5)}${body.slice(2, 15)}` : body.slice(0, 15);
  return grouped(number + luhnDigit(number), GROUPS[16], pick(random, ['', ' ', '-']));
}

export function luhnDigit(body) {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export function grouped(number, groups, separator) {
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, length) => sum + length, 0));
  return groups.map((length, at) => number.slice(starts[at], starts[at] + length)).join(separator);
}

/** Source: SWIFT IBAN Registry. */
const IBANS =
  'AE:n19 AT:n16 AZ:a4c20 BE:n12 BG:a4n14 CH:n17 CY:n24 CZ:n20 DE:n18 DK:n14 EE:n16 ES:n20 FI:n14 FR:n23 GB:a4n14 GE:a2n16 GR:n23 HR:n17 HU:n24 IE:a4n14 IL:n19 IT:a1n22 KZ:n3c13 LT:n16 LU:n16 LV:a4c13 MD:a2n18 MT:a4n23 NL:a4n10 NO:n11 PL:n24 PT:n21 RO:a4n16 RS:n18 SA:n20 SE:n20 SI:n15 SK:n20 TR:n22 UA:n25'
    .split(' ')
    .map((entry) => entry.split(':'));

export function iban(random) {
  const [country, form] = pick(random, IBANS);
  const bban = form.replace(/([nac])(\d+)/g, (_, kind, count) =>
    kind === 'n'
      ? digits(random, Number(count))
      : letters(random, Number(count), kind === 'a' ? LETTERS : `${LETTERS}0123456789`),
  );
  const check = padded(98 - remainder(`${bban}${country}00`));
  const value = `${country}${check}${bban}`;
  const written = random() < 0.5 ? value : value.replace(/.{4}(?=.)/g, `$&${pick(random, [' ', ' ', ' ', '-'])}`);
  return random() < 0.1 ? written.toLowerCase() : written;
}

function remainder(places) {
  return [...places].reduce((rest, place) => {
    const value = Number.parseInt(place, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

export function ipAddress(random) {
  return random() < 0.6 ? ipv4(random) : ipv6(random);
}

export function ipv4(random) {
  return [between(random, 11, 223), between(random, 0, 255), between(random, 0, 255), between(random, 30, 254)]
    .join('.')
    .replace(/^127/, '128');
}

export function ipv6(random) {
  const group = () => between(random, 0, 0xffff).toString(16);
  const prefix = pick(random, ['2001:db8', '2a02:6b8', 'fd12:3456', 'fe80:0', '2600:1f18']);
  const whole = `${prefix}:${Array.from({ length: 6 }, group).join(':')}`;
  const forms = [
    whole,
    whole.toUpperCase(),
    whole
      .split(':')
      .map((part) => part.padStart(4, '0'))
      .join(':'),
    `${prefix}::${group()}`,
    `${prefix}::${group()}:${group()}`,
    `${prefix}:${group()}::${group()}:${group()}:${group()}`,
    `fe80::${group()}:${group()}ff:fe${between(random, 16, 255).toString(16)}:${group()}%eth0`.replace(
      /:([\da-f]{1,4})ff:/,
      ':1ff:',
    ),
    `::ffff:${ipv4(random)}`,
    `64:ff9b::${ipv4(random)}`,
  ];
  return pick(random, forms);
}

const MONTHS = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  ka: 'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი',
};

/** A date as people of the language write it. */
export function date(random, language) {
  const [year, month, day] = [between(random, 1930, 2015), between(random, 1, 12), between(random, 1, 28)];
  const name = MONTHS[language].split(' ')[month - 1];
  const [dd, mm, yy] = [padded(day), padded(month), padded(year % 100)];
  const forms = {
    en: [
      `${day} ${name} ${year}`,
      `${name} ${day}, ${year}`,
      `${month}/${day}/${year}`,
      `${dd}/${mm}/${yy}`,
      `${year}-${mm}-${dd}`,
      `${day} ${name.slice(0, 3)} ${year}`,
      `${name} ${day}th, ${year}`,
      `${dd}-${name.slice(0, 3)}-${year}`,
    ],
    de: [
      `${day}. ${name} ${year}`,
      `${dd}.${mm}.${year}`,
      `${day}.${month}.${year}`,
      `${dd}.${mm}.${yy}`,
      `${dd}. ${mm}. ${year}`,
    ],
    fr: [
      `${day === 1 ? '1er' : day} ${name} ${year}`,
      `${dd}/${mm}/${year}`,
      `${dd}-${mm}-${year}`,
      `${dd}/${mm}/${yy}`,
    ],
    es: [
      `${day} de ${name} de ${year}`,
      `${dd}/${mm}/${year}`,
      `${day}-${month}-${year}`,
      `${day} de ${name} del ${year}`,
    ],
    ru: [`${day} ${name} ${year}`, `${dd}.${mm}.${year}`, `${dd}.${mm}.${yy}`, `${year}-${mm}-${dd}`],
    ka: [`${day} ${name} ${year}`, `${dd}.${mm}.${year}`, `${dd}/${mm}/${year}`, `${year} წლის ${day} ${name}`],
  };
  return pick(random, forms[language]);
}

const FIRST =
  'anna nino lukas marta ivan sofia pavel lea jonas elene tom carla olga dato emil irina noah giorgi lucia max'.split(
    ' ',
  );
const LAST = 'kvist berger lomidze orlova marin costa weiss duval petrov nadal king frost meier lopez beridze'.split(
  ' ',
);

/** A name of an account: always with a form that no word has. */
export function accountName(random) {
  const [first, last, number] = [pick(random, FIRST), pick(random, LAST), between(random, 1, 1999)];
  return pick(random, [
    `${first}_${last}`,
    `${first}.${last}`,
    `${first}${last}${number}`,
    `${first}_${number}`,
    `${last}.${first}${between(random, 1, 99)}`,
    `_${first}.${last}`,
    `${first}${last[0]}_${last}`,
  ]);
}

export function profileUrl(random) {
  const name = accountName(random).replace(/^_/, '');
  const plain = name.replace(/[._]/g, '');
  return pick(random, [
    `https://www.instagram.com/${name}`,
    `instagram.com/${name}`,
    `https://x.com/${plain}`,
    `https://twitter.com/${plain}`,
    `https://www.facebook.com/${name.replaceAll('_', '.')}`,
    `https://t.me/${plain}`,
    `t.me/${plain}`,
    `https://www.linkedin.com/in/${plain}-${between(random, 100, 999)}`,
    `https://www.tiktok.com/@${name}`,
    `https://vk.com/${plain}`,
    `https://ok.ru/profile/5${digits(random, 11)}`,
    `https://github.com/${plain}`,
    `https://www.youtube.com/@${plain}`,
    `https://www.threads.net/@${name}`,
    `https://bsky.app/profile/${plain}.bsky.social`,
    `https://www.snapchat.com/add/${plain.slice(0, 14)}`,
  ]);
}

const UK = 'ABCDEFGHJKLMNPRSTUVWXY';
const ES = 'BCDFGHJKLMNPRSTVWXYZ';
const RU = 'АВЕКМНОРСТУХ';

/** A plate as the country of the language has it. */
export function plate(random, language) {
  const en = [
    `${letters(random, 2, UK)}${between(random, 10, 74)} ${letters(random, 3, UK)}`,
    `${letters(random, 2, UK)}${between(random, 10, 74)}${letters(random, 3, UK)}`,
    `${letters(random, 3)} ${digits(random, 4)}`,
    `${between(random, 1, 9)}${letters(random, 3)}${digits(random, 3)}`,
    `${letters(random, 3)}-${digits(random, 4)}`,
  ];
  const de = [
    `${pick(random, ['B', 'M', 'HH', 'K', 'DA', 'FR', 'ERB'])}-${letters(random, 2)} ${between(random, 1, 9999)}`,
    `${pick(random, ['B', 'M', 'HH'])} ${letters(random, 1)} ${between(random, 10, 999)}`,
    `W-${between(random, 1000, 99999)} ${letters(random, 1)}`,
    `ZH ${between(random, 1000, 999999)}`,
  ];
  const fr = [
    `${letters(random, 2, UK)}-${digits(random, 3)}-${letters(random, 2, UK)}`,
    `${letters(random, 2, UK)} ${digits(random, 3)} ${letters(random, 2, UK)}`,
    `${between(random, 100, 9999)} ${letters(random, 2)} ${between(random, 10, 95)}`,
  ];
  const es = [
    `${between(random, 2100, 9999)} ${letters(random, 3, ES)}`,
    `${between(random, 2100, 9999)}${letters(random, 3, ES)}`,
    `${between(random, 2100, 9999)}-${letters(random, 3, ES)}`,
  ];
  const ru = [
    `${letters(random, 1, RU)}${digits(random, 3)}${letters(random, 2, RU)}${pick(random, ['77', '199', '78', '50'])}`,
    `${letters(random, 1, RU)} ${digits(random, 3)} ${letters(random, 2, RU)} ${pick(random, ['77', '178'])}`,
    `${letters(random, 1, RU)}${digits(random, 3)}${letters(random, 2, RU)}78`.toLowerCase(),
  ];
  const ka = [
    `${letters(random, 2)}-${digits(random, 3)}-${letters(random, 2)}`,
    `${letters(random, 2)}${digits(random, 3)}${letters(random, 2)}`,
    `${letters(random, 3)}-${digits(random, 3)}`,
  ];
  return pick(random, { en, de, fr, es, ru, ka }[language]);
}

/** Sentences with what looks like a number of somebody and is none; no language matters to them. */
export function lookAlike(random) {
  const hex = (count) => Array.from({ length: count }, () => between(random, 0, 15).toString(16)).join('');
  return pick(random, [
    `Order no. ${digits(random, 10)}-${digits(random, 4)}`,
    `Order ${digits(random, 16)}`,
    `Tracking 1Z${letters(random, 3)}${digits(random, 13)}`,
    `ISBN 978${digits(random, 10)}`,
    `EAN 40${digits(random, 11)}`,
    `Build v${between(random, 1, 30)}.${between(random, 0, 20)}.${between(random, 0, 9)}.${between(random, 0, 400)}`,
    `version ${between(random, 1, 200)}.${between(random, 0, 200)}.${between(random, 0, 90)}.${between(random, 0, 99)}`,
    `ts=17${digits(random, 11)}`,
    `${between(random, 2010, 2026)}-0${between(random, 1, 9)}-1${between(random, 0, 9)}T1${between(random, 0, 9)}:${between(random, 10, 59)}:${between(random, 10, 59)}Z`,
    `sha256:${hex(64)}`,
    `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    `call +49 30 ${digits(random, 7)}`,
    `+1 (212) 555-01${digits(random, 2)}`,
    `mac 00:1a:${hex(2)}:${hex(2)}:${hex(2)}:${hex(2)}`,
    `${between(random, 10, 23)}:${between(random, 10, 59)}:${between(random, 10, 59)}`,
    `npm i @scope/pkg@${between(random, 1, 9)}.2.0`,
    `anna@example.com`,
    `price 1.${digits(random, 3)},${digits(random, 2)} EUR`,
    `8k, 35mm, f/1.8, seed ${digits(random, 10)}`,
    `lat 41.${digits(random, 6)}, lon 44.${digits(random, 6)}`,
    `Invoice ${between(random, 2010, 2026)}-${digits(random, 5)} of 12.03.${between(random, 2010, 2025)}`,
    `std::vector<int> a; b::c()`,
    `@media print { a { color: red } }`,
    `Updated: 0${between(random, 1, 9)}/1${between(random, 0, 9)}/20${between(random, 10, 25)}`,
    `SKU ${letters(random, 2)}-${digits(random, 3)}-${letters(random, 2)}`,
    `Flight ${letters(random, 2)} ${digits(random, 4)}`,
    `IMEI 35${digits(random, 13)}`,
    `section ${between(random, 1, 9)}.${between(random, 1, 9)}.${between(random, 1, 9)}.${between(random, 1, 9)}`,
  ]);
}
