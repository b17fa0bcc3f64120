import { describe, expect, it } from 'vitest';
import type { Box, Detection } from '../../src/core/types.ts';
import { mergePlaces } from '../../src/scanner/look/merge-places.ts';

const face = (box: Box, score = 0.9): Detection => ({ type: 'face', detector: 'face', subject: 'unknown', score, box });
const at = (x: number, y = 0, side = 100): Box => ({ x, y, width: side, height: side });
const boxesOf = (detections: readonly Detection[]) => detections.map((one) => 'box' in one && one.box);

describe('what is found in several frames', () => {
  it('is one finding with the highest score where it stands still', () => {
    const frames = Array.from({ length: 30 }, (_, frame) => face(at(frame % 3), 0.5 + (frame % 10) / 100));
    const merged = mergePlaces(frames);
    expect(boxesOf(merged)).toEqual([{ x: 0, y: 0, width: 102, height: 100 }]);
    expect(merged[0]?.score).toBe(0.59);
  });

  it('is one finding for two who stand beside each other each', () => {
    const frames = Array.from({ length: 10 }, () => [face(at(0)), face(at(300))]).flat();
    expect(boxesOf(mergePlaces(frames))).toEqual([at(0), at(300)]);
  });

  it('is a few boxes around its way where it moves, and all of its way is in them', () => {
    const frames = Array.from({ length: 60 }, (_, frame) => face(at(frame * 10)));
    const boxes = boxesOf(mergePlaces(frames)).filter((box): box is Box => box !== false);
    expect(boxes.length).toBeLessThan(7);
    for (const box of boxes) expect(box.width).toBeLessThanOrEqual(250);
    for (let x = 0; x <= 590; x += 10)
      expect(boxes.some((box) => box.x <= x && box.x + box.width >= x + 100)).toBe(true);
  });

  it('stays apart where it jumps', () => {
    expect(mergePlaces([face(at(0)), face(at(80)), face(at(400))])).toHaveLength(3);
  });

  it('stays apart where a small one lies in a large one', () => {
    expect(mergePlaces([face(at(0)), face(at(30, 30, 30))])).toHaveLength(2);
  });

  it('stays apart where type, origin or the person behind it differ', () => {
    const email: Detection = { type: 'email', detector: 'email', subject: 'self', score: 1, source: 'ocr', box: at(0) };
    const others: Detection[] = [
      { ...email, type: 'phone', detector: 'phone' },
      { ...email, source: 'code' },
      { ...email, subject: 'third-party' },
      { ...email, reasons: ['account-match'] },
    ];
    expect(mergePlaces([email, ...others])).toHaveLength(5);
    expect(mergePlaces([email, ...others, email, ...others])).toHaveLength(5);
  });

  it('leaves what has no box, in its order', () => {
    const gps: Detection = { type: 'gps', detector: 'metadata', score: 1, field: 'EXIF:GPSLatitude' };
    expect(mergePlaces([gps, face(at(0)), gps])).toEqual([gps, face(at(0)), gps]);
  });

  it('comes to an end soon where noise is found everywhere', () => {
    // Each compared with each would be 1,800,000,000 pairs.
    const noise = Array.from({ length: 60_000 }, (_, index) => face(at((index * 7919) % 100_000, 0, 8)));
    const before = process.cpuUsage();
    mergePlaces(noise);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });
});
