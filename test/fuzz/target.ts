/** What is fed with inputs that are made of numbers. */
import type { Next } from './numbers.ts';

export interface FuzzTarget {
  /** `begin` is called before each of the files that inputs are made of, with a number below zero: to make them may hang as well. */
  prepare(
    format: string | undefined,
    begin: (number: number) => void,
  ): Promise<(next: Next, number: number) => FuzzInput>;
}

export interface FuzzInput {
  /** Names the kind of input in a failure. */
  readonly format: string;
  /** Of CPU: it fails when it takes longer twice. `Infinity` for what nobody promised a time for. */
  readonly maxMs: number;
  /** Rejects with the first thing that does not hold; its message holds nothing of the input. Resolves with whether the input was taken for what it is. */
  check(): Promise<boolean>;
}
