/** Numbers for words and for what is seen together: fast, deterministic, 32 bits. Not for secrets. */

/** FNV-1a over UTF-16 units from `start` to `end`; http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string, start = 0, end: number = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Two numbers as one, where the order counts; the finisher of MurmurHash3 spreads the bits. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Two numbers and the kind of what they say as one, in a single step: a bucket of features, not a key that must be unique. */
export function joined(kind: number, a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + kind, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ kind, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
