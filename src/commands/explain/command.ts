import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface ExplainOptions extends MannerOptions {
  readonly practice?: string;
  readonly component?: string;
  readonly all?: boolean;
  readonly out?: string;
}

/** `explain RUN --practice CODE [--component ID]`, or `explain RUN --all --out DIR`. */
export function declareExplain(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'explain',
    'RUN --practice CODE [--component ID] | RUN --all --out DIR',
    "one practice's story: what it gets, what it does not, and why; or all of them",
    [
      'explain ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --practice Z10007 --component integrated-teams',
      'explain ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --all --out ./letters',
    ],
    'In sentences that can go into a reply; of a payee, whose payee it is.',
  )
    .argument('<run>', 'run folder')
    .option('--practice <code>', 'practice to explain; of a payee, whose payee it is')
    .option('--component <id>', 'only this component of the scheme')
    .option('--all', 'explain every practice, each in a file of its own')
    .option('--out <dir>', 'with --all: the folder for the files, empty or not there yet')
    .action((run: string, options: ExplainOptions) => {
      const { practice = null, component = null, all = false, out = null } = options;
      ask({ command: 'explain', run, practice, component, all, out }, mannerOf(options), async (...asked) =>
        (await import('./explain-run.ts')).explainRun(...asked),
      );
    });
}
