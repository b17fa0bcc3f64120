/**
 * Pictures say how a number is written: `9` stands for a digit, `A` for a letter, `*` for either, all else for itself, as
 * `999-99-9999`. An index finds the pictures that fit a written number by its layout, without trying them all. Pure.
 */

/** Pictures by their layout. */
export type PictureIndex = ReadonlyMap<string, readonly string[]>;

/** Stands for a digit or letter in a layout; no separator looks like it. */
export const SIGN = 'x';

export function indexPictures(pictures: Iterable<string>): PictureIndex {
  const index = new Map<string, string[]>();
  for (const picture of new Set(pictures)) {
    const layout = picture.replace(/[9A*]/g, SIGN);
    const sameLayout = index.get(layout);
    if (sameLayout) sameLayout.push(picture);
    else index.set(layout, [picture]);
  }
  return index;
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
