import type { Job, StepValues } from './jobs.ts';
import type { Run } from './pool/pool.ts';

/** What the scanner's ways need of the pool: its own jobs and steps. */
export interface ScannerPool {
  readonly run: Run<Job, StepValues>;
}
