import type { Decision, Plan } from '../../domain/facts.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Used } from '../practice-as-at.ts';
import type { GivenSoFar } from './given-so-far.ts';

/** A sum that a person decided on: by a decision, or by a plan, of which so much has fallen due. */
export interface DecidedSum {
  readonly row: Decision | Plan;
  /** The period whose recovery is meant; null is every period. */
  readonly period: string | null;
  readonly decidedOn: Decision['decidedOn'];
  /** What may be taken, or is waived. */
  readonly amount: Pence;
  /** Of a plan the whole of it: what of it has not fallen due yet is deferred. Of a decision the same as the amount. */
  readonly covers: Pence;
  /** The plan, where it is one. */
  readonly plan: Plan | null;
  /** Who decided what, when and why. */
  readonly says: string;
}

/** What was given of a sum that was asked for, by which decisions, and how much of it by plans. */
export interface Given {
  readonly amount: Pence;
  readonly byPlan: Pence;
  readonly by: readonly DecidedSum[];
}

interface OpenSum {
  readonly decided: DecidedSum;
  left: Pence;
  /** What is deferred by a plan in this run, here and in the accounts before. */
  deferred: Pence;
}

/** The sums that were decided on for one component, to be recovered or to be waived: several add up, and each is given once. */
export class DecidedSums {
  readonly #sums: readonly OpenSum[];
  readonly #used: Used;
  readonly #givenSoFar: GivenSoFar;

  constructor(decided: readonly DecidedSum[], used: Used, givenSoFar: GivenSoFar) {
    // Those of an old code come before those of the code that stands for it: its own are used first.
    this.#sums = decided.map((each) => {
      const left = subtractPence(each.amount, givenSoFar.given.get(each.row) ?? noPence);
      return { decided: each, left, deferred: givenSoFar.deferred.get(each.row) ?? noPence };
    });
    this.#used = used;
    this.#givenSoFar = givenSoFar;
  }

  /** The decisions of which something was given, or deferred by a plan, so far: what they were for, and how much of it that was. */
  get inUse(): { readonly decided: Pence; readonly given: Pence; readonly deferred: Pence } {
    const inUse = this.#sums.filter(({ decided, left, deferred }) => left < decided.amount || deferred > 0n);
    const given = sumPence(inUse.map(givenOf));
    const deferred = sumPence(inUse.map((each) => each.deferred));
    return { decided: sumPence(inUse.map(({ decided }) => decided.covers)), given, deferred };
  }

  /** Gives as much of a sum as was decided on: for its period first, then for all; of plans no more than `mostByPlan`, where it is said. */
  give(period: string, sum: Pence, mostByPlan: Pence = sum): Given {
    const by: DecidedSum[] = [];
    let amount = noPence;
    let byPlan = noPence;
    const own = this.#sums.filter(({ decided }) => decided.period === period);
    const general = this.#sums.filter(({ decided }) => decided.period === null);
    for (const each of [...own, ...general]) {
      const wanted = subtractPence(sum, amount);
      const allowed = each.decided.plan !== null ? lesserPence(wanted, subtractPence(mostByPlan, byPlan)) : wanted;
      const part = lesserPence(lesserPence(each.left, roomOf(each)), allowed);
      if (part === 0n) continue;
      each.left = subtractPence(each.left, part);
      amount = addPence(amount, part);
      if (each.decided.plan !== null) byPlan = addPence(byPlan, part);
      this.#givenSoFar.given.set(each.decided.row, givenOf(each));
      by.push(each.decided);
      this.#used(each.decided.row);
    }
    return { amount, byPlan, by };
  }

  /** Defers as much of a sum as plans cover beyond what they gave, in order. */
  defer(sum: Pence): Given {
    const by: DecidedSum[] = [];
    let amount = noPence;
    for (const each of this.#sums.filter(({ decided }) => decided.plan !== null)) {
      const part = lesserPence(roomOf(each), subtractPence(sum, amount));
      if (part === 0n) continue;
      each.deferred = addPence(each.deferred, part);
      this.#givenSoFar.deferred.set(each.decided.row, each.deferred);
      amount = addPence(amount, part);
      by.push(each.decided);
      this.#used(each.decided.row);
    }
    return { amount, byPlan: noPence, by };
  }
}

/** What a sum covers and was neither given nor deferred yet. */
function roomOf(sum: OpenSum): Pence {
  return subtractPence(subtractPence(sum.decided.covers, givenOf(sum)), sum.deferred);
}

function givenOf({ decided, left }: OpenSum): Pence {
  return subtractPence(decided.amount, left);
}
