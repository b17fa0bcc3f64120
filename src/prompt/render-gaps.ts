/** What could not be looked for in one item, for one reason: one question for all of it. */
import { offeredChoices } from './answer-wording.ts';
import { fill } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import type { GapQuestion, GivenAnswers } from './question.ts';
import { type Asking, gapName, renderAnswers } from './render-question.ts';

/** Each of several gaps is a place that a list of problems leads to. */
export function renderGaps(
  group: readonly GapQuestion[],
  first: GapQuestion,
  chosen: GivenAnswers[number] | undefined,
  { catalog, problems }: Asking,
): Markup {
  const ids = group.map(({ id }) => id);
  const id = `gaps-${first.id}`;
  const what = [...new Set(group.map((question) => gapName(question, catalog)))].join(', ');
  const answers = { name: `together.${ids.join('.')}`, id, question: first, choices: offeredChoices(first), chosen };
  const problem = ids.map((member) => problems.get(member)).find((text) => text !== undefined);
  return html`<fieldset class="question" aria-describedby="${id}">
<legend>${group.map((question) => html`<span class="number" id="q-${question.id}" aria-hidden="true">${question.number}</span>`)}<span class="what">${fill(catalog.gap.title, { what })}</span></legend>
${problem !== undefined && html`<p class="problem">${problem}</p>`}<p class="evidence" id="${id}">${catalog.gap.reasons[first.gap.reason]}</p>
${renderAnswers(answers, catalog)}
</fieldset>`;
}
