/** The words for each answer, by what it is given about. */
import type { Choice, FindingType, GapChoice } from '../core/types.ts';
import type { Answer, Catalog } from './catalog/catalog.ts';
import { type Question, typesOf } from './question.ts';

/** Where it is a person that was found and not something of theirs. */
const PEOPLE: readonly FindingType[] = ['face', 'person', 'region'];
/** What is said of a person. */
const STATEMENTS: readonly FindingType[] = ['minor', 'special-category'];

/** What changes or leaves the upload, and what keeps the place in it with a reason. */
const ACTING: readonly (Choice | GapChoice)[] = ['redact', 'retry', 'looked', 'remove'];
const KEEPING: readonly (Choice | GapChoice)[] = ['self', 'ours', 'consent', 'other-basis', 'not-personal'];

export interface OfferedChoices {
  readonly acting: readonly (Choice | GapChoice)[];
  readonly keeping: readonly (Choice | GapChoice)[];
}

/** The choices that the question offers, in the order of the page. */
export function offeredChoices(question: Question): OfferedChoices {
  const offered: readonly (Choice | GapChoice)[] = question.kind === 'gap' ? question.gap.choices : question.choices;
  return {
    acting: ACTING.filter((choice) => offered.includes(choice)),
    keeping: KEEPING.filter((choice) => offered.includes(choice)),
  };
}

export function answerFor(choice: Choice | GapChoice, question: Question, { answers }: Catalog): Answer {
  const types = question.kind === 'finding' ? typesOf(question) : [];
  // What is said of several things at once is said as of things.
  const type = types.length === 1 ? types[0] : undefined;
  switch (choice) {
    case 'redact':
      return question.item.kind === 'text' ? answers.mask : answers.cover;
    case 'remove':
      return question.item.kind === 'text' ? answers.leaveTextOut : answers.leaveFileOut;
    case 'self':
      return ownAnswer(type, answers);
    case 'ours':
      return answers.ours;
    case 'consent':
      return types.includes('minor') ? answers.parentConsent : answers.consent;
    case 'other-basis':
      return answers.otherBasis;
    case 'not-personal':
      return type === 'face' || type === 'region' ? answers.notPersonalFace : answers.notPersonal;
    case 'retry':
      return answers.retry;
    case 'looked':
      return answers.looked;
  }
}

function ownAnswer(type: FindingType | undefined, { me, mine, aboutMe }: Catalog['answers']): Answer {
  if (type !== undefined && STATEMENTS.includes(type)) return aboutMe;
  return type !== undefined && PEOPLE.includes(type) ? me : mine;
}
