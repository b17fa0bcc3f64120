import type { CustomDetectorOptions } from '../../core/options.ts';
import { createPolicy, ruleOf, typesOf } from '../../core/policy.ts';
import { customType } from '../../core/types.ts';
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

interface LookedFor {
  readonly type: string;
  readonly action: string;
  /** What the host calls a type of its own. */
  readonly label?: CustomDetectorOptions['label'];
}

function lookedFor({ preset, detectors, customDetectors }: ParsedOptions): LookedFor[] {
  const policy = createPolicy(preset, detectors, customDetectors);
  const labels = new Map<string, LookedFor['label']>(
    customDetectors.map(({ type, label }) => [customType(type), label]),
  );
  return typesOf(policy).flatMap((type): LookedFor[] => {
    const { enabled, action } = ruleOf(policy, type);
    const label = labels.get(type);
    return enabled ? [{ type, action, ...(label !== undefined && { label }) }] : [];
  });
}
