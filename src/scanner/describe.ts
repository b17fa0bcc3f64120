import { packageVersion } from './package-version.ts';
import type { Plan } from './plan.ts';
import type { DetectorDescription } from './types.ts';

/** The detectors that run in this process; those of the children describe themselves when they are loaded. */
export function describeTextDetectors({ searches, host }: Plan): DetectorDescription[] {
  const { personModel } = host;
  const version = packageVersion();
  return searches.map(({ id }) => {
    if (id !== 'person' || personModel === undefined) return { id, version };
    return { id, version: `${personModel.id} ${personModel.version}` };
  });
}
