// Pictures full of writing in which there is nobody's data: what must not be asked about.
import { ground } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';

const PRODUCTS = [
  [
    'Crunchy Oat Granola',
    'with honey and almonds',
    'Ingredients: oats (61 %), honey, almonds (8 %), sunflower oil, salt.',
    'Best before 12.03.2027  L 4051 2207',
    'Net 500 g e',
  ],
  [
    'VitaPlus C 1000',
    '60 tablets',
    'Take one tablet daily with water. Keep out of reach of children.',
    'EXP 08/2028  LOT 7731A',
    'EAN 4 006381 333931',
  ],
  [
    'Soft Wash Sensitive',
    'Waschmittel für Feines',
    '18 Waschladungen, 1,35 l. Art.-Nr. 10045-22',
    'Charge 220714-03',
    'Made in EU',
  ],
  ['Arbeitsspeicher DDR5', '2 x 16 GB 6000 MHz CL30', 'P/N F5-6000J3038F16GX2', 'S/N 23204180014477', 'Rev. 2.1'],
];
const CODE = [
  [
    'import { readFile } from "node:fs/promises";',
    '',
    'const LIMIT = 2 ** 20;',
    'export async function load(path) {',
    '  const bytes = await readFile(path);',
    '  if (bytes.length > LIMIT) throw new RangeError("too big");',
    '  return bytes.toString("utf8");',
    '}',
  ],
  [
    '@app.route("/items/<int:item_id>")',
    'def show(item_id: int) -> dict:',
    '    row = db.get(item_id)',
    '    return {"id": row.id, "price": 12.50}',
    '',
    '# build 4.18.0-305.el8, 2026-03-14T10:22:31Z',
  ],
  [
    '$ npm install sharp@0.35.5',
    'added 12 packages in 3s',
    '$ git log --oneline',
    '1daf3e6 look at every part of a picture',
    '3802f86 docs: say less',
    '$ ping 10.0.0.1',
    '64 bytes: icmp_seq=1 ttl=64 time=0.35 ms',
  ],
];
const MENU = [
  ['Starters', ['Soup of the day', '5.90'], ['Bruschetta', '6.50'], ['Smoked salmon', '9.80']],
  [
    'Mains',
    ['Risotto with mushrooms', '14.50'],
    ['Wiener Schnitzel', '19.90'],
    ['Khachapuri Adjaruli', '11.00'],
    ['Pad Thai', '13.20'],
  ],
  ['Drinks', ['Espresso', '2.40'], ['Saperavi 0.2 l', '6.00'], ['Mineral water 0.5 l', '3.20']],
];
const MEMES = [
  ['WHEN THE BUILD IS GREEN', 'ON THE FIRST TRY'],
  ['ONE DOES NOT SIMPLY', 'READ THE MANUAL'],
  ['MONDAY MORNING', 'AGAIN'],
  ['STILL WAITING', 'FOR THE 17:45 BUS'],
];
const MENUS_OF_UI = [
  'General',
  'Notifications',
  'Appearance',
  'Storage 41.2 GB of 128 GB',
  'Battery 87 %',
  'Language: English',
  'Version 14.2.1 (2025091)',
  'Check for updates',
  'Accessibility',
  'Reset all settings',
  'Wi-Fi',
  'Do not disturb 22:00 - 07:00',
];

export function productLabel({ pick, between }, em) {
  const sheet = createSheet({
    width: em * between(24, 30),
    height: em * 22,
    ground: pick(['#fff4d6', '#e8f5e9', '#ffffff', '#263238']),
  });
  const isDark = sheet.context.getImageData(0, 0, 1, 1).data[0] < 100;
  const style = {
    size: em,
    family: pick(['roboto', 'noto', 'dejavu', 'condensed']),
    fill: isDark ? '#f5f5f5' : '#2b2b2b',
  };
  const [title, second, ...rest] = pick(PRODUCTS);
  sheet.writeParagraph(em * 2, em * 3.4, sheet.width - em * 4, title, { ...style, size: em * 1.9, weight: 700 });
  sheet.write(em * 2, em * 8, second, style);
  let y = em * 11;
  for (const row of rest)
    y = sheet.writeParagraph(em * 2, y, sheet.width - em * 4, row, { ...style, size: em * 0.85 }) + em * 0.5;
  return sheet;
}

