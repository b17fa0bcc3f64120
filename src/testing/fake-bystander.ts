/** A real guard for hosts' own tests: real middleware, holds, records and pages, with an engine that finds what it is told to find. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseGuardOptions } from '../core/options-schema.ts';
import type { Choice, GapChoice } from '../core/types.ts';
import type { HoldView } from '../holds/types.ts';
import { type Bystander, type BystanderOptions, createBystanderWith } from '../middleware/create-bystander-with.ts';
import { createGuardHolds } from '../middleware/create-guard-holds.ts';
import { createStatements } from '../prompt/statements.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeEngine, type FakeEngineOptions } from './fake-engine.ts';

export interface FakeBystanderOptions extends BystanderOptions {
  /** Found in every input, or asked for each. */
  readonly findings?: FakeEngineOptions['findings'];
  readonly gaps?: FakeEngineOptions['gaps'];
  readonly clock?: FakeClock;
}

type Answer = Choice | GapChoice;

export interface FakeBystander extends Bystander {
  readonly clock: FakeClock;
  /**
   * Answers a hold as its user: one answer for everything that is asked, or one for each finding or gap id. Errors by code as
   * `POST /holds/:id/decision`.
   */
  decide(hold: string, choices: Answer | Readonly<Record<string, Answer>>, subject?: string): Promise<HoldView>;
  /** Purges what is due by the fake clock. */
  sweep(): Promise<void>;
}

const SUBJECT = 'test-user';

/** Loads no model, starts no child and asks nothing of the network. Its storage is a temporary folder that `close` removes. */
export async function fakeBystander(options: FakeBystanderOptions = {}): Promise<FakeBystander> {
  const { findings, gaps, clock = createFakeClock(), ...given } = options;
  const directory = await mkdtemp(join(tmpdir(), 'bystander-fake-'));
  const guardOptions: BystanderOptions = {
    subject: () => SUBJECT,
    storage: { directory },
    logger: { info: quiet, warn: quiet, error: quiet },
    ...given,
  };
  const parsed = parseGuardOptions(guardOptions, { production: false });
  const { preset, detectors, customDetectors, passThrough, logger } = parsed;
  const engine = createFakeEngine({ preset, detectors, customDetectors, passThrough, findings, gaps });
  const holds = await createGuardHolds(parsed, {
    engine,
    statements: createStatements(),
    clock,
    logger: logger ?? { info: quiet, warn: quiet, error: quiet },
  });
  const bystander = await createBystanderWith(guardOptions, { createEngine: () => engine, clock, holds });
  return {
    ...bystander,
    clock,
    async decide(hold, choices, subject = SUBJECT) {
      const view = await holds.get(hold, subject);
      const statement = { ...view.statement, accepted: true } as const;
      const decision = { token: view.token ?? '', statement, choices: answersTo(view, choices) };
      return holds.decide(hold, subject, decision, { version: view.version });
    },
    sweep: () => holds.sweep(),
    async close() {
      await bystander.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function answersTo(
  view: HoldView,
  choices: Answer | Readonly<Record<string, Answer>>,
): { finding: string; choice: Answer }[] {
  if (typeof choices !== 'string') return Object.entries(choices).map(([finding, choice]) => ({ finding, choice }));
  return view.items
    .flatMap(({ findings, gaps }) => [...findings, ...gaps])
    .filter((asked) => asked.choices.length > 0)
    .map(({ id }) => ({ finding: id, choice: choices }));
}

function quiet(): void {
  // Tests of hosts print what they want themselves.
}
