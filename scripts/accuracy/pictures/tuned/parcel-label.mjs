// A parcel's label: sender, recipient with address and telephone, bars and a tracking number, routing in large letters.
import { bars } from '../bars.mjs';
import { createSheet } from '../sheet.mjs';

const CARRIERS = ['PAKETPOST', 'SwiftParcel', 'COLIS EXPRESS', 'Nordship', 'InterPost'];
const WORDS = [
  { from: 'FROM:', to: 'SHIP TO:', phone: 'Phone: ' },
  { from: 'Absender', to: 'Empfänger', phone: 'Tel. ' },
  { from: 'Expéditeur', to: 'Destinataire', phone: 'Tél : ' },
  { from: 'Remitente', to: 'Destinatario', phone: 'Tel: ' },
  { from: 'Sender', to: 'Deliver to', phone: 'Contact ' },
];

export function parcelLabel(inventor, em) {
  const { pick, between, chance, digits, person } = inventor;
  const family = pick(['dejavu', 'roboto', 'noto', 'condensed', 'mono']);
  const words = pick(WORDS);
  const width = em * between(24, 30);
  const sheet = createSheet({ width, height: width * 1.35, ground: pick(['#ffffff', '#fffef6', '#f4f1ea']) });
  const style = { size: em, family, fill: '#111111', leading: 1.25 };
  const small = { ...style, size: em * 0.75 };
  sheet.frame(em * 0.5, em * 0.5, width - em, sheet.height - em, '#111111', 2);
  sheet.write(em * 1.5, em * 2.4, pick(CARRIERS), { ...style, size: em * 1.6, weight: 700 });
  sheet.write(width - em * 1.5, em * 2.4, `${between(1, 30)}.${between(10, 95)} kg`, { ...style, align: 'right' });
  sheet.rule(em * 0.5, em * 3.4, width - em, '#111111', 2);
  let y = block(sheet, inventor, person(), { x: em * 1.5, y: em * 4.8, label: words.from, words, style: small });
  sheet.rule(em * 0.5, y, width - em, '#111111', 2);
  y = block(sheet, inventor, person(), {
    x: em * 1.5,
    y: y + em * 1.8,
    label: words.to,
    words,
    style: { ...style, size: em * 1.15 },
  });
  sheet.rule(em * 0.5, y, width - em, '#111111', 2);
  sheet.write(em * 1.5, y + em * 3, pick(['HAM 3', 'PAR-75', 'N1 8', 'TBS 01', 'MAD 28']), {
    ...style,
    size: em * 2.4,
    weight: 700,
  });
  if (chance(0.5))
    sheet.write(width - em * 1.5, y + em * 2.8, `${between(1, 9)}/9`, { ...style, size: em * 1.6, align: 'right' });
  const tracking = digits(
    pick(['JD01 #### #### #### ##', '1Z 999 AA1 01 #### ####', '00 3404 3416 #### #### ##', 'RR ### ### ### XX']),
  );
  bars(sheet, tracking, { x: em * 3, y: y + em * 4.2, width: width - em * 6, height: em * 5 });
  sheet.write(width / 2, y + em * 10.4, tracking, { ...style, align: 'center', family: 'mono' });
  return sheet;
}

/** Name, street, place and now and then a telephone number and an address of mail. */
function block(sheet, { chance, random }, person, { x, y, label, words, style }) {
  const step = style.size * 1.3;
  sheet.write(x, y, label, { ...style, size: style.size * 0.8, weight: 700 });
  sheet.writeFitted(x, y + step, sheet.width - 2 * x, person.name(), style);
  let line = sheet.writeParagraph(x, y + 2 * step, sheet.width - 2 * x, person.address(), style);
  if (chance(0.75)) {
    sheet.write(x, line, [random() < 0.7 ? words.phone : '', person.phone()], style);
    line += step;
  }
  if (chance(0.35)) {
    sheet.writeFitted(x, line, sheet.width - 2 * x, person.email(), style);
    line += step;
  }
  return line;
}
