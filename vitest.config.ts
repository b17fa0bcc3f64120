import { defineConfig } from 'vitest/config';

// Two workers: children of the scanner's pool run beside them. Tests import src/; children and workers run the build in dist/.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2 },
});
