import * as z from 'zod';
import { refusalCodes, unpaidStatuses } from '../domain/account.ts';
import { documentForm, moneyForm, type Told } from './document.ts';
import { warningGroup } from './finding.ts';
import { sums, sumsOfPayee, tally } from './sums.ts';
import { count, day, exact, keys, list, moment, money, orNull, prose, sha256 } from './words.ts';

// What is written into a run folder as JSON, and what `run` prints.

export const summaryForm = moneyForm('quarterday/summary/1', 'summary.json: what a run comes to.', {
  scheme: prose,
  period: prose,
  as_at: day,
  practices: count,
  patients: exact.describe('The lists of all practices, added up.'),
  totals: keys(sums, 'All of it.'),
  by_component: list(
    keys({ component: prose, ...sums, by_period: list(keys({ period: prose, ...sums })) }),
    'In the order of the scheme.',
  ),
  by_locality: list(keys({ locality: orNull(prose), practices: count, ...sums })),
  by_payee: list(keys({ payee_code: prose, ...sumsOfPayee })),
  not_paid: list(keys({ status: z.enum(unpaidStatuses), ...tally.shape }), 'What withheld.csv adds up to, by status.'),
  paid_ahead: tally.describe('What was paid before for later periods: left alone.'),
  refused: list(keys({ code: z.enum(refusalCodes), rows: count }), 'Claims that do not count, by reason.'),
  inputs: list(
    keys({
      file: prose,
      rows: count,
      not_used: list(
        keys({ reason: prose, rows: count, lines: list(count, 'Where each of them stands.').optional() }),
        'Rows that took no part, by reason.',
      ),
    }),
    'The tables that the run read, and what of them took no part.',
  ),
  reports: list(keys({ file: prose, rows: count }), 'The rows of each report, headers not counted.'),
  warnings: list(warningGroup, 'What was told of the inputs.'),
  assumptions: list(keys({ clause: prose, reading: prose }), 'Where the paper is silent, how the scheme reads it.'),
});
export type SummaryDocument = Told<typeof summaryForm>;

export const paymentRunForm = documentForm('quarterday/payment-run/1', 'What run prints.', {
  run_id: sha256.describe('The SHA-256 of run.json.'),
  folder: orNull(prose, 'The run folder; null for a rehearsal, which writes nothing.'),
  scheme_title: prose,
  commissioner: prose,
  period_title: prose,
  to_settle: money.describe(
    'The entitlement less what was already paid: what payments, clawbacks and the rest add up to.',
  ),
  not_paid_because: list(
    keys({ status: z.enum(unpaidStatuses), reason: prose, ...tally.shape }),
    'Every reason for which something is not paid, the largest first.',
  ),
  counts: keys({ localities: count, payees: count }),
  summary: summaryForm,
});
export type PaymentRunDocument = Told<typeof paymentRunForm>;

/** The control totals, as run.json and a posting have them. */
export const controls = keys(
  {
    practices: count,
    entitlement: money,
    already_paid: money,
    payments: money,
    clawbacks_due: money,
    clawbacks_deferred: money,
    clawbacks_proposed: money,
    clawbacks_waived: money,
    net: money,
    not_paid: money,
    paid_ahead: money,
    rows: z.record(prose, count).describe('The rows of each report, by its file.'),
  },
  'What the reports add up to.',
);
export type ControlsData = Told<typeof controls>;

export const runForm = moneyForm('quarterday/run/1', 'run.json: what makes a run. No clock, host, user or path.', {
  calculation: prose.describe('The version of the calculation.'),
  scheme: prose,
  period: prose,
  as_at: day,
  encoding: prose.describe('How the files of the data folder are encoded.'),
  inputs: list(
    keys({ file: prose, sha256, bytes: count, rows: orNull(count, 'Its header not counted; null for the scheme.') }),
    'In order of their names.',
  ),
  newest_posting: orNull(
    keys({
      serial: z.int().min(0).describe('0 where the ledger holds no posting of the scheme.'),
      sha256: orNull(sha256),
      scheme_sha256: orNull(sha256, 'Of the scheme file that the posting was made from.'),
    }),
    'The newest posting of the scheme; null for a run without a ledger.',
  ),
  controls,
});
export type RunDocument = Told<typeof runForm>;

export const provenanceForm = documentForm('quarterday/provenance/1', 'provenance.json: what does not make a run.', {
  when: moment,
  version: prose.describe('The version of the program.'),
  machine: prose.describe('Of Node, and the platform.'),
  arguments: list(prose, 'The command line.'),
});
export type ProvenanceDocument = Told<typeof provenanceForm>;
