import type { ComponentAccount, Position, PracticeAccount, Unpaid, WorkingStep } from '../domain/account.ts';
import { at, atKey } from '../domain/at.ts';
import type { Day } from '../domain/day.ts';
import type { Decision, PaidRow } from '../domain/facts.ts';
import { mapped } from '../domain/mapped.ts';
import {
  addPence,
  atLeastNothing,
  formatExactPounds,
  formatPounds,
  inPounds,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../domain/money/money.ts';
import { formatExact, multiply, type Ratio } from '../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../domain/money/rounding.ts';
import { goesBelowNothing } from '../domain/scheme/may-fall.ts';
import type { Component, Period, Scheme } from '../domain/scheme/scheme.ts';
import { roundingOfParts } from '../domain/scheme/shared.ts';
import { sayDecision } from '../domain/words/decided.ts';
import { sayShare } from '../domain/words/say.ts';
import type { Words } from '../domain/words/words.ts';
import type { ComponentStatus } from './conditions/conditions.ts';
import { latestProportion } from './conditions/decisions.ts';
import { statusesOf } from './conditions/status.ts';
import type { Earnings } from './earnings/earnings.ts';
import { earningsOf, questionAbout, type Surroundings } from './earnings/earnings-of-practice.ts';
import type { PracticeAsAt } from './practice-as-at.ts';
import { setOffBelowNothing } from './settlement/below-nothing.ts';
import { copyOf } from './settlement/given-so-far.ts';
import { payeeOf, payeeOfPractice } from './settlement/payees.ts';
import { type PlanLimits, planLimitsOf, plansAreLimited } from './settlement/plan-limits.ts';
import { type EntitledPosition, settleComponent } from './settlement/settlement.ts';
import { withSettlementSteps } from './settlement/settlement-step.ts';
import { carrySmallPayments } from './settlement/smallest-payment.ts';
import { differences } from './value/instalments.ts';

/** For which period a run is made, and what it may know. */
export interface RunAsAt {
  readonly period: Period;
  readonly asAt: Day;
}

/** Measure, entitlement and payment of one practice, in every period up to the run's own. */
export function accountOf(scheme: Scheme, run: RunAsAt, known: PracticeAsAt, around: Surroundings): PracticeAccount {
  const question = questionAbout(scheme, known, run.asAt, around);
  const earnings = earningsOf(known, question, around);
  const periods = scheme.periods.slice(0, run.period.index + 1);
  const statuses = statusesOf(earnings, periods, around.conditions.of(known), question);
  const settle = (practice: PracticeAsAt, limits: PlanLimits | null): readonly ComponentAccount[] => {
    const lineOfComponent = (each: Earnings) =>
      lineOf(scheme, run, practice, each, atKey(statuses, each.component.id), limits);
    return carrySmallPayments(setOffBelowNothing(scheme.words, mapped(earnings, lineOfComponent)), scheme, run.period);
  };
  // What plans may take depends on what is paid, which no recovery changes: it is settled without a limit first.
  const limits = plansAreLimited(scheme, run.period, run.asAt, known)
    ? planLimitsOf(known, settle(onTrial(known), null))
    : null;
  const carried = settle(known, limits);
  return {
    practice: known.practice,
    listSize: known.listSize,
    leavesOn: known.leavesOn,
    toldNothing: carried.some(movesMoney) ? null : payeeOfPractice(known),
    lines: mapped(carried, (line) => withSettlementSteps(scheme.words, line)),
  };
}

/** The same practice, of which nothing is remembered. */
function onTrial(known: PracticeAsAt): PracticeAsAt {
  return { ...known, used: () => {}, givenSoFar: copyOf(known.givenSoFar) };
}

function movesMoney({ positions }: ComponentAccount): boolean {
  return positions.some(({ settlement: { kind } }) => kind === 'payment' || kind === 'clawback');
}

function lineOf(
  scheme: Scheme,
  run: RunAsAt,
  known: PracticeAsAt,
  earnings: Earnings,
  statuses: readonly ComponentStatus[],
  planLimits: PlanLimits | null,
): ComponentAccount {
  const { component, termSteps } = earnings;
  const paid = known.paid.filter((row) => row.component === component.id);
  const proportion = latestProportion(known.decisions, component.id);
  if (proportion) known.used(proportion);
  const decided = proportion && decidedAmounts(proportion, earnings, roundingOfParts(component, scheme));
  let before = noPence;
  const positions = mapped(statuses, (conditionStatus, q) => {
    const period = at(scheme.periods, q);
    const missing = at(earnings.unmeasured, q);
    // A decision goes before conditions; no person can know what a figure will be that is not there.
    const waits = missing && { ...missing, status: 'withheld' as const, besides: [missing.reason], steps: [] };
    const entitled =
      proportion && !waits
        ? entitledByDecision(scheme.words, proportion, at(decided ?? [], q), earnings, period)
        : entitledByStatus(scheme.words, (proportion && waits) ?? conditionStatus, earnings, period, before);
    before = addPence(before, entitled.entitlement);
    return positionOf(earnings, period, conditionStatus, entitled, paidFor(paid, period));
  });
  return {
    component,
    payeeCode: payeeOf(known, component.id),
    steps: termSteps,
    positions: settleComponent({ scheme, component, known, runFor: run.period, asAt: run.asAt, planLimits }, positions),
    paidAhead: scheme.periods
      .slice(run.period.index + 1)
      .map((period) => ({ period, amount: paidFor(paid, period) }))
      .filter(({ amount }) => amount !== 0n),
  };
}

/** What a period is worth to the practice after conditions and decisions. */
interface Entitled {
  readonly status: Position['status'];
  readonly entitlement: Pence;
  readonly unpaid: readonly Unpaid[];
  /** The last of them is the entitlement. */
  readonly steps: readonly WorkingStep[];
}

/** A(x,c,q) where the period is released, else nothing (RULES, Conditions). A fall is given back whatever stands against its period. */
function entitledByStatus(
  words: Words,
  conditionStatus: ComponentStatus,
  { component, full, scheduled, unmeasured }: Earnings,
  { index }: Period,
  before: Pence,
): Entitled {
  const { status, reason, clause, besides } = conditionStatus;
  const amount = at(scheduled, index);
  if (amount < 0n) return givenBack(words, component, amount, before);
  if (status === 'released') {
    const step = entitlementStep('released: nothing stands against it', amount, component.clause);
    return { status, entitlement: amount, unpaid: [], steps: [step] };
  }
  // Nothing is listed only where its worth is not known yet; what a leaver no longer earns is listed as such.
  const isUnknown = at(unmeasured, index) && at(full, index) === 0n;
  const unpaid: Unpaid[] = amount === 0n && !isUnknown ? [] : [{ status, amount, reason, clause, besides }];
  return { status, entitlement: noPence, unpaid, steps: [entitlementStep(`${status}: ${reason}`, noPence, clause)] };
}

/** No more than what the periods before are entitled to; what cannot be given back is not made up for later (RULES, What falls). */
function givenBack(words: Words, component: Component, amount: Pence, before: Pence): Entitled {
  const { clause } = component;
  const isTooMuch = addPence(before, amount) < 0n && !goesBelowNothing(component);
  const entitlement = isTooMuch ? subtractPence(noPence, before) : amount;
  const rest = subtractPence(amount, entitlement);
  const given = 'given back, whatever stands against the period';
  if (rest === 0n) {
    return { status: 'released', entitlement, unpaid: [], steps: [entitlementStep(given, entitlement, clause)] };
  }
  const reason = `the value falls by more than the ${formatPounds(words, before)} that the periods before are entitled to`;
  const step = entitlementStep(`${given}, as far as ${formatPounds(words, before)} before it`, entitlement, clause);
  const unpaid: Unpaid[] = [{ status: 'below-nothing', amount: rest, reason, clause }];
  return { status: 'released', entitlement, unpaid, steps: [step] };
}

/** E = R(f·Ā_q) − R(f·Ā_{q−1}), whatever the conditions say, over the periods of which the figures are known (RULES, Decisions). */
function decidedAmounts(
  { proportion }: Decision,
  { scheduled, unmeasured }: Earnings,
  rounding: Rounding,
): readonly Pence[] {
  const share = proportionOf(proportion);
  let toDate = noPence;
  const decided = mapped(scheduled, (amount, q) => {
    if (at(unmeasured, q) === null) toDate = sumPence([toDate, amount]);
    return roundPounds(multiply(share, inPounds(atLeastNothing(toDate))), rounding);
  });
  return differences(decided).amounts;
}

function entitledByDecision(
  words: Words,
  decision: Decision,
  amount: Pence,
  { component, scheduled }: Earnings,
  { index }: Period,
): Entitled {
  const lost = subtractPence(at(scheduled, index), amount);
  const share = sayShare(proportionOf(decision.proportion));
  const reason = `${share} of what was scheduled, ${sayDecision(words, decision)}`;
  const unpaid: Unpaid[] =
    lost === 0n ? [] : [{ status: 'proportion', amount: lost, reason, clause: component.recovery.clause }];
  const { clause } = component.recovery;
  const value = formatExact(proportionOf(decision.proportion));
  const decided: WorkingStep = { step: 'decision', formula: reason, value, rounded: null, clause };
  const steps = [decided, entitlementStep('by that decision', amount, clause)];
  return { status: 'released', entitlement: amount, unpaid, steps };
}

function proportionOf(proportion: Ratio | null): Ratio {
  if (proportion === null) throw new Error('a decision on a proportion without one');
  return proportion;
}

function positionOf(
  { full, scheduled, periodSteps, losses }: Earnings,
  period: Period,
  conditionStatus: ComponentStatus,
  { status, entitlement, unpaid, steps }: Entitled,
  alreadyPaid: Pence,
): EntitledPosition {
  return {
    period,
    full: at(full, period.index),
    scheduled: at(scheduled, period.index),
    status,
    entitlement,
    alreadyPaid,
    unpaid: joined(at(losses, period.index), unpaid),
    steps: [...at(periodSteps, period.index), ...conditionStatus.steps, ...steps],
  };
}

/** Both lists as one, without a copy where one of them is empty, as it nearly always is. */
function joined(first: readonly Unpaid[], second: readonly Unpaid[]): readonly Unpaid[] {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...first, ...second];
}

function paidFor(paid: readonly PaidRow[], period: Period): Pence {
  let sum = noPence;
  for (const row of paid) if (row.period === period.id) sum = addPence(sum, row.amount);
  return sum;
}

function entitlementStep(formula: string, amount: Pence, clause: string): WorkingStep {
  return { step: 'entitlement', formula, value: formatExactPounds(amount), rounded: amount, clause };
}
