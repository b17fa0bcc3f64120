// A till's or delivery service's receipt on thermal paper, with the customer on it.
import { createSheet, value } from '../sheet.mjs';

const ITEMS = [
  'Espresso',
  'Sourdough bread',
  'Apples 1.2 kg',
  'Milk 1l',
  'AA batteries',
  'Notebook A5',
  'Margherita',
  'Lasagne',
  'Mineralwasser',
  'Salade niçoise',
];

export function receipt(inventor, em) {
  const { pick, between, chance, digits, person } = inventor;
  const family = pick(['mono', 'mono', 'condensed']);
  const style = { size: em, family, fill: pick(['#222222', '#3b3b46']) };
  const width = em * between(21, 25);
  const sheet = createSheet({ width, height: em * 36, ground: pick(['#fbfbf8', '#f3f1ea', '#ffffff']) });
  const [middle, right, x] = [width / 2, width - em * 1.4, em * 1.4];
  const customer = person();
  sheet.write(middle, em * 2.6, pick(['CORNER MARKET', 'Pizzeria Lago', 'BÄCKEREI KVIST', 'LA PETITE ÉPICERIE']), {
    ...style,
    size: em * 1.3,
    weight: 700,
    align: 'center',
  });
  sheet.write(middle, em * 4.2, `${between(10, 28)}.${between(10, 12)}.2026  ${between(8, 21)}:${between(10, 59)}`, {
    ...style,
    align: 'center',
  });
  let y = em * 7;
  let total = 0;
  for (let count = between(3, 7); count > 0; count--) {
    const cents = between(90, 2400);
    total += cents;
    sheet.write(x, y, pick(ITEMS), style);
    sheet.write(right, y, (cents / 100).toFixed(2), { ...style, align: 'right' });
    y += em * 1.5;
  }
  sheet.write(x, y + em, 'TOTAL', { ...style, weight: 700 });
  sheet.write(right, y + em, (total / 100).toFixed(2), { ...style, weight: 700, align: 'right' });
  y += em * 3.6;
  const rows = [
    ['Customer: ', customer.name()],
    ...(chance(0.6) ? [['Tel: ', customer.phone()]] : []),
    ...(chance(0.5) ? [[customer.email()]] : []),
    ...(chance(0.5) ? [['Deliver to:\n', customer.address()]] : []),
    [`Card ************${digits('####')}`],
    ...(chance(0.2) ? [['Card ', value('payment-card', customer.card().text)]] : []),
  ];
  for (const row of rows) y = sheet.writeParagraph(x, y, width - em * 2.4, row, style);
  sheet.write(middle, y + em * 1.4, 'Thank you for your visit', { ...style, align: 'center' });
  return sheet;
}
