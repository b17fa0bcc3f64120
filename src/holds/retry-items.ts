/** The answer `retry`: the items are scanned again as they are held, and asked about anew in a new version. */
import type { AccountIdentity } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { type AnswerKey, answerRow } from './answers.ts';
import type { HoldsContext } from './context.ts';
import { type HoldDocument, heldItem, openDocument, type StoredItem, sealDocument } from './document.ts';
import { endHold } from './end-hold.ts';
import { dataKeyOf, readObject } from './held-bytes.ts';
import { throwLost } from './load.ts';
import { moveHold } from './move.ts';
import { numberReport } from './number-report.ts';
import type { HoldRow } from './store.ts';
import type { HoldView } from './types.ts';
import { servedNow, viewOf } from './view.ts';

interface Retry {
  /** Of the items. */
  readonly numbers: readonly number[];
  readonly account: AccountIdentity | undefined;
  readonly answerKey: AnswerKey | undefined;
}

/** Throws `BLOCKED` when the rescan finds what policy blocks: then nothing of the hold is kept. */
export async function retryItems(
  context: HoldsContext,
  row: HoldRow,
  subject: string,
  { answerKey, ...retry }: Retry,
): Promise<HoldView> {
  const document = await rescan(context, row, retry);
  if (document === 'blocked') {
    const answer = answerKey && { answer: answerRow(context, answerKey, { error: 'BLOCKED' }) };
    await endHold(context, row, 'declined', answer);
    throw new BystanderError('BLOCKED', 'the rescan found what may not be uploaded');
  }
  const sealed = sealDocument(context.keys, row.id, document);
  const view = viewOf(context, { ...row, version: row.version + 1, document: sealed }, subject);
  const answer = answerKey && { answer: answerRow(context, answerKey, { view }) };
  const moved = await moveHold(context, row, 'awaiting', { document: sealed }, answer);
  if (moved === undefined) return throwLost(context, row.id, subject);
  await context.store.addServed(servedNow(context, view));
  return view;
}

async function rescan(
  context: HoldsContext,
  row: HoldRow,
  { numbers, account }: Omit<Retry, 'answerKey'>,
): Promise<HoldDocument | 'blocked'> {
  const document = openDocument(context.keys, row);
  const dataKey = dataKeyOf(context, row);
  let next = { finding: document.nextFinding, gap: document.nextGap };
  const items: StoredItem[] = [];
  for (const item of document.items) {
    if (!numbers.includes(item.n) || item.object === null) {
      items.push(item);
      continue;
    }
    const content = await readObject(context, row.id, dataKey, { n: item.n, kind: 'item', ref: item.object });
    const report = await context.redactor.rescan(heldItem(item), content, account);
    if (report.verdict === 'block') return 'blocked';
    const { findings, gaps, next: following } = numberReport(report, next);
    next = following;
    // What the user added by hand, no detector can find again.
    const regions = item.findings.filter(({ detector }) => detector === 'user');
    const unredacted = findings.filter(({ action }) => action === 'redact' || action === 'strip').map(({ id }) => id);
    items.push({ ...item, findings: [...regions, ...findings], gaps, assessed: report.assessed, unredacted });
  }
  return { ...document, items, nextFinding: next.finding, nextGap: next.gap };
}
