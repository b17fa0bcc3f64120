// Animations through everything but text, and with it: CPU of all processes, and the memory of the child that looked.
import { createScanner } from 'bystander';
import { childPids, familyCpuMs, memoryOf } from './measure.mjs';
import { movingGif, sticker } from './sample-pictures.mjs';

const TARGET_SECONDS = 6;
const PICTURES = {
  'GIF 480x270, 64 frames, all different': await movingGif({ width: 480, height: 270, frames: 64 }),
  'GIF 800x600, 64 frames, all different': await movingGif({ width: 800, height: 600, frames: 64 }),
  'sticker 320x320, 30 frames': await sticker(320, 30),
};

for (const [name, options] of [
  ['faces', { engines: { ocr: false } }],
  ['everything', {}],
]) {
  const scanner = await createScanner(options);
  for (const [picture, bytes] of Object.entries(PICTURES)) {
    const [before, started] = [familyCpuMs(), performance.now()];
    const { findings, gaps } = await scanner.scan({ bytes });
    const [cpu, wall] = [familyCpuMs() - before, performance.now() - started].map((ms) => (ms / 1000).toFixed(1));
    const peak = Math.max(...childPids().map((pid) => memoryOf(pid).peak)) / 2 ** 20;
    const gapNames = gaps.map(({ detector, reason }) => `${detector} ${reason}`).join(', ') || 'none';
    console.log(
      `${name}, ${picture}: ${cpu} CPU s, ${wall} s, ${findings.length} findings, gaps: ${gapNames}, child at peak ${peak.toFixed(0)} MiB`,
    );
  }
  await scanner.close();
}
console.log(`target: 64 frames of 480x270 with a face <= ${TARGET_SECONDS} CPU s, no gap`);
