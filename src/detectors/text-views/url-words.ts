/**
 * Reads what a URL carries as text: `+` in its query as a blank, and the name in a path of people (`/users/anna-berger`) as
 * words with capital letters. Percent encoding is read wherever it stands.
 */
import { matchesOf } from './matches.ts';
import type { Edit, Rewriting } from './rewritten.ts';

const URL_START = /(?:https?|ftp):\/\/|\bwww\./gi;
const MAX_URL_UNITS = 2000;
/** Path segments and keys behind which a person's name stands. */
const OF_PEOPLE =
  /(?<=\/(?:u|in|user|users|people|person|profile|profiles|member|members|author|authors|staff|team|employee|employees|contact|contacts|customer|customers|patient|patients|client|clients|student|students)\/)(?:\p{L}{2,24}[-_.+]){1,3}\p{L}{2,24}(?=[/?#]|$)/giu;
const QUERY_BLANK = /(?<=[\p{L}\p{N}])\+(?=[\p{L}\p{N}])/gu;

export const urlWords: Rewriting = (text) => {
  const edits: Edit[] = [];
  let from = 0;
  for (const { index } of matchesOf(text, URL_START)) {
    if (index < from) continue;
    const url = /^[^\s<>"'`)\]}]*/.exec(text.slice(index, index + MAX_URL_UNITS))?.[0] ?? '';
    from = index + url.length;
    for (const edit of [...names(url), ...blanks(url)]) {
      edits.push({ ...edit, start: index + edit.start, end: index + edit.end });
    }
  }
  return edits;
};

function names(url: string): Edit[] {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return matchesOf(path, OF_PEOPLE).map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    text: name.replace(/[-_.+]/g, ' ').replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
  }));
}

function blanks(url: string): Edit[] {
  const query = url.indexOf('?');
  if (query === -1) return [];
  return matchesOf(url.slice(query), QUERY_BLANK).map(({ index }) => ({
    start: query + index,
    end: query + index + 1,
    text: ' ',
  }));
}
