// A screenshot of a messenger: a bar with a name, bubbles on both sides with times, light or dark.
import { fill } from '../fill.mjs';
import { createSheet } from '../sheet.mjs';
import { SMALL_TALK, WITH_DATA } from './sentences.mjs';

const THEMES = [
  {
    ground: '#efe7dd',
    bar: '#008069',
    onBar: '#ffffff',
    theirs: '#ffffff',
    mine: '#d9fdd3',
    onMine: '#111b21',
    text: '#111b21',
    faint: '#667781',
  },
  {
    ground: '#0b141a',
    bar: '#202c33',
    onBar: '#e9edef',
    theirs: '#202c33',
    mine: '#005c4b',
    onMine: '#e9edef',
    text: '#e9edef',
    faint: '#8696a0',
  },
  {
    ground: '#ffffff',
    bar: '#f6f6f6',
    onBar: '#000000',
    theirs: '#e9e9eb',
    mine: '#0a7cff',
    onMine: '#ffffff',
    text: '#000000',
    faint: '#8e8e93',
  },
  {
    ground: '#000000',
    bar: '#1c1c1e',
    onBar: '#ffffff',
    theirs: '#262628',
    mine: '#0a84ff',
    onMine: '#ffffff',
    text: '#ffffff',
    faint: '#8e8e93',
  },
  {
    ground: '#dfe6ee',
    bar: '#517da2',
    onBar: '#ffffff',
    theirs: '#ffffff',
    mine: '#effdde',
    onMine: '#000000',
    text: '#000000',
    faint: '#6d839e',
  },
  {
    ground: '#18222d',
    bar: '#212d3b',
    onBar: '#ffffff',
    theirs: '#212d3b',
    mine: '#2b5278',
    onMine: '#ffffff',
    text: '#f5f5f5',
    faint: '#7d8b99',
  },
];
const AVATARS = ['#e17076', '#7bc862', '#65aadd', '#ee7aae', '#6ec9cb', '#faa774'];

export function chat(inventor, em) {
  const { pick, between, chance } = inventor;
  const theme = pick(THEMES);
  const family = pick(['roboto', 'noto', 'dejavu', 'condensed']);
  const width = em * between(21, 27);
  const bubbles = messages(inventor);
  const sheet = createSheet({ width, height: em * (6 + bubbles.length * between(4, 5)), ground: theme.ground });
  let y = bar(sheet, inventor, { theme, family, em }) + em;
  for (const { pieces, isMine } of bubbles) {
    const style = { size: em, family, fill: isMine ? theme.onMine : theme.text, leading: 1.3 };
    const lines = sheet.wrap(pieces, width * 0.72, style);
    const inner = Math.max(em * 5, ...lines.map((line) => sheet.widthOf(line, style)));
    const [bubbleWidth, bubbleHeight] = [inner + em * 1.5, lines.length * em * 1.3 + em * 1.6];
    if (y + bubbleHeight > sheet.height - em) break;
    const x = isMine ? width - bubbleWidth - em * 0.8 : em * 0.8;
    sheet.box(x, y, bubbleWidth, bubbleHeight, isMine ? theme.mine : theme.theirs, em * between(4, 12) * 0.1);
    for (const [index, line] of lines.entries()) sheet.write(x + em * 0.75, y + em * (1.25 + index * 1.3), line, style);
    const time = `${between(7, 23)}:${between(10, 59)}`;
    const small = { size: em * 0.7, family, fill: isMine ? style.fill : theme.faint, align: 'right' };
    sheet.write(x + bubbleWidth - em * 0.6, y + bubbleHeight - em * 0.4, time, small);
    y += bubbleHeight + em * (chance(0.5) ? 0.3 : 0.9);
  }
  return sheet;
}

function bar(sheet, { pick, person, chance, between }, { theme, family, em }) {
  sheet.box(0, 0, sheet.width, em * 4.6, theme.bar);
  sheet.write(em, em * 1.1, `${between(7, 23)}:${between(10, 59)}`, {
    size: em * 0.75,
    family,
    fill: theme.onBar,
    weight: 700,
  });
  sheet.box(sheet.width - em * 2.2, em * 0.5, em * 1.4, em * 0.7, theme.onBar, em * 0.15);
  sheet.disc(em * 2.9, em * 3, em * 1.1, pick(AVATARS));
  const partner = person();
  const title = chance(0.3) ? partner.first : partner.name();
  sheet.write(em * 4.6, em * 2.9, title, { size: em * 1.05, family, weight: 700, fill: theme.onBar });
  sheet.write(em * 4.6, em * 3.9, pick(['online', 'last seen today', 'typing…', 'tap here for info']), {
    size: em * 0.7,
    family,
    fill: theme.onBar,
  });
  return em * 4.6;
}

/** Four to nine, one to three of them with data. */
function messages({ pick, between, chance, person, language, script }) {
  const other = person();
  const spoken = { cyrillic: 'ru', georgian: 'ka' }[script] ?? language(other.country);
  const count = between(4, 9);
  const withData = new Set(Array.from({ length: between(1, 3) }, () => between(0, count - 1)));
  return Array.from({ length: count }, (_, index) => ({
    isMine: chance(0.45),
    pieces: withData.has(index)
      ? fill(pick(WITH_DATA[spoken]), chance(0.5) ? other : person(other.country))
      : pick(SMALL_TALK[spoken]),
  }));
}
