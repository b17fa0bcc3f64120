/** The three presets: which action each finding type gets and from which score on it is reported. */
import { type Action, type BuiltInType, FINDING_TYPES, type FindingType, METADATA_TYPES } from './types.ts';

export const PRESETS = ['observe', 'balanced', 'strict'] as const;
export type Preset = (typeof PRESETS)[number];

export interface TypePolicy {
  readonly enabled: boolean;
  /** 0..1; a detection below it is not reported. */
  readonly threshold: number;
  readonly action: Action;
}

export type PolicyTable = Readonly<Record<BuiltInType, TypePolicy>>;

const BLOCKED_WHEN_STRICT: readonly FindingType[] = ['payment-card', 'national-id', 'passport'];

/** Default thresholds where a type needs another than 0.5, with the strict one where it differs. */
const THRESHOLDS: Readonly<Partial<Record<BuiltInType, { readonly balanced: number; readonly strict: number }>>> = {
  // A score is the share of such boxes that are faces. Measured: precision 0.92 and 0.85 on the labelled photos of the model card.
  face: { balanced: 0.62, strict: 0.35 },
  // Two tiers of names: likely (0.6 and over) and possible (0.4 and over).
  person: { balanced: 0.6, strict: 0.4 },
};
/** Of every other type, those of the host included. */
export const THRESHOLD = 0.5;

/** The full table of one preset. `observe` looks at what `balanced` looks at and changes nothing. */
export function presetTable(preset: Preset): PolicyTable {
  const rows = FINDING_TYPES.map((type) => [type, rowOf(preset, type)] as const);
  return Object.fromEntries(rows) as Record<BuiltInType, TypePolicy>;
}

function rowOf(preset: Preset, type: BuiltInType): TypePolicy {
  const threshold = THRESHOLDS[type]?.[preset === 'strict' ? 'strict' : 'balanced'] ?? THRESHOLD;
  return { enabled: true, threshold: isMetadata(type) ? 0 : threshold, action: actionOf(preset, type) };
}

function actionOf(preset: Preset, type: BuiltInType): Action {
  if (preset === 'observe') return 'allow';
  if (isMetadata(type)) return 'strip';
  if (type === 'ip-address') return preset === 'strict' ? 'confirm' : 'allow';
  if (preset === 'strict' && BLOCKED_WHEN_STRICT.includes(type)) return 'block';
  return 'confirm';
}

/** Whether the type lives in a file's metadata and is stripped as a whole. */
export function isMetadata(type: FindingType): boolean {
  return (METADATA_TYPES as readonly FindingType[]).includes(type);
}
