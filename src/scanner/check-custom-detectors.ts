/** The patterns of the host are checked when they are given, not when a text comes. */
import type { CustomDetectorOptions } from '../core/options.ts';
import { patternOf } from '../detectors/custom-detector.ts';
import { ConfigError, type ConfigProblem } from '../errors.ts';

/** Throws `CONFIG_INVALID` that names every pattern that may take more than linear time. The check is loaded only where there is one. */
export async function checkCustomDetectors(customDetectors: readonly CustomDetectorOptions[]): Promise<void> {
  if (customDetectors.length === 0) return;
  const { patternProblem } = await import('../detectors/custom-detector/pattern-problem.ts');
  const problems: ConfigProblem[] = [];
  // One after the other, as each is timed.
  for (const [index, options] of customDetectors.entries()) {
    const expected = await patternProblem(patternOf(options));
    if (expected !== undefined) problems.push({ path: `customDetectors[${index}].pattern`, expected });
  }
  if (problems.length > 0) throw new ConfigError(problems);
}
