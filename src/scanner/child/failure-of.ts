/** Errors on their way to the parent: of our own code, reason and words; of a library's nothing, its message may quote what it read. */
import { BystanderError, ConfigError, UncleanableError } from '../../errors.ts';
import type { StartProblem, StepFailure } from '../protocol.ts';

export function failureOf(error: unknown, { again }: { readonly again: boolean }): StepFailure {
  if (error instanceof BystanderError) {
    const uncleanable = error instanceof UncleanableError ? { uncleanable: error.reason } : {};
    return { reason: 'failed', code: error.code, ...uncleanable, message: error.message };
  }
  return { reason: 'failed', again };
}

export function startProblemOf(error: unknown): StartProblem {
  if (error instanceof ConfigError) {
    const code =
      error.code === 'CONFIG_MODEL_MISSING' || error.code === 'CONFIG_RUNTIME_MISSING' ? error.code : 'CONFIG_INVALID';
    return { code, problems: error.problems };
  }
  return { code: 'CONFIG_RUNTIME_MISSING', problems: [{ path: 'engines', expected: 'engines that can be loaded' }] };
}
