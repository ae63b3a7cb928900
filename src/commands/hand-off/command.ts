import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Day } from '../../domain/day.ts';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';
import { dateGiven, wordsGiven } from '../typed.ts';

interface HandOffOptions extends MannerOptions {
  readonly ledger: string;
  readonly posting: readonly number[];
  readonly channel: string;
  readonly finance: string;
  readonly payOn: Day;
  readonly by: string;
  readonly out: string;
  readonly again?: string;
  readonly reason?: string;
}

/** `hand-off --ledger DIR --posting N... --channel FILE --finance DIR --pay-on DATE --by NAME --out DIR [--again REFERENCE --reason TEXT]`. */
export function declareHandOff(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'hand-off',
    '--ledger DIR --posting N... --channel FILE --finance DIR --pay-on DATE --by NAME --out DIR [--again REFERENCE --reason TEXT]',
    'write the file by which posted sums are paid, and record that they were handed over',
    [
      'hand-off --ledger ./ledger --posting 3 4 --channel ./channel.json --finance ./finance --pay-on 2015-11-27 --by "A. Smith" --out ./to-pay',
      'hand-off --ledger ./ledger --posting 3 --channel ./channel.json --finance ./finance --pay-on 2015-12-04 --by "A. Smith" --out ./again --again QD3PZ10001 --reason "account closed; new one from 1 December"',
    ],
    'With control totals and what is to be recovered; each sum once, or again with --again and --reason.',
  )
    .requiredOption('--ledger <dir>', 'ledger')
    .addOption(
      new Option('--posting <serial...>', 'posting to hand over, by its serial; may be several')
        .argParser(serialGiven)
        .makeOptionMandatory(),
    )
    .requiredOption('--channel <file>', 'channel: the JSON file that says what the file looks like')
    .requiredOption('--finance <dir>', 'folder with suppliers.csv, coding.csv and holidays.csv')
    .requiredOption('--pay-on <date>', 'the day on which it is to be paid, as YYYY-MM-DD', dateGiven)
    .requiredOption('--by <name>', 'who hands it over', wordsGiven)
    .requiredOption('--out <dir>', 'the folder to write; it must be empty or not there yet')
    .option(
      '--again <reference>',
      'send this one sum again, under the same reference with a number after it',
      wordsGiven,
    )
    .option('--reason <text>', 'why it is sent again', wordsGiven)
    .action((options: HandOffOptions) => {
      const { ledger, posting: postings, channel, finance, payOn, by, out, again = null, reason = null } = options;
      const request = {
        command: 'hand-off',
        ledger,
        postings,
        channel,
        finance,
        payOn,
        by,
        out,
        again,
        reason,
      } as const;
      ask(request, mannerOf(options), async (...asked) => (await import('./hand-off.ts')).handOffPostings(...asked));
    });
}

function serialGiven(text: string, before: readonly number[] = []): readonly number[] {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new InvalidArgumentError('A posting is named by its serial, such as 3: quarterday ledger lists them.');
  }
  return before.includes(Number(text)) ? before : [...before, Number(text)];
}
