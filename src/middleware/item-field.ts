/** How an item is called towards others: a form field's name or a JSON Pointer (RFC 6901), never with personal data in it. */
import type { PlaceName } from './content.ts';
import type { Item } from './items.ts';
import type { PathStep } from './leaf.ts';

/** A programmer's identifier without a run of digits that could be a number of somebody's. */
const IDENTIFIER = /^(?!.*\d{5})[A-Za-z_$][\w$-]{0,63}$/;
const POSITION = /^\d{1,7}$/;

const ROOTS: Readonly<Record<PlaceName, string>> = {
  body: '/body',
  query: '/query',
  'file-name': '/files',
  'field-name': '/files',
};

/** Keys in which something was found; they appear in no pointer. */
export type FlaggedKeys = ReadonlySet<string>;

/** The set's entry for the key with this ordinal in its place. */
export function flaggedKey(place: PlaceName, key: number): string {
  return `${place}:${key}`;
}

/** The field's name of a file, or the pointer to a string; steps that could be personal data are numbered instead. */
export function fieldOf(item: Item, flagged: FlaggedKeys): string {
  if (item.kind === 'file') return IDENTIFIER.test(item.fieldname) ? item.fieldname : `/files/${item.file}`;
  const { place, path } = item.slot.leaf;
  return [ROOTS[place], ...path.map((step) => segment(place, step, flagged))].join('/');
}

/** Context for the text detectors: the nearest key above the text. Stays within the process. */
export function fieldNameOf(item: Item): string | undefined {
  if (item.kind !== 'text' || item.slot.leaf.kind === 'key') return undefined;
  return item.slot.leaf.path.findLast(({ key }) => key !== undefined)?.name;
}

function segment(place: PlaceName, { name, key }: PathStep, flagged: FlaggedKeys): string {
  if (key === undefined) return POSITION.test(name) || IDENTIFIER.test(name) ? name : '*';
  return IDENTIFIER.test(name) && !flagged.has(flaggedKey(place, key)) ? name : `*${key}`;
}
