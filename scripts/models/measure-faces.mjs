// Measures the face detector on labelled photos; the figures of models/yunet-s.md come from here. Build first.
//
//   node scripts/models/measure-faces.mjs FOLDER [THRESHOLD] [onnxruntime-web]
//
// FOLDER/labels.json is a list of { file, set, boxes: [[x, y, width, height], …] }. A face is found when a box overlaps it with IoU 0.4 or
// more; faces under 8 pixels are neither demanded nor counted as false. Sets without any face count for false boxes only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createFaceDetector } from '../../dist/detectors/face.js';

const [folder, threshold = '0.62', runtime] = process.argv.slice(2);
if (!folder) throw new Error('usage: measure-faces.mjs FOLDER [THRESHOLD] [onnxruntime-web]');
const MAX_SIDE = 1920;
const MIN_FACE = 8;
const HEIGHTS = [8, 16, 32, 64, Number.POSITIVE_INFINITY];

const detector = await createFaceDetector({ runtime });
const sets = new Map();
let [cpuMs, photos] = [0, 0];
for (const { file, set, boxes } of JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))) {
  const picture = await decode(join(folder, file));
  const before = process.cpuUsage();
  const detections = await detector.detect(picture);
  const { user, system } = process.cpuUsage(before);
  cpuMs += (user + system) / 1000;
  photos++;
  count(set, boxes, detections);
}
console.log(`${detector.runtime}, ${photos} photos, ${(cpuMs / photos).toFixed(1)} CPU ms each without decoding`);
for (const [name, { faces, found, images, hitImages }] of sets) {
  if (faces.length === 0) {
    console.log(`${name}: ${hitImages} of ${images} photos have a box`);
    continue;
  }
  const at = found.filter(({ score }) => score >= Number(threshold));
  const recalls = HEIGHTS.slice(1).map((to, n) => {
    const all = faces.filter(({ height }) => height >= HEIGHTS[n] && height < to);
    return (all.filter(({ score }) => score >= Number(threshold)).length / all.length).toFixed(2);
  });
  const right = at.filter(({ isRight }) => isRight).length;
  console.log(
    `${name}: precision ${(right / at.length).toFixed(3)}, recall ${(right / faces.length).toFixed(3)} (by height: ${recalls.join(' ')}),`,
    `${hitImages} of ${images} photos have a box`,
  );
}
const people = [...sets.values()].filter(({ faces }) => faces.length > 0);
const total = people.reduce((sum, { faces }) => sum + faces.length, 0);
const ranked = people.flatMap(({ found }) => found).sort((a, b) => b.score - a.score);
const sure = ranked.filter(({ score }) => score >= Number(threshold));
const right = sure.filter(({ isRight }) => isRight).length;
console.log(`pooled: precision ${(right / sure.length).toFixed(3)}, recall ${(right / total).toFixed(3)}`);
for (const precision of [0.95, 0.9, 0.8]) console.log(`pooled, at precision ${precision}: ${bestRecall(precision)}`);

function bestRecall(precision) {
  let [right, best, threshold] = [0, 0, 1];
  for (const [n, { isRight, score }] of ranked.entries()) {
    if (isRight) right++;
    if (right / (n + 1) >= precision) [best, threshold] = [right / total, score];
  }
  return `recall ${best.toFixed(3)}, threshold ${threshold}`;
}

function count(name, boxes, detections) {
  const set = sets.get(name) ?? { faces: [], found: [], images: 0, hitImages: 0 };
  sets.set(name, set);
  set.images++;
  if (detections.some(({ score }) => score >= Number(threshold))) set.hitImages++;
  const labels = boxes.map(([x, y, width, height]) => ({ x, y, width, height, score: 0 }));
  const open = new Set(labels.filter(({ height }) => height >= MIN_FACE));
  const small = labels.filter(({ height }) => height < MIN_FACE);
  set.faces.push(...open);
  for (const { box, score } of detections.toSorted((a, b) => b.score - a.score)) {
    const near = [...open].map((face) => ({ face, iou: iou(box, face) })).filter((pair) => pair.iou >= 0.4);
    const best = near.sort((a, b) => b.iou - a.iou)[0]?.face;
    if (best) {
      open.delete(best);
      best.score = score;
    }
    if (best || !small.some((face) => shared(box, face) > 0.5 * Math.min(area(box), area(face)))) {
      set.found.push({ score, isRight: best !== undefined });
    }
  }
}

async function decode(path) {
  const image = sharp(path).autoOrient();
  const { data, info } = await image
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { autoOrient } = await sharp(path).metadata();
  const { width, height } = info;
  return { data, width, height, fullWidth: autoOrient.width, fullHeight: autoOrient.height, frame: 0 };
}

function area({ width, height }) {
  return width * height;
}

function shared(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function iou(a, b) {
  return shared(a, b) / (area(a) + area(b) - shared(a, b));
}
