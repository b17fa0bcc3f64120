import { readFileSync } from 'node:fs';

/** The version of this package; what has no model of its own is as old as the package. */
export function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
