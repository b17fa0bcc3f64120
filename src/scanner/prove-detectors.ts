/** Proves each detector live, on samples that are part of the package: a drawn picture and an invented text. */
import { readFile } from 'node:fs/promises';
import type { Finding, Report } from '../core/types.ts';
import type { Engine } from './types.ts';

/** Drawn, with an invented address and number and a planted position; see `scripts/models/make-doctor-sample.mjs`. */
const SAMPLE_PICTURE = new URL('../../models/doctor-sample.jpg', import.meta.url);
const SAMPLE_TEXT = 'My neighbour Anna Berger asked for it: anna.berger@example.org, phone +44 20 7946 0958.';

interface Proof {
  readonly detector: string;
  readonly sample: 'picture' | 'text';
  readonly isFound: (finding: Finding) => boolean;
}

const PROOFS: readonly Proof[] = [
  { detector: 'metadata', sample: 'picture', isFound: ({ type }) => type === 'gps' },
  { detector: 'face', sample: 'picture', isFound: ({ type }) => type === 'face' },
  { detector: 'ocr', sample: 'picture', isFound: (finding) => 'source' in finding && finding.source === 'ocr' },
  { detector: 'email', sample: 'text', isFound: ({ type }) => type === 'email' },
  { detector: 'phone', sample: 'text', isFound: ({ type }) => type === 'phone' },
  { detector: 'person', sample: 'text', isFound: ({ type }) => type === 'person' },
];

export interface ProvenDetector {
  readonly detector: string;
  readonly works: boolean;
}

/** One row for each detector in use; `works` when it finds what is in its sample. */
export async function proveDetectors(engine: Engine): Promise<readonly ProvenDetector[]> {
  const picture = await engine.scan({ bytes: await readFile(SAMPLE_PICTURE) });
  const text = await engine.scan({ text: SAMPLE_TEXT });
  const reports: Readonly<Record<Proof['sample'], Report>> = { picture, text };
  const inUse = engine.describe().map(({ id }) => id);
  return PROOFS.filter(({ detector }) => inUse.includes(detector)).map(({ detector, sample, isFound }) => ({
    detector,
    works: reports[sample].findings.some(isFound),
  }));
}
