/** Names in the fields of a form: `Surname / MILLER`, a first name and a last name below their labels. */
import type { LabelledField } from './labelled-fields.ts';
import { MODEL_SURE, type NamesIn, nameLine } from './name-lines.ts';
import type { Raised } from './placed.ts';

const SCORE = 0.65;

/** Where both parts of a name are labelled, any words in capitals are one; where one is, what the model knows as a name. */
export function formNames(fields: readonly LabelledField[], namesIn: NamesIn): Raised[] {
  const parts = fields.flatMap(({ field, value, isNumbered }) => {
    const name = value === undefined || isNumbered ? undefined : nameLine(value.text, namesIn);
    const isPart = field === 'surname' || field === 'given-names';
    return isPart && value !== undefined && name !== undefined ? [{ field, value, model: name.model }] : [];
  });
  const hasBoth = new Set(parts.map(({ field }) => field)).size === 2;
  const reasons = ['document:form'];
  return parts
    .filter(({ model }) => hasBoth || model >= MODEL_SURE)
    .map(({ value: { placed, start, end } }) => ({
      page: placed.page,
      detection: { type: 'person', detector: 'document-kind', reasons, score: SCORE, start, end },
    }));
}
