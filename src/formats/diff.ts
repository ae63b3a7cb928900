import * as z from 'zod';
import { moneyForm, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, prose, sha256 } from './words.ts';

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
    says: prose,
    file: orNull(prose),
  },
  'Something in which the inputs differ, and so why amounts do.',
);

const run = keys({
  run_id: sha256,
  period: prose,
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

export const diffForm = moneyForm('quarterday/diff/1', 'What changed between two runs, and why.', {
  scheme: prose,
  before: run,
  after: run,
  change: keys(
    { entitlement: money, already_paid: money, payments: money, clawbacks_due: money, net: money, posted: money },
    'After less before.',
  ),
  differ: keys(
    {
      amounts: count.describe('Any amount or payee.'),
      entitlements: count,
      by_ledger_alone: count.describe('Nothing but what was posted since.'),
      otherwise: count.describe('The same worth, but other payments or clawbacks.'),
    },
    'How many practices differ in what.',
  ),
  same: z.boolean().describe('Whether no amount and no payee of any practice differs.'),
  practices_compared: count,
  for_every_practice: list(cause),
  practices: list(
    keys({
      practice_code: prose,
      practice_name: prose,
      entitlement_changed: z.boolean(),
      by_ledger_alone: z.boolean(),
      lines: list(
        keys({
          component: prose,
          period: prose,
          before: figures,
          after: figures,
          change: figures.describe('After less before.'),
          payee: orNull(keys({ before: prose, after: prose }), 'Where that changed.'),
          causes: list(cause),
        }),
      ),
    }),
  ),
  payments: repeated,
  clawbacks_due: repeated,
  otherwise: list(prose, 'What differs beside the amounts, a sentence each.'),
});
export type DiffDocument = Told<typeof diffForm>;
