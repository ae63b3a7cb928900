import type { Day } from '../day.ts';
import { addPence, noPence, type Pence, pence, subtractPence, sumPence } from '../money/money.ts';
import type { BankJudgement, BankStatus } from './sums.ts';

/** Something that a channel said of one sum, under one of the references that it was sent under. */
export interface Answer {
  readonly reference: string;
  /** What was sent under it. */
  readonly sent: Pence;
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
 * of one sum that the channel nets come to the sum. What is refused or comes back is of the sending that is named, and touches no other.
 * Sums to be recovered are the same the other way round.
 */
export function standingOfSum(amount: Pence, answers: readonly Answer[]): Standing {
  const towards = amount < 0n ? (each: Pence) => subtractPence(noPence, each) : (each: Pence) => each;
  const inOrder = answers
    .map((answer, given) => ({ given, ...answer, amount: towards(answer.amount), sent: towards(answer.sent) }))
    .sort((a, b) => a.day - b.day || Number(a.amount >= 0n) - Number(b.amount >= 0n));
  const found: BankJudgement[] = answers.map(() => 'pending');
  const sum = new RunningSum(towards(amount));
  for (const { given, ...answer } of inOrder) found[given] = sum.take(answer);
  return { paid: towards(sum.paid), found };
}

/** What is paid of one sending. */
class Sending {
  readonly sent: Pence;
  paid = noPence;
  isAnswered = false;

  constructor(sent: Pence) {
    this.sent = sent;
  }
}

class RunningSum {
  readonly #sent: Pence;
  readonly #sendings = new Map<string, Sending>();

  constructor(sent: Pence) {
    this.#sent = sent;
  }

  get paid(): Pence {
    return sumPence([...this.#sendings.values()].map(({ paid }) => paid));
  }

  take({ reference, sent, status, amount: said }: Answer): BankJudgement {
    const sending = this.#sendings.get(reference) ?? new Sending(sent);
    this.#sendings.set(reference, sending);
    switch (status) {
      case 'settled':
      case 'part':
        return this.#settle(sending, said);
      case 'returned':
        return said < 0n ? this.#returnOfAReturn(sending, pence(-said)) : comeBack(sending, said);
      case 'rejected':
        refuse(sending, said);
        return 'rejected';
      case 'pending':
        return 'pending';
    }
  }

  #settle(sending: Sending, said: Pence): BankJudgement {
    const before = this.paid;
    sending.isAnswered = true;
    sending.paid = addPence(sending.paid, said);
    if (this.paid > this.#sent && said > 0n) return before >= this.#sent ? 'duplicate' : 'more-than-sent';
    return this.paid === this.#sent ? 'settled' : 'part';
  }

  /** The bank sent again what had come back. */
  #returnOfAReturn(sending: Sending, said: Pence): BankJudgement {
    sending.paid = addPence(sending.paid, said);
    return this.paid > this.#sent ? 'more-than-sent' : 'returned';
  }
}

/** What is refused is what was not paid yet; only what goes beyond that takes back what was said to be paid. */
function refuse(sending: Sending, said: Pence): void {
  const { sent, paid } = sending;
  const unpaid = paid < sent ? subtractPence(sent, paid) : noPence;
  if (said <= unpaid) return;
  const back = subtractPence(said, unpaid);
  sending.paid = back < paid ? subtractPence(paid, back) : noPence;
}

/** A channel may say that a sum came back without ever saying that it was paid. */
function comeBack(sending: Sending, said: Pence): BankJudgement {
  const { paid: before, isAnswered, sent } = sending;
  sending.isAnswered = true;
  if (said <= before) {
    sending.paid = subtractPence(before, said);
    return 'returned';
  }
  sending.paid = noPence;
  if (!isAnswered) return said <= sent ? 'returned' : 'more-than-sent';
  return before === noPence ? 'duplicate' : 'more-than-sent';
}
