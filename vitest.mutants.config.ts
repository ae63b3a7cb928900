import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In which order the tests are run, of which the first that fails ends a mutant: the quick ones first. */
const order = [
  'test/domain',
  'test/calculate',
  'test/report',
  'test/scheme',
  'test/golden/golden',
  'test/record',
  'test/fuzz/twin',
  'test/golden',
];

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = order.findIndex((room) => relative(import.meta.dirname, moduleId).startsWith(room));
      return found < 0 ? order.length : found;
    };
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

// What the mutants are held against: tests that run inside one process, quickly, many times over.
export default defineConfig({
  test: {
    include: [
      'test/{domain,calculate,record,report,golden,cases}/**/*.test.ts',
      'test/commands/verify/*.test.ts',
      'test/fuzz/twin/twin.test.ts',
      'test/scheme/examples.test.ts',
    ],
    exclude: ['**/large-claims.test.ts', '**/*.property.test.ts'],
    environment: 'node',
    // Each test file by itself would read the whole program again: more than half of the time.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
  },
});
