import { defineConfig } from 'vitest/config';

// What the mutants are held against: tests that run inside one process, quickly, many times over.
export default defineConfig({
  test: {
    include: [
      'test/{domain,calculate,record,report,golden,cases}/**/*.test.ts',
      'test/commands/{run,verify,diff,explain}/*.test.ts',
    ],
    exclude: ['**/large-claims.test.ts', '**/*.property.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
