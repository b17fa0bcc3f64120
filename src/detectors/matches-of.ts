/**
 * All matches of a global pattern, as `matchAll` gives them. For patterns that are asked of every text: each call of `matchAll` makes
 * a copy of its pattern, which takes longer than the search in a short text.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += unitsAt(text, match.index, pattern);
  }
  return matches;
}

/** Behind an empty match: with the flag `u` a search would step back from the middle of a code point. */
function unitsAt(text: string, index: number, { unicode }: RegExp): number {
  return unicode && (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
