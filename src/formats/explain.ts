import * as z from 'zod';
import { clawbackStatuses, refusalCodes, stepNames, unpaidStatuses } from '../domain/account.ts';
import { documentForm, moneyForm, type Told } from './document.ts';
import { count, day, exact, keys, list, money, orNull, prose, serial, sha256, shortTitle } from './words.ts';

// What `explain` prints, and writes for each practice with --all.

const step = keys(
  {
    step: z.enum(stepNames),
    formula: prose.describe('In words.'),
    value: prose.describe('The exact figure, before its rounding.'),
    rounded: orNull(money, 'What was made of it; null where it was not rounded.'),
    clause: prose,
  },
  'One step of the working.',
);

const paid = keys(
  {
    amount: money,
    payee_code: prose,
    paid_on: day.describe('Of a posting, the as-at day of its run.'),
    posting: orNull(serial, 'The posting; null for a row of paid.csv.'),
    file: z.enum(['paid.csv', 'posted.csv']),
    line: z.int().min(1),
    reference: orNull(prose),
  },
  'A sum that was paid before.',
);

const claim = {
  file: z.literal('claims.csv'),
  event: prose,
  event_id: prose,
  event_date: day,
  claimed_on: day,
  line: z.int().min(1),
};

const condition = keys(
  {
    asked: z.enum(['needs', 'keeps']).describe('needs: before paying; keeps: afterwards, or the money comes back.'),
    evidence: prose,
    title: prose,
    short_title: shortTitle,
    state: z.enum(['met', 'open', 'failed', 'not due', 'not asked']),
    lacks: orNull(z.enum(['late', 'too small']), 'What the row lacks.'),
    due_by: orNull(day),
    at_least: orNull(exact),
    received: orNull(
      keys({
        received_on: day,
        quantity: orNull(exact),
        component: orNull(prose),
        period: orNull(prose),
        reference: orNull(prose),
        file: z.literal('evidence.csv'),
        line: z.int().min(1),
      }),
      'The row that met it, or came nearest.',
    ),
    accepted_late: orNull(keys({ decided_by: prose, decided_on: day, reason: prose, line: z.int().min(1) })),
    clause: prose,
  },
  'What became of one condition.',
);

const settlement = z
  .discriminatedUnion('kind', [
    keys({ kind: z.literal('settled') }),
    keys({ kind: z.enum(['payment', 'carried']), amount: money }),
    keys({
      kind: z.literal('clawback'),
      parts: list(
        keys({ payee_code: prose, amount: money, status: z.enum(clawbackStatuses), reason: prose, clause: prose }),
      ),
    }),
  ])
  .describe('What becomes of the entitlement less what was paid and set off.');

const period = keys({
  period: prose,
  title: prose,
  full: money.describe('With every threshold reached, every condition met and nobody leaving.'),
  scheduled: money.describe('Worth to date, before conditions and decisions.'),
  status: z.enum(['released', 'withheld', 'forfeited']),
  conditions: list(condition),
  claims: list(keys(claim), 'Claims that count.'),
  entitlement: money,
  already_paid: money,
  paid: list(paid),
  set_off: money,
  settlement,
  not_paid: list(
    keys({
      status: z.enum(unpaidStatuses),
      amount: money,
      reason: prose,
      besides_evidence: list(prose, 'What stands in the way beside evidence; the reason says it too.'),
      clause: prose,
    }),
  ),
  steps: list(step),
});

const moneyOfAll = {
  payments: money,
  clawbacks_due: money,
  net: money.describe('Payments less clawbacks due.'),
};

export const explainForm = moneyForm('quarterday/explain/1', 'Why one practice is paid what it is paid.', {
  run_id: sha256,
  scheme: prose,
  scheme_title: prose,
  commissioner: prose,
  period: prose,
  period_title: prose,
  as_at: day,
  practice: keys({ code: prose, name: prose, locality: orNull(prose), pcn: orNull(prose) }),
  leaves_on: orNull(day),
  list_size: orNull(
    keys({ patients: exact, as_at: day, file: z.literal('list-sizes.csv'), line: z.int().min(1) }),
    'Null where the scheme counts no patients of it.',
  ),
  components: list(
    keys({
      component: prose,
      title: prose,
      short_title: shortTitle,
      clause: prose,
      payee_code: prose,
      value: list(step, 'How the value of the whole term was worked out.'),
      periods: list(period, 'Up to the period of the run.'),
      paid_ahead: list(keys({ period: prose, amount: money, paid: list(paid) }), 'Paid for later periods: left alone.'),
    }),
  ),
  refused: list(
    keys({ ...claim, file: prose, code: z.enum(refusalCodes), reason: prose, clause: prose }),
    'Claims that do not count.',
  ),
  payees: list(keys({ payee_code: prose, ...moneyOfAll })),
  payee_of: list(prose, 'Other practices for which it is the payee.'),
  ...moneyOfAll,
});
export type ExplainDocument = Told<typeof explainForm>;

export const explainPayeeForm = moneyForm('quarterday/explain-payee/1', 'Whose payee a code is.', {
  run_id: sha256,
  scheme: prose,
  scheme_title: prose,
  commissioner: prose,
  period: prose,
  period_title: prose,
  as_at: day,
  payee_code: prose,
  payee_name: orNull(prose),
  practices: list(keys({ code: prose, name: prose, ...moneyOfAll })),
  ...moneyOfAll,
});
export type ExplainPayeeDocument = Told<typeof explainPayeeForm>;

export const explainAllForm = documentForm('quarterday/explain-all/1', 'Where the stories of all practices are.', {
  run_id: sha256,
  folder: prose,
  practices: count,
  files: list(prose, 'In the folder; each is a document of the kind explain.'),
});
export type ExplainAllDocument = Told<typeof explainAllForm>;
