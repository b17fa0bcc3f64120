/** Which answers an uploader may give, by what was found and who is asked. Pure. */
import { type Choice, type Finding, type FindingType, type Gap, type GapChoice, VISIBLE_FIELDS } from './types.ts';

export interface ChoiceSettings {
  /** `other-basis` appears with `business` only. */
  readonly audience: 'consumer' | 'business';
  readonly unscanned: 'ask' | 'attest';
  /** A minor may only redact or remove. */
  readonly isMinor: boolean;
}

type Asked = Pick<Finding, 'type' | 'action'> & { readonly field?: string };

/** Children, identity documents and special categories: nobody's business, and no mistake is assumed. */
const SENSITIVE: readonly FindingType[] = ['minor', 'passport', 'national-id', 'drivers-licence', 'special-category'];

/** The choices for one finding whose action is `confirm`; any other action needs none. No choice is preset. */
export function choicesFor(finding: Asked, settings: ChoiceSettings): readonly Choice[] {
  if (finding.action !== 'confirm') return [];
  return answersFor(finding.type, settings).filter((choice) => choice !== 'redact' || !isShownField(finding));
}

function answersFor(type: FindingType, settings: ChoiceSettings): readonly Choice[] {
  if (settings.isMinor) return ['redact', 'remove'];
  if (SENSITIVE.includes(type)) return ['redact', 'remove', 'self', 'consent'];
  const choices: readonly Choice[] = ['redact', 'remove', 'self', 'ours', 'consent', 'other-basis', 'not-personal'];
  return choices.filter((choice) => {
    // A name or a number may be a business's; a face is always somebody's, who agreed or did not.
    if (choice === 'ours') return type !== 'face';
    return choice !== 'other-basis' || settings.audience === 'business';
  });
}

/** Text that a drawing shows cannot be covered: it has no place in pixels. */
function isShownField({ field }: Asked): boolean {
  return field !== undefined && VISIBLE_FIELDS.includes(field);
}

/** The choices for one gap. Only what may go better another time is tried again: a format stays unread, a text stays too long. */
export function choicesForGap({ reason }: Pick<Gap, 'reason'>, settings: ChoiceSettings): readonly GapChoice[] {
  const choices: readonly GapChoice[] = ['retry', 'remove', 'looked'];
  return choices.filter((choice) => {
    if (choice === 'retry') return reason === 'timeout' || reason === 'failed';
    return choice !== 'looked' || (settings.unscanned === 'attest' && !settings.isMinor);
  });
}
