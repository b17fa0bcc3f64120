/** What was seen in the pictures that are hidden in this one. */
import type { Plan } from '../plan.ts';
import type { LookCall } from './find-in-texts.ts';
import { NOTHING, type Outcomes, type Part } from './part.ts';

export async function hiddenPart(_outcomes: Outcomes, _plan: Plan, _call: LookCall): Promise<Part> {
  return NOTHING;
}
