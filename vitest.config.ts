import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/lab/**', 'test/fixtures/**'],
    globalSetup: ['test/support/build-program.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
