import type { Decision } from '../../domain/facts.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Used } from '../practice-as-at.ts';
import type { GivenSoFar } from './given-so-far.ts';

/** What decisions gave of a sum that was asked for, and which of them. */
export interface Given {
  readonly amount: Pence;
  readonly by: readonly Decision[];
}

/** The sums that were decided on for one component, to be recovered or to be waived: several add up, and each is given once. */
export class DecidedSums {
  readonly #sums: readonly { readonly decision: Decision; left: Pence }[];
  readonly #used: Used;
  readonly #givenSoFar: GivenSoFar;

  constructor(decisions: readonly Decision[], used: Used, givenSoFar: GivenSoFar) {
    // Those of an old code come before those of the code that stands for it: its own are used first.
    this.#sums = decisions.map((decision) => {
      const left = subtractPence(sumOf(decision), givenSoFar.get(decision) ?? noPence);
      return { decision, left };
    });
    this.#used = used;
    this.#givenSoFar = givenSoFar;
  }

  /** The decisions of which something was given so far: what they were for, and how much of it that was. */
  get inUse(): { readonly decided: Pence; readonly given: Pence } {
    const inUse = this.#sums.filter(({ decision, left }) => left < sumOf(decision));
    const decided = sumPence(inUse.map(({ decision }) => sumOf(decision)));
    return { decided, given: subtractPence(decided, sumPence(inUse.map(({ left }) => left))) };
  }

  /** Gives as much of a sum as was decided on: for its period first, then for all. */
  give(period: string, sum: Pence): Given {
    const by: Decision[] = [];
    let amount = noPence;
    const own = this.#sums.filter(({ decision }) => decision.period === period);
    const general = this.#sums.filter(({ decision }) => decision.period === null);
    for (const each of [...own, ...general]) {
      const part = lesserPence(each.left, subtractPence(sum, amount));
      if (part === 0n) continue;
      each.left = subtractPence(each.left, part);
      amount = addPence(amount, part);
      this.#givenSoFar.set(each.decision, subtractPence(sumOf(each.decision), each.left));
      by.push(each.decision);
      this.#used(each.decision);
    }
    return { amount, by };
  }
}

function sumOf({ amount }: Decision): Pence {
  if (amount === null) throw new Error('a decision on a recovery without its sum');
  return amount;
}
