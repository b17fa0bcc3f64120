/** A held picture with numbered boxes over it, and single places of it cut out. */
import type { Box, BoxPlace } from '../core/types.ts';
import { html, type Markup } from './html.ts';
import type { FindingQuestion } from './question.ts';

/** Upright size of the original in pixels: what boxes are measured in. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface ShownPicture extends PictureSize {
  readonly href: string;
  readonly alt: string;
}

interface MarkedPlace {
  readonly box: Box;
  readonly id: string;
  readonly number: number;
}

const BADGE_HEIGHT = 22;
/** Nearer to the picture's edge than this, in per cent, a number stands inside and not outside its box. */
const EDGE_PERCENT = 4;
/** Around writing, as a share of its shorter side: about what is covered with it. */
const WRITING_MARGIN = 0.15;
/** Room around a cut-out place, as a share of its shorter side. */
const THUMBNAIL_MARGIN = 0.3;
const THUMBNAIL_HEIGHT = 72;
/** The cut-out of a wider place than this (a line of text) stands on a line of its own. */
const WIDE_RATIO = 1.7;
const MAX_THUMBNAIL_WIDTH = 420;

/**
 * Boxes stand in per cent of the picture while numbers and strokes are in screen pixels, so both stay readable at any size. The
 * overlay repeats what the questions say and is hidden from assistive technology.
 */
export function renderPicture(picture: ShownPicture, questions: readonly FindingQuestion[]): Markup {
  const places = questions.flatMap(placesOf);
  return html`<figure class="${frameClass(picture)}">
<img src="${picture.href}" width="${picture.width}" height="${picture.height}" alt="${picture.alt}">
<svg class="boxes" aria-hidden="true" focusable="false">${places.map(({ box }) => renderOutline(box, picture))}${places.map(
    ({ box, id, number }) => html`<a href="#q-${id}" tabindex="-1">${renderBadge(box, number, picture)}</a>`,
  )}</svg>
</figure>`;
}

/** All that one code says has one place. */
function placesOf({ finding, findings, id, number }: FindingQuestion): readonly MarkedPlace[] {
  const marked = 'box' in finding && finding.source === 'code' ? [finding] : findings;
  return marked.flatMap((one) => ('box' in one ? [{ box: outlined(one), id, number }] : []));
}

/** The stroke stands beside letters and not on them. */
function outlined({ box, source }: BoxPlace): Box {
  if (source !== 'ocr') return box;
  const margin = Math.min(box.width, box.height) * WRITING_MARGIN;
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

/** Space is kept by the picture's shape before it has loaded, so a high one is limited in width: it has to fit beside its questions. */
function frameClass({ width, height }: PictureSize): string {
  if (width / height < 0.5) return 'frame narrow-strip';
  return width / height < 0.7 ? 'frame tall' : 'frame';
}

/** Whether a place is a line of text rather than a face or an object. */
export function isWide({ width, height }: Box): boolean {
  return width > height * WIDE_RATIO;
}

/** One place of the picture, with some room around it; uses the same preview, nothing more is fetched. */
export function renderThumbnail(picture: ShownPicture, box: Box): Markup {
  const part = withRoom(box, picture);
  const scale = Math.min(THUMBNAIL_HEIGHT / part.height, MAX_THUMBNAIL_WIDTH / part.width);
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  const viewBox = [part.x, part.y, part.width, part.height].map(round).join(' ');
  return html`<svg class="thumb" aria-hidden="true" focusable="false" width="${width}" height="${height}" viewBox="${viewBox}"><image href="${picture.href}" width="${picture.width}" height="${picture.height}"/></svg>`;
}

/** At least as wide as high, and inside the picture as far as that is large enough. */
function withRoom(box: Box, picture: PictureSize): Box {
  const margin = Math.max(1, Math.min(box.width, box.height)) * THUMBNAIL_MARGIN;
  const height = Math.min(picture.height, box.height + 2 * margin);
  const width = Math.min(picture.width, Math.max(height, box.width + 2 * margin));
  const x = between(0, box.x + box.width / 2 - width / 2, picture.width - width);
  const y = between(0, box.y + box.height / 2 - height / 2, picture.height - height);
  return { x, y, width, height };
}

function renderOutline(box: Box, size: PictureSize): Markup {
  const x = share(box.x, size.width);
  const y = share(box.y, size.height);
  const width = share(box.width, size.width);
  const height = share(box.height, size.height);
  const place = html`x="${x}%" y="${y}%" width="${width}%" height="${height}%" rx="3"`;
  return html`<rect class="casing" ${place}/><rect class="line" ${place}/>`;
}

/** At the box's upper left corner, mostly outside, so that it hides little of what it names. */
function renderBadge(box: Box, number: number, size: PictureSize): Markup {
  const width = BADGE_HEIGHT + 8 * (String(number).length - 1);
  const x = share(box.x, size.width);
  const y = share(box.y, size.height);
  const left = x < EDGE_PERCENT ? -4 : 6 - width;
  const top = y < EDGE_PERCENT ? -4 : 6 - BADGE_HEIGHT;
  return html`<svg x="${x}%" y="${y}%"><rect class="badge" x="${left}" y="${top}" width="${width}" height="${BADGE_HEIGHT}" rx="11"/><text x="${left + width / 2}" y="${top + BADGE_HEIGHT / 2}">${number}</text></svg>`;
}

function share(part: number, whole: number): number {
  return round(between(0, (part / whole) * 100, 100));
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
