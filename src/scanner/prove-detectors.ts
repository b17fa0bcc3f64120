/** Proves each detector live: those of pictures on drawn ones that are part of the package, those of text on their own examples. */
import { readFile } from 'node:fs/promises';
import type { CustomDetectorOptions } from '../core/options.ts';
import { customType, type Finding } from '../core/types.ts';
import { textDetectors } from '../detectors/text-detectors.ts';
import type { Engine } from './types.ts';

/** Drawn, with an invented address and number and a planted position; see `scripts/models/make-doctor-sample.mjs`. */
const SAMPLE_PICTURE = new URL('../../models/doctor-sample.jpg', import.meta.url);
/** A QR code with an invented address; see `scripts/models/make-doctor-code.mjs`. */
const SAMPLE_CODE = new URL('../../models/doctor-code.png', import.meta.url);

interface Proof {
  readonly detector: string;
  readonly sample: URL;
  readonly isFound: (finding: Finding) => boolean;
}

const IN_PICTURE: readonly Proof[] = [
  { detector: 'metadata', sample: SAMPLE_PICTURE, isFound: ({ type }) => type === 'gps' },
  { detector: 'face', sample: SAMPLE_PICTURE, isFound: ({ type }) => type === 'face' },
  { detector: 'ocr', sample: SAMPLE_PICTURE, isFound: (finding) => 'source' in finding && finding.source === 'ocr' },
  { detector: 'codes', sample: SAMPLE_CODE, isFound: (finding) => 'source' in finding && finding.source === 'code' },
];

export interface ProvenDetector {
  readonly detector: string;
  readonly works: boolean;
}

/** One row for each detector in use; `works` when it finds what is in its sample. A custom one without an example is not proved. */
export async function proveDetectors(
  engine: Engine,
  customDetectors: readonly CustomDetectorOptions[],
): Promise<readonly ProvenDetector[]> {
  const inUse = new Set(engine.describe().map(({ id }) => id));
  const proven: ProvenDetector[] = [];
  for (const sample of [SAMPLE_PICTURE, SAMPLE_CODE]) {
    const { findings } = await engine.scan({ bytes: await readFile(sample) });
    const proofs = IN_PICTURE.filter((proof) => proof.sample === sample);
    proven.push(...proofs.map(({ detector, isFound }) => ({ detector, works: findings.some(isFound) })));
  }
  const custom = customDetectors.map(({ type, example = '' }) => ({ id: customType(type), example }));
  for (const { id, example } of [...textDetectors, ...custom]) {
    if (!inUse.has(id) || example === '') continue;
    const report = await engine.scan({ text: example });
    proven.push({ detector: id, works: report.findings.some(({ detector }) => detector === id) });
  }
  return proven.filter(({ detector }) => inUse.has(detector));
}
