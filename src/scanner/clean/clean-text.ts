/** Masking, and a second look at the masked text. */
import { readFile, writeFile } from 'node:fs/promises';
import { ruleOf } from '../../core/policy.ts';
import type { Finding, TextPlace } from '../../core/types.ts';
import { UncleanableError } from '../../errors.ts';
import { findInAnyText } from '../look/find-in-texts.ts';
import type { BytesInput } from '../sources.ts';
import type { Cleaned } from '../types.ts';
import type { Cleaning, CleanRooms } from './clean-input.ts';
import { type MaskedPlaces, maskPlaces, type Span } from './mask-places.ts';
import { createResultFile } from './result-file.ts';

type TextFinding = Finding & TextPlace;

/** A text in memory; with `out` the result is written there as UTF-8. */
export async function cleanText(text: string, cleaning: Cleaning, rooms: CleanRooms): Promise<Cleaned> {
  const masked = await maskAndRecheck(text, cleaning, rooms);
  const cleaned = { mediaType: 'text/plain', report: cleaning.report, changes: masked.changes };
  if (cleaning.call.out === undefined) return { ...cleaned, text: masked.text };
  await deliver(Buffer.from(masked.text), cleaning, rooms);
  return cleaned;
}

/** A text file; it stays byte for byte what it was unless something is masked, then it is UTF-8 without a mark. */
export async function cleanTextFile(
  input: BytesInput,
  text: string,
  cleaning: Cleaning,
  rooms: CleanRooms,
): Promise<Cleaned> {
  const { report, places, call } = cleaning;
  const isCut = report.input.kind === 'text' && text.length < report.input.length;
  if (isCut && places.length > 0)
    throw new UncleanableError('unsupported', 'the text is longer than `limits.textLength`');
  const masked = await maskAndRecheck(text, cleaning, rooms);
  const original = 'bytes' in input ? input.bytes : await readFile(input.path);
  const bytes = masked.changes.length === 0 ? original : Buffer.from(masked.text);
  const cleaned = { mediaType: 'text/plain', report, changes: masked.changes };
  if (call.out === undefined) return { ...cleaned, bytes };
  await deliver(bytes, cleaning, rooms);
  return cleaned;
}

/** What a hint shows may be a value again with what stands beside it: then labels take its place. */
async function maskAndRecheck(text: string, cleaning: Cleaning, rooms: CleanRooms): Promise<MaskedPlaces> {
  const findings = cleaning.places.filter((place): place is TextFinding => 'start' in place);
  if (findings.length < cleaning.places.length)
    throw new UncleanableError('unsupported', 'a place in a picture cannot be masked in a text');
  const key = rooms.pseudonymKey;
  const { mask } = cleaning.style;
  const masked = maskPlaces(text, findings, { style: mask, key });
  let left = await placesLeft(masked, findings, cleaning, rooms);
  if (left === 0) return masked;
  if (mask === 'partial') {
    const labelled = maskPlaces(text, findings, { style: 'label', key });
    left = await placesLeft(labelled, findings, cleaning, rooms);
    if (left === 0) return labelled;
  }
  throw new UncleanableError('residue', `${left} masked places are found again`);
}

/** How many masks hold something that is found again. */
async function placesLeft(
  masked: MaskedPlaces,
  findings: readonly TextFinding[],
  { call }: Cleaning,
  rooms: CleanRooms,
): Promise<number> {
  if (findings.length === 0) return 0;
  const types = new Set(findings.map(({ type }) => type));
  const { detections, gaps } = await findInAnyText(masked.text, rooms, call);
  if (gaps.length > 0) throw new UncleanableError('failed', 'the masked text could not be looked at again');
  const { policy } = rooms.plan;
  const again = detections.filter(({ type, score }) => types.has(type) && score >= ruleOf(policy, type).threshold);
  return masked.masks.filter((mask) => again.some((found) => overlap(mask, found))).length;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

async function deliver(bytes: Uint8Array, { call }: Cleaning, { spool }: CleanRooms): Promise<void> {
  const file = await createResultFile(call.out, spool);
  try {
    await writeFile(file.path, bytes, { mode: 0o600, flag: 'wx' });
    await file.deliver();
  } finally {
    await file.discard();
  }
}
