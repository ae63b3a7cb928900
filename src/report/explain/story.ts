import { type ClawbackStatus, clawbackStatuses, type UnpaidStatus, unpaidStatuses } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { ListSize, Practice } from '../../domain/facts.ts';
import { addPence, noPence, type Pence, parseAmount, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { PracticeRows, ToldRow } from './rows.ts';

/** What a run folder says of one practice, put together again. */
export interface Story {
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asAt: Day;
  readonly runId: string;
  readonly practice: Practice;
  /** Null where none counts. */
  readonly listSize: ListSize | null;
  /** In the scheme's order: all of them, or the one that was asked about. */
  readonly components: readonly ComponentStory[];
  readonly refused: readonly ToldRow<'refused.csv'>[];
  readonly payees: readonly PayeeStory[];
}

export type WorkingRow = ToldRow<'workings.csv'>;

export interface ComponentStory {
  readonly component: Component;
  /** How the value for the whole term was worked out. */
  readonly steps: readonly WorkingRow[];
  readonly periods: readonly PeriodStory[];
}

export interface PeriodStory {
  readonly period: Period;
  readonly steps: readonly WorkingRow[];
  /** Null for a period after the run's own, for which money was paid already. */
  readonly entitlement: Pence | null;
  readonly alreadyPaid: Pence;
  readonly outcome: PeriodOutcome;
  readonly unpaid: readonly UnpaidStory[];
}

/** What the run does about entitlement less already paid. */
export type PeriodOutcome =
  | { readonly kind: 'settled' }
  | { readonly kind: 'left-alone' }
  | { readonly kind: 'payment'; readonly amount: Pence; readonly payee: string }
  | {
      readonly kind: 'clawback';
      readonly amount: Pence;
      readonly payee: string;
      readonly status: ClawbackStatus;
      readonly reason: string;
      readonly clause: string;
    };

export interface UnpaidStory {
  readonly status: UnpaidStatus;
  readonly amount: Pence;
  readonly reason: string;
  readonly clause: string;
}

/** What one payee gets and gives back for the practice. */
export interface PayeeStory {
  readonly payee: string;
  readonly payments: Pence;
  readonly clawbacksDue: Pence;
  readonly net: Pence;
}

/** Puts a story together from the rows of a practice; `rows` of one component alone where only that is asked about. */
export function storyOf(about: Omit<Story, 'components' | 'payees' | 'refused'>, rows: PracticeRows): Story {
  const components = componentStories(about.scheme, about.period, rows);
  return { ...about, components, refused: rows['refused.csv'], payees: payeeStories(rows) };
}

/** What the rows of a practice say of each component that they are about. */
export function componentStories(scheme: Scheme, runFor: Period, rows: PracticeRows): ComponentStory[] {
  return scheme.components.flatMap((component) => {
    const steps = rows['workings.csv'].filter((row) => row.component === component.id);
    if (steps.length === 0) return [];
    const periods = scheme.periods.flatMap((period) => periodStory(component, period, runFor, rows));
    return [{ component, steps: steps.filter((step) => step.period === ''), periods }];
  });
}

/** The rows that concern one component. A refused row does where it claims for the component's event. */
export function rowsOfComponent(rows: PracticeRows, { id, value }: Component): PracticeRows {
  const claimed = (row: string) => value.kind === 'per-event' && row.split(',').includes(value.event);
  return {
    'workings.csv': rows['workings.csv'].filter(({ component }) => component === id),
    'payments.csv': rows['payments.csv'].filter(({ component }) => component === id),
    'clawbacks.csv': rows['clawbacks.csv'].filter(({ component }) => component === id),
    'withheld.csv': rows['withheld.csv'].filter(({ component }) => component === id),
    'refused.csv': rows['refused.csv'].filter(({ row }) => claimed(row)),
  };
}

function periodStory(component: Component, period: Period, runFor: Period, rows: PracticeRows): PeriodStory[] {
  const here = (row: { component: string; period: string }) =>
    row.component === component.id && row.period === period.id;
  const steps = rows['workings.csv'].filter(here);
  const settled = steps.findLast(({ step }) => step === 'settlement');
  if (!settled) return [];
  const due = amountOf(settled.rounded);
  if (period.index > runFor.index) {
    return [{ period, steps, entitlement: null, alreadyPaid: due, outcome: { kind: 'left-alone' }, unpaid: [] }];
  }
  const entitled = steps.findLast(({ step }) => step === 'entitlement' || step === 'decision');
  if (!entitled) return [];
  const entitlement = amountOf(entitled.rounded);
  const setOff = sumPence(steps.filter(({ step }) => step === 'set-off').map(({ rounded }) => amountOf(rounded)));
  const payment = rows['payments.csv'].find(here);
  const clawback = rows['clawbacks.csv'].find(here);
  return [
    {
      period,
      steps,
      entitlement,
      alreadyPaid: subtractPence(subtractPence(entitlement, setOff), due),
      outcome: clawback ? clawbackOf(clawback) : payment ? paymentOf(payment) : { kind: 'settled' },
      unpaid: rows['withheld.csv'].filter(here).map(unpaidOf),
    },
  ];
}

function paymentOf({ amount, payee_code: payee }: ToldRow<'payments.csv'>): PeriodOutcome {
  return { kind: 'payment', amount: amountOf(amount), payee };
}

function clawbackOf(row: ToldRow<'clawbacks.csv'>): PeriodOutcome {
  const { amount, payee_code: payee, reason, clause } = row;
  const status = known(clawbackStatuses, row.status);
  return { kind: 'clawback', amount: amountOf(amount), payee, status, reason, clause };
}

function unpaidOf({ status, amount, reason, clause }: ToldRow<'withheld.csv'>): UnpaidStory {
  return { status: known(unpaidStatuses, status), amount: amountOf(amount), reason, clause };
}

function payeeStories(rows: PracticeRows): PayeeStory[] {
  const codes = [...rows['payments.csv'], ...rows['clawbacks.csv']].map((row) => row.payee_code);
  return [...new Set(codes)].sort().map((payee) => {
    const payments = sumPence(rows['payments.csv'].filter(isFor(payee)).map(({ amount }) => amountOf(amount)));
    const clawbacks = rows['clawbacks.csv'].filter(isFor(payee)).filter(({ status }) => status === 'due');
    const clawbacksDue = sumPence(clawbacks.map(({ amount }) => amountOf(amount)));
    return { payee, payments, clawbacksDue, net: subtractPence(payments, clawbacksDue) };
  });
}

function isFor(payee: string): (row: { payee_code: string }) => boolean {
  return (row) => row.payee_code === payee;
}

/** What all payees come to together. */
export function allPayees({ payees }: Story): Omit<PayeeStory, 'payee'> {
  const none = { payments: noPence, clawbacksDue: noPence, net: noPence };
  return payees.reduce(
    (sum, { payments, clawbacksDue, net }) => ({
      payments: addPence(sum.payments, payments),
      clawbacksDue: addPence(sum.clawbacksDue, clawbacksDue),
      net: addPence(sum.net, net),
    }),
    none,
  );
}

/** An amount of a report: one that this program wrote can be read again. */
function amountOf(text: string): Pence {
  const amount = parseAmount(text);
  if (amount === null) throw new Error(`not an amount of a report: ${text}`);
  return amount;
}

function known<T extends string>(names: readonly T[], text: string): T {
  const name = names.find((each) => each === text);
  if (name === undefined) throw new Error(`not a status of a report: ${text}`);
  return name;
}
