import { createEngine } from '../scanner/scanner.ts';
import { type Bystander, type BystanderOptions, createBystanderWith } from './create-bystander-with.ts';

/**
 * The guard of an Express app (4 or 5). Without options it runs as in development: preset `balanced`, a random cookie as subject, a key made
 * in `.bystander`. Throws `ConfigError` with every problem at once; `NODE_ENV=production` also requires `subject`, `keys`, `controller`,
 * `processing` and `retention.evidence`. `close` ends its children and its store.
 */
export function createBystander(options: BystanderOptions = {}): Promise<Bystander> {
  return createBystanderWith(options, { createEngine });
}
