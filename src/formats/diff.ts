import * as z from 'zod';
import { documentOf, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, sha256, text } from './words.ts';

// What `diff` prints.

const figures = keys({
  entitlement: money,
  payment: money,
  clawback_due: money,
  clawback_deferred: money,
  clawback_proposed: money,
  clawback_waived: money,
});
export type FiguresData = Told<typeof figures>;

const cause = keys(
  {
    kind: z.enum([
      'period',
      'as-at',
      'scheme',
      'ledger',
      'shared',
      'practice',
      'list-size',
      'evidence',
      'measure',
      'decision',
      'paid',
      'payee',
      'claim',
    ]),
    says: text,
    file: orNull(text),
  },
  'Something in which the inputs differ, and so why amounts do.',
);

const run = keys({
  run_id: sha256,
  period: text,
  as_at: day,
  ledger_serial: orNull(count, 'The newest posting of the scheme that the run knew; null without a ledger.'),
  posted: money.describe('What the ledger held for the scheme.'),
  entitlement: money,
  already_paid: money,
  payments: money,
  clawbacks_due: money,
  net: money,
});

const repeated = keys({
  repeated: money.describe('In the second run as in the first.'),
  new: money.describe('In the second alone.'),
  no_more: money.describe('In the first alone.'),
});

export const diffForm = documentOf('quarterday/diff/1', 'What changed between two runs, and why.', {
  scheme: text,
  before: run,
  after: run,
  same: z.boolean().describe('Whether no amount and no payee of any practice differs.'),
  practices_compared: count,
  for_every_practice: list(cause),
  practices: list(
    keys({
      practice_code: text,
      practice_name: text,
      entitlement_changed: z.boolean(),
      by_ledger_alone: z.boolean(),
      lines: list(
        keys({
          component: text,
          period: text,
          before: figures,
          after: figures,
          payee: orNull(keys({ before: text, after: text }), 'Where that changed.'),
          causes: list(cause),
        }),
      ),
    }),
  ),
  payments: repeated,
  clawbacks_due: repeated,
  otherwise: list(text, 'What differs beside the amounts, a sentence each.'),
});
export type DiffDocument = Told<typeof diffForm>;
