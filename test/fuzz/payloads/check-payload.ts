/** What must hold for any payload whatever. */
import { parseScannerOptions } from '../../../src/core/options-schema.ts';
import { readPayload } from '../../../src/detectors/code-payload.ts';
import { findInCodes } from '../../../src/scanner/look/find-in-codes.ts';
import { createPlan } from '../../../src/scanner/plan.ts';
import { checkFound } from '../check-found.ts';
import type { Next } from '../numbers.ts';

const PLAN = createPlan(parseScannerOptions({ preset: 'strict' }));
const BOX = { x: 3, y: 5, width: 40, height: 30 };
/** The search of a text is tried with each detector by itself as well: here it is enough now and then. */
const SEARCH_EVERY = 4;
/** A line that says what each of its parts is; what is unpacked has 65,536 bytes at most. */
const MAX_GROWTH = 24;
const MAX_UNPACKED_UNITS = 200_000;

/** Rejects with the first thing that does not hold. Resolves with whether a format was known. */
export async function checkPayload(payload: string, next: Next): Promise<boolean> {
  const { text, known } = readPayload(payload);
  if (text.length > MAX_GROWTH * payload.length + MAX_UNPACKED_UNITS) throw new Error('the text is too long');
  for (const { start, end, score } of known) {
    if (!(start >= 0 && start < end && end <= text.length)) throw new Error('a known place lies outside');
    if (!(score > 0 && score <= 1)) throw new Error('a score out of range');
    if (text.slice(start, end).trim() === '') throw new Error('a known place is empty');
  }
  if (next(SEARCH_EVERY) === 0) {
    const code = { format: 'qr-code', text: payload, box: BOX, frame: 0 };
    checkFound(await findInCodes([code, code], PLAN, { account: {}, explain: next(2) === 0 }), BOX);
  }
  return text !== payload;
}
