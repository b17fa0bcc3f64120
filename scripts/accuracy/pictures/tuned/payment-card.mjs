// A payment card as somebody photographs it: coloured ground, chip, number in embossed or printed digits, expiry, holder.
import { FAMILIES } from '../fonts.mjs';
import { createSheet } from '../sheet.mjs';

const COLOURS = [
  ['#0b2a5b', '#2e6bd1', '#f3f3f3'],
  ['#101114', '#3a3c44', '#d8d8d8'],
  ['#d9dde3', '#f3f4f7', '#22262c'],
  ['#7a1230', '#cf3a5d', '#ffffff'],
  ['#0c5a46', '#35b08d', '#fdf6d8'],
  ['#e9b93a', '#f6dd8c', '#3a2c05'],
  ['#ff6b4a', '#ff9c6b', '#ffffff'],
];
const BANKS = ['Nordlicht Bank', 'ALPINA', 'Banco del Sol', 'Kvist', 'Harbour & Co', 'banque du lac'];
const NETWORKS = ['VISA', 'mastercard', 'Debit', 'maestro', 'AMEX'];

export function paymentCard(inventor, em) {
  const { pick, between, chance, person } = inventor;
  const [from, to, ink] = pick(COLOURS);
  const width = em * between(19, 23);
  const height = width / 1.586;
  const sheet = createSheet({ width, height, ground: from });
  const gradient = sheet.context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  sheet.context.fillStyle = gradient;
  sheet.context.fillRect(0, 0, width, height);
  for (let rings = between(0, 4); rings > 0; rings--) ring(sheet, inventor);

  const holder = person();
  const number = holder.card();
  const isEmbossed = chance(0.6);
  const family = pick(['mono', 'mono', 'dejavu', 'roboto', 'noto']);
  const style = { family, fill: ink, size: em * 1.25, weight: isEmbossed ? 700 : 400 };
  sheet.write(width * 0.06, height * 0.16, pick(BANKS), { size: em * 1.1, family: 'roboto', weight: 700, fill: ink });
  sheet.box(width * 0.08, height * 0.3, width * 0.13, height * 0.17, '#d6b45c', em * 0.3);
  const spacing = (width * 0.86 - sheet.widthOf(number, style)) / number.text.length;
  const print = (x, y, pieces, look) => {
    if (isEmbossed) emboss(sheet, x, y, pieces, look, ink);
    sheet.write(x, y, pieces, look);
  };
  print(width * 0.07, height * 0.64, number, { ...style, spacing: Math.max(0, Math.min(spacing, em * 0.5)) });
  const { expiry } = holder;
  const date = `${String(expiry.month).padStart(2, '0')}/${String(expiry.year).slice(2)}`;
  const tiny = { size: em * 0.5, family: 'roboto', fill: ink };
  sheet.write(width * 0.38, height * 0.745, pick(['VALID THRU', 'GOOD THRU', 'VALID\u00a0UNTIL', 'EXP']), tiny);
  print(width * 0.52, height * 0.76, date, { ...style, size: em * 0.95 });
  const name = holder.name();
  const upper = { ...name, text: name.text.toUpperCase() };
  const nameStyle = { ...style, size: em * 0.9 };
  const fits = Math.min(1, (width * 0.6) / sheet.widthOf(upper, nameStyle));
  print(width * 0.07, height * 0.91, upper, { ...nameStyle, size: nameStyle.size * fits });
  const mark = { size: em * 1.2, family: 'dejavu', weight: 700, fill: ink, align: 'right' };
  sheet.write(width * 0.95, height * 0.92, pick(NETWORKS), mark);
  return sheet;
}

/** A light edge above and a dark one below. */
function emboss({ context }, x, y, pieces, { size, family, weight, spacing = 0 }, ink) {
  context.save();
  context.shadowColor = ink === '#22262c' ? 'rgba(255,255,255,0.9)' : 'rgba(0,0,0,0.55)';
  context.shadowBlur = size * 0.06;
  context.shadowOffsetX = size * 0.05;
  context.shadowOffsetY = size * 0.07;
  const text = typeof pieces === 'string' ? pieces : pieces.text;
  context.font = `${weight} ${size}px ${FAMILIES[family]}`;
  context.letterSpacing = `${spacing}px`;
  context.fillStyle = ink;
  context.fillText(text, x, y);
  context.restore();
}

function ring({ context, width, height }, { between }) {
  context.strokeStyle = `rgba(255,255,255,${between(4, 14) / 100})`;
  context.lineWidth = between(2, Math.round(width / 12));
  context.beginPath();
  context.arc(between(0, width), between(0, Math.round(height)), between(Math.round(width / 6), width), 0, 2 * Math.PI);
  context.stroke();
}
