// Cards of other makes: a payment card upright or its back with everything on it, a visiting card set in the middle, a member's card.
import { ground } from '../grounds.mjs';
import { createSheet, piecesOf } from '../sheet.mjs';

const TINTS = [
  ['#1b4332', '#d8f3dc'],
  ['#f8f9fa', '#212529'],
  ['#3d0066', '#f3d9fa'],
  ['#003049', '#fcbf49'],
  ['#ffd6e0', '#5c0f2b'],
  ['#0a0a0a', '#c9a227'],
];

export function bankCard(inventor, em) {
  return inventor.chance(0.5) ? uprightCard(inventor, em) : cardBack(inventor, em);
}

/** The number in four rows. */
function uprightCard(inventor, em) {
  const { pick, person, chance } = inventor;
  const [tint, ink] = pick(TINTS);
  const width = em * 13;
  const sheet = createSheet({ width, height: width * 1.586, ground: tint });
  if (chance(0.4)) {
    ground(sheet.context, sheet.width, sheet.height, inventor);
    sheet.box(0, 0, sheet.width, sheet.height, `${tint}b0`);
  }
  const holder = person();
  const style = { size: em * 1.3, family: pick(['lora', 'light', 'condensed', 'mono']), fill: ink };
  const number = holder.card();
  sheet.box(width * 0.4, em * 1.2, em * 2.6, em * 2, '#cdb87c', em * 0.3);
  const groups = piecesOf(number, ' ');
  for (const [index, group] of groups.entries())
    sheet.write(em * 1.4, em * (6.6 + index * 1.8), group, { ...style, spacing: em * 0.12 });
  const { year, month } = holder.expiry;
  sheet.write(
    em * 1.4,
    em * 15,
    `EXP ${String(month).padStart(2, '0')}/${year % 100}   CVC ${inventor.digits('###')}`,
    { ...style, size: em * 0.85 },
  );
  sheet.writeFitted(em * 1.4, em * 17.4, width - em * 3, holder.name(), { ...style, size: em });
  return sheet;
}

function cardBack({ pick, person, digits, between }, em) {
  const [tint, ink] = pick(TINTS);
  const width = em * between(19, 23);
  const height = width / 1.586;
  const sheet = createSheet({ width, height, ground: tint });
  const holder = person();
  const family = pick(['roboto', 'lora', 'dejavu', 'mono']);
  sheet.box(0, height * 0.08, width, height * 0.18, '#1a1a1a');
  sheet.box(width * 0.06, height * 0.34, width * 0.5, height * 0.12, '#f1f1f1');
  sheet.write(width * 0.58, height * 0.43, digits('###'), { size: em * 0.9, family: 'mono', fill: ink });
  sheet.write(width * 0.06, height * 0.62, holder.card(), { size: em * 1.15, family, fill: ink });
  const { year, month } = holder.expiry;
  sheet.write(width * 0.06, height * 0.74, `Expires ${String(month).padStart(2, '0')}/${year % 100}`, {
    size: em * 0.8,
    family,
    fill: ink,
  });
  sheet.writeFitted(width * 0.06, height * 0.86, width * 0.6, holder.name(), { size: em * 0.95, family, fill: ink });
  sheet.write(width * 0.06, height * 0.955, 'This card remains property of the issuer.', {
    size: em * 0.5,
    family,
    fill: ink,
  });
  return sheet;
}

export function visitingCard({ pick, chance, person }, em) {
  const [tint, ink] = pick(TINTS);
  const width = em * 28;
  const sheet = createSheet({ width, height: em * (chance(0.3) ? 36 : 17), ground: tint });
  const family = pick(['lora', 'serif', 'light']);
  const owner = person();
  const middle = width / 2;
  const style = { size: em, family, fill: ink, align: 'center' };
  sheet.frame(em, em, width - em * 2, sheet.height - em * 2, ink, 1);
  sheet.writeFitted(middle, em * 4.4, width - em * 4, owner.name(), { ...style, size: em * 1.6, spacing: em * 0.06 });
  sheet.write(
    middle,
    em * 6.2,
    pick(['Rechtsanwältin', 'photographer', 'Notaire', 'violin teacher', 'Hausarzt', 'translator']),
    { ...style, size: em * 0.9 },
  );
  sheet.rule(middle - em * 3, em * 7.2, em * 6, ink);
  sheet.writeFitted(middle, em * 9.2, width - em * 4, [owner.phone(), '  |  ', owner.email()], style);
  const address = owner.address();
  const rows = piecesOf(address, '\n');
  sheet.writeFitted(
    middle,
    em * 11.2,
    width - em * 4,
    [rows[0], { text: ' · ', owner: address }, ...rows.slice(1)],
    style,
  );
  return sheet;
}

export function memberCard({ pick, person, digits }, em) {
  const [tint, ink] = pick(TINTS);
  const sheet = createSheet({ width: em * 24, height: em * 15, ground: tint });
  const owner = person();
  const style = { size: em, family: pick(['lora', 'noto', 'condensed']), fill: ink };
  sheet.write(em * 1.4, em * 2.4, pick(['City Library', 'Sportverein Nord', 'Club Alpin', 'Gym & Spa']), {
    ...style,
    size: em * 1.4,
    weight: 700,
  });
  sheet.box(em * 1.4, em * 4, em * 5, em * 6.4, '#aab2ba');
  const rows = [
    owner.name(),
    ['DOB ', owner.birthday()],
    ['No. ', digits('####-####')],
    [owner.phone()],
    [owner.email()],
  ];
  for (const [index, row] of rows.entries()) sheet.writeFitted(em * 7.4, em * (5 + index * 1.7), em * 16, row, style);
  return sheet;
}
