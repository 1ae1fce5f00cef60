import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/lab/**', 'test/fixtures/**'],
    globalSetup: ['test/support/build-program.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: 'threads',
  },
});
