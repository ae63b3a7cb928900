import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

/** `diff RUN RUN`. */
export function declareDiff(program: Command, ask: Ask): void {
  declareCommand(program, 'diff', 'RUN RUN', 'what changed between two runs of a scheme, and why', [
    'diff ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f ./runs/dorset-ccip-2015-16-Q2-6f7e8d9c0b1a',
    'diff ./runs/before ./runs/after --format json',
  ])
    .argument('<run>', 'run folder before')
    .argument('<other>', 'run folder after')
    .action((before: string, after: string, options: MannerOptions) => {
      ask({ command: 'diff', before, after }, mannerOf(options), async (...asked) =>
        (await import('./diff-runs.ts')).diffRuns(...asked),
      );
    });
}
