/** From a text to what its sentences say of persons: the frame that the detectors of statements fill. Linear. */
import type { Language, PeopleRole } from './people-words.ts';
import { type Reading, readIn } from './reading.ts';
import { createSentenceFinder } from './sentences-with.ts';
import { type Statement, surest } from './surest.ts';
import type { Token } from './tokens.ts';
import { createWordTable, type WordTable } from './word-table.ts';

/** A word that begins to say something, in one language. */
export interface Trigger {
  readonly language: Language;
}

export interface StatementForm<Role, One extends Trigger, Said extends Statement> {
  /** Words in the notation of the word table. */
  readonly triggers: readonly (readonly [string, One])[];
  readonly roles: Readonly<Record<Language, WordTable<Role | PeopleRole>>>;
  statementAt(reading: Reading<Role>, index: number, trigger: One): Said | undefined;
}

/** A statement with its place in UTF-16 offsets. */
export type FoundStatement<Said extends Statement> = Said & { readonly start: number; readonly end: number };

/** Finds the statements of one form, in the order of their places and not over each other. */
export function createStatementFinder<Role, One extends Trigger, Said extends Statement>({
  triggers,
  roles,
  statementAt,
}: StatementForm<Role, One, Said>): (text: string) => FoundStatement<Said>[] {
  const triggersOf = createWordTable(triggers);
  const sentencesWith = createSentenceFinder(
    triggers.map(([word]) => word),
    triggersOf,
  );
  return (text) => {
    const found: FoundStatement<Said>[] = [];
    for (const tokens of sentencesWith(text)) {
      const statements = inLikeliestLanguage(tokens, triggersOf, roles).flatMap(({ reading, index, trigger }) => {
        const statement = statementAt(reading, index, trigger);
        return statement === undefined ? [] : [statement];
      });
      for (const statement of surest(statements)) {
        const [start, end] = [tokens[statement.first]?.start ?? 0, tokens[statement.last]?.end ?? 0];
        // Windows into a long sentence share their edges.
        if (start >= (found.at(-1)?.end ?? 0)) found.push({ ...statement, start, end });
      }
    }
    return found;
  };
}

interface Candidate<Role, One> {
  readonly reading: Reading<Role>;
  readonly index: number;
  readonly trigger: One;
}

/** The triggers of the language that knows most of the sentence's words: "he is a cancer researcher" has a French verb in it. */
function inLikeliestLanguage<Role, One extends Trigger>(
  tokens: readonly Token[],
  triggersOf: WordTable<One>,
  roles: StatementForm<Role, One, Statement>['roles'],
): readonly Candidate<Role, One>[] {
  const byLanguage = new Map<Language, Candidate<Role, One>[]>();
  for (const [index, { text }] of tokens.entries()) {
    for (const trigger of triggersOf(text)) {
      const same = byLanguage.get(trigger.language) ?? [];
      byLanguage.set(trigger.language, same);
      const reading = same[0]?.reading ?? readIn<Role>(trigger.language, roles[trigger.language], tokens);
      same.push({ reading, index, trigger });
    }
  }
  const readings = [...byLanguage.values()];
  if (readings.length < 2) return readings.flat();
  const known = readings.map(([first]) => tokens.filter((_, at) => first?.reading.isKnown(at)).length);
  const most = Math.max(...known);
  return readings.filter((_, at) => known[at] === most).flat();
}
