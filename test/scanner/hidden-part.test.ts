import { describe, expect, it } from 'vitest';
import { parseScannerOptions } from '../../src/core/options-schema.ts';
import type { Detection } from '../../src/core/types.ts';
import type { TextLine } from '../../src/detectors/read-text.ts';
import type { HiddenSight } from '../../src/scanner/jobs.ts';
import { hiddenPart } from '../../src/scanner/look/hidden-part.ts';
import { lookAtPicture } from '../../src/scanner/look/look-at-picture.ts';
import type { Outcomes } from '../../src/scanner/look/part.ts';
import { reportOf } from '../../src/scanner/look/report-of.ts';
import { createPlan } from '../../src/scanner/plan.ts';

const plan = createPlan(parseScannerOptions({}));
const call = { account: {} };
const face = (x: number, score: number): Detection => ({
  type: 'face',
  detector: 'face',
  score,
  box: { x, y: 10, width: 20, height: 20 },
});
const line = (text: string): TextLine => ({
  text,
  words: [{ text, start: 0, end: text.length, box: { x: 0, y: 50, width: 90, height: 10 } }],
  turns: 0,
  frame: 0,
});
const nothing = { faces: [], codes: [], lines: [], unfinished: [] };
const behind: HiddenSight = { ...nothing, field: 'JPEG:SecondPicture', source: 'second-picture', stays: false };
const faint: HiddenSight = { ...nothing, field: 'PNG:HiddenColours', source: 'hidden-colour', stays: true };
const seenIn = (...sights: readonly HiddenSight[]): Outcomes => ({
  hidden: { ok: true, value: { sights, isAll: true } },
});
const partOf = (outcomes: Outcomes, seen: readonly Detection[] = []) =>
  hiddenPart(outcomes, 'image/png', seen, plan, call);

describe('what was seen in hidden pictures', () => {
  it('is one finding for each type and block, the surest', async () => {
    const lines = [line('anna.kvist@firma.se'), line('tom.kvist@firma.se')];
    const { detections } = await partOf(seenIn({ ...behind, faces: [face(0, 0.6), face(50, 0.9)], lines }));
    expect(detections).toEqual([
      expect.objectContaining({ type: 'face', score: 0.9, field: 'JPEG:SecondPicture', source: 'second-picture' }),
      expect.objectContaining({ type: 'email', field: 'JPEG:SecondPicture', source: 'second-picture' }),
    ]);
    for (const detection of detections) expect(detection).not.toHaveProperty('box');
  });

  it('has all its boxes where it stays in the file', async () => {
    const { detections } = await partOf(
      seenIn({ ...faint, faces: [face(0, 0.6), face(50, 0.9)], lines: [line('anna.kvist@firma.se')] }),
    );
    expect(detections.map((detection) => [detection.type, 'box' in detection && detection.source])).toEqual([
      ['face', 'hidden-colour'],
      ['face', 'hidden-colour'],
      ['email', 'hidden-colour'],
    ]);
  });

  it('is not hidden where the picture itself shows it, unless that is too unsure to be reported', async () => {
    const outcomes = seenIn({ ...faint, faces: [face(0, 0.9), face(50, 0.9)] });
    const { detections } = await partOf(outcomes, [face(4, 0.9), face(53, 0.1)]);
    expect(detections).toEqual([{ ...face(50, 0.9), source: 'hidden-colour' }]);
  });
});

describe('a hidden picture that was not seen to its end', () => {
  const cut = { unfinished: ['face', 'codes'] } as const;

  it('is a gap of who did not see it where it stays in the file', async () => {
    const { gaps, incomplete } = await partOf(seenIn({ ...faint, ...cut }));
    expect(gaps).toEqual([
      { detector: 'face', reason: 'truncated' },
      { detector: 'codes', reason: 'truncated' },
    ]);
    expect(incomplete).toEqual(expect.arrayContaining(['face', 'email']));
  });

  it('is none where it goes, but nothing is said to be absent', async () => {
    const { gaps, unseen } = await partOf(seenIn({ ...behind, ...cut }));
    expect(gaps).toEqual([]);
    expect(unseen).toEqual(expect.arrayContaining(['face', 'email']));
  });
});

describe('a look at hidden pictures that failed', () => {
  const header = { mediaType: 'image/png', width: 90, height: 90, frames: 1, orientation: 1 };
  const outcomes: Outcomes = {
    header: { ok: true, value: header },
    metadata: { ok: true, value: { detections: [], texts: [], kept: [] } },
    decode: { ok: true, value: { frames: 1, inDetail: true } },
    face: { ok: true, value: [] },
    codes: { ok: true, value: [] },
    lines: { ok: true, value: { lines: [], isCut: false } },
    hidden: { ok: false, failure: { reason: 'timeout' } },
  };
  const reportFor = async (mediaType: string, changed: Outcomes = {}) => {
    const all = { ...outcomes, header: { ok: true, value: { ...header, mediaType } } as const, ...changed };
    return reportOf(await lookAtPicture({ kind: 'image', mediaType, bytes: 9 }, all, plan, call), plan);
  };

  it('is a gap where nearly transparent colours may stay in the file', async () => {
    const { verdict, gaps, assessed } = await reportFor('image/png');
    expect(verdict).toBe('hold');
    expect(gaps.map(({ detector, reason }) => `${detector} ${reason}`)).toEqual([
      'face timeout',
      'codes timeout',
      'ocr timeout',
    ]);
    expect(assessed).toMatchObject({ face: 'not_assessed', email: 'not_assessed', gps: 'none_found' });
  });

  it('is none where all that is hidden goes, but nothing is said to be absent', async () => {
    const { verdict, gaps, assessed } = await reportFor('image/jpeg');
    expect({ verdict, gaps }).toEqual({ verdict: 'pass', gaps: [] });
    expect(assessed).toMatchObject({ face: 'not_assessed', email: 'not_assessed', gps: 'none_found' });
  });

  it('says the same of a single picture that nobody could look at', async () => {
    const hidden = { ok: true, value: { sights: [], isAll: false } } as const;
    const { verdict, gaps, assessed } = await reportFor('image/png', { hidden });
    expect({ verdict, gaps }).toEqual({ verdict: 'pass', gaps: [] });
    expect(assessed).toMatchObject({ face: 'not_assessed', email: 'not_assessed' });
  });
});
