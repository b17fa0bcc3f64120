/** A text's way: cut at the limit, searched, names in a child. A short text without `person` touches no child. */
import type { FindingType, InputSummary } from '../../core/types.ts';
import type { TextDetection } from '../../detectors/text-detector.ts';
import type { Plan } from '../plan.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { type FoundInText, findInText, type TextCall } from './find-in-text.ts';
import { type FoundGap, gapOf, type Look } from './look.ts';

/** UTF-16 units that the detector of names takes; what is longer is a gap for it. */
export const PERSON_MAX_LENGTH: number = 4096;

/** No name is written without two letters in a row; numbers, dates and ids cost no call of a child. */
export const NAME_LETTERS: RegExp = /\p{L}\p{M}*\p{L}/u;

/** UTF-16 units; the densest text of addresses and numbers takes 1.3 ms of CPU for 1,024 (measured), so this is 20 ms at most. */
const IN_PROCESS_MAX_LENGTH = 16_384;

export type LookCall = TextCall & { readonly signal?: AbortSignal | undefined };

export interface GivenText {
  readonly text: string;
  /** UTF-8 bytes of all of it. */
  readonly bytes: number;
  /** UTF-16 units of all of it; more than `text` has when it was cut already. */
  readonly length: number;
}

export async function lookAtText(
  given: GivenText,
  { plan, pool }: { readonly plan: Plan; readonly pool: ScannerPool },
  call: LookCall,
): Promise<Look> {
  const text = given.text.slice(0, plan.limits.textLength);
  const isCut = text.length < given.length;
  const persons = await findPersons(text, plan, pool, call.signal);
  const found = await findInAnyText(text, { plan, pool }, call, persons.detections);
  const gaps: FoundGap[] = [...found.gaps, ...persons.gaps];
  if (isCut) gaps.unshift({ detector: 'media', reason: 'truncated' });
  const input: InputSummary = { kind: 'text', mediaType: 'text/plain', bytes: given.bytes, length: given.length };
  return {
    input,
    detections: found.detections,
    gaps,
    complete: isCut ? [] : completeTypes(plan, gaps),
  };
}

/** Here, or in a child where the text is so long that a crowded one would keep this process from everything else. */
export async function findInAnyText(
  text: string,
  { plan, pool }: { readonly plan: Plan; readonly pool: ScannerPool },
  { account, fieldName, signal }: LookCall,
  persons: readonly TextDetection[],
): Promise<FoundInText> {
  if (text.length <= IN_PROCESS_MAX_LENGTH || plan.detectors.length === 0) {
    return findInText(text, plan, { account, fieldName }, persons);
  }
  const outcomes = await pool.run({ kind: 'text', text, call: { account, fieldName } }, ['text'], signal);
  if (outcomes.text?.ok) return outcomes.text.value;
  const failure = outcomes.text?.failure;
  return { detections: [], gaps: plan.detectors.map(({ id }) => gapOf(id, failure)) };
}

/** Text types whose detector is on and left no gap. */
export function completeTypes({ detectors, child }: Plan, gaps: readonly FoundGap[]): FindingType[] {
  const failed = new Set(gaps.map(({ detector }) => detector));
  const types = detectors.filter(({ id }) => !failed.has(id)).flatMap(({ types }) => types);
  return child.person && !failed.has('person') ? [...types, 'person'] : types;
}

async function findPersons(
  text: string,
  plan: Plan,
  pool: ScannerPool,
  signal: AbortSignal | undefined,
): Promise<{ readonly detections: readonly TextDetection[]; readonly gaps: readonly FoundGap[] }> {
  if (!plan.child.person || !NAME_LETTERS.test(text)) return { detections: [], gaps: [] };
  if (text.length > PERSON_MAX_LENGTH) return { detections: [], gaps: [{ detector: 'person', reason: 'truncated' }] };
  const { persons } = await pool.run({ kind: 'persons', texts: [text] }, ['persons'], signal);
  if (!persons?.ok) return { detections: [], gaps: [gapOf('person', persons?.failure)] };
  return { detections: persons.value[0] ?? [], gaps: [] };
}
