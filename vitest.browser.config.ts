// In: test/browser/**/*.test.ts and a finished build. Out: the packaged extension, tried in real browsers.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'test/browser/setup.ts',
    include: ['test/browser/**/*.test.ts'],
    // One browser at a time: two of them on two cores disturb each other's waits.
    fileParallelism: false,
    // Real browsers on a busy machine miss a wait now and then; what is broken fails three times.
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
