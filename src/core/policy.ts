/** A preset with the host's own settings laid over it: what is looked for, from which score, and what then happens. */
import type { CustomDetectorOptions } from './options.ts';
import { type Preset, presetTable, THRESHOLD, type TypePolicy } from './presets.ts';
import { type Action, type BuiltInType, type CustomType, customType, type FindingType } from './types.ts';

export interface TypeRule extends TypePolicy {
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
}

type Rules = Readonly<Record<BuiltInType, TypeRule> & { [type: CustomType]: TypeRule }>;

export interface Policy {
  readonly preset: Preset;
  /** Of every built-in type and those that the host added; `ruleOf` reads both. */
  readonly rules: Rules;
  /** False only under `observe`. */
  readonly holdsOnGaps: boolean;
}

type Settings = { readonly [Key in keyof TypeRule]?: TypeRule[Key] | undefined };

export type DetectorSettings = Readonly<Partial<Record<BuiltInType, Settings>>>;

/** Of the host's types where its settings say nothing, and of one that the settings no longer name. */
const CUSTOM_RULE: TypeRule = { enabled: true, threshold: THRESHOLD, action: 'confirm' };

/** Under `observe` every action is `allow`, whatever the settings say: it changes nothing. */
export function createPolicy(
  preset: Preset,
  settings: DetectorSettings = {},
  customDetectors: readonly CustomDetectorOptions[] = [],
): Policy {
  const isObserving = preset === 'observe';
  const ruleWith = (rule: TypeRule, given: Settings = {}): TypeRule => {
    const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return { ...rule, ...own, ...(isObserving && { action: 'allow' as Action }) };
  };
  const builtIn = Object.entries(presetTable(preset)).map(([type, rule]) => [
    type,
    ruleWith(rule, settings[type as BuiltInType]),
  ]);
  const custom = customDetectors.map(({ type, action, threshold, allow, deny }) => [
    customType(type),
    ruleWith(CUSTOM_RULE, { action, threshold, allow, deny }),
  ]);
  return { preset, rules: Object.fromEntries([...builtIn, ...custom]) as Rules, holdsOnGaps: !isObserving };
}

export function ruleOf({ rules }: Pick<Policy, 'rules'>, type: FindingType): TypeRule {
  return rules[type] ?? CUSTOM_RULE;
}

/** Every type that the policy has a rule for. */
export function typesOf({ rules }: Pick<Policy, 'rules'>): readonly FindingType[] {
  return Object.keys(rules) as FindingType[];
}
