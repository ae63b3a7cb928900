import * as z from 'zod';
import { bankStatuses, judgements } from '../domain/bank/sums.ts';
import { moneyForm, type Told } from './document.ts';
import { handedOverFile, newest, sentAgain } from './ledger.ts';
import { count, day, keys, list, money, orNull, prose, serial } from './words.ts';

// What hand-off, settle and accrue print.

const sum = keys({ reference: prose, posting: serial, payee_code: prose, amount: money });

export const handOffForm = moneyForm('quarterday/hand-off/1', 'What was handed over to a channel.', {
  serial,
  finished: z.boolean().describe('Whether the record stood already, and only the folder was still to get its name.'),
  folder: prose,
  channel: prose,
  pay_on: day,
  send_by: orNull(day, 'Null where the channel has no last day.'),
  by: prose,
  again: orNull(sentAgain, 'Of a sum that is sent again.'),
  files: list(handedOverFile),
  beside: list(prose, 'What stands in the folder beside them: it is not sent.'),
  postings: list(serial),
  sum: money,
  sums: list(sum),
  to_recover: money,
  recover: list(sum, 'Payees below zero, who are in no file.'),
  newest,
});
export type HandOffDocument = Told<typeof handOffForm>;

export const settleForm = moneyForm('quarterday/settle/1', 'What a file of a channel came to.', {
  serial: orNull(serial, 'Null where the ledger held every row already.'),
  file: orNull(prose),
  on: orNull(day),
  by: orNull(prose),
  known_before: count,
  counts: list(keys({ found: z.enum(judgements), rows: count, sum: money })),
  rows: list(
    keys({
      line: z.int().min(1),
      reference: prose,
      status: z.enum(bankStatuses),
      day,
      amount: money,
      found: z.enum(judgements),
    }),
  ),
  open: count.describe('How many sums are still open.'),
  open_sum: money,
  newest,
});
export type SettleDocument = Told<typeof settleForm>;

/** What a component comes to at the end of a month. */
const accrued = {
  earned: money,
  waiting: money.describe('Of that, what still waits for something.'),
  posted: money,
  creditor: money.describe('Earned beyond what is posted.'),
  prepaid: money.describe('Posted beyond what is earned.'),
  debtor: money.describe('Recoveries due or decided.'),
  last: money.describe('Creditor less prepaid and debtor, the last time.'),
  movement: money,
};
const accruedSums = keys(accrued);
export type AccruedSums = Told<typeof accruedSums>;

export const accrueForm = moneyForm('quarterday/accrue/1', 'What a month end comes to.', {
  scheme: prose,
  scheme_title: prose,
  period: prose,
  period_title: prose,
  as_at: day,
  components: list(keys({ component: prose, ...accrued })),
  all: accruedSums,
  journal: keys({ rows: count, debits: money, credits: money }),
  folder: prose,
  files: list(prose, 'In the folder.'),
});
export type AccrueDocument = Told<typeof accrueForm>;
