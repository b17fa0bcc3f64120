/**
 * Takes out marks that stand within a value: tags and comments of HTML that make no new box (`<b>john</b>@…`), Markdown's marks for
 * bold, code and struck text (`**555**-0123`), and its escapes (`john\_doe\@…`). Only with a character of a value on both sides.
 */
import { matchesOf } from '../matches-of.ts';
import type { Rewriting } from './rewritten.ts';

/** https://html.spec.whatwg.org/multipage/text-level-semantics.html, and those that are obsolete. */
const INLINE =
  'abbr|acronym|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr';
const TAG = String.raw`<\/?(?:${INLINE})(?:[ \t\n][^<>]{0,200})?\/?>|<!--[^<>]{0,200}-->|<[au](?:[ \t\n][^<>]{0,200})?>|<\/a>`;
const MARK = String.raw`\*{1,3}|__|~~|\|\||\x60{1,2}`;
const MARKED = new RegExp(`(?:${TAG}){1,8}|${MARK}|\\\\[@._+*()-]`, 'gi');
/** What values are made of. */
const VALUE = /[\p{L}\p{N}@._+\-()]/u;

/** Each of them has one of these. */
const SOME_MARK = /[<*_~|`\\]/;

export const withinMarks: Rewriting = (text) => {
  if (!SOME_MARK.test(text)) return [];
  return matchesOf(text, MARKED).flatMap(({ index: start, 0: mark }) => {
    if (mark.startsWith('\\')) return [{ start, end: start + 1, text: '' }];
    const end = start + mark.length;
    const isWithin = VALUE.test(text.charAt(start - 1)) && VALUE.test(text.charAt(end));
    return isWithin && !isProduct(text, mark, start) ? [{ start, end, text: '' }] : [];
  });
};

/** `5*3` and `GB29*NWBK`, not emphasis. */
function isProduct(text: string, mark: string, at: number): boolean {
  return mark === '*' && /[\dA-Z]\*[\dA-Z]/.test(text.slice(at - 1, at + 2));
}
