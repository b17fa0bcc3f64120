/** Cleans every item: metadata goes from every picture, findings whose action is `redact` are covered or masked. */
import { stat } from 'node:fs/promises';
import type { Finding, Report } from '../core/types.ts';
import type { Change, CleanCall } from '../scanner/types.ts';
import type { AssessedItem } from './assess-content.ts';
import type { FileSource } from './content.ts';
import type { Guard } from './guard.ts';
import { inputOf } from './items.ts';
import type { Submission } from './submission.ts';

export interface CleanedItem extends AssessedItem {
  readonly changes: readonly Change[];
  /** What takes the item's place; absent where nothing changes. */
  readonly result?: CleanedText | CleanedFile;
}

interface CleanedText {
  readonly text: string;
}

export interface CleanedFile {
  readonly source: FileSource;
  readonly mediaType: string;
  readonly size: number;
}

/** Throws `UNCLEANABLE`, `BUSY`, `ABORTED`. */
export async function cleanItems(
  guard: Guard,
  submission: Submission,
  items: readonly AssessedItem[],
): Promise<readonly CleanedItem[]> {
  const cleaned: CleanedItem[] = [];
  for (const item of items) cleaned.push(await cleanItem(guard, submission, item));
  return cleaned;
}

async function cleanItem(guard: Guard, submission: Submission, assessed: AssessedItem): Promise<CleanedItem> {
  const { item, report } = assessed;
  const places = report.findings.filter(({ action }) => action === 'redact');
  // Text has no metadata; what was let by unscanned cannot be cleaned.
  const isChanged = report.input.kind === 'image' || (report.input.kind === 'text' && places.length > 0);
  if (!isChanged) return { ...assessed, changes: [] };
  return item.kind === 'text'
    ? cleanText(guard, submission, assessed, places)
    : cleanFile(guard, submission, assessed, places);
}

async function cleanText(
  { engine }: Guard,
  submission: Submission,
  assessed: AssessedItem,
  places: readonly Finding[],
): Promise<CleanedItem> {
  const { text, changes } = await engine.clean(inputOf(assessed.item), callOf(submission, assessed.report, places));
  return text === undefined ? { ...assessed, changes } : { ...assessed, changes, result: { text } };
}

async function cleanFile(
  { engine }: Guard,
  submission: Submission,
  assessed: AssessedItem,
  places: readonly Finding[],
): Promise<CleanedItem> {
  const input = inputOf(assessed.item);
  const call = callOf(submission, assessed.report, places);
  if ('path' in input) {
    const out = submission.session.newPath();
    const { mediaType, changes } = await engine.clean(input, { ...call, out });
    const { size } = await stat(out);
    return { ...assessed, changes, result: { source: { path: out }, mediaType, size } };
  }
  const { bytes = new Uint8Array(), mediaType, changes } = await engine.clean(input, call);
  return { ...assessed, changes, result: { source: { bytes }, mediaType, size: bytes.length } };
}

function callOf({ signal, account }: Submission, { gaps }: Report, places: readonly Finding[]): CleanCall {
  return { signal, places, gaps, ...(account !== undefined && { account }) };
}
