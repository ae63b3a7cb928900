import type { Command } from 'commander';
import type { Day } from '../../domain/day.ts';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';
import { dateGiven, wordsGiven } from '../typed.ts';

interface SettleOptions extends MannerOptions {
  readonly ledger: string;
  readonly from: string;
  readonly map: string;
  readonly on: Day;
  readonly by: string;
}

/** `settle --ledger DIR --from FILE --map FILE --on DATE --by NAME`. */
export function declareSettle(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'settle',
    '--ledger DIR --from FILE --map FILE --on DATE --by NAME',
    'record what the channel sent back: what was paid, refused, returned or is pending',
    [
      'settle --ledger ./ledger --from ./status.csv --map ./map.json --on 2015-11-30 --by "A. Smith"',
      'settle --ledger ./ledger --from ./returned.csv --map ./returned-map.json --on 2015-12-02 --by "A. Smith" --strict',
    ],
    'By reference alone.',
  )
    .requiredOption('--ledger <dir>', 'ledger')
    .requiredOption('--from <file>', 'the file of the channel: any CSV')
    .requiredOption('--map <file>', 'map: the JSON file that says which of its columns is what')
    .requiredOption('--on <date>', 'the day on which it is read, as YYYY-MM-DD', dateGiven)
    .requiredOption('--by <name>', 'who reads it', wordsGiven)
    .action((options: SettleOptions) => {
      const { ledger, from, map, on, by } = options;
      ask({ command: 'settle', ledger, from, map, on, by }, mannerOf(options), async (...asked) =>
        (await import('./settle.ts')).settleFile(...asked),
      );
    });
}
