// People in rows: a spreadsheet, a guest list on paper, a booking's confirmation.
import { createSheet } from '../sheet.mjs';

const HEADS = {
  latin: ['Name', 'Phone', 'E-mail'],
  cyrillic: ['Имя', 'Телефон', 'Почта'],
  georgian: ['სახელი', 'ტელეფონი', 'ელფოსტა'],
};

export function spreadsheet({ pick, between, person, script, chance }, em) {
  const isDark = chance(0.3);
  const family = pick(['noto', 'lora', 'dejavu', 'condensed']);
  const rows = between(6, 14);
  const widths = [em * 12, em * 12, em * 19];
  const sheet = createSheet({ width: em * 46, height: em * (rows * 1.9 + 4), ground: isDark ? '#202124' : '#ffffff' });
  const style = { size: em, family, fill: isDark ? '#e8eaed' : '#202124' };
  sheet.box(0, 0, sheet.width, em * 2, isDark ? '#303134' : '#e8f0e9');
  for (let row = 0; row <= rows; row++) {
    const someone = person();
    const cells = row === 0 ? HEADS[script] : [someone.name(), someone.phone(), someone.email()];
    let x = em * 2.6;
    if (row > 0)
      sheet.write(em * 1.6, em * (1.4 + row * 1.9), String(row), { ...style, size: em * 0.8, align: 'center' });
    for (const [column, cell] of cells.entries()) {
      sheet.frame(x, em * row * 1.9, widths[column], em * 1.9, isDark ? '#45474a' : '#c0c0c0');
      sheet.writeFitted(x + em * 0.4, em * (1.4 + row * 1.9), widths[column] - em * 0.8, cell, {
        ...style,
        weight: row === 0 ? 700 : 400,
      });
      x += widths[column];
    }
  }
  return sheet;
}

export function booking({ pick, between, person, digits }, em) {
  const family = pick(['lora', 'noto', 'condensed']);
  const [tint, ink] = pick([
    ['#003b95', '#ffffff'],
    ['#f5f5f5', '#1f1f1f'],
    ['#0f1c2e', '#e8f1ff'],
  ]);
  const sheet = createSheet({ width: em * between(26, 34), height: em * 30, ground: tint });
  const guest = person();
  const style = { size: em, family, fill: ink };
  sheet.write(em * 1.6, em * 3, pick(['Booking confirmed', 'Boarding pass', 'Your reservation', 'E-Ticket']), {
    ...style,
    size: em * 1.6,
    weight: 700,
  });
  const rows = [
    ['Guest / Passenger', guest.name()],
    ['Confirmation', digits('QX##-####')],
    ['Check-in', `${between(1, 28)} Mar 2027, 15:00`],
    ['Phone', guest.phone()],
    ['E-mail', guest.email()],
    ['Address', guest.address()],
    ['Total', `EUR ${between(80, 900)}.00`],
  ];
  let y = em * 6;
  for (const [caption, pieces] of rows) {
    sheet.write(em * 1.6, y, caption, { ...style, size: em * 0.75 });
    y = sheet.writeParagraph(em * 1.6, y + em * 1.2, sheet.width - em * 3, pieces, style) + em * 0.6;
  }
  return sheet;
}
