import type { Day } from '../day.ts';
import { addPence, noPence, type Pence, pence, subtractPence } from '../money/money.ts';
import type { BankJudgement, BankStatus } from './sums.ts';

/** Something that a channel said of one sum, under one of the references that it was sent under. */
export interface Answer {
  readonly reference: string;
  readonly status: BankStatus;
  readonly day: Day;
  readonly amount: Pence;
}

/** What all answers together come to. */
export interface Standing {
  /** What the payee has: what was paid less what came back. */
  readonly paid: Pence;
  /** What became of each answer, in the order in which they were given. */
  readonly found: readonly BankJudgement[];
}

/**
 * What a sum comes to by all that was said of it: by the day of the bank, whenever its files came; on one day credits first, so that rows
 * of one sum that the channel nets come to the sum. Sums to be recovered are the same the other way round.
 */
export function standingOfSum(amount: Pence, answers: readonly Answer[]): Standing {
  const towards = amount < 0n ? (each: Pence) => subtractPence(noPence, each) : (each: Pence) => each;
  const inOrder = answers
    .map((answer, given) => ({ given, ...answer, amount: towards(answer.amount) }))
    .sort((a, b) => a.day - b.day || Number(a.amount >= 0n) - Number(b.amount >= 0n) || a.given - b.given);
  const found: BankJudgement[] = answers.map(() => 'pending');
  const sum = new RunningSum(towards(amount));
  for (const { given, status, amount: said } of inOrder) found[given] = sum.take(status, said);
  return { paid: towards(sum.paid), found };
}

class RunningSum {
  readonly #sent: Pence;
  #wasPaid = false;
  #cameBack = false;
  paid = noPence;

  constructor(sent: Pence) {
    this.#sent = sent;
  }

  take(status: BankStatus, said: Pence): BankJudgement {
    switch (status) {
      case 'settled':
      case 'part':
        return this.#settle(said);
      case 'returned':
        return said < 0n ? this.#returnOfAReturn(pence(-said)) : this.#comeBack(said);
      case 'rejected':
        this.#refuse(said);
        return 'rejected';
      case 'pending':
        return 'pending';
    }
  }

  /** What is refused is what was not paid yet; only what goes beyond that takes back what was said to be paid. */
  #refuse(said: Pence): void {
    const unpaid = this.paid < this.#sent ? subtractPence(this.#sent, this.paid) : noPence;
    if (said <= unpaid) return;
    const back = subtractPence(said, unpaid);
    this.paid = back < this.paid ? subtractPence(this.paid, back) : noPence;
  }

  #settle(said: Pence): BankJudgement {
    const before = this.paid;
    this.#wasPaid = true;
    this.paid = addPence(before, said);
    if (this.paid > this.#sent && said > 0n) return before >= this.#sent ? 'duplicate' : 'more-than-sent';
    return this.paid === this.#sent ? 'settled' : 'part';
  }

  /** The bank sent again what had come back. */
  #returnOfAReturn(said: Pence): BankJudgement {
    this.paid = addPence(this.paid, said);
    return this.paid > this.#sent ? 'more-than-sent' : 'returned';
  }

  /** A channel may say that a sum came back without ever saying that it was paid. */
  #comeBack(said: Pence): BankJudgement {
    const [before, isFirst] = [this.paid, !this.#wasPaid && !this.#cameBack];
    this.#cameBack = true;
    if (said <= before) {
      this.paid = subtractPence(before, said);
      return 'returned';
    }
    this.paid = noPence;
    if (isFirst) return said <= this.#sent ? 'returned' : 'more-than-sent';
    return before === noPence ? 'duplicate' : 'more-than-sent';
  }
}
