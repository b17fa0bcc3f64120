/** What went wrong with the posted answers, in the reader's words: for the whole page and beside each question. */
import type { Catalog } from './catalog/catalog.ts';
import { type GivenAnswers, idsOf, type Question, unansweredIds } from './question.ts';

export interface PageError {
  readonly code: string;
  /** Ids of the questions at fault, where the caller knows them. */
  readonly findings?: readonly string[];
}

/** The id that the confirmation box has among the problems. */
export const ACCEPTED = 'accepted';

export function problemText({ code }: PageError, { errors }: Catalog): string {
  switch (code) {
    case 'CHOICES_INCOMPLETE':
      return errors.incomplete;
    case 'CHOICE_NOT_ALLOWED':
      return errors.notAllowed;
    case 'FINDINGS_CHANGED':
      return errors.changed;
    case 'STATEMENT_CHANGED':
      return errors.statement;
    case 'RESIDUE':
      return errors.residue;
    case 'UNCLEANABLE':
      return errors.uncleanable;
    case 'TOKEN_INVALID':
      return errors.stale;
    case 'DECISION_MALFORMED':
      return errors.malformed;
    case 'BUSY':
      return errors.busy;
    default:
      return errors.other;
  }
}

/** By question id; the confirmation box stands under `ACCEPTED`. */
export function problemsBeside(
  error: PageError | undefined,
  questions: readonly Question[],
  answers: { readonly choices: GivenAnswers; readonly accepted: boolean },
  { errors }: Catalog,
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  if (error === undefined) return problems;
  if (error.code === 'CHOICES_INCOMPLETE') {
    const missing = error.findings ?? unansweredIds(questions, answers.choices);
    for (const id of questionsAbout(missing, questions)) problems.set(id, errors.chooseOne);
    if (!answers.accepted) problems.set(ACCEPTED, errors.tickBox);
  } else {
    for (const id of questionsAbout(error.findings ?? [], questions)) problems.set(id, errors.chooseAnother);
    for (const id of surplusSelves(questions, answers.choices)) problems.set(id, errors.oneSelf);
  }
  return problems;
}

/** By the questions' ids, each once. */
function questionsAbout(findings: readonly string[], questions: readonly Question[]): readonly string[] {
  const wanted = new Set(findings);
  return questions.filter((question) => idsOf(question).some((id) => wanted.has(id))).map(({ id }) => id);
}

/** Faces answered with "this is me" where another face of the same picture is, too. */
function surplusSelves(questions: readonly Question[], choices: GivenAnswers): readonly string[] {
  const selves = new Set(choices.filter(({ choice }) => choice === 'self').map(({ finding }) => finding));
  const faces = questions.filter(
    (question) => question.kind === 'finding' && question.finding.type === 'face' && selves.has(question.id),
  );
  return faces
    .filter(({ id, item }) => faces.some((other) => other.id !== id && other.item.n === item.n))
    .map(({ id }) => id);
}
