import { packageVersion } from './package-version.ts';
import type { Plan } from './plan.ts';
import type { DetectorDescription } from './types.ts';

/**
 * The detectors that run in this process; those of the children describe themselves when they are loaded. Loads their models; throws
 * `ConfigError` (`CONFIG_MODEL_MISSING`) for one that is missing or altered.
 */
export function describeTextDetectors({ searches, host }: Plan): DetectorDescription[] {
  const { personModel } = host;
  const version = packageVersion();
  return searches.map(({ id, load }) => {
    if (id === 'person' && personModel !== undefined)
      return { id, version: `${personModel.id} ${personModel.version}` };
    const model = load?.();
    return { id, version, ...(model && { modelSha256: model.modelSha256 }) };
  });
}
