/** Whether the choices answer what was asked, and what follows from them. Pure. */
import { type ChoiceSettings, choicesFor, choicesForGap } from '../core/choices.ts';
import type { FindingType } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { StoredItem } from './document.ts';
import type { DecisionInput } from './types.ts';

/** One person can be the uploader, so at most one face in a picture is. */
const MAX_OWN_FACES = 1;

export type Outcome =
  | { readonly kind: 'decided' }
  /** These items are scanned again; the other choices are asked for again with the new version. */
  | { readonly kind: 'retry'; readonly items: readonly number[] };

interface Question {
  readonly item: number;
  readonly type: FindingType | undefined;
  readonly choices: readonly string[];
}

/**
 * `remove` takes out the whole item, so its other questions need no answer; `retry` needs no answers beside it.
 * Throws `CHOICE_NOT_ALLOWED` and `CHOICES_INCOMPLETE`.
 */
export function weighChoices(
  items: readonly StoredItem[],
  choices: DecisionInput['choices'],
  settings: ChoiceSettings,
): Outcome {
  const questions = questionsOf(items, settings);
  assertAllowed(questions, choices);

  const chosen = new Map(choices.map(({ finding, choice }) => [finding, choice]));
  const itemsWith = (wanted: string): ReadonlySet<number> =>
    new Set([...questions].flatMap(([id, { item }]) => (chosen.get(id) === wanted ? item : [])));
  const removed = itemsWith('remove');
  const retried = [...itemsWith('retry')].filter((item) => !removed.has(item));
  if (retried.length > 0) return { kind: 'retry', items: retried };

  const open = [...questions].filter(([id, { item }]) => !chosen.has(id) && !removed.has(item));
  if (open.length > 0) {
    throw new BystanderError('CHOICES_INCOMPLETE', `${open.length} of ${questions.size} questions have no answer`);
  }
  return { kind: 'decided' };
}

function questionsOf(items: readonly StoredItem[], settings: ChoiceSettings): ReadonlyMap<string, Question> {
  const questions = items
    .filter(({ removed }) => removed !== true)
    .flatMap(({ n: item, findings, gaps }): [string, Question][] => [
      ...findings.map((finding): [string, Question] => [
        finding.id,
        { item, type: finding.type, choices: choicesFor(finding, settings) },
      ]),
      ...gaps.map((gap): [string, Question] => [
        gap.id,
        { item, type: undefined, choices: choicesForGap(gap, settings) },
      ]),
    ])
    .filter(([, { choices }]) => choices.length > 0);
  return new Map(questions);
}

function assertAllowed(questions: ReadonlyMap<string, Question>, choices: DecisionInput['choices']): void {
  const ownFaces = new Map<number, number>();
  for (const { finding, choice, basis } of choices) {
    const question = questions.get(finding);
    if (question === undefined) throw new BystanderError('CHOICE_NOT_ALLOWED', 'nothing is asked about one of the ids');
    if (!question.choices.includes(choice)) {
      throw new BystanderError('CHOICE_NOT_ALLOWED', `${choice} is not offered for one of the findings`);
    }
    if (choice === 'other-basis' && basis === undefined) {
      throw new BystanderError('CHOICES_INCOMPLETE', 'other-basis needs a basis');
    }
    if (choice !== 'self' || question.type !== 'face') continue;
    const faces = (ownFaces.get(question.item) ?? 0) + 1;
    if (faces > MAX_OWN_FACES)
      throw new BystanderError('CHOICE_NOT_ALLOWED', 'more than one face in a picture is self');
    ownFaces.set(question.item, faces);
  }
}
