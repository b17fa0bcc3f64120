import { MAX_CODES } from '../../detectors/code-reader.ts';
import type { TextReading } from '../../detectors/read-text.ts';
import type { Picture } from '../../media/picture.ts';
import type { PixelDetectorId, Sight } from '../jobs.ts';
import type { Engines } from './engines.ts';

const NOTHING_READ: TextReading = { lines: [], isCut: false };

/**
 * What all engines in use see in a picture that is none of the input's frames. `until`: a time of `performance.now()` behind which none
 * begins.
 */
export async function lookAtPixels(picture: Picture, engines: Engines, until: number): Promise<Sight> {
  const { face, codes, ocr } = engines.config;
  const unfinished: PixelDetectorId[] = [];
  function begins(detector: PixelDetectorId, isOn: boolean): boolean {
    if (!isOn) return false;
    if (performance.now() <= until) return true;
    unfinished.push(detector);
    return false;
  }
  const faces = begins('face', face !== false) ? await (await engines.face()).detect(picture) : [];
  const read = begins('codes', codes) ? await (await engines.codeReader()).read(picture) : [];
  if (read.length >= MAX_CODES) unfinished.push('codes');
  const { lines, isCut } = begins('ocr', ocr !== false)
    ? await (await engines.textReader()).read(picture, until)
    : NOTHING_READ;
  if (isCut) unfinished.push('ocr');
  return { faces, codes: read, lines, unfinished };
}

/** Two looks at the same picture as one. */
export function together(a: Sight, b: Sight): Sight {
  return {
    faces: [...a.faces, ...b.faces],
    codes: [...a.codes, ...b.codes],
    lines: [...a.lines, ...b.lines],
    unfinished: [...a.unfinished, ...b.unfinished],
  };
}
