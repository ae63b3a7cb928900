import type { ClawbackStatus } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { Decision, PaidRow } from '../../domain/facts.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { compare, multiply } from '../../domain/money/ratio.ts';
import type { Component, Period, Recovery, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import { ofComponent, sayDecision } from '../conditions/decisions.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import type { PracticeAsAt, Used } from '../practice-as-at.ts';
import { DecidedSums, type Given } from './decided-sums.ts';
import type { GivenSoFar } from './given-so-far.ts';

/** What comes back of a period, and what was paid for it before. */
export interface Shortage {
  readonly period: Period;
  readonly paid: Pence;
  readonly short: Pence;
}

/** What becomes of a shortage: of each part the sum and why. They add up to it. */
export type RecoveryParts = Readonly<Record<ClawbackStatus, RecoveryPart>>;

interface RecoveryPart {
  readonly amount: Pence;
  readonly says: string;
}

const nothing: RecoveryPart = { amount: noPence, says: '' };

/**
 * What becomes of the shortages of a component, periods in order: waived up to the waivers of people, waived where it is not worth
 * taking, deferred before the period from which recoveries are taken, then taken up to what is left of the sums decided on, where
 * the scheme waits for decisions (RULES, Decisions).
 */
export function recoveriesOf(
  component: Component,
  known: PracticeAsAt,
  runFor: Period,
  shortages: readonly Shortage[],
): readonly RecoveryParts[] {
  const { from, waitsForDecision } = component.recovery;
  const waivers = new DecidedSums(
    ofComponent(known.decisions, 'waive-recovery', component.id),
    known.used,
    known.givenSoFar,
  );
  const recovers = waitsForDecision
    ? new DecidedSums(ofComponent(known.decisions, 'recover', component.id), known.used, known.givenSoFar)
    : null;
  const parts = shortages.map((shortage): RecoveryParts => {
    const { period, short } = shortage;
    const none = { due: nothing, deferred: nothing, proposed: nothing };
    const waiver = waivers.give(period.id, short);
    const rest = subtractPence(short, waiver.amount);
    const tooLittle = notWorthTaking(component.recovery, { ...shortage, short: rest });
    if (tooLittle !== null) return { ...none, waived: { amount: short, says: joined([sayWaived(waiver), tooLittle]) } };
    const waived = { amount: waiver.amount, says: sayWaived(waiver) };
    if (from !== null && runFor.index < from.index) {
      return { ...none, deferred: { amount: rest, says: `recovered only from the run for ${from.id}` }, waived };
    }
    if (recovers === null) return { ...none, due: { amount: rest, says: '' }, waived };
    const taken = recovers.give(period.id, rest);
    const due = { amount: taken.amount, says: taken.by.map((each) => `recovery ${sayDecision(each)}`).join('; ') };
    return { ...none, due, proposed: { amount: subtractPence(rest, taken.amount), says: '' }, waived };
  });
  return recovers === null ? parts : parts.map(withWaiting(recovers, parts));
}

/** What recoveries took of the sums decided on since the first decision on their component, in every account before any asks for more. */
export function sumsUsedUp({ components }: Scheme, facts: AccountFacts, asAt: Day, used: Used): GivenSoFar {
  const givenSoFar: GivenSoFar = new Map();
  const waiting = components.filter(({ recovery }) => recovery.waitsForDecision);
  for (const [code, rows] of facts.decisions) {
    const decided = rows.filter(({ decision, decidedOn }) => decision === 'recover' && decidedOn <= asAt);
    if (decided.length === 0) continue;
    const taken = (facts.paid.get(code) ?? []).filter(({ amount, posting, paidOn }) => {
      return amount < 0n && (posting !== null || paidOn <= asAt);
    });
    for (const component of waiting) useUp(component, decided, taken, used, givenSoFar);
  }
  return givenSoFar;
}

function useUp(
  { id }: Component,
  decided: readonly Decision[],
  taken: readonly PaidRow[],
  used: Used,
  givenSoFar: GivenSoFar,
): void {
  const decisions = ofComponent(decided, 'recover', id);
  const sums = new DecidedSums(decisions, used, givenSoFar);
  const [first] = [...decisions].sort((a, b) => a.decidedOn - b.decidedOn);
  if (first === undefined) return;
  for (const { component, period, amount, paidOn } of taken) {
    if (component !== id || paidOn < first.decidedOn) continue;
    sums.give(period, subtractPence(noPence, amount));
    // From its day on they use sums up, even where its own is for another period.
    used(first);
  }
}

/** Says of what waits for a decision how far the decisions went: for the component as a whole, as they do. */
function withWaiting(recovers: DecidedSums, all: readonly RecoveryParts[]): (parts: RecoveryParts) => RecoveryParts {
  const waits = formatPounds(sumPence(all.map(({ proposed }) => proposed.amount)));
  const { decided, given } = recovers.inUse;
  const says =
    decided === 0n
      ? 'waits for a decision to recover'
      : `decided for ${formatPounds(decided)}, of which ${formatPounds(given)} is taken; ${waits} waits`;
  return (parts) => ({ ...parts, proposed: { ...parts.proposed, says } });
}

function sayWaived({ by }: Given): string {
  return by.map((each) => `waived: ${sayDecision(each)}`).join('; ');
}

function joined(says: readonly string[]): string {
  return says.filter(Boolean).join('; ');
}

/** Inside the tolerance nothing is taken, its edge included; nor is a sum too small to be worth it. */
function notWorthTaking({ tolerance, smallest }: Recovery, { paid, short }: Shortage): string | null {
  if (short === 0n) return null;
  if (tolerance && compare(inPounds(short), multiply(tolerance, inPounds(paid))) <= 0) {
    return `within the tolerance of ${sayShare(tolerance)} of what was paid`;
  }
  if (smallest && compare(inPounds(short), smallest) < 0)
    return `below ${sayPounds(smallest)}, the smallest sum taken back`;
  return null;
}
