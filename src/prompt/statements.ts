/** The statements an uploader confirms: found by id and language, and checked against their pinned hashes when they are loaded. */
import { createHash } from 'node:crypto';
import { ConfigError, type ConfigProblem } from '../errors.ts';
import type { Statement, Statements } from '../holds/types.ts';
import { chooseLanguage, LANGUAGES, type Language } from './language.ts';
import { type StatementEntry, UPLOADER_ATTESTATION } from './statement-catalog.ts';

/**
 * The catalogue as `Statements`. `lang` is a language tag or a whole `Accept-Language` header; English where it names none of ours.
 * Throws `ConfigError` when a wording does not have its pinned hash: the text was changed without a new version.
 */
export function createStatements(entry: StatementEntry = UPLOADER_ATTESTATION): Statements {
  const problems = LANGUAGES.flatMap((language) => problemsOf(entry, language));
  if (problems.length > 0) throw new ConfigError(problems);
  const current = (lang: string | undefined): Statement => statementIn(entry, chooseLanguage(lang));
  return { current, find: (id, lang) => (id === entry.id ? current(lang) : undefined) };
}

function problemsOf({ id, version, wordings }: StatementEntry, language: Language): ConfigProblem[] {
  const { text, sha256 } = wordings[language];
  if (createHash('sha256').update(text, 'utf8').digest('hex') === sha256) return [];
  return [
    {
      path: `statements.${id}.${language}`,
      expected: `the wording of version ${version}; changed text needs a new version`,
    },
  ];
}

function statementIn({ id, version, wordings }: StatementEntry, lang: Language): Statement {
  return { id, version, lang, ...wordings[lang] };
}
