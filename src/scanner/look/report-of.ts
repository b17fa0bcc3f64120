/** From what was seen to the report: policy decides, gaps are numbered, every type says whether it was looked for. */
import { decide } from '../../core/decide.ts';
import { ruleOf, typesOf } from '../../core/policy.ts';
import { isMetadata } from '../../core/presets.ts';
import type { Assessed, Assessment, Finding, Report } from '../../core/types.ts';
import type { Plan } from '../plan.ts';
import type { Look } from './look.ts';

export function reportOf(look: Look, { policy, shadow }: Pick<Plan, 'policy' | 'shadow'>): Report {
  const gaps = look.gaps.map((gap, index) => ({ id: `g${index + 1}`, ...gap }));
  const { verdict, findings } = decide(look.detections, gaps, policy);
  const wouldBe = shadow === undefined ? undefined : decide(look.detections, gaps, shadow).verdict;
  return {
    verdict,
    ...(wouldBe !== undefined && { wouldBe }),
    input: look.input,
    findings,
    gaps,
    assessed: assessedOf(look, findings, policy),
    ...(look.kept !== undefined && { metadata: { removed: removedOf(findings), kept: look.kept } }),
  };
}

/** `none_found` only where a detector looked at everything, also at what goes; a type whose detector is off or left a gap was not assessed. */
function assessedOf(look: Look, findings: readonly Finding[], policy: Plan['policy']): Assessed {
  const found = new Set(findings.map(({ type }) => type));
  const types = typesOf(policy).filter((type) => type !== 'region');
  const rows = types.map((type): [string, Assessment] => {
    if (found.has(type)) return [type, 'found'];
    const isAssessed = look.complete.includes(type) && !look.unseen?.includes(type) && ruleOf(policy, type).enabled;
    return [type, isAssessed ? 'none_found' : 'not_assessed'];
  });
  return Object.fromEntries(rows);
}

function removedOf(findings: readonly Finding[]): string[] {
  const stripped = findings.filter(({ type, action }) => isMetadata(type) && action === 'strip');
  return [...new Set(stripped.map(({ type }) => type))];
}
