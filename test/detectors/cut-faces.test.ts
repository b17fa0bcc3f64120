import { describe, expect, it } from 'vitest';
import { lookPastTheEdge } from '../../src/detectors/cut-faces.ts';
import type { OnnxSession } from '../../src/detectors/onnx-session.ts';
import type { FaceCandidate } from '../../src/detectors/yunet.ts';

const [width, height] = [640, 480];
const picture = {
  data: new Uint8Array(width * height * 3),
  width,
  height,
  fullWidth: 2 * width,
  fullHeight: 2 * height,
  frame: 0,
};

/** In pixels of the original, which is twice as large. */
const atTheEdge: FaceCandidate = { score: 0.3, box: { x: -10, y: 200, width: 120, height: 160 } };

/** A network that sees a face of `score` in the middle of whatever it is shown. */
function sessionThatSays(score: number): OnnxSession & { readonly looks: () => number } {
  let looks = 0;
  return {
    inputNames: ['rgb'],
    outputNames: [],
    modelSha256: '',
    runtime: 'none',
    looks: () => looks,
    async run({ rgb }) {
      looks++;
      const side = rgb?.dims[1] ?? 0;
      const outputs = [8, 16, 32].flatMap((stride) => {
        const cells = side / stride;
        const [scores, boxes] = [new Float32Array(cells ** 2), new Float32Array(cells ** 2 * 4)];
        const middle = (cells >> 1) * (cells + 1);
        scores[middle] = score;
        boxes[2 * cells ** 2 + middle] = Math.log(side / 4 / stride);
        boxes[3 * cells ** 2 + middle] = Math.log(side / 3 / stride);
        return [
          [`scores_${stride}`, { data: scores, dims: [1, 1, cells, cells] }] as const,
          [`boxes_${stride}`, { data: boxes, dims: [1, 4, cells, cells] }] as const,
        ];
      });
      return Object.fromEntries(outputs);
    },
  };
}

describe('lookPastTheEdge', () => {
  it('takes the mean of what was said and of what both squares show', async () => {
    const [face] = await lookPastTheEdge(sessionThatSays(0.9), picture, [atTheEdge]);
    expect(face?.score).toBeCloseTo(0.7);
    expect(face?.box).toEqual(atTheEdge.box);
  });

  it('never makes a face less sure', async () => {
    expect(await lookPastTheEdge(sessionThatSays(0), picture, [atTheEdge])).toEqual([atTheEdge]);
  });

  it.each([
    ['left', { x: 4, y: 200 }],
    ['right', { x: 1165, y: 200 }],
    ['top', { x: 400, y: -60 }],
    ['bottom', { x: 400, y: 790 }],
  ])('looks at a face that the edge cuts at the %s', async (_, at) => {
    const session = sessionThatSays(0.9);
    await lookPastTheEdge(session, picture, [{ score: 0.3, box: { ...atTheEdge.box, ...at } }]);
    expect(session.looks()).toBe(2);
  });

  it.each([
    ['stands free', { x: 40 }],
    ['lies outside', { x: -130 }],
    ['is small', { width: 40, height: 60 }],
  ])('does not look at a face that %s', async (_, box) => {
    const session = sessionThatSays(0.9);
    const face = { score: 0.3, box: { ...atTheEdge.box, ...box } };
    expect(await lookPastTheEdge(session, picture, [face])).toEqual([face]);
    expect(session.looks()).toBe(0);
  });

  it('does not look at a face that all looks are sure of', async () => {
    const session = sessionThatSays(0.9);
    await lookPastTheEdge(session, picture, [{ ...atTheEdge, score: 0.8 }]);
    expect(session.looks()).toBe(0);
  });

  it('looks at the surest eight of any number, and keeps the order', async () => {
    const session = sessionThatSays(0.9);
    const faces = Array.from({ length: 40 }, (_, n) => ({ ...atTheEdge, score: 0.3 + ((n * 7) % 40) / 100 }));
    const seen = await lookPastTheEdge(session, picture, faces);
    expect(session.looks()).toBe(16);
    expect(seen.map(({ score }, n) => score > (faces[n]?.score ?? 1))).toEqual(faces.map(({ score }) => score > 0.615));
  });
});
