/** A preset with the host's own settings laid over it: what is looked for, from which score, and what then happens. */
import { type Preset, presetTable, type TypePolicy } from './presets.ts';
import { type Action, FINDING_TYPES, type FindingType } from './types.ts';

export interface TypeRule extends TypePolicy {
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
}

export interface Policy {
  readonly preset: Preset;
  readonly rules: Readonly<Record<FindingType, TypeRule>>;
  /** False only under `observe`. */
  readonly holdsOnGaps: boolean;
}

export type DetectorSettings = Readonly<
  Partial<Record<FindingType, { readonly [Key in keyof TypeRule]?: TypeRule[Key] | undefined }>>
>;

/** Under `observe` every action is `allow`, whatever the settings say: it changes nothing. */
export function createPolicy(preset: Preset, settings: DetectorSettings = {}): Policy {
  const table = presetTable(preset);
  const rules = FINDING_TYPES.map((type) => {
    const given = Object.fromEntries(Object.entries(settings[type] ?? {}).filter(([, value]) => value !== undefined));
    const rule: TypeRule = { ...table[type], ...given };
    return [type, preset === 'observe' ? { ...rule, action: 'allow' as Action } : rule] as const;
  });
  return {
    preset,
    rules: Object.fromEntries(rules) as Record<FindingType, TypeRule>,
    holdsOnGaps: preset !== 'observe',
  };
}
