import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Channel } from '../channel/grammar.ts';

/** What one posting comes to for one payee, as it is to be sent. */
export interface SumToSend {
  readonly reference: string;
  readonly posting: number;
  readonly scheme: string;
  readonly period: string;
  readonly payee: string;
  readonly amount: Pence;
  /** What is paid for each component; it adds up to what the posting comes to for the payee. */
  readonly components: ReadonlyMap<string, Pence>;
  /** What the payee has of it already. */
  readonly paid: Pence;
}

/** A row of the file of a channel: all rows of a sum come to the sum. */
export interface SumRow {
  readonly sum: SumToSend;
  /** Those that the row is of, in order, and what each adds to it. */
  readonly amounts: readonly (readonly [component: string, amount: Pence])[];
  /** Below zero for a credit. */
  readonly amount: Pence;
}

interface ComponentAmount {
  readonly component: string;
  readonly amount: Pence;
}

/** The rows of a sum, in the order of its components. */
export function rowsOfSum(sum: SumToSend, { rows, credits }: Pick<Channel, 'rows' | 'credits'>): readonly SumRow[] {
  const all = [...sum.components]
    .map(([component, amount]) => ({ component, amount }))
    .filter(({ amount }) => amount !== noPence)
    .sort((a, b) => (a.component < b.component ? -1 : 1));
  const left = sum.paid === noPence ? all : withoutPaid(netted(all), sum.paid);
  const shown = credits === 'netted' ? netted(left) : left;
  const parts = rows === 'payee-and-component' ? shown.map((each) => [each]) : bySign(shown);
  return parts.map((part) => ({
    sum,
    amounts: part.map(({ component, amount }) => [component, amount] as const),
    amount: sumPence(part.map(({ amount }) => amount)),
  }));
}

/** What is paid and what comes back, one group of each. */
function bySign(amounts: readonly ComponentAmount[]): readonly (readonly ComponentAmount[])[] {
  const groups = [amounts.filter(({ amount }) => amount > 0n), amounts.filter(({ amount }) => amount < 0n)];
  return groups.filter((group) => group.length > 0);
}

/** Credits are set off against the largest amounts first, of equal ones against the earlier component. */
function netted(amounts: readonly ComponentAmount[]): readonly ComponentAmount[] {
  const credit = sumPence(amounts.filter(({ amount }) => amount < 0n).map(({ amount }) => amount));
  const payments = amounts.filter(({ amount }) => amount > 0n);
  const largestFirst = [...payments].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
  return taken(payments, largestFirst, subtractPence(noPence, credit));
}

/** What was paid of a sum is taken to have gone to its components in their order. */
function withoutPaid(amounts: readonly ComponentAmount[], paid: Pence): readonly ComponentAmount[] {
  return taken(amounts, amounts, paid);
}

/** Amounts less something that is taken from them in an order. What is nothing then has no row. */
function taken(
  amounts: readonly ComponentAmount[],
  order: readonly ComponentAmount[],
  all: Pence,
): readonly ComponentAmount[] {
  const less = new Map<string, Pence>();
  let rest = all;
  for (const { component, amount } of order) {
    const part = lesserPence(amount, rest);
    less.set(component, part);
    rest = subtractPence(rest, part);
  }
  return amounts
    .map(({ component, amount }) => ({ component, amount: subtractPence(amount, less.get(component) ?? noPence) }))
    .filter(({ amount }) => amount !== noPence);
}

/** What rows come to: payments and credits apart, credits without a sign. */
export function totalsOf(rows: readonly SumRow[]): {
  readonly payments: Pence;
  readonly credits: Pence;
  readonly sum: Pence;
} {
  const payments = sumPence(rows.map(({ amount }) => amount).filter((amount) => amount > 0n));
  const back = sumPence(rows.map(({ amount }) => amount).filter((amount) => amount < 0n));
  return { payments, credits: subtractPence(noPence, back), sum: addPence(payments, back) };
}
