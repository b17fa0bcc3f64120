/** Walks a parsed body: every key, string, long number and byte string at any depth, and puts other values in their places. */
import { BystanderError } from '../errors.ts';
import { type Leaf, NO_REPLACEMENTS, type PathStep, type Replacement, type Replacements } from './leaf.ts';

/** Levels of a body; deeper is refused, parsers of hosts would not read it sensibly either. */
const MAX_DEPTH = 64;
/** Members of one array, also of a sparse one. */
const MAX_ARRAY_LENGTH = 1_000_000;
/** Shorter numbers are no telephone, card or document numbers. */
const MIN_DIGITS = 7;

const REMOVED: unique symbol = Symbol('removed');

interface Walk {
  next: number;
  visit(leaf: Leaf): Replacement | undefined;
}

/** All leaves of a body in order. Throws `TOO_MANY_FIELDS` over `maxLeaves` or too deep. */
export function bodyLeaves(body: unknown, maxLeaves: number): Leaf[] {
  const leaves: Leaf[] = [];
  rebuild(body, [], {
    next: 0,
    visit(leaf) {
      if (leaves.length >= maxLeaves) throw tooMany(`more than ${maxLeaves} keys and strings`);
      leaves.push(leaf);
      return undefined;
    },
  });
  return leaves;
}

/** A copy of the body with leaves replaced or taken out; the body itself where nothing is replaced. */
export function withBodyLeaves(body: unknown, replacements: Replacements = NO_REPLACEMENTS): unknown {
  if (replacements.size === 0) return body;
  const result = rebuild(body, [], { next: 0, visit: ({ index }) => replacements.get(index) });
  return result === REMOVED ? undefined : result;
}

function rebuild(node: unknown, path: readonly PathStep[], walk: Walk): unknown {
  const value = leafValue(node);
  if (value !== undefined) {
    const replacement = walk.visit({ index: walk.next++, kind: 'value', value, path });
    if (replacement === undefined) return node;
    return replacement === 'removed' ? REMOVED : replacement.value;
  }
  if (typeof node !== 'object' || node === null) return node;
  if (path.length >= MAX_DEPTH) throw tooMany(`more than ${MAX_DEPTH} levels`);
  return Array.isArray(node) ? rebuildArray(node, path, walk) : rebuildObject(node, path, walk);
}

function rebuildArray(node: readonly unknown[], path: readonly PathStep[], walk: Walk): unknown {
  if (node.length > MAX_ARRAY_LENGTH) throw tooMany(`more than ${MAX_ARRAY_LENGTH} array members`);
  const members = node.map((member, position) => rebuild(member, [...path, { name: String(position) }], walk));
  // Filtering would also close the holes of a sparse array.
  return members.includes(REMOVED) ? members.filter((member) => member !== REMOVED) : members;
}

function rebuildObject(node: object, path: readonly PathStep[], walk: Walk): unknown {
  const members = new Map<string, unknown>();
  const entries = Object.entries(node);
  // Dates and the like hold nothing to look at, and would not survive being copied.
  if (entries.length === 0) return node;
  for (const [name, member] of entries) {
    const key = walk.next++;
    const step = [...path, { name, key }];
    const replacement = walk.visit({ index: key, kind: 'key', value: name, path: step });
    const result = rebuild(member, step, walk);
    if (replacement === 'removed' || result === REMOVED) continue;
    members.set(replacement === undefined ? name : freeName(String(replacement.value), members), result);
  }
  // fromEntries defines properties, so that a key `__proto__` stays a key.
  return Object.setPrototypeOf(Object.fromEntries(members), Object.getPrototypeOf(node));
}

function leafValue(node: unknown): string | Uint8Array | undefined {
  if (typeof node === 'string' || node instanceof Uint8Array) return node;
  if (typeof node !== 'number' && typeof node !== 'bigint') return undefined;
  const text = String(node);
  return text.replace(/\D/g, '').length >= MIN_DIGITS ? text : undefined;
}

/** Two masked keys may become the same word; neither may swallow the other's value. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} ${count}`;
  return free;
}

function tooMany(message: string): BystanderError {
  return new BystanderError('TOO_MANY_FIELDS', `the body has ${message}`);
}
