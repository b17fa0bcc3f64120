/** What a text is searched with: the linear detectors whose types are on, and the host's own values. */
import { type Policy, ruleOf, type TypeRule } from '../../core/policy.ts';
import type { FindingType } from '../../core/types.ts';
import type { TextDetector } from '../../detectors/text-detector.ts';
import { textDetectors } from '../../detectors/text-detectors.ts';
import { createValueLists, type ValueLists } from '../../detectors/value-lists.ts';

/** What policy says of the types that a text can hold. */
type TextRules = Readonly<Partial<Record<FindingType, TypeRule>>>;

/** Can be sent to a child. */
export interface TextSettings {
  readonly types: readonly FindingType[];
  readonly rules: TextRules;
  /** Of one text. */
  readonly maxFindings: number;
}

export interface TextTools {
  readonly detectors: readonly TextDetector[];
  readonly lists: ValueLists;
  readonly rules: TextRules;
  readonly maxFindings: number;
}

/** Of the built-in types; what the host's own code looks for is not looked for twice. */
export function textSettings(policy: Policy, byHost: readonly FindingType[], maxFindings: number): TextSettings {
  const types = textDetectors.flatMap(({ types }) => types).filter((type) => ruleOf(policy, type).enabled);
  return { types: types.filter((type) => !byHost.includes(type)), rules: policy.rules, maxFindings };
}

export function createTextTools({ types, rules, maxFindings }: TextSettings): TextTools {
  const detectors = textDetectors.filter((detector) => detector.types.some((type) => types.includes(type)));
  return { detectors, lists: createValueLists(rules), rules, maxFindings };
}

/** Nothing is searched for. */
export const noTextSettings: TextSettings = { types: [], rules: {}, maxFindings: 0 };
