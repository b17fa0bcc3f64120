/** Hidden pictures when time is up, or when there is more in them than is read: a part that nobody saw is never taken for empty. */
import { expect, test } from 'vitest';
import { type CodeRead, MAX_CODES } from '../../src/detectors/code-reader.ts';
import { createEngines, type Engines } from '../../src/scanner/child/engines.ts';
import { createHiddenPictures } from '../../src/scanner/child/hidden-pictures.ts';
import { lookAtHiddenColours } from '../../src/scanner/child/look-at-hidden-colours.ts';
import { openInput } from '../../src/scanner/child/opened-input.ts';
import type { LookJob } from '../../src/scanner/jobs.ts';
import { noTextSettings } from '../../src/scanner/look/text-tools.ts';
import { halfTransparent, landscape, people, SIDE } from '../fixtures/hidden-pictures.ts';
import { jpegWith } from '../fixtures/images.ts';

const LONG_MS = 60_000;

function jobOf(bytes: Uint8Array): LookJob {
  const limits = { pixels: 1_000_000, frames: 10, textLength: 0 };
  return { kind: 'look', source: { bytes }, limits, maxSide: 1920 };
}

function readsCodes(codes: readonly CodeRead[]): Engines {
  const reader = { version: '1', modelSha256: '', runtime: '', read: async () => [...codes] };
  const engines = createEngines({ face: false, ocr: false, codes: true, text: noTextSettings });
  return { ...engines, codeReader: async () => reader };
}

/** The upper half of the picture is opaque. */
function codesAt(y: number, count: number): CodeRead[] {
  const box = { x: 10, y, width: 30, height: 30 };
  return Array.from({ length: count }, (_, at) => ({ format: 'qr-code', text: `${at}`, box, frame: 0 }));
}

async function coloursSeen(alpha: number, codes: readonly CodeRead[], deadlineMs: number) {
  const job = jobOf(await (await halfTransparent(await people(), alpha)).png().toBuffer());
  return lookAtHiddenColours(openInput(job, deadlineMs), job, readsCodes(codes));
}

test('a reader that stopped at its last code, in what can be seen, has not seen the faint part', async () => {
  const codes = [...codesAt(20, MAX_CODES - 1), ...codesAt(SIDE + 20, 1)];
  const [staying] = await coloursSeen(12, codes, LONG_MS);
  expect(staying).toMatchObject({ stays: true, codes: { length: 1 }, unfinished: ['codes'] });
  expect(await coloursSeen(12, codesAt(20, 1), LONG_MS)).toEqual([]);
});

test('what nobody saw of colours that go with the file is not said to stay', async () => {
  const seen = await coloursSeen(0, codesAt(20, MAX_CODES), LONG_MS);
  expect(seen.map(({ stays, unfinished }) => [stays, unfinished])).toEqual([[false, ['codes']]]);
});

test('no detector begins behind the end of the time, and each says so', async () => {
  const [staying] = await coloursSeen(12, codesAt(SIDE + 20, 1), 0);
  expect(staying).toMatchObject({ stays: true, codes: [], unfinished: ['codes'] });
});

test('no second picture is begun behind the end of the time', async () => {
  const trailer = await (await people()).jpeg().toBuffer();
  const job = jobOf(jpegWith(await landscape().jpeg().toBuffer(), { trailer }));
  const seenIn = (deadlineMs: number) => createHiddenPictures(openInput(job, deadlineMs), job, readsCodes([])).sights();
  expect(await seenIn(LONG_MS)).toMatchObject({ sights: [{ field: 'JPEG:SecondPicture' }], isAll: true });
  expect(await seenIn(0)).toEqual({ sights: [], isAll: false });
});
