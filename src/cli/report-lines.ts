/** A report for people: one line for the input, one for each finding and gap. Values only where they are handed in. */
import type { Finding, Gap, GapReason, InputSummary, Report, ScoreStep } from '../core/types.ts';

/** By where a place has a picture of its own. */
const SEEN_IN = {
  thumbnail: 'the embedded thumbnail',
  'second-picture': 'a second picture',
  'hidden-colour': 'colours under transparency',
} as const;

/** Why a detector could not look. */
const GAP_REASONS: Readonly<Record<GapReason, string>> = {
  timeout: 'it took too long',
  failed: 'it did not work, as with a broken file',
  unsupported: 'this kind of file is not read',
  truncated: 'there is too much of it, only a part was looked at',
};

/** `text`, when given, is what findings with offsets are shown from (`--reveal`). */
export function reportLines(path: string, report: Report, text?: string): string[] {
  const rows = report.findings.map((finding) => rowOf(finding, text));
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const verdict = report.wouldBe === undefined ? report.verdict : `${report.verdict} (would be ${report.wouldBe})`;
  return [
    `${path}: ${verdict}, ${inputLine(report.input)}`,
    ...rows.flatMap((row, index) => [
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
      ...explanationOf(report.findings[index]),
    ]),
    ...report.gaps.map(gapLine),
  ];
}

export function gapLine({ detector, reason }: Gap): string {
  return `  gap: ${detector}, ${reason} (${GAP_REASONS[reason]})`;
}

/** Only where the call asked for it. */
function explanationOf({ trace, reasons = [] }: Partial<Finding> = {}): string[] {
  if (trace === undefined) return [];
  return [...trace.map(stepLine), ...(reasons.length > 0 ? [`      reasons: ${reasons.join(', ')}`] : [])];
}

/** `+0.40 top-level-domain` */
function stepLine({ signal, weight }: ScoreStep): string {
  return `      ${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(2)}  ${signal}`;
}

function rowOf(finding: Finding, text: string | undefined): string[] {
  const { type, score, action, subject } = finding;
  return [type, score.toFixed(2), action, subject ?? '', placeOf(finding), shownValue(finding, text)];
}

function placeOf(finding: Finding): string {
  if ('field' in finding) return `${finding.field}${noteOf(finding)}`;
  if ('start' in finding) return `${finding.start}-${finding.end}`;
  const { x, y, width, height } = finding.box;
  const [left, top, across, down] = [x, y, width, height].map(Math.round);
  return `${left},${top} ${across}x${down}${finding.source === undefined ? '' : ` ${finding.source}`}`;
}

function noteOf(finding: Finding): string {
  if (finding.reasons?.includes('different-crop')) return ' (shows more than the picture, or another part)';
  const seenIn = 'field' in finding && finding.source !== undefined ? SEEN_IN[finding.source] : undefined;
  return seenIn === undefined ? '' : ` (seen in ${seenIn})`;
}

/** As a JSON string, so that control characters of a hostile text do not reach the terminal. */
function shownValue(finding: Finding, text: string | undefined): string {
  return text !== undefined && 'start' in finding ? JSON.stringify(text.slice(finding.start, finding.end)) : '';
}

function inputLine(input: InputSummary): string {
  if (input.kind === 'text') return `text of ${input.length} characters`;
  const size = input.kind === 'image' && input.width !== undefined ? ` ${input.width}x${input.height}` : '';
  return `${input.mediaType}${size}, ${input.bytes} bytes`;
}
