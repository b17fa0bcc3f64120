import { hkdfSync } from 'node:crypto';
import type { Key } from '../core/options.ts';
import { decodeSecret } from '../core/options-schema.ts';
import { createEngine } from '../scanner/scanner.ts';
import { type Bystander, type BystanderOptions, createBystanderWith } from './create-bystander-with.ts';

/**
 * The guard of an Express app (4 or 5). Without options it runs as in development: preset `balanced`, a random cookie as subject, a key made
 * in `.bystander`. Throws `ConfigError` with every problem at once; `NODE_ENV=production` also requires `subject`, `keys`, `controller`,
 * `processing` and `retention.evidence`. `close` ends its children and its store.
 */
export function createBystander(options: BystanderOptions = {}): Promise<Bystander> {
  return createBystanderWith(options, {
    createEngine: (parsed) => createEngine(parsed, { pseudonymKey: pseudonymKey(parsed.keys?.[0]) }),
  });
}

/** The same pseudonym for the same value after a restart, too; without keys it lasts as long as the process. */
function pseudonymKey(key: Key | undefined): Uint8Array | undefined {
  const secret = key && decodeSecret(key.secret);
  return secret && new Uint8Array(hkdfSync('sha256', secret, '', 'bystander/1/pseudonym', 32));
}