export function codeScreenshot({ pick, chance }, em) {
  const isDark = chance(0.7);
  const rows = pick(CODE);
  const sheet = createSheet({
    width: em * 38,
    height: em * (rows.length * 1.6 + 4),
    ground: isDark ? '#1e1e1e' : '#ffffff',
  });
  for (const [index, row] of rows.entries()) {
    const y = em * (2.8 + index * 1.6);
    sheet.write(em * 1.6, y, String(index + 1), { size: em, family: 'mono', fill: '#858585', align: 'right' });
    sheet.write(em * 2.6, y, row, {
      size: em,
      family: 'mono',
      fill: isDark ? pick(['#d4d4d4', '#9cdcfe', '#ce9178']) : pick(['#1f2328', '#0550ae']),
    });
  }
  return sheet;
}

export function menu({ pick, between }, em) {
  const sheet = createSheet({
    width: em * between(24, 32),
    height: em * 34,
    ground: pick(['#fbf6ea', '#1f1a17', '#ffffff']),
  });
  const isDark = sheet.context.getImageData(0, 0, 1, 1).data[0] < 100;
  const style = { size: em, family: pick(['noto', 'dejavu', 'roboto']), fill: isDark ? '#f0e6d2' : '#33281c' };
  let y = em * 3;
  for (const [head, ...dishes] of MENU) {
    sheet.write(sheet.width / 2, y, head, { ...style, size: em * 1.5, weight: 700, align: 'center' });
    y += em * 2;
    for (const [dish, price] of dishes) {
      sheet.write(em * 2, y, dish, style);
      sheet.write(sheet.width - em * 2, y, price, { ...style, align: 'right' });
      y += em * 1.7;
    }
    y += em * 1.4;
  }
  return sheet;
}

export function meme(inventor, em) {
  const { pick } = inventor;
  const size = em * 1.3;
  const sheet = createSheet({ width: size * 20, height: size * 16 });
  ground(sheet.context, sheet.width, sheet.height, inventor);
  const [top, bottom] = pick(MEMES);
  const style = { size, family: 'condensed', weight: 700, fill: '#ffffff', align: 'center' };
  sheet.context.shadowColor = '#000000';
  sheet.context.shadowBlur = size * 0.2;
  sheet.write(sheet.width / 2, size * 1.8, top, style);
  sheet.write(sheet.width / 2, sheet.height - size * 0.9, bottom, style);
  sheet.context.shadowBlur = 0;
  return sheet;
}

export function interfaceScreenshot({ pick, chance, between }, em) {
  const isDark = chance(0.5);
  const sheet = createSheet({ width: em * between(22, 27), height: em * 36, ground: isDark ? '#101014' : '#f2f2f7' });
  const style = { size: em, family: pick(['roboto', 'noto', 'dejavu']), fill: isDark ? '#f0f0f2' : '#101014' };
  sheet.write(em * 1.4, em * 3, pick(['Settings', 'Einstellungen', 'Réglages', 'Preferences']), {
    ...style,
    size: em * 1.7,
    weight: 700,
  });
  for (let y = em * 6; y < sheet.height - em * 2; y += em * 3) {
    sheet.box(em, y - em * 1.5, sheet.width - em * 2, em * 2.6, isDark ? '#1f1f24' : '#ffffff', em * 0.5);
    sheet.write(em * 2, y + em * 0.2, pick(MENUS_OF_UI), style);
    if (chance(0.5))
      sheet.box(sheet.width - em * 4.6, y - em * 0.7, em * 2.2, em * 1.1, pick(['#34c759', '#8e8e93']), em * 0.55);
  }
  return sheet;
}
