import type { Job, StepValues } from './jobs.ts';
import type { Pool } from './pool/pool.ts';

/** The pool with the scanner's own jobs and steps. */
export type ScannerPool = Pool<Job, StepValues>;
