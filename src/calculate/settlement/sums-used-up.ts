import type { Day } from '../../domain/day.ts';
import type { PaidRow } from '../../domain/facts.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import type { Used } from '../practice-as-at.ts';
import { sumsToRecover } from './decided-for.ts';
import { type DecidedSum, DecidedSums } from './decided-sums.ts';
import { type GivenSoFar, nothingGiven } from './given-so-far.ts';

/** What recoveries took of the sums decided on since the first decision on their component, in every account before any asks for more. */
export function sumsUsedUp(
  { components, periods, words }: Scheme,
  facts: AccountFacts,
  asAt: Day,
  used: Used,
): GivenSoFar {
  const givenSoFar = nothingGiven();
  const waiting = components.filter(({ recovery }) => recovery.waitsForDecision);
  const codes = new Set([...facts.decisions.keys(), ...(facts.plans?.keys() ?? [])]);
  for (const { code } of facts.practices.filter((practice) => codes.has(practice.code))) {
    const decided = {
      decisions: (facts.decisions.get(code) ?? []).filter(({ decidedOn }) => decidedOn <= asAt),
      plans: (facts.plans?.get(code) ?? []).filter(({ decidedOn }) => decidedOn <= asAt),
    };
    const taken = (facts.paid.get(code) ?? []).filter(({ amount, posting, paidOn }) => {
      return amount < 0n && (posting !== null || paidOn <= asAt);
    });
    for (const component of waiting) {
      useUp(component, sumsToRecover(decided, component, { words, asAt, periods }), taken, used, givenSoFar);
    }
  }
  return givenSoFar;
}

function useUp(
  { id }: Component,
  decided: readonly DecidedSum[],
  taken: readonly PaidRow[],
  used: Used,
  givenSoFar: GivenSoFar,
): void {
  const sums = new DecidedSums(decided, used, givenSoFar);
  const [first] = [...decided].sort((a, b) => a.decidedOn - b.decidedOn);
  if (first === undefined) return;
  for (const { component, period, amount, paidOn } of taken) {
    if (component !== id || paidOn < first.decidedOn) continue;
    sums.give(period, subtractPence(noPence, amount));
    // From its day on they use sums up, even where its own is for another period.
    used(first.row);
  }
}
