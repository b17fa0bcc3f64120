import type { TextReading } from '../../detectors/read-text.ts';
import type { Picture } from '../../media/picture.ts';
import type { Sight } from '../jobs.ts';
import type { Engines } from './engines.ts';

/** What all engines in use see in a picture that is none of the input's frames. */
export async function lookAtPixels(picture: Picture, engines: Engines): Promise<Sight> {
  const { face, codes, ocr } = engines.config;
  const nothing: TextReading = { lines: [], isCut: false };
  return {
    faces: face === false ? [] : await (await engines.face()).detect(picture),
    codes: codes ? await (await engines.codeReader()).read(picture) : [],
    ...(ocr === false ? nothing : await (await engines.textReader()).read(picture)),
  };
}

/** Two looks at the same picture as one. */
export function together(a: Sight, b: Sight): Sight {
  return {
    faces: [...a.faces, ...b.faces],
    codes: [...a.codes, ...b.codes],
    lines: [...a.lines, ...b.lines],
    isCut: a.isCut || b.isCut,
  };
}
