/**
 * The words between the pool and its children. A task is one input with the steps that are wanted of it; the child answers step by
 * step, so that what was finished before it died is kept. Sent as structured clones (`serialization: 'advanced'`).
 */
import type { ErrorCode } from '../errors.ts';

export type ToChild =
  | { readonly kind: 'configure'; readonly config: unknown; readonly residentBytes: number; readonly prove: boolean }
  | {
      readonly kind: 'task';
      readonly id: number;
      readonly job: unknown;
      readonly steps: readonly string[];
      /** After which the child is killed. */
      readonly deadlineMs: number;
    }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromChild =
  | { readonly kind: 'ready'; readonly description: unknown }
  | { readonly kind: 'unable'; readonly problem: StartProblem }
  | {
      readonly kind: 'step';
      readonly id: number;
      readonly step: string;
      readonly value: unknown;
      readonly cutShort: boolean;
    }
  | { readonly kind: 'step-failed'; readonly id: number; readonly step: string; readonly failure: StepFailure }
  /** `residentBytes`: the memory that it holds now. */
  | { readonly kind: 'done'; readonly id: number; readonly residentBytes: number };

/** Why a child cannot do what the configuration turns on. */
export interface StartProblem {
  readonly code: 'CONFIG_INVALID' | 'CONFIG_MODEL_MISSING' | 'CONFIG_RUNTIME_MISSING';
  readonly problems: readonly { readonly path: string; readonly expected: string }[];
}

/** Why one step gave nothing; of errors that are not our own nothing but that, their messages may quote the content. */
export interface StepFailure {
  readonly reason: 'failed' | 'timeout';
  readonly code?: ErrorCode;
  /** With the code `UNCLEANABLE`: its reason. */
  readonly uncleanable?: string;
  /** With any code: the words of our own error, which say no content. */
  readonly message?: string;
  /** Not the input's fault as far as is known: worth one more try in a fresh child. */
  readonly again?: boolean;
}

/** A step's answer, or why there is none. `cutShort`: time was up before it had gone through all of its input. */
export type StepOutcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly cutShort?: boolean }
  | { readonly ok: false; readonly failure: StepFailure };

/** Outcomes by step; a step that does not apply to the input has none. */
export type StepOutcomes<Values> = { readonly [Step in keyof Values]?: StepOutcome<Values[Step]> };
