// A redactor that really redacts and reads again, small enough for tests and for the child of the kill test. Plain JavaScript; the
// class of its error comes from outside: of src/ in tests, of dist/ in the child.
// Texts: findings are masked by their offsets. Pictures: one byte a pixel; boxes are painted over.
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,10}/g;

/** @param {string} text @returns {import('../../../src/core/types.ts').Finding[]} */
export function findEmails(text) {
  return [...text.matchAll(EMAIL)].map((match, index) => ({
    id: `f${index + 1}`,
    type: 'email',
    score: 0.99,
    detector: 'email',
    action: 'confirm',
    subject: 'unknown',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** @param {string} text @returns {import('../../../src/core/types.ts').Report} */
export function reportOn(text) {
  const findings = findEmails(text);
  return {
    verdict: findings.length > 0 ? 'hold' : 'pass',
    input: { kind: 'text', mediaType: 'text/plain', bytes: Buffer.byteLength(text), length: text.length },
    findings,
    gaps: [],
    assessed: { email: findings.length > 0 ? 'found' : 'none_found' },
  };
}

/** @param {string} text @param {readonly { start: number, end: number }[]} places */
export function mask(text, places) {
  return [...places]
    .sort((left, right) => right.start - left.start)
    .reduce((masked, { start, end }) => `${masked.slice(0, start)}[removed]${masked.slice(end)}`, text);
}

/**
 * @param {new (reason: 'residue', message: string) => Error} UncleanableError
 * @returns {import('../../../src/holds/types.ts').ItemRedactor}
 */
export function createMaskRedactor(UncleanableError) {
  return {
    async redact(item, content, findings) {
      const { mediaType } = item;
      if (item.kind === 'image') return { bytes: paint(item, content, findings), mediaType };
      const text = Buffer.from(content).toString();
      const masked = mask(text, findings);
      const values = findings.map(({ start, end }) => text.slice(start, end));
      if (values.some((value) => masked.includes(value))) throw new UncleanableError('residue', 'found again');
      return { bytes: Buffer.from(masked), mediaType };
    },
    async rescan(_item, content) {
      return reportOn(Buffer.from(content).toString());
    },
    async preview(item, content) {
      return { bytes: content, mediaType: item.mediaType };
    },
  };
}

function paint(item, content, findings) {
  const painted = Uint8Array.from(content);
  for (const { box } of findings) {
    for (let y = box.y; y < box.y + box.height; y += 1) {
      painted.fill(0, y * item.width + box.x, y * item.width + box.x + box.width);
    }
  }
  return painted;
}
