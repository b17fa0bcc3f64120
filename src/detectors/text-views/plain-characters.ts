/**
 * Reads characters that are drawn as ASCII as ASCII: what NFKC (https://www.unicode.org/reports/tr15/) maps to one ASCII character
 * (full-width, mathematical, circled, superscript …), ligatures of Latin letters, small capitals, digits of every script, blanks
 * and hyphens of every width. Ornaments (¹, ②, ⓐ, 🅰) are read only in a row: alone they are footnotes, bullets and signs.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from './rewritten.ts';

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';
const SMALL_CAPITAL_LETTERS = 'abcdefghijklmnoprstuvwyz';
/** First code point of a row, how many there are, what the first is read as; rows without NFKC (Unicode charts 2700, 1F100). */
const ROWS: readonly (readonly [number, number, string])[] = [
  [0x2776, 9, '1'],
  [0x2780, 9, '1'],
  [0x278a, 9, '1'],
  [0x1f150, 26, 'a'],
  [0x1f170, 26, 'a'],
];
/** Hyphens that stand for the one of ASCII; dashes are read in `oneScript`, between digits only. */
const HYPHENS = '\u2010\u2011\u2012\u2212\ufe58\ufe63\uff0d';

/** Zero of each script that has digits of its own (General_Category=Nd); those above U+FFFF but the mathematical ones are rare. */
const ZEROS = '٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰';
const DIGITS = Array.from(ZEROS, (zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`).join('');
/** Everything below may be read as ASCII; what is not, stays. */
const UNUSUAL = String.raw`[${DIGITS}\u00a0\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e3\u1d00-\u1d6a\u2000-\u200a\u2010-\u2012\u2024\u202f\u205f\u2070-\u209c\u2102-\u2149\u2160-\u217f\u2212\u2460-\u24ea\u24ff\u2776-\u2793\u2c7c\u3000\ufb00-\ufb06\ufe4d-\ufe6b\uff01-\uff5e\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f189}\u{104a0}-\u{104a9}\u{1e950}-\u{1e959}]`;
const SOME_UNUSUAL = new RegExp(UNUSUAL, 'u');
const UNUSUAL_RUN = new RegExp(`${UNUSUAL}{1,8192}`, 'gu');
const ORNAMENT =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e3\u1d2c-\u1d6a\u2070-\u209c\u2460-\u24ea\u24ff\u2776-\u2793\u{1f110}-\u{1f189}]/u;
const ORNAMENT_BEFORE = new RegExp(`${ORNAMENT.source}[.@_+-]?$`, 'u');
const ORNAMENT_BEHIND = new RegExp(`^[.@_+-]?${ORNAMENT.source}`, 'u');
const LIGATURE = /[\ufb00-\ufb06]/;
const ASCII = /^[ -~]$/;

const known = new Map<string, string>();

export const plainCharacters: Rewriting = (text) => {
  if (!SOME_UNUSUAL.test(text)) return [];
  return matchesOf(text, UNUSUAL_RUN).flatMap(({ index, 0: run }) => readRun(text, run, index));
};

/** One edit for each stretch that keeps its length, one for each character that does not. */
function readRun(given: string, run: string, at: number): Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let start = at;
  for (const character of run) {
    const end = start + character.length;
    const isSign = ORNAMENT.test(character) && isAlone(given, start, end);
    const text = isSign ? character : read(character);
    const last = edits.at(-1);
    const isEven = text.length === character.length;
    if (isEven && last?.end === start && last.text.length === last.end - last.start) {
      last.text += text;
      last.end = end;
    } else edits.push({ start, end, text });
    start = end;
  }
  return edits.filter((edit) => edit.text !== run.slice(edit.start - at, edit.end - at));
}

/** Whether no other ornament is beside the character from `start` to `end`, be it across a mark of addresses and numbers. */
function isAlone(text: string, start: number, end: number): boolean {
  return (
    !ORNAMENT_BEFORE.test(text.slice(Math.max(0, start - 3), start)) && !ORNAMENT_BEHIND.test(text.slice(end, end + 3))
  );
}

function read(character: string): string {
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  const plain = plainOf(character);
  known.set(character, plain);
  return plain;
}

function plainOf(character: string): string {
  if (HYPHENS.includes(character)) return '-';
  const smallCapital = SMALL_CAPITALS.indexOf(character);
  if (smallCapital !== -1) return SMALL_CAPITAL_LETTERS.charAt(smallCapital);
  const composed = character.normalize('NFKC');
  if (ASCII.test(composed) || LIGATURE.test(character)) return composed;
  const code = character.codePointAt(0) ?? 0;
  const row = ROWS.find(([first, count]) => code >= first && code < first + count);
  if (row) return String.fromCharCode(row[2].charCodeAt(0) + code - row[0]);
  return /\p{Nd}/u.test(character) ? String(digitOf(code)) : character;
}

/** Digits stand in rows of ten from zero on, in every script. */
function digitOf(code: number): number {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
