import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface LedgerOptions extends MannerOptions {
  readonly practice?: string;
  readonly open?: boolean;
}

/** `ledger DIR [--practice CODE] [--open]`. */
export function declareLedger(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'ledger',
    'DIR [--practice CODE] [--open]',
    'list the records: what was posted, handed over and settled, by whom and when; or what is open',
    ['ledger ./ledger', 'ledger ./ledger --practice Z00001', 'ledger ./ledger --open'],
  )
    .argument('<dir>', 'ledger')
    .option('--practice <code>', 'what this practice was paid and gave back, by posting')
    .option('--open', 'what was posted and is not settled, handed over and not answered, returned and not sent again')
    .action((ledger: string, options: LedgerOptions) => {
      const { practice = null, open = false } = options;
      ask({ command: 'ledger', ledger, practice, open }, mannerOf(options), async (...asked) =>
        (await import('./list-postings.ts')).listPostings(...asked),
      );
    });
}
