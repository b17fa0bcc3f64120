/** A held text with the places in question marked and numbered. */
import { html, type Markup } from './html.ts';
import type { FindingQuestion } from './question.ts';

/** Texts up to this many UTF-16 units are shown whole, longer ones as excerpts around their findings. */
const WHOLE_TEXT_LENGTH = 3000;
const CONTEXT_LENGTH = 200;
const MAX_EVIDENCE_LENGTH = 120;
/** What is shown of the text on each side of a place, beside its question. */
const NEAR_LENGTH = 32;

interface Excerpt {
  readonly start: number;
  end: number;
  readonly spans: Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly number: number;
}

/** Overlapping findings are cut where they meet; each number stands where its finding begins. */
export function renderText(text: string, questions: readonly FindingQuestion[]): Markup {
  const spans = questions.flatMap((question) => spanOf(question, text.length)).sort((a, b) => a.start - b.start);
  // A region that scrolls must be reachable by keyboard.
  return html`<div class="text" dir="auto" tabindex="0">${excerptsOf(text, spans).map(
    (excerpt) =>
      html`${excerpt.start > 0 && '… '}${renderExcerpt(text, excerpt)}${excerpt.end < text.length && ' …\n'}`,
  )}</div>`;
}

/** The words of one finding with a little of what stands around them, for its question. */
export function renderWords(text: string, question: FindingQuestion): Markup | undefined {
  const span = spanOf(question, text.length)[0];
  if (span === undefined) return undefined;
  const { start, end } = span;
  const words = text.slice(start, end);
  const isLong = words.length > MAX_EVIDENCE_LENGTH;
  const shown = isLong ? `${words.slice(0, wholeCharacter(words, MAX_EVIDENCE_LENGTH))}…` : words;
  return html`<p class="evidence words" dir="auto">${wordsBefore(text, start)}<mark dir="auto">${shown}</mark>${!isLong && wordsBehind(text, end)}</p>`;
}

/** What stands before the place on its own line, from a whole word on, so that a bare number is recognised. */
function wordsBefore(text: string, start: number): string {
  const from = wholeCharacter(text, Math.max(0, start - NEAR_LENGTH));
  const near = text.slice(from, start);
  const lineAt = near.lastIndexOf('\n') + 1;
  if (lineAt > 0 || from === 0) return near.slice(lineAt);
  return `… ${near.slice(near.indexOf(' ') + 1)}`;
}

function wordsBehind(text: string, end: number): string {
  const to = wholeCharacter(text, Math.min(text.length, end + NEAR_LENGTH));
  const near = text.slice(end, to);
  const [line = ''] = near.split('\n', 1);
  if (line.length < near.length || to === text.length) return line;
  const lastBlank = line.lastIndexOf(' ');
  return `${lastBlank === -1 ? line : line.slice(0, lastBlank)} …`;
}

function spanOf({ finding, id, number }: FindingQuestion, length: number): Span[] {
  if (!('start' in finding)) return [];
  const start = Math.min(Math.max(0, finding.start), length);
  const end = Math.min(Math.max(start, finding.end), length);
  return end > start ? [{ start, end, id, number }] : [];
}

/** The parts of the text to show, in order and apart from each other. */
function excerptsOf(text: string, spans: readonly Span[]): readonly Excerpt[] {
  if (text.length <= WHOLE_TEXT_LENGTH) return [{ start: 0, end: text.length, spans: [...spans] }];
  if (spans.length === 0) return [{ start: 0, end: wholeCharacter(text, WHOLE_TEXT_LENGTH), spans: [] }];
  const excerpts: Excerpt[] = [];
  for (const span of spans) {
    const start = wholeCharacter(text, Math.max(0, span.start - CONTEXT_LENGTH));
    const end = wholeCharacter(text, Math.min(text.length, span.end + CONTEXT_LENGTH));
    const last = excerpts.at(-1);
    if (last === undefined || start > last.end) {
      excerpts.push({ start, end, spans: [span] });
    } else {
      last.end = Math.max(last.end, end);
      last.spans.push(span);
    }
  }
  return excerpts;
}

/** Walks the edges of the spans from left to right and counts how many are open: linear, however many overlap. */
function renderExcerpt(text: string, { start, end, spans }: Excerpt): Markup[] {
  const starting = new Map<number, Span[]>();
  const ending = new Map<number, number>();
  for (const span of spans) {
    starting.set(span.start, [...(starting.get(span.start) ?? []), span]);
    ending.set(span.end, (ending.get(span.end) ?? 0) + 1);
  }
  const edges = [...new Set([start, end, ...starting.keys(), ...ending.keys()])].sort((a, b) => a - b);
  let open = 0;
  return edges.slice(0, -1).map((from, index) => {
    const begun = starting.get(from) ?? [];
    open += begun.length - (ending.get(from) ?? 0);
    const piece = text.slice(from, edges[index + 1]);
    if (open === 0) return html`${piece}`;
    // A name within what is said of somebody is told apart from what is around it.
    return html`<mark dir="auto"${open > 1 && html` class="within"`}>${begun.map(({ id, number }) => html`<a class="number" href="#q-${id}">${number}</a>`)}${piece}</mark>`;
  });
}

/** An offset that does not fall between the two halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset;
}
