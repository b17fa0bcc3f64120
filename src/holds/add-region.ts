/**
 * A place that the detectors missed, drawn by the user: a finding of type `region` that is asked about like the others.
 */
import { z } from 'zod';
import type { Box, Finding } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import { assertAwaiting, assertVersion } from './assert-hold.ts';
import type { HoldsContext } from './context.ts';
import { openDocument, type StoredItem, sealDocument } from './document.ts';
import { ownHold, throwLost } from './load.ts';
import { moveHold } from './move.ts';
import type { HoldView } from './types.ts';
import { servedNow, viewOf } from './view.ts';

const MAX_REGIONS_PER_ITEM = 200;

const regionSchema = z.strictObject({
  item: z.int(),
  box: z.strictObject({
    x: z.number().min(0),
    y: z.number().min(0),
    width: z.number().min(1),
    height: z.number().min(1),
  }),
});

/**
 * Throws `NOT_FOUND`, `GONE`, `ALREADY_DECIDED`, `FINDINGS_CHANGED`, and `DECISION_MALFORMED` for an item that is no
 * picture of known size, a box outside it, or one too many.
 */
export async function addRegion(
  context: HoldsContext,
  id: string,
  subject: string,
  region: { readonly item: number; readonly box: Box },
  version: number,
): Promise<HoldView> {
  const { success, data } = regionSchema.safeParse(region);
  if (!success) throw new BystanderError('DECISION_MALFORMED', 'a region is { item, box: { x, y, width, height } }');
  const row = await ownHold(context, id, subject);
  assertAwaiting(row);
  assertVersion(row, version);
  const document = openDocument(context.keys, row);
  const item = document.items.find((candidate) => candidate.n === data.item);
  if (item === undefined || item.removed === true) throw new BystanderError('NOT_FOUND', 'there is no such item');
  assertInside(item, data.box);

  const finding: Finding = {
    id: `f${document.nextFinding}`,
    type: 'region',
    score: 1,
    detector: 'user',
    action: 'confirm',
    subject: 'unknown',
    box: data.box,
  };
  const items = document.items.map((other) =>
    other === item ? { ...item, findings: [...item.findings, finding] } : other,
  );
  const sealed = sealDocument(context.keys, id, { ...document, items, nextFinding: document.nextFinding + 1 });
  const moved = await moveHold(context, row, 'awaiting', { document: sealed });
  if (moved === undefined) return throwLost(context, id, subject);
  const view = viewOf(context, moved, subject);
  await context.store.addServed(servedNow(context, view));
  return view;
}

function assertInside(item: StoredItem, { x, y, width, height }: Box): void {
  const isInside = x + width <= (item.width ?? 0) && y + height <= (item.height ?? 0);
  const regions = item.findings.filter(({ type }) => type === 'region').length;
  if (item.kind !== 'image' || !isInside || regions >= MAX_REGIONS_PER_ITEM) {
    throw new BystanderError('DECISION_MALFORMED', 'a region is a box inside a picture');
  }
}
