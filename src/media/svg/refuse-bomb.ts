/**
 * Refuses drawings that draw without an end: a few `use` elements inside each other can make a renderer draw a billion shapes. Misses:
 * references in stylesheets, which name no element of their own.
 */
import { MalformedImageError } from '../walkers/byte-view.ts';
import type { Drawing } from './drawing.ts';
import { markedIds } from './marks.ts';

/** Elements that are drawn when every reference is followed. */
const MAX_DRAWN = 5_000_000;
/** Elements and references on the way down. */
const MAX_DEPTH = 1000;
/** What moves, is timed or is linked is not drawn once more for it. */
const NOT_DRAWN: readonly string[] = ['animate', 'animateMotion', 'animateTransform', 'set', 'mpath', 'a', 'textPath'];

/** Throws `MalformedImageError`. */
export function refuseBomb(root: Drawing): void {
  const byId = new Map<string, Drawing>();
  index(root, byId);
  const counted = new Map<Drawing, number>();
  const open = new Set<Drawing>();
  const count = (drawing: Drawing, depth: number): number => {
    const known = counted.get(drawing);
    if (known !== undefined) return known;
    if (open.has(drawing) || depth > MAX_DEPTH) throw new MalformedImageError('SVG: circular reference');
    open.add(drawing);
    let drawn = 1;
    for (const next of [...drawing.children, ...referred(drawing, byId)])
      if (typeof next !== 'string') drawn += count(next, depth + 1);
    open.delete(drawing);
    if (drawn > MAX_DRAWN) throw new MalformedImageError('SVG: too many copies');
    counted.set(drawing, drawn);
    return drawn;
  };
  count(root, 0);
}

function* referred({ name, attributes }: Drawing, byId: ReadonlyMap<string, Drawing>): Generator<Drawing> {
  if (NOT_DRAWN.includes(name)) return;
  for (const [, value] of attributes) {
    if (typeof value !== 'string') continue;
    for (const id of markedIds(value)) {
      const target = byId.get(id);
      if (target !== undefined) yield target;
    }
  }
}

/** The first of several with one id counts. */
function index(drawing: Drawing, byId: Map<string, Drawing>): void {
  if (drawing.id !== undefined && !byId.has(drawing.id)) byId.set(drawing.id, drawing);
  for (const child of drawing.children) if (typeof child !== 'string') index(child, byId);
}
