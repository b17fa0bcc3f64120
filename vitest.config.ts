import { defineConfig } from 'vitest/config';

/** They replace modules, or look at what a module does when it is loaded. */
const ISOLATED = [
  'test/detectors/zxing.test.ts',
  'test/detectors/read-text/without-onnx.test.ts',
  'test/redactors/hidden-in-webp.test.ts',
];

// Two workers: children of the scanner's pool run beside them. Tests import src/; children and workers run the build in dist/. The files
// of a worker share what is loaded: word lists, models and code.
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ISOLATED, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
  },
});
