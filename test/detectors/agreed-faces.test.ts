import { describe, expect, it } from 'vitest';
import { agreedFaces, type FaceLook } from '../../src/detectors/agreed-faces.ts';

const box = { x: 100, y: 100, width: 40, height: 50 };
const nearby = { x: 104, y: 104, width: 40, height: 50 };
const elsewhere = { x: 300, y: 100, width: 40, height: 50 };

function look(candidates: FaceLook['candidates'], range: Partial<FaceLook> = {}): FaceLook {
  return { candidates, weight: 1, smallestFace: 0, largestFace: 1000, ...range };
}

describe('agreedFaces', () => {
  it('joins what several looks see in one place, with the mean score and the mean box', () => {
    const [face, ...others] = agreedFaces([look([{ box, score: 0.9 }]), look([{ box: nearby, score: 0.9 }])]);
    expect(others).toEqual([]);
    expect(face?.score).toBeCloseTo(0.9);
    expect(face?.box.x).toBeCloseTo(102);
    expect(face?.box.height).toBeCloseTo(50);
  });

  it('counts a look that saw nothing as zero', () => {
    const [face] = agreedFaces([look([{ box, score: 0.8 }]), look([]), look([]), look([])]);
    expect(face?.score).toBeCloseTo(0.2);
  });

  it('does not hold it against a look that the face is outside its range', () => {
    const looks = [look([{ box, score: 0.8 }]), look([], { largestFace: 40 }), look([], { smallestFace: 60 })];
    expect(agreedFaces(looks)[0]?.score).toBeCloseTo(0.8);
  });

  it('leaves out what a look says about a face outside its range', () => {
    const looks = [look([{ box, score: 0.8 }]), look([{ box, score: 0.2 }], { largestFace: 40 })];
    expect(agreedFaces(looks).map(({ score }) => score)).toEqual([0.8]);
    expect(agreedFaces([look([{ box, score: 0.9 }], { smallestFace: 60 })])).toEqual([]);
  });

  it('counts a look by its weight', () => {
    const looks = [look([{ box, score: 0.9 }], { weight: 2 }), look([{ box: nearby, score: 0.3 }])];
    const [face] = agreedFaces(looks);
    expect(face?.score).toBeCloseTo(0.7);
    expect(face?.box.x).toBeCloseTo(100 + 4 / 7);
  });

  it('takes the best of one look once, however many of its boxes overlap', () => {
    const crowded = look([
      { box: nearby, score: 0.7 },
      { box, score: 0.9 },
      { box, score: 0.6 },
    ]);
    const faces = agreedFaces([crowded, look([{ box, score: 0.5 }])]);
    expect(faces).toHaveLength(1);
    expect(faces[0]?.score).toBeCloseTo(0.7);
  });

  it('keeps faces apart that stand apart, the surest first', () => {
    const faces = agreedFaces([
      look([
        { box: elsewhere, score: 0.5 },
        { box, score: 0.9 },
      ]),
    ]);
    expect(faces.map((face) => face.box.x)).toEqual([100, 300]);
  });

  it('stays quick in a crowd of thousands', () => {
    const crowd = Array.from({ length: 4000 }, (_, n) => ({
      score: 0.5,
      box: { x: (n % 80) * 16, y: Math.floor(n / 80) * 16, width: 8, height: 8 },
    }));
    const before = performance.now();
    expect(agreedFaces([look(crowd), look(crowd), look(crowd), look(crowd)])).toHaveLength(4000);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('finds nothing where nothing was seen', () => {
    expect(agreedFaces([look([]), look([])])).toEqual([]);
  });
});
