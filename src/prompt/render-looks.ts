/** How places of pictures are to be covered: one choice for all of them, each look shown on a small drawing. */
import { COVER_STYLES, type CoverStyle } from '../core/options.ts';
import type { Catalog } from './catalog/catalog.ts';
import { html, type Markup } from './html.ts';
import type { Question } from './question.ts';

const CELL = 6;
/** Lightness of the drawing's cells, line by line, in per cent. */
const CELLS: readonly (readonly number[])[] = [
  [62, 70, 66, 74],
  [72, 60, 69, 63],
  [65, 73, 61, 71],
  [70, 64, 74, 60],
  [61, 71, 65, 68],
];

/** Undefined where nothing that is asked about can be covered. A look is no answer, so `chosen` is chosen beforehand. */
export function renderLooks(
  questions: readonly Question[],
  chosen: CoverStyle,
  { looks }: Catalog,
): Markup | undefined {
  if (!questions.some(canBeCovered)) return undefined;
  return html`<fieldset class="card looks" aria-describedby="looks-hint">
<legend>${looks.title}</legend>
<p id="looks-hint"><small>${looks.hint}</small></p>
<div class="answers">${COVER_STYLES.map(
    (style) =>
      html`<label class="answer"><input type="radio" name="cover" value="${style}"${style === chosen && html` checked`}>${renderDrawing(style)}<span>${looks[style]}</span></label>`,
  )}</div>
</fieldset>`;
}

function canBeCovered(question: Question): boolean {
  if (question.kind === 'gap' || question.item.kind !== 'image') return false;
  return 'box' in question.finding && question.choices.includes('redact');
}

/** Head and shoulders before a wall, with the head covered. */
function renderDrawing(style: CoverStyle): Markup {
  return html`<svg class="look" aria-hidden="true" focusable="false" width="64" height="48" viewBox="0 0 64 48"><rect width="64" height="48" rx="4" fill="#cfd8e3"/><path d="M10 48c0-11 10-16 22-16s22 5 22 16z" fill="#4b6a93"/><ellipse cx="32" cy="21" rx="11" ry="14" fill="#e0b48f"/>${renderCover(style)}</svg>`;
}

function renderCover(style: CoverStyle): Markup | readonly Markup[] {
  switch (style) {
    case 'solid':
      return html`<rect x="20" y="5" width="24" height="30" fill="#212121"/>`;
    case 'mosaic':
      return CELLS.flatMap((line, row) =>
        line.map(
          (light, column) =>
            html`<rect x="${20 + column * CELL}" y="${5 + row * CELL}" width="${CELL}" height="${CELL}" fill="hsl(213 22% ${light}%)"/>`,
        ),
      );
    case 'blur':
      return html`<defs><radialGradient id="soft"><stop offset="0" stop-color="#8fa1b8"/><stop offset=".6" stop-color="#a3b2c5"/><stop offset="1" stop-color="#b7c3d2"/></radialGradient></defs><rect x="20" y="5" width="24" height="30" fill="url(#soft)"/>`;
  }
}
