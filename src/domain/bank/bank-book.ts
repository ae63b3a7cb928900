import type { Day } from '../day.ts';
import { addPence, formatAmount, noPence, type Pence, subtractPence } from '../money/money.ts';
import { paymentReference } from '../payment-reference.ts';
import { nextReference } from './next-reference.ts';
import { type Answer, standingOfSum } from './sum-history.ts';
import type { BankRow, JudgedRow, OpenState, OpenSum, SentSum } from './sums.ts';

/** A sum with all that was done with it. */
export interface BookedSum {
  readonly posting: number;
  readonly payee: string;
  readonly amount: Pence;
  /** The reference that it is sent under first. */
  readonly first: string;
  /** Under which it was sent, in order; none where it was not. */
  readonly sent: {
    readonly reference: string;
    readonly payOn: Day;
    readonly handOff: number;
    readonly amount: Pence;
  }[];
  readonly answers: Answer[];
}

/** What a hand-off says, as far as its money goes. */
export interface HandedOverSums {
  readonly serial: number;
  readonly payOn: Day;
  readonly again: { readonly reference: string } | null;
  readonly sums: readonly SentSum[];
  readonly recover: readonly SentSum[];
}

/**
 * What was posted, handed over and settled, sum by sum, as the records of a ledger have it. Each record is held against those before; what
 * does not hold comes back in words.
 */
export class BankBook {
  readonly #byPosting = new Map<number, Map<string, BookedSum>>();
  readonly #byReference = new Map<string, BookedSum>();
  readonly #held = new Map<string, number>();

  /** Takes what a posting comes to for each payee; sums of nothing are none. */
  post(serial: number, byPayee: ReadonlyMap<string, Pence>): void {
    const sums = new Map<string, BookedSum>();
    for (const [payee, amount] of byPayee) {
      if (amount === noPence) continue;
      sums.set(payee, {
        posting: serial,
        payee,
        amount,
        first: paymentReference(serial, payee),
        sent: [],
        answers: [],
      });
    }
    this.#byPosting.set(serial, sums);
  }

  /** The sums of a posting in the order of their payees; null where there is no such posting. */
  sumsOf(posting: number): readonly BookedSum[] | null {
    const sums = this.#byPosting.get(posting);
    return sums === undefined ? null : [...sums.values()].sort((a, b) => (a.payee < b.payee ? -1 : 1));
  }

