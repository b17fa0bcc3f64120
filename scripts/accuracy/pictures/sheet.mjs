// What a picture is drawn on: a canvas that keeps, for each value written on it, its type, text, place and look.
import { createCanvas } from '@napi-rs/canvas';
import { FAMILIES } from './fonts.mjs';

/** A piece of a text that is personal data. Pieces that are the same object are one value, written in parts. */
export function value(type, text) {
  return { type, text };
}

/** Of a value that is written in several places: pieces of it, without the separators. */
export function piecesOf(owner, separator) {
  return owner.text.split(separator).map((text) => ({ text, owner }));
}

/**
 * Pieces are strings and values, in lists of any depth. A style is `{ size, family?, weight?, fill?, align?, spacing? }`, `size` in pixels.
 * The sheet's `labels` are `{ type, text, isZone, quads, size, isLightOnDark }`, a quad being the four corners of one written part; its `lines`
 * are what a perfect reader would read, `{ text, quad, values: [{ label, start, end }] }`.
 */
export function createSheet({ width, height, ground = '#ffffff' }) {
  const canvas = createCanvas(Math.round(width), Math.round(height));
  const context = canvas.getContext('2d');
  const labels = new Map();
  const lines = [];
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);

  const sheet = {
    canvas,
    context,
    width: canvas.width,
    height: canvas.height,
    lines,
    get labels() {
      return [...labels.values()];
    },
    widthOf(pieces, style) {
      setFont(style);
      return context.measureText(textOf(partsOf(pieces))).width;
    },
    /** One line with its baseline at y; `align` says what x is. Answers where the line ends. */
    write(x, y, pieces, style) {
      const parts = joined(partsOf(pieces));
      setFont(style);
      const text = textOf(parts);
      const { width: lineWidth } = context.measureText(text);
      const left = { center: x - lineWidth / 2, right: x - lineWidth }[style.align] ?? x;
      const line = { text, quad: quadOf(left, y, text, style), values: [] };
      let at = 0;
      for (const { text: part, owner } of parts) {
        const from = left + context.measureText(text.slice(0, at)).width;
        if (owner && part.trim()) {
          const label = labelOf(owner, style, from, y);
          label.quads.push(quadOf(from, y, part.trim(), style));
          line.values.push({ label, start: at, end: at + part.length });
        }
        at += part.length;
      }
      if (text.trim()) lines.push(line);
      context.fillStyle = style.fill ?? '#111111';
      context.fillText(text, left, y);
      context.letterSpacing = '0px';
      return left + lineWidth;
    },
    /** One line, in smaller letters where it would be wider than the column. */
    writeFitted(x, y, columnWidth, pieces, style) {
      const fits = Math.min(1, columnWidth / sheet.widthOf(pieces, style));
      return sheet.write(x, y, pieces, { ...style, size: style.size * fits });
    },
    /** Wraps at blanks, and inside words that are wider than the column. Answers the baseline of the line that would follow. */
    writeParagraph(x, y, columnWidth, pieces, style) {
      const leading = style.size * (style.leading ?? 1.35);
      const wrapped = sheet.wrap(pieces, columnWidth, style);
      for (const [index, parts] of wrapped.entries()) sheet.write(x, y + index * leading, parts, style);
      return y + wrapped.length * leading;
    },
    /** The lines of a text, each a list of parts that `write` takes. */
    wrap(pieces, columnWidth, style) {
      const fits = (parts) => sheet.widthOf(parts, style) <= columnWidth;
      const wrapped = [[]];
      for (const word of wordsOf(partsOf(pieces)).flatMap((word) => chunksOf(word, fits))) {
        const line = wrapped.at(-1);
        if (word[0].text === '\n') wrapped.push([]);
        else if (line.length === 0 || fits([...line, ...word])) line.push(...word);
        else wrapped.push([...word]);
      }
      return wrapped.map(trimEnd);
    },
    box(x, y, width, height, fill, radius = 0) {
      context.fillStyle = fill;
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.fill();
    },
    frame(x, y, width, height, stroke, lineWidth = 1, radius = 0) {
      context.strokeStyle = stroke;
      context.lineWidth = lineWidth;
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.stroke();
    },
    disc(x, y, radius, fill) {
      context.fillStyle = fill;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    },
    rule(x, y, width, stroke = '#cccccc', lineWidth = 1) {
      context.fillStyle = stroke;
      context.fillRect(x, y, width, lineWidth);
    },
  };
  return sheet;

  function setFont({ size, family = 'dejavu', weight = 400, spacing = 0 }) {
    context.font = `${weight} ${size}px ${FAMILIES[family]}`;
    context.letterSpacing = `${spacing}px`;
  }

  function quadOf(x, y, text, { size }) {
    const { width: across, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(text);
    const [top, bottom] = [y - (up || size * 0.7), y + (down || 0)];
    return [
      [x, top],
      [x + across, top],
      [x + across, bottom],
      [x, bottom],
    ];
  }

  /** The ground is looked at before anything is written on it. */
  function labelOf(owner, { size, fill = '#111111' }, x, y) {
    const known = labels.get(owner);
    if (known) return known;
    const { data } = context.getImageData(Math.round(x), Math.round(y - size * 0.4), Math.round(size * 3), 1);
    const isLightOnDark = luma(colour(fill)) > luma(data);
    const { type, text, isZone = false } = owner;
    const label = { type, text, isZone, quads: [], size, isLightOnDark };
    labels.set(owner, label);
    return label;
  }
}

/** Flat: `{ text, owner }`, the owner being the value that the text is a part of. */
function partsOf(pieces) {
  if (Array.isArray(pieces)) return pieces.flatMap(partsOf);
  if (typeof pieces === 'string') return [{ text: pieces }];
  return 'type' in pieces ? [{ text: pieces.text, owner: pieces }] : [pieces];
}

/** Neighbours of one owner are one part. */
function joined(parts) {
  const whole = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.owner === part.owner) last.text += part.text;
    else whole.push({ ...part });
  }
  return whole;
}

function textOf(parts) {
  return parts.map(({ text }) => text).join('');
}

/** Between blanks, the parts of each word together; a word carries the blanks that follow it, and a line break is one. */
function wordsOf(parts) {
  const words = [[]];
  for (const { text, owner } of parts) {
    for (const piece of text.match(/\n|[^\s]+ *| +/g) ?? []) {
      if (piece === '\n' && words.at(-1).length > 0) words.push([]);
      words.at(-1).push({ text: piece, owner });
      if (/\s$/.test(piece)) words.push([]);
    }
  }
  return words.filter((word) => word.length > 0);
}

/** A word that is wider than the column is cut where it no longer fits, as messengers do. */
function chunksOf(word, fits) {
  if (fits(word)) return [word];
  if (word.length > 1) return word.flatMap((part) => chunksOf([part], fits));
  const [{ text, owner }] = word;
  let units = text.length - 1;
  while (units > 1 && !fits([{ text: text.slice(0, units), owner }])) units--;
  const rest = [{ text: text.slice(units), owner }];
  return [[{ text: text.slice(0, units), owner }], ...chunksOf(rest, fits)];
}

function trimEnd(line) {
  const last = line.at(-1);
  return last ? [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }] : line;
}

function colour(fill) {
  const [, hex = '000000'] = /^#([\da-f]{6})/i.exec(fill) ?? [];
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Of one colour, or the mean of a row of RGBA pixels. */
function luma(data) {
  const step = data.length === 3 ? 3 : 4;
  let sum = 0;
  for (let at = 0; at < data.length; at += step) sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  return sum / (data.length / step);
}
