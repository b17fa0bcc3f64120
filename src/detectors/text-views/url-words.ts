/**
 * Reads what a URL carries as text: `+` in its query as a blank, and the name in a path of people (`/users/anna-berger`) as
 * words with capital letters. Percent encoding is read wherever it stands.
 */
import { matchesOf } from '../matches-of.ts';
import type { Edit, Rewriting } from './rewritten.ts';

const URL_START = /(?:https?|ftp):\/\/|\bwww\./gi;
const MAX_URL_UNITS = 2000;
/** Path segments behind which a person's name stands. */
const OF_PEOPLE =
  /(?<=\/(?:u|in|user|users|people|person|profile|profiles|member|members|author|authors|staff|team|employee|employees|contact|contacts|customer|customers|patient|patients|client|clients|student|students)\/)(?:\p{L}{2,24}[-_.+]){1,3}\p{L}{2,24}(?=[/?#]|$)/giu;
/** A value of a query with blanks in it; divided from its key and from the next one as a sentence would. */
const SPACED_VALUE = /=[^&=#+]{1,80}(?:\+[^&=#+]{1,80}){1,12}(?:&|$)/g;

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
  return matchesOf(path, OF_PEOPLE).flatMap(({ index, 0: name }) => {
    const start = index - 1;
    const end = index + name.length + 1;
    const words = name.replace(/[-_.+]/g, ' ').replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
    return end > url.length ? [{ start, end: end - 1, text: ` ${words}` }] : [{ start, end, text: ` ${words},` }];
  });
}

function blanks(url: string): Edit[] {
  const query = url.indexOf('?');
  if (query === -1) return [];
  return matchesOf(url.slice(query), SPACED_VALUE).map(({ index, 0: value }) => ({
    start: query + index,
    end: query + index + value.length,
    text: value.replace(/[=+]/g, ' ').replace('&', ','),
  }));
}
