/** Puts an upload that waits for its user into a hold: every file, and every text in which something was found or not looked at. */
import type { Report } from '../core/types.ts';
import { BystanderError } from '../errors.ts';
import type { HoldView, NewHoldItem } from '../holds/types.ts';
import type { ScanInput } from '../scanner/types.ts';
import type { CleanedItem } from './clean-items.ts';
import { type Content, withLeaves } from './content.ts';
import { type Envelope, type HeldSlot, type Layout, newToken, sealEnvelope } from './envelope.ts';
import type { Guard } from './guard.ts';
import type { Slot } from './items.ts';
import type { Submission } from './submission.ts';
import { bySlot, fileItem, placedReplacements } from './with-cleaned.ts';

/** An item with its number in the hold. */
interface HeldItemSource extends CleanedItem {
  readonly n: number;
}

/** Throws `TOO_MANY_HOLDS`, `STORAGE_FULL`, `STORE_FAILED`. */
export async function holdContent(
  guard: Guard,
  submission: Submission,
  { content, items, layout }: { content: Content; items: readonly CleanedItem[]; layout: Layout },
): Promise<HoldView> {
  const held = items.filter(isHeld).map((item, index): HeldItemSource => ({ ...item, n: index + 1 }));
  const newItems: NewHoldItem[] = [];
  for (const item of held) newItems.push(await newHoldItem(guard, submission, item));
  return guard.holds.create({
    subject: submission.subject,
    isMinor: submission.account?.isMinor === true,
    lang: submission.lang,
    origin: submission.origin,
    items: newItems,
    envelope: sealEnvelope(envelopeOf(content, held, layout)),
  });
}

function isHeld({ item, report }: CleanedItem): boolean {
  return item.kind !== 'text' || report.findings.length > 0 || report.gaps.length > 0;
}

/** Masking moves what stands behind it, so a masked text is looked at again for the places that are shown. */
async function newHoldItem(guard: Guard, submission: Submission, held: HeldItemSource): Promise<NewHoldItem> {
  const { item, field, report, result } = held;
  const { kind, mediaType } = report.input;
  if (item.kind === 'text') {
    const text = result !== undefined && 'text' in result ? result.text : item.slot.text;
    const shown = result === undefined ? report : await lookAgain(guard, submission, { text });
    return { kind, mediaType, field, report: shown, content: { bytes: Buffer.from(text, 'utf8') } };
  }
  if (result === undefined || 'text' in result) return { kind, mediaType, field, report, content: item.source };
  const shown = kind === 'text' ? await lookAgain(guard, submission, result.source) : report;
  return { kind, mediaType: result.mediaType, field, report: shown, content: result.source };
}

async function lookAgain({ engine }: Guard, { signal, account }: Submission, input: ScanInput): Promise<Report> {
  const inspection = await engine.inspect(input, {
    signal,
    turn: { taken: true },
    ...(account !== undefined && { account }),
  });
  return inspection.report;
}

function envelopeOf(content: Content, held: readonly HeldItemSource[], layout: Layout): Envelope {
  const token = newToken();
  const slots = [...bySlot(held)];
  const tokens = slots.map(([{ leaf }], index) => ({ ...leaf, replacement: { value: `${token}${index}` } }));
  const { body, query, files } = withLeaves(content, placedReplacements(tokens));
  return {
    token,
    layout,
    body,
    query,
    files: files.map(({ fieldname, originalname, encoding, isDeclared }, index) => {
      const item = numberOf(fileItem(held, index));
      return { item, fieldname, originalname, encoding, isDeclared };
    }),
    slots: slots.map(([slot, members]) => heldSlot(slot, members)),
  };
}

function heldSlot({ text, embedded }: Slot, members: readonly HeldItemSource[]): HeldSlot {
  const textMember = members.find(({ item }) => item.kind === 'text');
  const parts = embedded.map(({ style }, part) => {
    const item = numberOf(members.find((member) => member.item.kind === 'embedded' && member.item.part === part));
    return { style, item };
  });
  return textMember === undefined ? { text, parts } : { item: textMember.n, parts };
}

/** Every file is held, so a missing one is a fault of ours: nothing is kept rather than half of it. */
function numberOf(held: HeldItemSource | undefined): number {
  if (held === undefined) throw new BystanderError('STORE_FAILED', 'a file of the upload has no place in the hold');
  return held.n;
}
