// Machine-readable zones with right check digits: ICAO Doc 9303 part 4 (TD3), part 5 (TD1), part 6 (TD2).
// https://www.icao.int/publications/doc-series/doc-9303

const WEIGHTS = [7, 3, 1];

/** `holder`: `{ country, nationality, last, first, number, birth, sex, expiry }`, dates as YYMMDD, names in Latin letters. */
export function passportZone(holder, optional = '') {
  const { country, nationality, number, birth, sex, expiry } = holder;
  const personal = filled(optional, 14);
  const parts = [checked(filled(number, 9)), checked(birth), checked(expiry), checked(personal)];
  const [document, born, expires, own] = parts;
  return [
    filled(`P<${country}${names(holder)}`, 44),
    `${document}${nationality}${born}${sex}${expires}${own}${checkDigit(`${document}${born}${expires}${own}`)}`,
  ];
}

export function cardZoneOfThreeLines(holder, letters = 'ID') {
  const { country, nationality, number, birth, sex, expiry } = holder;
  const first = filled(`${filled(letters, 2)}${country}${checked(filled(number, 9))}`, 30);
  const second = `${checked(birth)}${sex}${checked(expiry)}${nationality}${filled('', 11)}`;
  const over = checkDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18));
  return [first, second + over, filled(names(holder), 30)];
}

export function cardZoneOfTwoLines(holder, letters = 'I') {
  const { country, nationality, number, birth, sex, expiry } = holder;
  const [document, born, expires, optional] = [
    checked(filled(number, 9)),
    checked(birth),
    checked(expiry),
    filled('', 7),
  ];
  return [
    filled(`${filled(letters, 2)}${country}${names(holder)}`, 36),
    `${document}${nationality}${born}${sex}${expires}${optional}${checkDigit(`${document}${born}${expires}${optional}`)}`,
  ];
}

function names({ last, first }) {
  return `${plain(last)}<<${plain(first)}`;
}

function plain(name) {
  return name
    .toUpperCase()
    .replace(/['.]/g, '')
    .replace(/[^A-Z]+/g, '<');
}

function filled(text, length) {
  return text.slice(0, length).padEnd(length, '<');
}

function checked(field) {
  return field + checkDigit(field);
}

function checkDigit(field) {
  const worth = (sign) => (sign === '<' ? 0 : Number.parseInt(sign, 36));
  return String([...field].reduce((sum, sign, at) => sum + worth(sign) * WEIGHTS[at % 3], 0) % 10);
}
