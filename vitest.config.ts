// In: test/**/*.test.ts(x) outside test/browser. Out: the unit tests, in happy-dom with WXT's fake browser.
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest(), preact()],
  test: {
    environment: 'happy-dom',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    // Not a measure of anything: a machine with other things to do needs longer than Vitest's five seconds.
    testTimeout: 60_000,
  },
});
