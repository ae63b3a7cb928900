import * as z from 'zod';
import { clawbackStatuses, refusalCodes, stepNames, unpaidStatuses } from '../domain/account.ts';
import { documentOf, type Told } from './document.ts';
import { day, exact, keys, list, money, orNull, serial, sha256, text } from './words.ts';

// What `explain` prints, and writes for each practice with --all.

const step = keys(
  {
    step: z.enum(stepNames),
    formula: text.describe('In words.'),
    value: text.describe('The exact figure, before its rounding.'),
    rounded: orNull(money, 'What was made of it; null where it was not rounded.'),
    clause: text,
  },
  'One step of the working.',
);

const paid = keys(
  {
    amount: money,
    payee_code: text,
    paid_on: day.describe('Of a posting, the as-at day of its run.'),
    posting: orNull(serial, 'The posting; null for a row of paid.csv.'),
    file: z.enum(['paid.csv', 'posted.csv']),
    line: z.int().min(1),
    reference: orNull(text),
  },
  'A sum that was paid before.',
);

const claim = { event: text, event_id: text, event_date: day, claimed_on: day, line: z.int().min(1) };

const condition = keys(
  {
    asked: z.enum(['needs', 'keeps']).describe('needs: before paying; keeps: afterwards, or the money comes back.'),
    evidence: text,
    title: text,
    state: z.enum(['met', 'open', 'failed', 'not due', 'not asked']),
    lacks: orNull(z.enum(['late', 'too small']), 'What the row lacks.'),
    due_by: orNull(day),
    at_least: orNull(exact),
    received: orNull(
      keys({
        received_on: day,
        quantity: orNull(exact),
        component: orNull(text),
        period: orNull(text),
        reference: orNull(text),
        line: z.int().min(1),
      }),
      'The row that met it, or came nearest.',
    ),
    accepted_late: orNull(keys({ decided_by: text, decided_on: day, reason: text, line: z.int().min(1) })),
    clause: text,
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
        keys({ payee_code: text, amount: money, status: z.enum(clawbackStatuses), reason: text, clause: text }),
      ),
    }),
  ])
  .describe('What becomes of the entitlement less what was paid and set off.');

const period = keys({
  period: text,
  title: text,
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
      reason: text,
      besides_evidence: list(text, 'What stands in the way beside evidence; the reason says it too.'),
      clause: text,
    }),
  ),
  steps: list(step),
});

const moneyOfAll = {
  payments: money,
  clawbacks_due: money,
  net: money.describe('Payments less clawbacks due.'),
};

export const explainForm = documentOf('quarterday/explain/1', 'Why one practice is paid what it is paid.', {
  run_id: sha256,
  scheme: text,
  scheme_title: text,
  period: text,
  as_at: day,
  practice: keys({ code: text, name: text, locality: orNull(text), pcn: orNull(text) }),
  leaves_on: orNull(day),
  list_size: orNull(
    keys({ patients: exact, as_at: day, file: z.literal('list-sizes.csv'), line: z.int().min(1) }),
    'Null where the scheme counts no patients of it.',
  ),
  components: list(
    keys({
      component: text,
      title: text,
      clause: text,
      payee_code: text,
      value: list(step, 'How the value of the whole term was worked out.'),
      periods: list(period, 'Up to the period of the run.'),
      paid_ahead: list(keys({ period: text, amount: money, paid: list(paid) }), 'Paid for later periods: left alone.'),
    }),
  ),
  refused: list(
    keys({ file: text, ...claim, code: z.enum(refusalCodes), reason: text, clause: text }),
    'Claims that do not count.',
  ),
  payees: list(keys({ payee_code: text, ...moneyOfAll })),
  payee_of: list(text, 'Other practices for which it is the payee.'),
  ...moneyOfAll,
});
export type ExplainDocument = Told<typeof explainForm>;

export const explainPayeeForm = documentOf('quarterday/explain-payee/1', 'Whose payee a code is.', {
  run_id: sha256,
  scheme: text,
  period: text,
  payee_code: text,
  payee_name: orNull(text),
  practices: list(keys({ code: text, name: text, ...moneyOfAll })),
  ...moneyOfAll,
});
export type ExplainPayeeDocument = Told<typeof explainPayeeForm>;

export const explainAllForm = documentOf('quarterday/explain-all/1', 'Where the stories of all practices are.', {
  run_id: sha256,
  folder: text,
  files: list(text, 'In the folder; each is a document of the kind explain.'),
});
export type ExplainAllDocument = Told<typeof explainAllForm>;
