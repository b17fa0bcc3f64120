// A channel of a team's chat: names with times on the left, no bubbles, a side bar; or the notifications of a locked phone.
import { fill } from '../fill.mjs';
import { ground } from '../grounds.mjs';
import { createSheet } from '../sheet.mjs';
import { SAID, spokenBy, UNSAID } from './sentences.mjs';

const THEMES = [
  { ground: '#ffffff', side: '#3f0e40', onSide: '#cfc3cf', text: '#1d1c1d', faint: '#616061' },
  { ground: '#1a1d21', side: '#121016', onSide: '#b9babd', text: '#d1d2d3', faint: '#9a9b9e' },
  { ground: '#313338', side: '#2b2d31', onSide: '#949ba4', text: '#dbdee1', faint: '#949ba4' },
  { ground: '#f5f5f5', side: '#e8ebfa', onSide: '#424242', text: '#242424', faint: '#616161' },
];

export function teamChat(inventor, em) {
  const { pick, between, chance, person } = inventor;
  const theme = pick(THEMES);
  const family = pick(['lora', 'noto', 'serif', 'dejavu']);
  const side = chance(0.6) ? em * 9 : 0;
  const sheet = createSheet({ width: side + em * between(24, 34), height: em * between(24, 34), ground: theme.ground });
  sheet.box(0, 0, side, sheet.height, theme.side);
  const channels = ['# general', '# random', '# support', '# releases', '# lunch'];
  if (side > 0)
    for (const [index, name] of channels.entries())
      sheet.write(em, em * (3 + index * 1.9), name, { size: em * 0.9, family, fill: theme.onSide });
  const x = side + em * 3.6;
  const style = { size: em, family, fill: theme.text, leading: 1.4 };
  let y = em * 2.4;
  while (y < sheet.height - em * 5) {
    const author = person();
    const spoken = spokenBy(inventor, author);
    sheet.box(side + em, y - em * 0.8, em * 2, em * 2, pick(['#e8912d', '#2eb67d', '#36c5f0', '#e01e5a']), em * 0.4);
    const end = sheet.write(x, y, author.name(), { ...style, weight: 700 });
    sheet.write(end + em * 0.6, y, `${between(1, 12)}:${between(10, 59)} ${pick(['AM', 'PM'])}`, {
      ...style,
      size: em * 0.75,
      fill: theme.faint,
    });
    const pieces = chance(0.45) ? fill(pick(SAID[spoken]), person(author.country)) : pick(UNSAID[spoken]);
    y = sheet.writeParagraph(x, y + em * 1.4, sheet.width - x - em, pieces, style) + em * 0.9;
  }
  return sheet;
}

export function lockScreen(inventor, em) {
  const { pick, between, person } = inventor;
  const sheet = createSheet({ width: em * between(20, 25), height: em * between(34, 42) });
  ground(sheet.context, sheet.width, sheet.height, inventor);
  const family = pick(['lora', 'noto', 'dejavu']);
  sheet.write(sheet.width / 2, em * 6.5, `${between(1, 12)}:${between(10, 59)}`, {
    size: em * 4.4,
    family,
    fill: '#ffffff',
    align: 'center',
  });
  const isDark = inventor.chance(0.5);
  const style = { size: em, family, fill: isDark ? '#f5f5f7' : '#111114', leading: 1.3 };
  let y = em * 10;
  while (y < sheet.height - em * 7) {
    const sender = person();
    const pieces = fill(pick(SAID[spokenBy(inventor, sender)]), person(sender.country));
    const lines = sheet.wrap(pieces, sheet.width - em * 4, style);
    const height = em * (2.6 + lines.length * 1.3);
    sheet.box(
      em * 0.8,
      y,
      sheet.width - em * 1.6,
      height,
      isDark ? 'rgba(30,30,34,0.88)' : 'rgba(245,245,247,0.9)',
      em * 0.9,
    );
    sheet.write(em * 2, y + em * 1.6, sender.name(), { ...style, weight: 700 });
    sheet.write(sheet.width - em * 2, y + em * 1.5, pick(['now', '5m ago', '1h ago']), {
      ...style,
      size: em * 0.7,
      align: 'right',
    });
    for (const [index, line] of lines.entries()) sheet.write(em * 2, y + em * (3 + index * 1.3), line, style);
    y += height + em * 0.7;
  }
  return sheet;
}
