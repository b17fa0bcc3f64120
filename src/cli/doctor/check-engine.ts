import { ConfigError } from '../../errors.ts';
import type { EngineSettings } from '../../scanner/plan.ts';
import { proveDetectors } from '../../scanner/prove-detectors.ts';
import { createEngine } from '../../scanner/scanner.ts';
import type { DetectorDescription, Engine } from '../../scanner/types.ts';
import type { Check } from './check.ts';
import { checkModel } from './check-model.ts';

/** Starts the scanner with the options: what is loaded, from which model and runtime, and whether it finds what is in the samples. */
export async function checkEngine(settings: EngineSettings): Promise<readonly Check[]> {
  let engine: Engine;
  try {
    engine = await createEngine(settings);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, expected }): Check => ({ name: path, status: 'missing', detail: expected }));
  }
  try {
    const described = engine.describe();
    const models = await Promise.all(described.map(checkModel));
    const proven = (await proveDetectors(engine, settings.customDetectors)).map(({ detector, works }): Check => {
      const detail = works ? 'finds what is in its sample' : 'does not find what is in its sample';
      return { name: `${detector} live`, status: works ? 'ok' : 'broken', detail };
    });
    return [...described.map(descriptionCheck), ...models.flat(), ...proven];
  } finally {
    await engine.close();
  }
}

function descriptionCheck({ id, version, runtime }: DetectorDescription): Check {
  return { name: `${id} detector`, status: 'ok', detail: runtime === undefined ? version : `${version}, ${runtime}` };
}
