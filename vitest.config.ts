import { defineConfig } from 'vitest/config';
import { pagePartsInTests } from './page-parts.js';

export default defineConfig({
  plugins: [pagePartsInTests],
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run office` asks for it: it needs a program of a hundred megabytes.
    exclude: ['**/node_modules/**', ...(process.env.OFFICE ? [] : ['test/office/**'])],
    environment: 'node',
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary'] },
  },
});
