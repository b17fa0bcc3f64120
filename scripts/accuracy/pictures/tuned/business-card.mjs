// A business card: a firm's name or mark, a person, a role and the ways to reach them.
import { createSheet, piecesOf } from '../sheet.mjs';

const LOOKS = [
  { ground: '#ffffff', text: '#1b1b1b', accent: '#005a9c' },
  { ground: '#f7f3ea', text: '#3a2f1f', accent: '#a1571b' },
  { ground: '#16242f', text: '#f0f0f0', accent: '#e0b252' },
  { ground: '#2b2b2b', text: '#eeeeee', accent: '#58c1a8' },
  { ground: '#eef4f1', text: '#20302a', accent: '#1f7a55' },
];
const ROLES = [
  'Project Manager',
  'Geschäftsführerin',
  'Architecte',
  'Head of Sales',
  'Zahnärztin',
  'Software Engineer',
  'Directora',
  'Consultant',
];
const FIRMS = ['Nordwind Studio', 'KVIST & SONS', 'atelier bleu', 'Quartz Labs', 'Berger Söhne', 'Praxis am Markt'];
const PREFIXES = [
  { phone: 'T ', mobile: 'M ', email: 'E ' },
  { phone: 'Tel. ', mobile: 'Mobil ', email: '' },
  { phone: 'Phone: ', mobile: 'Mobile: ', email: 'Email: ' },
  { phone: '', mobile: '', email: '' },
  { phone: '☎ ', mobile: '', email: '✉ ' },
];

export function businessCard(inventor, em) {
  const { pick, between, chance, person } = inventor;
  const { ground, text, accent } = pick(LOOKS);
  const family = pick(['roboto', 'noto', 'dejavu', 'condensed']);
  const width = em * between(27, 34);
  const sheet = createSheet({ width, height: Math.max(width * 0.6, em * 18.5), ground });
  const owner = person();
  const isRight = chance(0.25);
  const x = isRight ? width - em * 2 : em * 2;
  const align = isRight ? 'right' : 'left';
  const style = { size: em, family, fill: text, align };
  const prefix = pick(PREFIXES);
  if (chance(0.5)) sheet.box(0, 0, width, em * 0.6, accent);
  else sheet.disc(isRight ? em * 4 : width - em * 4, em * 3.4, em * 1.8, accent);
  sheet.write(x, em * 2.6, pick(FIRMS), { ...style, size: em * 1.2, fill: accent, weight: 700 });
  sheet.writeFitted(x, em * 6, width - 4 * em, owner.name(), { ...style, size: em * 1.5, weight: 700 });
  sheet.write(x, em * 7.6, pick(ROLES), { ...style, size: em * 0.9, fill: accent });
  const rows = [
    [prefix.phone, owner.phone()],
    ...(chance(0.5) ? [[prefix.mobile, owner.phone()]] : []),
    [prefix.email, owner.email()],
    ...(chance(0.5) ? ['www.example.com'] : []),
  ];
  let y = em * 10.4;
  for (const row of rows) y = line(sheet, x, y, row, style);
  if (chance(0.6)) {
    const address = owner.address();
    const parts = piecesOf(address, '\n');
    const whole = [parts[0], { text: ', ', owner: address }, ...parts.slice(1)];
    if (sheet.widthOf(whole, style) < width - em * 4) line(sheet, x, y, whole, style);
    else for (const part of parts) y = line(sheet, x, y, part, style);
  }
  return sheet;
}

function line(sheet, x, y, pieces, style) {
  sheet.writeFitted(x, y, sheet.width - 4 * style.size, pieces, style);
  return y + style.size * 1.45;
}
