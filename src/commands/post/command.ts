import { type Command, InvalidArgumentError } from 'commander';
import { parseTypedAmount, type TypedAmount } from '../../domain/money/money.ts';
import { holdsUnprintable } from '../../domain/words/visible.ts';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface PostOptions extends MannerOptions {
  readonly ledger: string;
  readonly approvedBy: string;
  readonly confirmTotal: TypedAmount;
}

/** `post RUN --ledger DIR --approved-by NAME --confirm-total AMOUNT`. */
export function declarePost(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'post',
    'RUN --ledger DIR --approved-by NAME --confirm-total AMOUNT',
    'record an approved run in the ledger, so that nothing is paid twice',
    [
      'post ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --ledger ./ledger --approved-by "A. Smith" --confirm-total 23450.00',
      'post ./runs/dorset-ccip-2015-16-Q2-0a1b2c3d4e5f --ledger ./ledger --approved-by "A. Smith" --confirm-total -12.50',
    ],
    'It makes the run again first.',
  )
    .argument('<run>', 'run folder')
    .requiredOption('--ledger <dir>', 'ledger; the first posting makes the folder')
    .requiredOption('--approved-by <name>', 'who approved the run', nameGiven)
    .requiredOption('--confirm-total <amount>', 'net total of the run, as approved, to the penny', amountGiven)
    .action((run: string, options: PostOptions) => {
      const { ledger, approvedBy, confirmTotal } = options;
      ask({ command: 'post', run, ledger, approvedBy, confirmTotal }, mannerOf(options), async (...asked) =>
        (await import('./post-run.ts')).postRun(...asked),
      );
    });
}

function amountGiven(text: string): TypedAmount {
  const amount = parseTypedAmount(text.trim());
  if (amount === null) throw new InvalidArgumentError('An amount is written as 1234.50, £1,234.50, -12.50 or −£12.50.');
  return amount;
}

function nameGiven(text: string): string {
  const name = text.trim();
  if (holdsUnprintable(name) || name.length > 200) {
    throw new InvalidArgumentError('A name is at most 200 characters on one line, all of them visible.');
  }
  return name;
}
