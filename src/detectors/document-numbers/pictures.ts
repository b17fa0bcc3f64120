/**
 * Pictures say how a number is written: `9` stands for a digit, `A` for a letter, `*` for either, all else for itself, as
 * `999-99-9999`. An index finds the pictures that fit a written number by its layout, without trying them all. Pure.
 */

export interface PictureIndex {
  readonly byLayout: ReadonlyMap<string, readonly string[]>;
  /** UTF-16 units of the shortest layout. */
  readonly leastUnits: number;
}

/** Stands for a digit or letter in a layout; no separator looks like it. */
export const SIGN = 'x';

export function indexPictures(pictures: Iterable<string>): PictureIndex {
  const byLayout = new Map<string, string[]>();
  for (const picture of new Set(pictures)) {
    const layout = picture.replace(/[9A*]/g, SIGN);
    const sameLayout = byLayout.get(layout);
    if (sameLayout) sameLayout.push(picture);
    else byLayout.set(layout, [picture]);
  }
  return { byLayout, leastUnits: Math.min(...Array.from(byLayout.keys(), ({ length }) => length)) };
}

/** Whether the digits and letters fit a picture of their layout; separators are not compared. */
export function fitsPicture(compact: string, picture: string): boolean {
  let at = 0;
  for (const sign of picture) {
    if (sign !== '9' && sign !== 'A' && sign !== '*') continue;
    // Below the colon only digits stand in a compact number.
    const isDigit = compact.charCodeAt(at) < 0x3a;
    if (sign !== '*' && isDigit !== (sign === '9')) return false;
    at += 1;
  }
  return at === compact.length;
}
