/** Which answers an uploader may give, by what was found and who is asked. Pure. */
import type { Choice, Finding, FindingType, Gap, GapChoice } from './types.ts';

export interface ChoiceSettings {
  /** `other-basis` appears with `business` only. */
  readonly audience: 'consumer' | 'business';
  readonly unscanned: 'ask' | 'attest';
  /** A minor may only redact or remove. */
  readonly isMinor: boolean;
}

/** Children, identity documents and special categories: nobody's business, and no mistake is assumed. */
const SENSITIVE: readonly FindingType[] = ['minor', 'passport', 'national-id', 'drivers-licence', 'special-category'];

/** The choices for one finding whose action is `confirm`; any other action needs none. No choice is preset. */
export function choicesFor(
  { type, action }: Pick<Finding, 'type' | 'action'>,
  settings: ChoiceSettings,
): readonly Choice[] {
  if (action !== 'confirm') return [];
  if (settings.isMinor) return ['redact', 'remove'];
  if (SENSITIVE.includes(type)) return ['redact', 'remove', 'self', 'consent'];
  const choices: readonly Choice[] = ['redact', 'remove', 'self', 'ours', 'consent', 'other-basis', 'not-personal'];
  return choices.filter((choice) => choice !== 'other-basis' || settings.audience === 'business');
}

/** The choices for one gap. Only what may go better another time is tried again: a format stays unread, a text stays too long. */
export function choicesForGap({ reason }: Pick<Gap, 'reason'>, settings: ChoiceSettings): readonly GapChoice[] {
  const choices: readonly GapChoice[] = ['retry', 'remove', 'looked'];
  return choices.filter((choice) => {
    if (choice === 'retry') return reason === 'timeout' || reason === 'failed';
    return choice !== 'looked' || (settings.unscanned === 'attest' && !settings.isMinor);
  });
}