  get postings(): readonly number[] {
    return [...this.#byPosting.keys()];
  }

  /** The sum that was sent under a reference. */
  sentUnder(reference: string): BookedSum | null {
    return this.#byReference.get(reference) ?? null;
  }

  /** What was sent under a reference; null where nothing was. */
  amountSent(reference: string): Pence | null {
    const sum = this.#byReference.get(reference);
    return sum?.sent.find((each) => each.reference === reference)?.amount ?? null;
  }

  get references(): readonly string[] {
    return [...this.#byReference.keys()];
  }

  /** What the payee has of a sum, and what is left of it. */
  leftOf({ amount, answers }: BookedSum): Pence {
    return subtractPence(amount, standingOfSum(amount, answers).paid);
  }

  /** The reference of a sum when it is sent the next time. */
  referenceOf({ posting, first, sent }: BookedSum): string {
    if (sent.length === 0) return first;
    const others = new Set([...(this.#byPosting.get(posting)?.values() ?? [])].map((sum) => sum.first));
    return nextReference(
      first,
      sent.map(({ reference }) => reference),
      others,
    );
  }

  /** Takes a hand-off. */
  handOver({ serial, payOn, again, sums, recover }: HandedOverSums): string[] {
    return [...sums, ...recover].flatMap((each) => {
      const { reference, posting, payee, amount } = each;
      const sum = this.#byPosting.get(posting)?.get(payee);
      if (sum === undefined) return [`hands over ${reference}, but posting ${posting} has no sum for ${payee}`];
      const mistakes: string[] = [];
      const isAgain = sum.sent.length > 0;
      const expected = isAgain ? this.leftOf(sum) : sum.amount;
      if (isAgain && again === null) mistakes.push(`hands over ${reference} a second time, and not as sent again`);
      if (!isAgain && again !== null) mistakes.push(`sends ${reference} again, which was not handed over before`);
      if (reference !== this.referenceOf(sum))
        mistakes.push(`hands over ${reference}; expected the reference ${this.referenceOf(sum)}`);
      if (amount !== expected)
        mistakes.push(`hands over ${formatAmount(amount)} under ${reference}; expected ${formatAmount(expected)}`);
      if (sums.includes(each) !== amount > 0n)
        mistakes.push(
          `has ${reference} with ${formatAmount(amount)} among what is ${amount > 0n ? 'to be recovered' : 'to be paid'}`,
        );
      sum.sent.push({ reference, payOn, handOff: serial, amount });
      this.#byReference.set(reference, sum);
      return mistakes;
    });
  }

  /** Of the rows of a file those that the book does not hold yet, with what becomes of each. */
  judge(rows: readonly BankRow[]): readonly JudgedRow[] {
    const seen = new Map<string, number>();
    const fresh = rows.filter((row) => {
      const key = this.#keyOf(row);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return times > (this.#held.get(key) ?? 0);
    });
    return this.#judgeAll(fresh);
  }

  /** Takes the rows of a settlement. */
  settle(rows: readonly JudgedRow[]): string[] {
    const judged = this.#judgeAll(rows);
    const mistakes = rows.flatMap(({ found, line, reference }, at) => {
      const expected = judged[at]?.found;
      return found === expected
        ? []
        : [`takes line ${line}, ${JSON.stringify(reference)}, as ${found}; expected ${expected}`];
    });
    for (const row of rows) {
      const key = this.#keyOf(row);
      this.#held.set(key, (this.#held.get(key) ?? 0) + 1);
      const sum = this.#byReference.get(row.reference);
      if (sum !== undefined) sum.answers.push(answerOf(row, sum));
    }
    return mistakes;
  }

  #judgeAll(rows: readonly BankRow[]): readonly JudgedRow[] {
    const bySum = new Map<BookedSum, BankRow[]>();
    for (const row of rows) {
      const sum = this.#byReference.get(row.reference);
      if (sum !== undefined) bySum.set(sum, [...(bySum.get(sum) ?? []), row]);
    }
    const found = new Map<BankRow, JudgedRow['found']>();
    for (const [sum, own] of bySum) {
      const answers = [...sum.answers, ...own.map((row) => answerOf(row, sum))];
      const standing = standingOfSum(sum.amount, answers);
      for (const [at, row] of own.entries()) found.set(row, standing.found[sum.answers.length + at] ?? 'unmatched');
    }
    return rows.map((row) => ({ ...row, found: found.get(row) ?? 'unmatched' }));
  }

  /** What was posted and is not closed, in the order of postings and payees. */
  open(): readonly OpenSum[] {
    return this.postings.flatMap((posting) => (this.sumsOf(posting) ?? []).flatMap((sum) => this.#openOf(sum)));
  }

  /** How a sum stands; null where it is closed. */
  stateOf(sum: BookedSum): OpenState | null {
    const left = this.leftOf(sum);
    return left === noPence ? null : stateOf(sum.amount, left, sum.sent.length > 0, newestAnswer(sum));
  }

  #openOf(sum: BookedSum): readonly OpenSum[] {
    const state = this.stateOf(sum);
    if (state === null) return [];
    const { posting, payee, amount, first, sent } = sum;
    const last = sent.at(-1);
    const answeredOn = newestAnswer(sum)?.day ?? null;
    const [payOn, reference] = [amount < 0n ? null : (last?.payOn ?? null), last?.reference ?? first];
    return [{ state, posting, payee, reference, amount, open: this.leftOf(sum), answeredOn, payOn }];
  }

  /** A row that was not matched is another one where its reference is known by now. */
  #keyOf({ reference, status, day, amount }: BankRow): string {
    return [this.#byReference.has(reference), reference, status, day, amount].join('\n');
  }
}

function answerOf({ reference, status, day, amount }: BankRow, sum: BookedSum): Answer {
  const sent = sum.sent.find((each) => each.reference === reference)?.amount ?? noPence;
  return { reference, sent, status, day, amount: amount ?? sent };
}

/** The latest of what was said of a sum under its last reference. */
function newestAnswer({ sent, answers }: BookedSum): Answer | null {
  const own = answers.filter(({ reference }) => reference === sent.at(-1)?.reference);
  return own.reduce<Answer | null>((late, each) => (late !== null && late.day > each.day ? late : each), null);
}

function stateOf(amount: Pence, left: Pence, isSent: boolean, newest: Answer | null): OpenState {
  const isOver = amount > 0n ? left < 0n : left > 0n;
  if (isOver) return 'more-than-sent';
  if (amount < 0n) return 'to-recover';
  if (!isSent) return 'not-handed-over';
  if (newest === null) return 'not-answered';
  return newest.status === 'settled' ? 'part' : newest.status;
}

/** What sums come to together. */
export function totalOf(sums: readonly { readonly amount: Pence }[]): Pence {
  return sums.reduce((total, { amount }) => addPence(total, amount), noPence);
}
