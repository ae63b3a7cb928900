import * as z from 'zod';
import { openStates } from '../domain/bank/sums.ts';
import { documentOf, type Told } from './document.ts';
import { count, day, keys, list, moment, money, orNull, serial, sha256, text } from './words.ts';

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

export const postForm = documentOf('quarterday/post/1', 'As what a run is posted.', {
  serial,
  already_posted: z.boolean().describe('Whether it was posted before, so that nothing was written.'),
  run_id: sha256,
  scheme: text,
  period: text,
  ...moneyOfPosting,
  approved_by: text,
  posted_at: moment,
  newest,
});
export type PostDocument = Told<typeof postForm>;

export const verifyForm = documentOf(
  'quarterday/verify/1',
  'What was proved; differences stand on stderr, one a line.',
  {
    verified: z.boolean(),
    differences: count,
    run: orNull(
      keys({
        path: text,
        run_id: sha256,
        calculation: text,
        made_by: orNull(text, 'The version of the program; null where the folder does not say.'),
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
        path: text,
        records: count,
        postings: count,
        hand_offs: count,
        settlements: count,
        head: orNull(sha256),
        left_behind: list(text, 'What a killed program left, and does no harm.'),
        lock: orNull(text),
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
  scheme: text,
  scheme_sha256: sha256,
  period: text,
  as_at: day,
  approved_by: text,
  posted_at: moment,
};

/** A file that was handed over. */
export const handedOverFile = keys({ name: text, sha256, rows: count });
/** Of a sum that is sent again: under which reference it was sent before, and why. */
export const sentAgain = keys({ reference: text, reason: text });

export const ledgerForm = documentOf('quarterday/ledger/1', 'The records of a ledger.', {
  newest,
  postings: list(keys({ ...posting, ...moneyOfPosting, lines: count })),
  hand_offs: list(
    keys({
      serial,
      sha256,
      channel: text,
      channel_sha256: sha256,
      pay_on: day,
      by: text,
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
      file: text,
      file_sha256: sha256,
      map_sha256: sha256,
      on: day,
      by: text,
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

export const ledgerPracticeForm = documentOf(
  'quarterday/ledger-practice/1',
  'What a practice was paid and gave back.',
  {
    practice_code: text,
    postings: list(
      keys({
        ...posting,
        ...moneyOfPosting,
        lines: list(keys({ payee_code: text, component: text, period: text, amount: money })),
      }),
    ),
    ...moneyOfPosting,
  },
);
export type LedgerPracticeDocument = Told<typeof ledgerPracticeForm>;

export const ledgerOpenForm = documentOf('quarterday/ledger-open/1', 'What was posted and is not settled.', {
  posted: money,
  open: money,
  sums: list(
    keys({
      state: z.enum(openStates),
      posting: serial,
      payee_code: text,
      reference: text,
      amount: money.describe('What the posting comes to for the payee.'),
      open: money.describe('What is not paid of it.'),
      pay_on: orNull(day),
      answered_on: orNull(day),
    }),
  ),
});
export type LedgerOpenDocument = Told<typeof ledgerOpenForm>;
