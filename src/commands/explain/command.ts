import type { Command } from 'commander';
import { type Ask, type CommonOptions, declareCommand, mannerOf } from '../declare.ts';

interface ExplainOptions extends CommonOptions {
  readonly practice: string;
  readonly component?: string;
}

/** `explain RUN --practice CODE [--component ID]`. */
export function declareExplain(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'explain',
    'RUN --practice CODE [--component ID]',
    "one practice's story: what it gets, what it does not, and why",
    [
      'explain ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --practice Z10007',
      'explain ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --practice Z10007 --component integrated-teams',
    ],
  )
    .argument('<run>', 'run folder')
    .requiredOption('--practice <code>', 'practice to explain')
    .option('--component <id>', 'only this component of the scheme')
    .action((run: string, options: ExplainOptions) => {
      const { practice, component = null } = options;
      ask({ command: 'explain', run, practice, component }, mannerOf(options), async (...asked) =>
        (await import('./explain-run.ts')).explainRun(...asked),
      );
    });
}
