import { createPolicy, ruleOf, typesOf } from '../../core/policy.ts';
import { RELEASED_MS, UNDECIDED_MS } from '../../holds/terms.ts';
import type { ParsedOptions } from '../guard.ts';
import type { Route } from '../route.ts';

const HOUR_MS = 3_600_000;

/** What is scanned, why, by whom, how long it is held, and whom to ask: from the running configuration. */
export const getNotice: Route = {
  method: 'get',
  path: '/notice',
  answer({ guard, response }) {
    const { controller, processing, retention } = guard.options;
    response.set('Cache-Control', 'no-cache').json({
      scanned: lookedFor(guard.options),
      detectors: guard.engine.describe().map(({ id, version }) => ({ id, version })),
      where: 'on the machines of this service; nothing that is scanned leaves them',
      controller: controller ?? null,
      processing: processing ?? null,
      held: {
        undecidedHours: UNDECIDED_MS / HOUR_MS,
        releasedHours: RELEASED_MS / HOUR_MS,
        evidenceDays: retention.evidence?.days ?? null,
      },
    });
  },
};

function lookedFor({ preset, detectors, customDetectors }: ParsedOptions): { type: string; action: string }[] {
  const policy = createPolicy(preset, detectors, customDetectors);
  const rules = typesOf(policy).map((type) => ({ type, ...ruleOf(policy, type) }));
  return rules.filter(({ enabled }) => enabled).map(({ type, action }) => ({ type, action }));
}
