import type { Command } from 'commander';
import type { Day } from '../domain/day.ts';
import { dayGiven, encodingOption, type MannerOptions } from './declare.ts';
import type { OutlookRequest } from './request.ts';

/** The options that `due` and `forecast` have in common, as commander hands them over. */
export interface OutlookOptions extends MannerOptions {
  readonly asAt: Day;
  readonly data: string;
  readonly ledger?: string;
  readonly out?: string;
  readonly encoding?: OutlookRequest['encoding'];
}

/** Adds what an outlook is made from, before the options of its own. */
export function addOutlookSource(command: Command): Command {
  return command
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption(
      '--as-at <date>',
      'the day as at which to look, YYYY-MM-DD: rows dated later take no part',
      dayGiven,
    )
    .requiredOption('--data <dir>', 'data folder')
    .option('--ledger <dir>', 'ledger of what was posted before: it counts as paid');
}

/** Adds where it is written to, after the options of its own. */
export function addOutlookTarget(command: Command, what: string): Command {
  return command
    .option('--out <dir>', `${what}, empty or not there yet; without it nothing is written`)
    .addOption(encodingOption());
}

/** What is asked of an outlook, with what holds where nothing is said. */
export function outlookAsked(scheme: string, options: OutlookOptions): OutlookRequest {
  const { asAt, data, ledger = null, out = null, encoding = 'utf-8' } = options;
  return { scheme, asAt, data, ledger, out, encoding };
}
