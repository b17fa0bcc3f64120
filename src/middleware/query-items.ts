/** The query string as pairs: each key and each value is a leaf; what is replaced is written back in place, the rest stays as sent. */
import { BystanderError } from '../errors.ts';
import { type Leaf, NO_REPLACEMENTS, type Replacements } from './leaf.ts';

/** The query of a request target, without the question mark. */
export function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

/** The same request target with another query. */
export function withQuery(url: string, query: string): string {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return query === '' ? path : `${path}?${query}`;
}

/** Keys and values, decoded. Throws `TOO_MANY_FIELDS` over `maxLeaves`. */
export function queryLeaves(query: string, maxLeaves: number): Leaf[] {
  const leaves: Leaf[] = [];
  pairsOf(query).forEach(([rawName, rawValue], position) => {
    if (leaves.length + 2 > maxLeaves) {
      throw new BystanderError('TOO_MANY_FIELDS', `the query has more than ${maxLeaves} keys and values`);
    }
    const name = decode(rawName);
    const key = position * 2;
    const path = [{ name, key }];
    leaves.push({ index: key, kind: 'key', value: name, path });
    if (rawValue !== undefined) leaves.push({ index: key + 1, kind: 'value', value: decode(rawValue), path });
  });
  return leaves;
}

/** The query with leaves replaced; a pair whose key or value is removed is left out. */
export function withQueryLeaves(query: string, replacements: Replacements = NO_REPLACEMENTS): string {
  if (replacements.size === 0) return query;
  const pairs = pairsOf(query).flatMap(([rawName, rawValue], position) => {
    const name = replacements.get(position * 2);
    const value = replacements.get(position * 2 + 1);
    if (name === 'removed' || value === 'removed') return [];
    const left = name === undefined ? rawName : encodeURIComponent(String(name.value));
    const right = value === undefined ? rawValue : encodeURIComponent(String(value.value));
    return [right === undefined ? left : `${left}=${right}`];
  });
  return pairs.join('&');
}

function pairsOf(query: string): (readonly [string, string | undefined])[] {
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function decode(raw: string): string {
  const spaced = raw.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Query parsers hand a malformed escape on as it stands; so it is looked at as it stands.
    return spaced;
  }
}
