/**
 * Names that a drawing's author chose (ids, classes, key frames, filter results) stand between marks until it is written, where each
 * becomes a number. The mark is a noncharacter that XML does not allow (XML 1.0 section 2.2), so nothing in a file can look like one.
 */

const MARK = '\uffff';
const MARKED = new RegExp(`${MARK}([ickr])([^${MARK}]{0,4096})${MARK}`, 'g');

/** Ids, classes, key frames and filter results have names of their own. */
export type NameKind = 'i' | 'c' | 'k' | 'r';

export function mark(kind: NameKind, name: string): string {
  return `${MARK}${kind}${name}${MARK}`;
}

/** Replaces the marked names. */
export function replaceMarks(value: string, by: (kind: NameKind, name: string) => string): string {
  return value.replace(MARKED, (_all, kind: NameKind, name: string) => by(kind, name));
}

/** The ids that a value refers to. */
export function markedIds(value: string): string[] {
  return Array.from(value.matchAll(MARKED), ([, kind, name]) => (kind === 'i' ? (name ?? '') : '')).filter(Boolean);
}
