// Writing without anybody's data: a slide with a chart, a timetable, a page of a book, a shop's front, a game's board.
import { ground } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';

const PROSE =
  'The tide had gone out farther than anyone remembered. Between the rocks lay rope, glass and the ribs of a boat, and nobody on the pier could say how long they had been there. Towards evening the wind turned, the light went grey, and the water came back without a sound.';
const STOPS = ['Harbour', 'Old Town', 'Museum', 'University', 'Stadium', 'Airport', 'Central Station', 'Riverside'];
const SHOPS = [
  'BAKERY',
  'FLOWERS & GIFTS',
  'Coffee to go',
  'OPEN 9-18',
  'SALE -50 %',
  'Apotheke',
  'PARKING P2',
  'EXIT 14B',
];

export function slide({ pick, between, chance }, em) {
  const isDark = chance(0.4);
  const sheet = createSheet({ width: em * 40, height: em * 22.5, ground: isDark ? '#14213d' : '#ffffff' });
  const style = { size: em, family: pick(['lora', 'noto', 'light']), fill: isDark ? '#f2f2f2' : '#202020' };
  sheet.write(em * 2, em * 3, pick(['Revenue by quarter', 'Energy use 2019-2025', 'Latency, p95 in ms']), {
    ...style,
    size: em * 1.8,
    weight: 700,
  });
  for (let bar = 0; bar < 6; bar++) {
    const height = em * between(2, 13);
    sheet.box(em * (4 + bar * 6), em * 19 - height, em * 3.4, height, pick(['#fca311', '#3a86ff', '#8ac926']));
    sheet.write(em * (5.7 + bar * 6), em * 18.5 - height, `${between(100, 9999) / 10}`, { ...style, align: 'center' });
    sheet.write(em * (5.7 + bar * 6), em * 20.6, `Q${(bar % 4) + 1} ${2024 + Math.floor(bar / 4)}`, {
      ...style,
      align: 'center',
    });
  }
  return sheet;
}

export function timetable({ pick, between, digits }, em) {
  const sheet = createSheet({ width: em * 34, height: em * 26, ground: pick(['#0b1f3a', '#ffffff', '#111111']) });
  const isDark = sheet.context.getImageData(0, 0, 1, 1).data[0] < 100;
  const style = { size: em, family: pick(['mono', 'condensed', 'noto']), fill: isDark ? '#ffd60a' : '#16202c' };
  for (let row = 0; row < 12; row++) {
    const y = em * (2.4 + row * 2);
    sheet.write(em * 1.5, y, `${between(10, 23)}:${between(10, 59)}`, style);
    sheet.write(em * 6, y, digits(pick(['IC ###', 'RE ##', 'S#', 'LH ####'])), style);
    sheet.write(em * 13, y, pick(STOPS), style);
    sheet.write(em * 26, y, `${pick(['Gate', 'Pl.'])} ${between(1, 40)}`, style);
  }
  return sheet;
}

export function bookPage({ pick }, em) {
  const sheet = createSheet({ width: em * 30, height: em * 40, ground: pick(['#f7f1e3', '#ffffff', '#efe9dc']) });
  const style = { size: em, family: pick(['lora', 'serif']), fill: '#2a2420', leading: 1.5 };
  sheet.write(em * 15, em * 4, 'XII', { ...style, align: 'center' });
  let y = em * 7;
  for (let paragraph = 0; paragraph < 2; paragraph++) y = sheet.writeParagraph(em * 3, y, em * 24, PROSE, style) + em;
  sheet.write(em * 15, em * 38, '143', { ...style, align: 'center' });
  return sheet;
}

export function street(inventor, em) {
  const { pick, between } = inventor;
  const sheet = createSheet({ width: em * 36, height: em * 26 });
  ground(sheet.context, sheet.width, sheet.height, inventor);
  for (let count = between(1, 3), at = 0; at < count; at++) {
    const text = pick(SHOPS);
    const style = {
      size: em * 1.8,
      family: pick(['condensed', 'serif', 'roboto']),
      weight: 700,
      fill: pick(['#ffffff', '#fff3b0']),
    };
    const [x, y] = [em * between(2, 8), em * (6 + at * 7)];
    sheet.box(
      x - em,
      y - em * 2.2,
      sheet.widthOf(text, style) + em * 2,
      em * 3.2,
      pick(['#9d0208', '#1b4332', '#03045e']),
    );
    sheet.write(x, y, text, style);
  }
  return sheet;
}

export function gameBoard({ pick, between }, em) {
  const sheet = createSheet({ width: em * 26, height: em * 26, ground: '#faf8ef' });
  for (let tile = 0; tile < 16; tile++) {
    const [x, y] = [em * (1 + (tile % 4) * 6), em * (1 + Math.floor(tile / 4) * 6)];
    sheet.box(x, y, em * 5.6, em * 5.6, pick(['#eee4da', '#f2b179', '#edc22e', '#cdc1b4']), em * 0.4);
    sheet.write(x + em * 2.8, y + em * 3.6, String(2 ** between(1, 11)), {
      size: em * 2,
      family: 'roboto',
      weight: 700,
      fill: '#776e65',
      align: 'center',
    });
  }
  return sheet;
}
