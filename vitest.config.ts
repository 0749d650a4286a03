import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '.deadwax/**'],
    globalSetup: ['packages/platform/src/testing/test-run.ts'],
    setupFiles: ['packages/platform/src/testing/seed-properties.ts'],
    // By itself it leaves a core free, which is half of two.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
