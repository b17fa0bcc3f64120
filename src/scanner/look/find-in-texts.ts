/** The texts of one input: what the host's own code finds in them first, then the search in which everything meets. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Plan } from '../plan.ts';
import { abortedError } from '../pool/turns.ts';
import type { ScannerPool } from '../scanner-pool.ts';
import { findByHost } from './find-by-host.ts';
import { type FoundInText, findInText, type TextCall } from './find-in-text.ts';
import { gapOf } from './look.ts';

export type LookCall = Omit<TextCall, 'byHost'> & { readonly signal?: AbortSignal | undefined };

/**
 * UTF-16 units. The densest text, the examples of all detectors without end, takes up to 5.5 ms of CPU for 1,024 without names, before
 * it is warm (measured), so this is 22 ms; prose takes a tenth.
 */
const IN_PROCESS_MAX_LENGTH = 4096;

/** Short texts, all searched here, a few at a time. One answer for each, in their order. Throws `ABORTED` only. */
export async function findInTexts(
  texts: readonly string[],
  plan: Plan,
  { signal, ...call }: LookCall,
): Promise<readonly FoundInText[]> {
  const foundByHost = await findByHost(texts, plan.host, { ...call, signal, deadlineMs: plan.limits.deadlineMs });
  const answers: FoundInText[] = [];
  let length = 0;
  for (const [index, text] of texts.entries()) {
    length += text.length;
    if (length > IN_PROCESS_MAX_LENGTH) {
      // Many short texts take as long as a long one: whatever else this process does has its turn between them.
      await nextTurn();
      if (signal?.aborted) throw abortedError();
      length = text.length;
    }
    const { byView: byHost, gaps } = foundByHost[index] ?? { byView: [], gaps: [] };
    const found = findInText(text, plan, { ...call, byHost });
    answers.push({ detections: found.detections, gaps: [...gaps, ...found.gaps] });
  }
  return answers;
}

/** Here, or in a child where the text is so long that a crowded one would keep this process from everything else. */
export async function findInAnyText(
  text: string,
  { plan, pool }: { readonly plan: Plan; readonly pool: ScannerPool },
  lookCall: LookCall,
): Promise<FoundInText> {
  if (text.length <= IN_PROCESS_MAX_LENGTH || plan.detectors.length === 0) {
    // The fields of one body come one after the other: whatever else this process does has its turn between them.
    await nextTurn();
    const [found = { detections: [], gaps: [] }] = await findInTexts([text], plan, lookCall);
    return found;
  }
  const { signal, account, fieldName, explain } = lookCall;
  const { deadlineMs } = plan.limits;
  const [byHost = { byView: [], gaps: [] }] = await findByHost([text], plan.host, { fieldName, signal, deadlineMs });
  const call: TextCall = { account, fieldName, explain, byHost: byHost.byView };
  const outcomes = await pool.run({ kind: 'text', text, call }, ['text'], signal);
  if (outcomes.text?.ok) {
    const { detections, gaps } = outcomes.text.value;
    return { detections, gaps: [...byHost.gaps, ...gaps] };
  }
  const failure = outcomes.text?.failure;
  const { detections } = findInText(text, { ...plan, detectors: [] }, call);
  return { detections, gaps: [...byHost.gaps, ...plan.detectors.map(({ id }) => gapOf(id, failure))] };
}
