import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { LANGUAGES } from '../../src/prompt/language.ts';
import { UPLOADER_ATTESTATION } from '../../src/prompt/statement-catalog.ts';
import { createStatements } from '../../src/prompt/statements.ts';

describe('statements', () => {
  it.each(LANGUAGES)('name the SHA-256 of the exact wording in %s', (language) => {
    const statement = createStatements().current(language);
    expect(statement.lang).toBe(language);
    expect(statement.sha256).toBe(createHash('sha256').update(Buffer.from(statement.text, 'utf8')).digest('hex'));
  });

  it('have a wording of their own in every language', () => {
    const texts = LANGUAGES.map((language) => createStatements().current(language).text);
    expect(new Set(texts).size).toBe(LANGUAGES.length);
  });

  it('fall back to English', () => {
    const statements = createStatements();
    expect(statements.current(undefined).lang).toBe('en');
    expect(statements.current('pt-BR').lang).toBe('en');
  });

  it('are found by id and language, and only by their own id', () => {
    const statements = createStatements();
    const { id } = statements.current('ka');
    expect(statements.find(id, 'ka')).toEqual(statements.current('ka'));
    expect(statements.find('another', 'ka')).toBeUndefined();
  });

  it('stop start-up when a wording was changed under its old version, naming each place and no wording', () => {
    const changed = structuredClone(UPLOADER_ATTESTATION.wordings);
    const wordings = {
      ...changed,
      de: { ...changed.de, text: `${changed.de.text} Und noch etwas.` },
      ru: { ...changed.ru, sha256: '0'.repeat(64) },
    };
    const load = () => createStatements({ ...UPLOADER_ATTESTATION, wordings });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      /^statements\.uploader-attestation\.de: .*new version; statements\.uploader-attestation\.ru: /,
    );
    expect(load).not.toThrow(/Und noch etwas/);
  });
});
