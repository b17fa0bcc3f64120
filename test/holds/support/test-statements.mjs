// A catalogue of one statement in two languages, whose wording a test can change.
import { createHash } from 'node:crypto';

/**
 * @param {{ version?: string }} [wording]
 * @returns {import('../../../src/holds/types.ts').Statements}
 */
export function createTestStatements({ version = '1' } = {}) {
  const statement = (lang) => {
    const text = `Other people are in it. (${lang}, ${version})`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { id: 'other-people', version, lang, sha256, title: 'Other people', text };
  };
  const current = (lang) => statement(lang === 'de' ? 'de' : 'en');
  return { current, find: (id, lang) => (id === 'other-people' ? current(lang) : undefined) };
}
