/**
 * JSON as lines, one for each value; of visible digital seals on travel documents (VDS-NC, ICAO Doc 9303 part 13) the holder by what the
 * short names of its fields mean. Pure. Deeper or longer JSON than is read here is searched as it stands.
 */
import { type LabelledLines, labelledLines, type Payload, readableKey } from './labelled-lines.ts';

/** Health cards have their patient nine deep. */
const MAX_DEPTH = 16;
const MAX_VALUES = 400;

export function readJson(text: string): Payload | undefined {
  if (!/^\s{0,8}[{[]/.test(text)) return undefined;
  const value = parsed(text);
  return value === undefined ? undefined : readValues(value);
}

/** The same for a value that another format brought; undefined where it is too deep or too long. */
export function readValues(value: unknown): Payload | undefined {
  const lines = labelledLines('vds-nc');
  addHolder(value, lines);
  return addValues(value, lines) ? lines.payload() : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addHolder(value: unknown, lines: LabelledLines): void {
  const holder = at(at(at(value, 'data'), 'msg'), 'pid');
  lines.add('Name', wordsAt(holder, 'n'), 'person');
  lines.add('Date of birth', wordsAt(holder, 'dob'), 'date-of-birth');
  lines.add('Passport number', wordsAt(holder, 'i'), 'passport');
}

function addValues(root: unknown, lines: LabelledLines): boolean {
  const waiting: { readonly key: string; readonly value: unknown; readonly depth: number }[] = [
    { key: '', value: root, depth: 0 },
  ];
  let read = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { key, value, depth } = next;
    if (++read > MAX_VALUES || depth > MAX_DEPTH) return false;
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, inner]) => ({
        key: Array.isArray(value) ? key : name,
        value: inner,
        depth: depth + 1,
      }));
      waiting.push(...entries.slice(0, MAX_VALUES));
      if (entries.length > MAX_VALUES) return false;
    } else if (typeof value === 'string' || typeof value === 'number') lines.add(readableKey(key), String(value));
  }
  return true;
}

/** A field of what may be no object. */
function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function wordsAt(value: unknown, key: string): string | undefined {
  const words = at(value, key);
  return typeof words === 'string' ? words : undefined;
}
