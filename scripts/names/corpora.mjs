// Labelled corpora as texts with places of names. Handles are no names here, whatever a corpus says.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Path, columns of word and label, kind of text. */
const CORPORA = [
  ['wnut17-train.conll', 0, 1, 'tweets'],
  ['broad-twitter-a.conll', 0, 1, 'tweets'],
  ['broad-twitter-b.conll', 0, 1, 'tweets'],
  ['broad-twitter-e.conll', 0, 1, 'tweets'],
  ['broad-twitter-g.conll', 0, 1, 'tweets'],
  ['broad-twitter-h.conll', 0, 1, 'tweets'],
  ['wikigold.conllu', 1, 2, 'web'],
];
const NO_SPACE = /^(?:[.,;:!?)\]}%]+|'s|n't|'re|'ve|'ll|'d|'m|’s)$/i;
const OPENING = /[([{$@]$/;

const HELD_OUT = 7;

/** One text in seven of all corpora is held out when the model is measured. */
export function isHeldOut(_, index) {
  return index % HELD_OUT === 3;
}

/** `[{ text, names: [{ start, end }], kind }]` of all corpora in the folder. */
export async function readCorpora(folder) {
  const texts = [];
  for (const [path, word, label, kind] of CORPORA) {
    const lines = (await readFile(join(folder, path), 'utf8')).split(/\r?\n/);
    for (const tokens of sentencesOf(lines, word, label)) texts.push({ ...textOf(tokens), kind, source: path });
  }
  return [...texts, ...(await readFactRuEval(join(folder, 'factrueval-ru-dev')))];
}

function sentencesOf(lines, word, label) {
  const sentences = [[]];
  for (const line of lines) {
    if (!line.trim() || line.startsWith('-DOCSTART')) {
      if (sentences.at(-1).length > 0) sentences.push([]);
      continue;
    }
    if (line.startsWith('# ')) continue;
    const columns = line.split(/\s+/);
    if (columns[word]) sentences.at(-1).push([columns[word], columns[label] ?? 'O']);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function textOf(tokens) {
  let text = '';
  const names = [];
  for (const [index, [token, label]] of tokens.entries()) {
    const before = tokens[index - 1]?.[0] ?? '';
    if (index > 0 && !NO_SPACE.test(token) && !OPENING.test(before)) text += ' ';
    const start = text.length;
    text += token;
    const isHandle = token.startsWith('@') || before === '@' || token.startsWith('#');
    const isPerson = /per/i.test(label) && !isHandle && /\p{L}/u.test(token);
    if (!isPerson) continue;
    const last = names.at(-1);
    const continues = label.startsWith('I') && last !== undefined && last.end >= start - 1;
    if (continues) last.end = text.length;
    else names.push({ start, end: text.length });
  }
  return { text, names };
}

/** Russian news: `.txt`, and `.spans` with names and surnames, `.objects` that joins them to persons. */
async function readFactRuEval(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.objects')).sort();
  const texts = [];
  for (const file of files) {
    const base = join(folder, file.replace(/\.objects$/, ''));
    const text = await readFile(`${base}.txt`, 'utf8');
    const spans = new Map(
      (await readFile(`${base}.spans`, 'utf8')).split('\n').map((line) => {
        const [id, type, start, length] = line.split(' ');
        return [id, { type, start: Number(start), end: Number(start) + Number(length) }];
      }),
    );
    const names = [];
    for (const line of (await readFile(`${base}.objects`, 'utf8')).split('\n')) {
      const [head = ''] = line.split('#');
      const [, type, ...ids] = head.trim().split(/\s+/);
      if (type !== 'Person') continue;
      const parts = ids
        .map((id) => spans.get(id))
        .filter((span) => span && /^(?:name|surname|patronymic|nickname)$/.test(span.type));
      for (const part of parts.sort((a, b) => a.start - b.start)) {
        const last = names.at(-1);
        if (last && part.start <= last.end + 2 && part.start >= last.start) last.end = Math.max(last.end, part.end);
        else names.push({ start: part.start, end: part.end });
      }
    }
    texts.push({ text, names: names.sort((a, b) => a.start - b.start), kind: 'russian', source: 'factrueval-ru-dev' });
  }
  return texts;
}
