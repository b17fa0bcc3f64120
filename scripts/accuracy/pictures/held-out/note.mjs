// Notes on a fridge, a door, a board: coloured paper on something that was photographed, written anyhow.
import { fill } from '../fill.mjs';
import { ground } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';
import { SAID, spokenBy } from './sentences.mjs';

const PAPERS = [
  ['#fff176', '#2b2b2b'],
  ['#b2ebf2', '#14213d'],
  ['#ffcdd2', '#4a148c'],
  ['#2e4034', '#f1f8e9'],
  ['#24262b', '#ffe082'],
];

export function note(inventor, em) {
  const { pick, between, person } = inventor;
  const sheet = createSheet({ width: em * between(28, 40), height: em * between(22, 30) });
  ground(sheet.context, sheet.width, sheet.height, inventor);
  const family = pick(['lora', 'serif', 'condensed', 'light']);
  for (let count = between(1, 2), at = 0; at < count; at++) {
    const [paper, ink] = pick(PAPERS);
    const [x, y] = [em * (1.5 + at * 14), em * (2 + at * between(1, 9))];
    const across = em * (count === 1 ? between(16, 24) : 12);
    const author = person();
    const style = { size: em, family, fill: ink, leading: 1.45 };
    const pieces = fill(pick(SAID[spokenBy(inventor, author)]), person(author.country));
    const lines = sheet.wrap(pieces, across - em * 2, style);
    sheet.box(x, y, across, em * (lines.length * 1.45 + 2.4), paper);
    for (const [index, line] of lines.entries()) sheet.write(x + em, y + em * (2 + index * 1.45), line, style);
  }
  return sheet;
}
