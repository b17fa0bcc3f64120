// The page of a passport or the side of an identity card with a machine-readable zone: TD3, TD1 or TD2.
import { createSheet, value } from '../sheet.mjs';
import { cardZoneOfThreeLines, cardZoneOfTwoLines, passportZone } from '../zones.mjs';

const WORDS = [
  {
    passport: 'PASSPORT',
    card: 'IDENTITY CARD',
    number: 'Passport No.',
    cardNumber: 'Document No.',
    last: 'Surname',
    first: 'Given names',
    birth: 'Date of birth',
    expiry: 'Date of expiry',
    sex: 'Sex',
  },
  {
    passport: 'REISEPASS',
    card: 'PERSONALAUSWEIS',
    number: 'Pass-Nr. / Passport No.',
    cardNumber: 'Ausweisnummer',
    last: 'Name / Surname',
    first: 'Vornamen / Given names',
    birth: 'Geburtsdatum',
    expiry: 'Gültig bis',
    sex: 'Geschlecht',
  },
  {
    passport: 'PASSEPORT',
    card: "CARTE D'IDENTITÉ",
    number: 'Passeport n° / Passport No.',
    cardNumber: 'N° du document',
    last: 'Nom / Surname',
    first: 'Prénoms / Given names',
    birth: 'Date de naissance',
    expiry: "Date d'expiration",
    sex: 'Sexe',
  },
  {
    passport: 'PASAPORTE',
    card: 'DOCUMENTO DE IDENTIDAD',
    number: 'Pasaporte N.º / Passport No.',
    cardNumber: 'Núm. documento',
    last: 'Apellidos / Surname',
    first: 'Nombre / Given names',
    birth: 'Fecha de nacimiento',
    expiry: 'Válido hasta',
    sex: 'Sexo',
  },
];
const GROUNDS = ['#e9eef2', '#f2e9e4', '#e6f0e4', '#eee6f0', '#f4f1e2'];
const COUNTRIES = ['Utopia', 'Republik Nordland', 'République du Lac', 'Isla Verde', 'Kingdom of Kvist'];

export function travelDocument(inventor, em) {
  const { pick, person } = inventor;
  const form = pick(['TD3', 'TD3', 'TD1', 'TD2']);
  const holder = person();
  const zone = zoneOf(form, holder.document, pick);
  const zoneStyle = { size: em, family: 'mono', fill: '#1a1a1a', spacing: em * pick([0, 0.04, 0.1]) };
  const probe = createSheet({ width: 1, height: 1 });
  const width = probe.widthOf(zone[0], zoneStyle) / 0.92;
  const sheet = createSheet({ width, height: width * (form === 'TD3' ? 0.7 : 0.64), ground: pick(GROUNDS) });
  guilloche(sheet, inventor);
  page(sheet, holder, { isPassport: form === 'TD3', inventor });
  const whole = { ...value(form === 'TD3' ? 'passport' : 'national-id', zone.join('\n')), isZone: true };
  const leading = em * 1.6;
  const first = sheet.height - em * 0.9 - (zone.length - 1) * leading;
  sheet.box(0, first - em * 1.6, width, sheet.height, 'rgba(255,255,255,0.55)');
  for (const [index, text] of zone.entries()) {
    sheet.write(width * 0.04, first + index * leading, { text, owner: whole }, zoneStyle);
  }
  return sheet;
}

function zoneOf(form, document, pick) {
  if (form === 'TD3') return passportZone(document);
  return form === 'TD1'
    ? cardZoneOfThreeLines(document, pick(['ID', 'I', 'AR']))
    : cardZoneOfTwoLines(document, pick(['ID', 'I']));
}

/** Fine waves in the ground. */
function guilloche({ context, width, height }, { between, pick }) {
  context.strokeStyle = pick(['rgba(90,120,170,0.25)', 'rgba(170,90,120,0.22)', 'rgba(80,150,110,0.25)']);
  context.lineWidth = 1;
  const [swing, length] = [height / between(8, 30), width / between(2, 9)];
  for (let y = -swing; y < height + swing; y += between(6, 16)) {
    context.beginPath();
    for (let x = 0; x <= width; x += 8) context.lineTo(x, y + Math.sin(x / length + y / 60) * swing);
    context.stroke();
  }
}

/** The head, a photo's place with a silhouette, and the fields. */
function page(sheet, holder, { isPassport, inventor }) {
  const { pick } = inventor;
  const { width, height } = sheet;
  const words = pick(WORDS);
  const size = width / 42;
  const label = { size: size * 0.62, family: 'roboto', fill: '#3a4a6a' };
  const field = { size, family: pick(['roboto', 'dejavu', 'noto']), fill: '#141414', weight: pick([400, 700]) };
  sheet.write(width * 0.05, height * 0.09, isPassport ? words.passport : words.card, {
    ...field,
    size: size * 1.3,
    weight: 700,
  });
  sheet.write(width * 0.95, height * 0.09, pick(COUNTRIES), { ...field, align: 'right' });
  const [x, y, across] = [width * 0.05, height * 0.14, width * 0.24];
  sheet.box(x, y, across, across * 1.2, '#c9cfd6');
  sheet.disc(x + across / 2, y + across * 0.48, across * 0.22, '#8d949c');
  sheet.box(x + across * 0.15, y + across * 0.8, across * 0.7, across * 0.4, '#8d949c', across * 0.15);

  const { document, birth, expiry, sex } = holder;
  const upper = (text) => value('person', text.toUpperCase());
  const rows = [
    [isPassport ? words.number : words.cardNumber, value(isPassport ? 'passport' : 'national-id', document.number)],
    [words.last, upper(document.last)],
    [words.first, upper(document.first)],
    [words.birth, value('date-of-birth', written(birth))],
    [words.expiry, written(expiry)],
    [words.sex, sex === 'female' ? 'F' : 'M'],
  ];
  const step = (height * (isPassport ? 0.58 : 0.45)) / rows.length;
  for (const [index, [name, pieces]] of rows.entries()) {
    sheet.write(width * 0.34, height * 0.165 + index * step, name, label);
    sheet.write(width * 0.34, height * 0.165 + index * step + size * 1.05, pieces, field);
  }
}

function written({ year, month, day }) {
  return [day, month, year].map((number) => String(number).padStart(2, '0')).join('.');
}
