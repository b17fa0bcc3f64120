/** One held file or text: what it shows, what was already done, and its questions. */
import { type Action, type FindingType, UNSEEN_IMAGE_TYPES } from '../core/types.ts';
import { type Catalog, fill, typeLabel } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import type { FindingQuestion, Question, ShownItem } from './question.ts';
import { renderPicture, type ShownPicture } from './render-picture.ts';
import type { Asking, Evidence } from './render-question.ts';
import { renderText } from './render-text.ts';
import { renderQuestions } from './render-together.ts';

export interface ItemPlace {
  /** `<base>/holds/<id>` */
  readonly href: string;
  readonly text: string | undefined;
  /** Whether the form field is named, to tell items apart. */
  readonly namesField: boolean;
}

export function renderItem(
  item: ShownItem,
  questions: readonly Question[],
  { href, text, namesField }: ItemPlace,
  asking: Asking,
): Markup {
  const { catalog } = asking;
  const evidence: Evidence = { picture: pictureOf(item, href, catalog), text };
  const field = fill(catalog.page.field, { field: fieldName(item.field) });
  return html`<section class="card" aria-labelledby="item-${item.n}">
<h2 id="item-${item.n}">${titleOf(item, catalog)}${namesField && html` <small>${field}</small>`}</h2>
<div class="${text === undefined && questions.length > 0 ? 'columns beside' : 'columns'}">
<div class="shown">${renderEvidence(evidence, questions, catalog)}${renderDone(item, catalog)}</div>
${questions.length > 0 && html`<div class="questions">${renderQuestions(questions, evidence, asking)}</div>`}
</div>
</section>`;
}

function renderEvidence({ picture, text }: Evidence, questions: readonly Question[], { page }: Catalog): Markup {
  const findings = questions.filter((question): question is FindingQuestion => question.kind === 'finding');
  if (text !== undefined) return renderText(text, findings);
  return picture === undefined ? html`<p class="done">${page.noPreview}</p>` : renderPicture(picture, findings);
}

/** Only a picture that decodes has a preview. */
function pictureOf(item: ShownItem, href: string, { page }: Catalog): ShownPicture | undefined {
  const { kind, mediaType, width, height } = item;
  if (kind !== 'image' || UNSEEN_IMAGE_TYPES.includes(mediaType)) return undefined;
  if (width === undefined || height === undefined) return undefined;
  return { href: `${href}/items/${item.n}/preview`, alt: page.previewAlt, width, height };
}

function titleOf({ kind, n }: ShownItem, { page }: Catalog): string {
  const words = { image: page.picture, text: page.text, other: page.file };
  return fill(words[kind], { n });
}

function renderDone(item: ShownItem, catalog: Catalog): Markup[] {
  const lines = [
    { words: catalog.page.alreadyRemoved, types: typesWith('strip', item) },
    { words: catalog.page.alreadyCovered, types: typesWith('redact', item) },
  ];
  return lines
    .filter((line) => line.types.length > 0)
    .map(
      (line) =>
        html`<p class="done"><span class="tick">✓ ${line.words}:</span> ${line.types.map((type) => typeLabel(catalog, type)).join(' · ')}</p>`,
    );
}

function typesWith(action: Action, { findings }: ShownItem): FindingType[] {
  return [...new Set(findings.filter((finding) => finding.action === action).map(({ type }) => type))];
}

/** `/body/prompt` is called `prompt`: the first part of a JSON Pointer (RFC 6901) says only where in the request it stood. */
function fieldName(field: string): string {
  if (!field.startsWith('/')) return field;
  const [, , ...names] = field.split('/');
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ') || field;
}
