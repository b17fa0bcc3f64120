/**
 * The words in a JSON document: image generators keep prompts and whole workflows as one, with the same text several times, and with
 * letters and line breaks escaped, which hides names from detectors.
 */

/** Values looked at; a workflow has some thousand. */
const MAX_VALUES = 100_000;

/** Keys and string values in their order, an object's keys first, each once and on a line of its own; undefined for what is no JSON object or array. Numbers are settings, not prose. */
export function jsonStrings(text: string): string | undefined {
  const root = parse(text);
  if (typeof root !== 'object' || root === null) return undefined;
  const strings = new Set<string>();
  const pending: unknown[] = [root];
  for (let values = 0; pending.length > 0 && values < MAX_VALUES; values++) {
    const value = pending.pop();
    if (typeof value === 'string') strings.add(value);
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) strings.add(key);
    // Taken from the end, so that what is read stays in the document's order.
    for (const inner of Object.values(value).reverse()) pending.push(inner);
  }
  return pending.length === 0 ? [...strings].join('\n') : undefined;
}

function parse(text: string): unknown {
  if (!/^\s{0,64}[[{]/.test(text)) return undefined;
  try {
    // Generators written in Python leave NaN where there is no number.
    return JSON.parse(text.replace(/(?<=[:,[]\s{0,4})NaN\b/g, 'null'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
