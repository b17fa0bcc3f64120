import { packageVersion } from './package-version.ts';
import type { Plan } from './plan.ts';
import type { DetectorDescription } from './types.ts';

/** The detectors that run in this process; those of the children describe themselves when they are loaded. */
export function describeTextDetectors({ detectors }: Plan): DetectorDescription[] {
  const version = packageVersion();
  return detectors.map(({ id }) => ({ id, version }));
}
