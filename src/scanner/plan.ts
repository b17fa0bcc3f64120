/** What the options turn on: which detectors run, at which size, and under which policy. Made once, at construction. */
import type { RedactionOptions, ResolvedScannerOptions, StripOptions } from '../core/options.ts';
import { createPolicy, type Policy, ruleOf } from '../core/policy.ts';
import { type FindingType, METADATA_TYPES } from '../core/types.ts';
import { createCustomDetector } from '../detectors/custom-detector.ts';
import type { TextDetector } from '../detectors/text-detector.ts';
import { type ChildConfig, LOOK_STEPS, type LookStep } from './jobs.ts';
import type { HostTools } from './look/find-by-host.ts';
import { createTextTools, noTextSettings, type TextTools, textSettings } from './look/text-tools.ts';

export type EngineSettings = Omit<ResolvedScannerOptions, 'account'>;

export interface Plan extends TextTools {
  readonly policy: Policy;
  /** Under `observe`: the policy of the verdict that would have been. */
  readonly shadow?: Policy;
  readonly limits: ResolvedScannerOptions['limits'] & { readonly acceptSvg: boolean };
  readonly redaction: RedactionOptions;
  readonly strip: StripOptions;
  readonly passThrough: readonly string[];
  /** What of the text detection is the host's own code. */
  readonly host: HostTools;
  /** All that texts are searched for, here, in a child or by the host's code. */
  readonly searches: readonly Pick<TextDetector, 'id' | 'types' | 'load'>[];
  /** Steps of a picture that are wanted. */
  readonly steps: readonly LookStep[];
  /** Longest side of the decoded picture. */
  readonly maxSide: number;
  readonly child: ChildConfig;
}

/** Enough for the faces of a photo. */
const MAX_SIDE = 1280;
/** A screenshot's own size, so that its small print stays readable; the strict preset pays for small faces, too. */
const MAX_SIDE_IN_DETAIL = 1920;
/** Faces are looked for in 1280 x 960, or as many pixels in another form, under the strict preset in 1920 x 1440. */
const FACE_PIXELS = 1280 * 960;
const FACE_PIXELS_IN_DETAIL = 1920 * 1440;
const DEFAULT_LANGUAGES = ['eng'];

export function createPlan(settings: EngineSettings): Plan {
  const { preset, detectors: given, engines, limits, redaction, strip, passThrough, acceptSvg } = settings;
  const policy = createPolicy(preset, given, settings.customDetectors);
  const isOn = (type: FindingType): boolean => ruleOf(policy, type).enabled;
  const host = hostTools(settings, isOn('person'));
  const byModel: Plan['searches'] = host.personModel === undefined ? [] : [{ id: 'person', types: ['person'] }];
  const text = textSettings(
    policy,
    byModel.flatMap(({ types }) => types),
    limits.findings,
  );
  const tools = createTextTools(text);
  const searches = [...tools.detectors, ...host.detectors, ...byModel];
  const maxPixels = preset === 'strict' ? FACE_PIXELS_IN_DETAIL : FACE_PIXELS;
  const face = isOn('face') && { ...engines.face, maxPixels };
  const readsText = engines.ocr !== false && searches.length > 0;
  const languages = (engines.ocr !== false && engines.ocr?.languages) || DEFAULT_LANGUAGES;
  const codes = engines.codes !== false && searches.length > 0;
  const child: ChildConfig = { face, ocr: readsText && { languages }, codes, text };
  return {
    policy,
    ...(preset === 'observe' && { shadow: createPolicy('balanced', given, settings.customDetectors) }),
    limits: { ...limits, acceptSvg },
    redaction,
    strip,
    passThrough,
    ...tools,
    host,
    searches,
    steps: LOOK_STEPS.filter((step) => isWanted(step, child, METADATA_TYPES.some(isOn))),
    maxSide: readsText || preset === 'strict' ? MAX_SIDE_IN_DETAIL : MAX_SIDE,
    child,
  };
}

function hostTools({ customDetectors, engines }: EngineSettings, findsPersons: boolean): HostTools {
  const detectors = customDetectors.map(createCustomDetector);
  const personModel = findsPersons ? engines.person?.model : undefined;
  return { detectors, ...(personModel !== undefined && { personModel }) };
}

function isWanted(step: LookStep, { face, ocr, codes }: ChildConfig, metadata: boolean): boolean {
  const seesPixels = face !== false || ocr !== false || codes;
  switch (step) {
    case 'sniff':
    case 'header':
      return true;
    case 'metadata':
      return metadata;
    case 'thumbnails':
      return metadata && seesPixels;
    case 'decode':
    case 'hidden':
      return seesPixels;
    case 'face':
      return face !== false;
    case 'codes':
      return codes;
    case 'lines':
      return ocr !== false;
  }
}

/** The same plan for an input whose places are known already: what it is, and nothing more. */
export function identifyOnly(plan: Plan): Plan {
  const child: ChildConfig = { face: false, ocr: false, codes: false, text: noTextSettings };
  const nothing = { ...createTextTools(noTextSettings), host: { detectors: [] }, searches: [] };
  return { ...plan, ...nothing, steps: ['sniff', 'header'], child };
}

/** Types that a detector in use can find; those of metadata are always stripped. */
export function findableTypes({ searches, child }: Plan): readonly FindingType[] {
  const types: FindingType[] = [...METADATA_TYPES, ...searches.flatMap(({ types }) => types)];
  if (child.face !== false) types.push('face');
  return types;
}
