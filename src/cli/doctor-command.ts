import { parseArgs } from 'node:util';
import type { Check } from './doctor/check.ts';
import { checkEngine } from './doctor/check-engine.ts';
import { checkOptions } from './doctor/check-options.ts';
import { checkStorage } from './doctor/check-storage.ts';
import { checkVersions } from './doctor/check-versions.ts';
import { readConfig } from './read-config.ts';

/** `bystander doctor`: one line for each thing that scanning and holding need. Exit 0 when nothing is missing or broken, else 2. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { production: { type: 'boolean' }, config: { type: 'string' } } });
  const production = values.production ?? process.env.NODE_ENV === 'production';
  const given = await readConfig(values.config);
  const { checks, options } = checkOptions(given, { production });
  const all: readonly Check[] = [
    ...(await checkVersions()),
    ...checks,
    ...(options === undefined ? [] : [await checkStorage(options.storage?.directory), ...(await checkEngine(options))]),
  ];
  for (const { name, status, detail } of all) process.stdout.write(`${status.padEnd(7)} ${name}: ${detail}\n`);
  return all.some(({ status }) => status === 'missing' || status === 'broken') ? 2 : 0;
}
