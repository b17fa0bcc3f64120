// Writing on what a camera sees: a poster, a board, a note or words laid over a photo, with somebody's name or number.
import { fill } from '../fill.mjs';
import { ground } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';

const SIGNS = [
  ['FOR RENT', 'sunny flat, 2 rooms', 'Call {phone}'],
  ['LOST CAT', 'grey, answers to Momo', 'please call {name}', '{phone}'],
  ['ZU VERKAUFEN', 'Fahrrad 28 Zoll', 'Tel. {phone}'],
  ['PIANO LESSONS', '{name}', '{email}'],
  ['À LOUER', 'studio meublé', 'Tél. {phone}'],
  ['SE VENDE', 'piso 3 habitaciones', '{phone}'],
  ['Babysitter', '{name}', '{phone}', '{email}'],
  ['Wedding photos', 'book now: {email}'],
  ['Dr. {name}', 'Dental practice', 'Phone {phone}'],
  ['In case of emergency', 'call {name}', '{phone}'],
];

export function sign(inventor, em) {
  const { pick, between, chance, person } = inventor;
  const size = em * 1.1;
  const sheet = createSheet({ width: size * between(22, 34), height: size * between(16, 26) });
  const { context, width, height } = sheet;
  ground(context, width, height, inventor);
  const family = pick(['roboto', 'noto', 'dejavu', 'condensed']);
  const rows = pick(SIGNS);
  const owner = person();
  const isOnPaper = chance(0.55);
  const isDark = chance(0.5);
  const blockHeight = size * (rows.length * 1.7 + 1.8);
  const blockWidth = Math.min(width * 0.92, size * 20);
  const [x, y] = [(width - blockWidth) / 2, (height - blockHeight) / 2];
  if (isOnPaper)
    sheet.box(
      x,
      y,
      blockWidth,
      blockHeight,
      isDark ? pick(['#1d3557', '#7a1f1f', '#14452f']) : pick(['#fffdf2', '#ffffff', '#ffe66d']),
      size * 0.2,
    );
  const style = { size, family, weight: 700, align: 'center', fill: isOnPaper && !isDark ? '#161616' : '#ffffff' };
  if (!isOnPaper) [context.shadowColor, context.shadowBlur] = ['rgba(0,0,0,0.9)', size * 0.25];
  for (const [index, row] of rows.entries()) {
    const pieces = fill(row, owner);
    sheet.writeFitted(width / 2, y + size * (1.9 + index * 1.7), blockWidth * 0.94, pieces, style);
  }
  context.shadowBlur = 0;
  return sheet;
}
