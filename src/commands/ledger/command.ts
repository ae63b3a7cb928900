import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface LedgerOptions extends MannerOptions {
  readonly practice?: string;
}

/** `ledger DIR [--practice CODE]`. */
export function declareLedger(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'ledger',
    'DIR [--practice CODE]',
    'list what was posted: serial, scheme, period, as-at date, sums, who and when',
    ['ledger ./ledger', 'ledger ./ledger --practice Z00001'],
  )
    .argument('<dir>', 'ledger')
    .option('--practice <code>', 'what this practice was paid and gave back, by posting')
    .action((ledger: string, options: LedgerOptions) => {
      const { practice = null } = options;
      ask({ command: 'ledger', ledger, practice }, mannerOf(options), async (...asked) =>
        (await import('./list-postings.ts')).listPostings(...asked),
      );
    });
}
