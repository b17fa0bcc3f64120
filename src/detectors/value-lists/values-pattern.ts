/** One pattern for a list of values: a tree of their letters, so that a thousand values cost a text little more than one does. */
import { isGrouped, normaliseValue } from '../../core/normalise-value.ts';
import type { FindingType } from '../../core/types.ts';

interface Branch {
  /** By what comes next, as the source of a pattern. */
  readonly next: Map<string, Branch>;
  isEnd: boolean;
}

/** Between the digits and letters of a number, wherever the text groups them. */
const BETWEEN = '[ \\u00a0().\\-/]{0,3}';
const BLANKS = '\\s{1,4}';

/**
 * Finds the values of one type in any case and grouping, with no letter or digit on either side; undefined where there is none. Linear: no
 * repetition but bounded ones, and of the branches at one place no two begin alike.
 */
export function valuesPattern(type: FindingType, values: readonly string[]): RegExp | undefined {
  const root: Branch = { next: new Map(), isEnd: false };
  for (const value of values) {
    let branch = root;
    for (const part of partsOf(type, value)) branch = nextOf(branch, part);
    branch.isEnd = branch !== root;
  }
  if (root.next.size === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${sourceOf(root)}(?![\\p{L}\\p{N}])`, 'giu');
}

function partsOf(type: FindingType, value: string): string[] {
  const normal = normaliseValue(type, value);
  if (!isGrouped(type)) return [...normal].map((letter) => (letter === ' ' ? BLANKS : escaped(letter)));
  return [...normal].map((letter, at) => {
    if (letter === '+') return '(?:\\+|00)';
    return (at === 0 || normal[at - 1] === '+' ? '' : BETWEEN) + escaped(letter);
  });
}

function nextOf({ next }: Branch, part: string): Branch {
  const known = next.get(part) ?? { next: new Map(), isEnd: false };
  next.set(part, known);
  return known;
}

/** A value that goes on is tried before one that ends. */
function sourceOf({ next, isEnd }: Branch): string {
  const [first, ...others] = [...next].map(([part, branch]) => part + sourceOf(branch));
  if (first === undefined) return '';
  return others.length === 0 && !isEnd ? first : `(?:${[first, ...others].join('|')})${isEnd ? '?' : ''}`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, (sign) => `\\${sign}`);
}
