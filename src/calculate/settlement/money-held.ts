import type { PaidRow } from '../../domain/facts.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';

/** A sum that a payee is asked for. */
export interface Asked {
  readonly payeeCode: string;
  readonly amount: Pence;
}

/** A payment of one component, as far as it is still with its payee. */
interface Held {
  readonly period: number;
  readonly payeeCode: string;
  left: Pence;
}

/** What a recovery took from a payment: the next payment to the same payee for the same period gives it back first. */
interface Taken {
  readonly from: Held;
  amount: Pence;
}

/**
 * Who had the money of one component of a practice, payment by payment. A recovery takes from what its payee had for the same
 * period, then, where a value fell, for those before, and last for any: always the latest payment first.
 */
export class MoneyHeld {
  /** In the order in which they were made. */
  readonly #payments: Held[] = [];

  /** `periodOf` is the place of a period, from 0. */
  constructor(rows: readonly PaidRow[], periodOf: (id: string) => number) {
    const takenBefore = new Map<string, Taken[]>();
    const owed = new Map<string, Pence>();
    for (const { period: id, payeeCode, amount } of [...rows].sort(byDay)) {
      const period = periodOf(id);
      const key = `${period} ${payeeCode}`;
      const taken = takenBefore.get(key) ?? [];
      takenBefore.set(key, taken);
      const owes = owed.get(payeeCode) ?? noPence;
      if (amount < 0n) {
        const rest = this.#recover(period, payeeCode, subtractPence(noPence, amount), taken);
        owed.set(payeeCode, addPence(owes, rest));
        continue;
      }
      const made = lesserPence(owes, amount);
      owed.set(payeeCode, subtractPence(owes, made));
      const left = giveBack(taken, subtractPence(amount, made));
      if (left > 0n) this.#payments.push({ period, payeeCode, left });
    }
  }

  /** What is left of the payments for the periods from one to another. */
  left(from: number, to: number): Pence {
    return sumPence(this.#payments.filter(isFor(from, to)).map(({ left }) => left));
  }

  /** Asks for a sum back, from the latest payment for these periods to the first. There must be as much. */
  ask(from: number, to: number, sum: Pence): readonly Asked[] {
    const asked: Asked[] = [];
    let rest = sum;
    for (const payment of this.#payments.filter(isFor(from, to)).reverse()) {
      const amount = lesserPence(payment.left, rest);
      if (amount === 0n) continue;
      payment.left = subtractPence(payment.left, amount);
      rest = subtractPence(rest, amount);
      asked.push({ payeeCode: payment.payeeCode, amount });
    }
    if (rest !== 0n) throw new Error(`${rest} pence are asked for that nobody had`);
    return asked;
  }

  /** Answers what its payee did not have yet of a recovery: the payment of it is still to come. */
  #recover(period: number, payeeCode: string, sum: Pence, taken: Taken[]): Pence {
    const own = this.#payments.filter((each) => each.payeeCode === payeeCode).reverse();
    const before = own.filter((each) => each.period < period);
    const after = own.filter((each) => each.period > period);
    let rest = sum;
    for (const from of [...own.filter(isFor(period, period)), ...before, ...after]) {
      const amount = lesserPence(from.left, rest);
      if (amount === 0n) continue;
      from.left = subtractPence(from.left, amount);
      rest = subtractPence(rest, amount);
      if (from.period !== period) taken.push({ from, amount });
    }
    return rest;
  }
}

function isFor(from: number, to: number): (payment: Held) => boolean {
  return ({ period }) => period >= from && period <= to;
}

function giveBack(taken: readonly Taken[], sum: Pence): Pence {
  let rest = sum;
  for (const each of [...taken].reverse()) {
    const amount = lesserPence(each.amount, rest);
    each.amount = subtractPence(each.amount, amount);
    each.from.left = addPence(each.from.left, amount);
    rest = subtractPence(rest, amount);
  }
  return rest;
}

/** By day; on one day what was paid outside goes before the ledger, then by line, and by serial. */
function byDay(a: PaidRow, b: PaidRow): number {
  if (a.paidOn !== b.paidOn) return a.paidOn < b.paidOn ? -1 : 1;
  return (a.posting ?? 0) - (b.posting ?? 0) || a.line - b.line;
}
