import * as z from 'zod';
import { openStates } from '../domain/bank/sums.ts';
import { moneyForm, type Told } from './document.ts';
import { count, day, keys, list, moment, money, orNull, prose, serial, sha256 } from './words.ts';

// What post, verify and ledger print. What the ledger itself holds stands in records.ts.

/** Which record is the newest. */
export const newest = keys(
  { serial: count.describe('0 for a ledger without any.'), sha256: orNull(sha256, 'Null for a ledger without any.') },
  'The newest record of the ledger: to be noted elsewhere, for verify --newest.',
);

const moneyOfPosting = {
  payments: money,
  clawbacks_due: money,
  net: money.describe('Payments less clawbacks due.'),
};

export const postForm = moneyForm('quarterday/post/1', 'As what a run is posted.', {
  serial,
  already_posted: z.boolean().describe('Whether it was posted before, so that nothing was written.'),
  run_id: sha256,
  run: prose.describe('The name of the run folder.'),
  folder: prose.describe('The run folder, as it was named.'),
  scheme: prose,
  period: prose,
  as_at: day,
  ...moneyOfPosting,
  approved_by: prose,
  posted_at: moment,
  newest,
});
export type PostDocument = Told<typeof postForm>;

export const verifyForm = moneyForm(
  'quarterday/verify/1',
  'What was proved; differences stand on stderr, one a line.',
  {
    verified: z.boolean(),
    differences: count,
    run: orNull(
      keys({
        path: prose,
        run_id: sha256,
        calculation: prose,
        made_by: orNull(prose, 'The version of the program; null where the folder does not say.'),
        files: count.describe('Each as it was written.'),
        recomputed: z.boolean().describe('Whether it was made again from its own inputs, and came to the same.'),
        same_to_the_byte: orNull(
          z.boolean(),
          'Whether that was held to the byte, or, of another version, to every code, date, amount and row; null where it was not made again.',
        ),
        ...moneyOfPosting,
      }),
    ),
    ledger: orNull(
      keys({
        path: prose,
        records: count,
        postings: count,
        hand_offs: count,
        settlements: count,
        head: orNull(sha256),
        left_behind: list(prose, 'What a killed program left, and does no harm.'),
        lock: orNull(prose),
        newest_as_noted: orNull(z.boolean(), 'Null where none was given.'),
        run_posted_as: orNull(serial),
      }),
    ),
  },
);
export type VerifyDocument = Told<typeof verifyForm>;

const posting = {
  serial,
  sha256,
  run_id: sha256,
  scheme: prose,
  scheme_sha256: sha256,
  period: prose,
  as_at: day,
  approved_by: prose,
  posted_at: moment,
};

/** A file that was handed over. */
export const handedOverFile = keys({ name: prose, sha256, rows: count });
/** Of a sum that is sent again: under which reference it was sent before, and why. */
export const sentAgain = keys({ reference: prose, reason: prose });

export const ledgerForm = moneyForm('quarterday/ledger/1', 'The records of a ledger.', {
  ledger: prose,
  newest,
  postings: list(keys({ ...posting, ...moneyOfPosting, lines: count })),
  hand_offs: list(
    keys({
      serial,
      sha256,
      channel: prose,
      channel_sha256: sha256,
      pay_on: day,
      by: prose,
      again: orNull(sentAgain),
      postings: list(serial),
      files: list(handedOverFile),
      sums: count,
      sum: money,
      to_recover: money,
    }),
  ),
  settlements: list(
    keys({
      serial,
      sha256,
      file: prose,
      file_sha256: sha256,
      map_sha256: sha256,
      on: day,
      by: prose,
      settled: count,
      part: count,
      rejected: count,
      returned: count,
      pending: count,
      unmatched: count,
      duplicate: count,
      more_than_sent: count,
    }),
    'With how many rows were found to be what.',
  ),
  ...moneyOfPosting,
});
export type LedgerDocument = Told<typeof ledgerForm>;

export const ledgerPracticeForm = moneyForm('quarterday/ledger-practice/1', 'What a practice was paid and gave back.', {
  ledger: prose,
  practice_code: prose,
  postings: list(
    keys({
      ...posting,
      ...moneyOfPosting,
      lines: list(keys({ payee_code: prose, component: prose, period: prose, amount: money })),
    }),
  ),
  ...moneyOfPosting,
});
export type LedgerPracticeDocument = Told<typeof ledgerPracticeForm>;

export const ledgerOpenForm = moneyForm('quarterday/ledger-open/1', 'What was posted and is not settled.', {
  ledger: prose,
  posted: money,
  open: money,
  sums: list(
    keys({
      state: z.enum(openStates),
      posting: serial,
      payee_code: prose,
      reference: prose,
      amount: money.describe('What the posting comes to for the payee.'),
      open: money.describe('What is not paid of it.'),
      pay_on: orNull(day),
      answered_on: orNull(day),
    }),
  ),
});
export type LedgerOpenDocument = Told<typeof ledgerOpenForm>;
