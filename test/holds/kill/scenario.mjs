// What the child of the kill test writes and what must be found after it was killed: everything follows from a text's own first line.

/** @param {string} key */
export function originalText(key) {
  return `${key}\nfirst-${key}@example.org and second-${key}@example.org\n${key.repeat(200)}`;
}

/** The text after the first address was redacted and the second kept. @param {string} key */
export function decidedText(key) {
  return originalText(key).replace(`first-${key}@example.org`, '[removed]');
}

/** @param {string} text */
export function keyOf(text) {
  return text.slice(0, text.indexOf('\n'));
}

export const SUBJECT = 'killed';
export const ORIGIN = { kind: 'upload', method: 'POST', path: '/uploads', mount: '' };
export const KEYS = [{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }];
export const SETTINGS = {
  audience: 'consumer',
  unscanned: 'ask',
  holdsPerSubject: 1_000_000,
  heldBytes: 10 ** 12,
};
