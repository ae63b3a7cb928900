import type { ComponentAccount, Position, PracticeAccount, Unpaid, WorkingStep } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import type { Decision, PaidRow } from '../domain/facts.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence, sumPence } from '../domain/money.ts';
import { formatExact, formatShare, multiply, type Ratio } from '../domain/ratio.ts';
import { type Rounding, roundPounds } from '../domain/rounding.ts';
import { citeTogether } from '../domain/say.ts';
import type { Period, Scheme } from '../domain/scheme.ts';
import { type Standing, standingOf } from './conditions.ts';
import { latestDecision, sayDecision } from './decisions.ts';
import { type Earnings, earningsOf, type Surroundings } from './earnings.ts';
import { differences } from './instalments.ts';
import type { KnownPractice } from './known.ts';
import { payeeOf } from './payees.ts';
import { settle, waivedRecovery } from './settlement.ts';

/** For which period a run is made, and what it may know. */
export interface RunAsAt {
  readonly period: Period;
  readonly asAt: Day;
}

/** Measure, entitlement and payment of one practice, in every period up to the run's own. */
export function accountOf(scheme: Scheme, run: RunAsAt, known: KnownPractice, around: Surroundings): PracticeAccount {
  return {
    practice: known.practice,
    listSize: known.listSize,
    leavesOn: known.leavesOn,
    lines: earningsOf(scheme, known, around).map((earnings) => lineOf(scheme, run, known, earnings)),
  };
}

function lineOf(scheme: Scheme, run: RunAsAt, known: KnownPractice, earnings: Earnings): ComponentAccount {
  const { component, termSteps } = earnings;
  const paid = known.paid.filter((row) => row.component === component.id);
  const periods = scheme.periods.slice(0, run.period.index + 1);
  const proportion = latestDecision(known.decisions, component.id, ['proportion']);
  const decided = proportion && decidedAmounts(proportion, earnings.scheduled, scheme.rounding);
  return {
    component,
    payeeCode: payeeOf(known, component.id),
    steps: termSteps,
    positions: periods.map((period) => {
      const standing = standingIn(scheme, run, known, earnings, period);
      const entitled = proportion
        ? entitledByDecision(proportion, decided?.[period.index] ?? noPence, earnings, period)
        : entitledByStanding(standing, earnings, period);
      return positionOf(run, known, earnings, period, standing, entitled, paidFor(paid, period));
    }),
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
  readonly step: WorkingStep;
}

function standingIn(
  scheme: Scheme,
  { asAt }: RunAsAt,
  known: KnownPractice,
  { component, unmeasured }: Earnings,
  period: Period,
): Standing {
  const standing = standingOf(scheme, component, period, known, asAt);
  if (unmeasured === null || standing.status === 'forfeited') return standing;
  return {
    status: 'withheld',
    reason: [standing.reason, unmeasured.reason].filter(Boolean).join('; '),
    clause: citeTogether([standing.clause, unmeasured.clause]),
    steps: standing.steps,
  };
}

function entitledByStanding(
  { status, reason, clause }: Standing,
  { component, scheduled }: Earnings,
  { index }: Period,
): Entitled {
  const amount = scheduled[index] ?? noPence;
  if (status === 'released') {
    const formula = 'released: nothing stands against it';
    return { status, entitlement: amount, unpaid: [], step: entitlementStep(formula, amount, component.clause) };
  }
  const unpaid: Unpaid[] = amount === 0n ? [] : [{ status, amount, reason, clause }];
  return { status, entitlement: noPence, unpaid, step: entitlementStep(`${status}: ${reason}`, noPence, clause) };
}

/** E = R(f·Ā_q) − R(f·Ā_{q−1}), whatever the conditions say (contract 5, Decisions). */
function decidedAmounts({ proportion }: Decision, scheduled: readonly Pence[], rounding: Rounding): readonly Pence[] {
  const share = proportionOf(proportion);
  let toDate = noPence;
  const decided = scheduled.map((amount) => {
    toDate = sumPence([toDate, amount]);
    return roundPounds(multiply(share, inPounds(toDate)), rounding);
  });
  return differences(decided).amounts;
}

function entitledByDecision(
  decision: Decision,
  amount: Pence,
  { component, scheduled }: Earnings,
  { index }: Period,
): Entitled {
  const lost = subtractPence(scheduled[index] ?? noPence, amount);
  const share = formatShare(proportionOf(decision.proportion));
  const reason = `${share} of what was scheduled, ${sayDecision(decision)}`;
  const unpaid: Unpaid[] =
    lost === 0n ? [] : [{ status: 'proportion', amount: lost, reason, clause: component.recovery.clause }];
  const step = { ...entitlementStep(reason, amount, component.recovery.clause), step: 'decision' as const };
  return { status: 'released', entitlement: amount, unpaid, step };
}

function proportionOf(proportion: Ratio | null): Ratio {
  if (proportion === null) throw new Error('a decision on a proportion without one');
  return proportion;
}

function positionOf(
  run: RunAsAt,
  known: KnownPractice,
  { component, full, scheduled, periodSteps, losses }: Earnings,
  period: Period,
  standing: Standing,
  { status, entitlement, unpaid, step }: Entitled,
  alreadyPaid: Pence,
): Position {
  const lost = [...(losses[period.index] ?? []), ...unpaid];
  const recoveryCase = {
    recovery: component.recovery,
    component: component.id,
    decisions: known.decisions,
    runFor: run.period,
  };
  const settlement = settle(entitlement, alreadyPaid, lost, recoveryCase);
  return {
    period,
    full: full[period.index] ?? noPence,
    scheduled: scheduled[period.index] ?? noPence,
    status,
    entitlement,
    alreadyPaid,
    settlement,
    unpaid: [...lost, ...waivedRecovery(settlement)],
    steps: [
      ...(periodSteps[period.index] ?? []),
      ...standing.steps,
      step,
      settlementStep(entitlement, alreadyPaid, settlement, component.clause),
    ],
  };
}

function paidFor(paid: readonly PaidRow[], period: Period): Pence {
  return sumPence(paid.filter((row) => row.period === period.id).map((row) => row.amount));
}

function entitlementStep(formula: string, amount: Pence, clause: string): WorkingStep {
  return { step: 'entitlement', formula, value: formatExact(inPounds(amount)), rounded: amount, clause };
}

function settlementStep(
  entitlement: Pence,
  alreadyPaid: Pence,
  settlement: Position['settlement'],
  clause: string,
): WorkingStep {
  const due = subtractPence(entitlement, alreadyPaid);
  const outcome = settlement.kind === 'clawback' ? `clawback, ${settlement.status}` : settlement.kind;
  return {
    step: 'settlement',
    formula: `${formatPounds(entitlement)} − ${formatPounds(alreadyPaid)} already paid: ${outcome}`,
    value: formatExact(inPounds(due)),
    rounded: due,
    clause: settlement.kind === 'clawback' ? settlement.clause : clause,
  };
}
