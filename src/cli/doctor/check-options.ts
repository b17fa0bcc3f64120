import type { GuardOptions, ResolvedGuardOptions } from '../../core/options.ts';
import { parseGuardOptions } from '../../core/options-schema.ts';
import { ConfigError } from '../../errors.ts';
import type { Check } from './check.ts';

export interface CheckedOptions {
  readonly checks: readonly Check[];
  /** Absent when they cannot be used at all. */
  readonly options: ResolvedGuardOptions<unknown> | undefined;
}

/** The options of a JSON file as `createBystander` would take them, and what production still lacks. */
export function checkOptions(given: object, { production }: { readonly production: boolean }): CheckedOptions {
  const usable = parsed(given, false);
  const problems = (production ? parsed(given, true) : usable).problems.filter(({ path }) => path !== 'subject');
  const checks = problems.map(
    ({ path, expected }): Check => ({ name: path || 'options', status: 'missing', detail: expected }),
  );
  if (production)
    checks.push({ name: 'subject', status: 'note', detail: 'a function, set in code; not seen from here' });
  if (problems.length === 0)
    checks.push({ name: 'options', status: 'ok', detail: production ? 'complete for production' : 'valid' });
  return { checks: [...checks, keysCheck(usable.options)], options: usable.options };
}

function parsed(given: object, production: boolean): Pick<CheckedOptions, 'options'> & Pick<ConfigError, 'problems'> {
  try {
    return { options: parseGuardOptions(given as GuardOptions<unknown>, { production }), problems: [] };
  } catch (error) {
    if (error instanceof ConfigError) return { options: undefined, problems: error.problems };
    throw error;
  }
}

function keysCheck(options: CheckedOptions['options']): Check {
  const count = options?.keys?.length ?? 0;
  if (count === 0)
    return { name: 'keys', status: 'note', detail: 'none given: one is made at the first start, in development only' };
  return { name: 'keys', status: 'ok', detail: `${count}, the first closes new holds` };
}
