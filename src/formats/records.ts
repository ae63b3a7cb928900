import * as z from 'zod';
import { bankStatuses, judgements } from '../domain/bank/sums.ts';
import { documentForm, moneyForm, type Told } from './document.ts';
import { handedOverFile, sentAgain } from './ledger.ts';
import { controls } from './run.ts';
import { day, keys, list, moment, money, orNull, prose, serial, sha256 } from './words.ts';

// The records of a ledger. Each names the one before, and ends with a seal: the SHA-256 of all that stands before it.

const place = { serial, previous: orNull(sha256, 'Of the file of the record before; null for the first.') };
const seal = { seal: sha256 };

const line = z
  .string()
  .regex(/^[^,]+,[^,]+,[^,]+,[^,]+,-?\d+\.\d\d$/)
  .describe('practice,payee,component,period,pounds');
const sum = z
  .string()
  .regex(/^[^,]+,\d+,[^,]+,-?\d+\.\d\d$/)
  .describe('reference,posting,payee,pounds');

export const postingForm = moneyForm('quarterday/posting/1', 'A record of the ledger: a run that was approved.', {
  ...place,
  run: sha256.describe('The run id.'),
  scheme: prose,
  scheme_sha256: sha256,
  period: prose,
  as_at: day,
  controls,
  approved_by: prose,
  posted_at: moment,
  lines: list(line, 'In order of practice, component, period and payee.'),
  ...seal,
});
export type PostingDocument = Told<typeof postingForm>;

export const handOffRecordForm = documentForm(
  'quarterday/hand-off-record/1',
  'A record of the ledger: sums of postings that were handed over.',
  {
    ...place,
    channel: prose,
    channel_sha256: sha256,
    pay_on: day,
    by: prose,
    folder_sha256: sha256.describe('Of where the folder of the files is.'),
    again: orNull(sentAgain),
    files: list(handedOverFile),
    sums: list(sum),
    recover: list(sum, 'Payees below zero, who are in no file.'),
    ...seal,
  },
);
export type HandOffRecordDocument = Told<typeof handOffRecordForm>;

export const settlementForm = documentForm(
  'quarterday/settlement/1',
  'A record of the ledger: what a channel said of sums that were handed over.',
  {
    ...place,
    file: prose,
    file_sha256: sha256,
    map_sha256: sha256,
    on: day,
    by: prose,
    rows: list(
      keys({
        line: z.int().min(1),
        reference: prose,
        status: z.enum(bankStatuses),
        day,
        amount: orNull(money, 'Null where the channel named no sum.'),
        found: z.enum(judgements),
      }),
    ),
    ...seal,
  },
);
export type SettlementDocument = Told<typeof settlementForm>;
