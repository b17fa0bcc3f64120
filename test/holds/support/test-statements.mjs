// A catalogue of one statement in two languages, whose wording a test can change.
import { createHash } from 'node:crypto';

/** @param {{ version?: string }} [wording] */
export function createTestStatements({ version = '1' } = {}) {
  const statements = new Map(
    ['en', 'de'].map((lang) => {
      const text = `Other people are in it. (${lang}, ${version})`;
      const sha256 = createHash('sha256').update(text).digest('hex');
      return [lang, { id: 'other-people', version, lang, sha256, title: 'Other people', text }];
    }),
  );
  return {
    current: (lang) => statements.get(lang ?? 'en') ?? statements.get('en'),
    find: (id, lang) => (id === 'other-people' ? statements.get(lang ?? 'en') : undefined),
  };
}
