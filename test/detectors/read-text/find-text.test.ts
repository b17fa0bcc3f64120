import { describe, expect, it } from 'vitest';
import type { OnnxSession } from '../../../src/detectors/onnx-session.ts';
import { findText } from '../../../src/detectors/read-text/find-text.ts';
import { hasLetters } from '../../../src/detectors/read-text/has-letters.ts';
import { OCR_MODELS } from '../../../src/detectors/read-text/models.ts';
import { openRecogniser } from '../../../src/detectors/read-text/recogniser.ts';
import type { TextRegion } from '../../../src/detectors/read-text/text-regions.ts';
import { pictureOf } from '../picture-of.ts';
import { drawnPage, writeLines } from './drawn-page.ts';

/** Marks the upper left corner of whatever it sees, and lists the pixels that it was given. */
function cornerDetector() {
  const seen: number[] = [];
  const session: OnnxSession = {
    inputNames: ['x'],
    outputNames: ['map'],
    modelSha256: '',
    runtime: '',
    async run({ x }) {
      const [, , rows = 0, columns = 0] = x?.dims ?? [];
      seen.push(rows * columns);
      const data = Float32Array.from({ length: rows * columns }, (_, at) =>
        at % columns < 40 && at < 10 * columns ? 1 : 0,
      );
      return { map: { data, dims: [1, 1, rows, columns] } };
    },
  };
  return { session, seen };
}

const region = (x: number, y: number, width: number, height: number): TextRegion => ({
  hull: [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ],
  score: 1,
  area: width * height,
});

describe('finding text', () => {
  it('looks at the whole of a large picture only where what it saw is text', async () => {
    const picture = await pictureOf(drawnPage({ width: 1600, height: 1200 }, () => undefined));
    const [text, none] = [cornerDetector(), cornerDetector()];
    expect(await findText(text.session, picture, async () => true)).toHaveLength(1);
    expect(await findText(none.session, picture, async () => false)).toEqual([]);
    expect(Math.max(...text.seen)).toBeGreaterThan(2 * Math.max(...none.seen));
  });

  it('keeps what it found in a small picture without asking', async () => {
    const picture = await pictureOf(drawnPage({ width: 320, height: 240 }, () => undefined));
    const { session } = cornerDetector();
    expect(await findText(session, picture, async () => false)).toHaveLength(1);
  });
});

describe('letters', async () => {
  const recogniser = await openRecogniser(OCR_MODELS, undefined);
  const page = drawnPage({ width: 400, height: 200 }, (context) => {
    writeLines(context, ['anna.miller@example.com']);
    context.fillRect(40, 120, 240, 8);
    context.fillRect(60, 150, 200, 8);
  });
  const [written, drawn] = [region(22, 26, 224, 14), [region(36, 114, 250, 18), region(56, 144, 210, 18)]];

  it('are what reads as letters, either way up', async () => {
    const upsideDown = region(400 - 22 - 224, 200 - 26 - 14, 224, 14);
    expect(await hasLetters(recogniser, await pictureOf(page.clone()), [...drawn, written])).toBe(true);
    expect(await hasLetters(recogniser, await pictureOf(page.clone().rotate(180)), [upsideDown])).toBe(true);
  });

  it('are not bars, nor nothing', async () => {
    expect(await hasLetters(recogniser, await pictureOf(page.clone()), drawn)).toBe(false);
    expect(await hasLetters(recogniser, await pictureOf(page.clone()), [])).toBe(false);
  });

  it('are taken for granted where there is too much to read for an answer', async () => {
    const picture = await pictureOf(page.clone());
    expect(await hasLetters(recogniser, picture, Array(7).fill(region(36, 114, 20, 18)))).toBe(true);
    expect(await hasLetters(recogniser, picture, [region(0, 100, 400, 2)])).toBe(true);
  });
});
