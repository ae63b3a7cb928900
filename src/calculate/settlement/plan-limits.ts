import type { ComponentAccount } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import {
  atLeastNothing,
  inPounds,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../../domain/money/money.ts';
import { multiply, type Ratio } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** The most that plans may take of a period of a component in a run. */
export type PlanLimits = (component: Component, period: Period) => Pence;

/** Whether a plan of a practice says a most that a run may take: until the last period, or until the practice has left. */
export function plansAreLimited(scheme: Scheme, runFor: Period, asAt: Day, { plans, leavesOn }: PracticeAsAt): boolean {
  if (runFor.index === scheme.periods.length - 1) return false;
  return (leavesOn === null || asAt <= leavesOn) && plans.some(({ atMost }) => atMost !== null);
}

/**
 * What each plan may take where together they may take no more than a share of what the run pays the practice before recoveries: the
 * debt of the earliest period first, then in the order of components. `lines` are settled without a limit (RULES, Plans).
 */
export function planLimitsOf({ plans }: PracticeAsAt, lines: readonly ComponentAccount[]): PlanLimits {
  const payments = sumPence(lines.flatMap(paymentsIn));
  const asked = lines.flatMap(({ component, positions }) =>
    positions.flatMap(({ period, settlement }) =>
      settlement.kind === 'clawback' ? [{ component, period, sum: settlement.byPlan }] : [],
    ),
  );
  const limits = new Map<string, Pence>();
  let soFar = noPence;
  // Sorting keeps the order of components among debts of one period.
  for (const { component, period, sum } of asked.sort((a, b) => a.period.index - b.period.index)) {
    const most = mostOf(
      payments,
      plans.filter((plan) => plan.component === component.id).map(({ atMost }) => atMost),
    );
    const allowed = most === null ? sum : lesserPence(sum, atLeastNothing(subtractPence(most, soFar)));
    soFar = sumPence([soFar, allowed]);
    limits.set(keyOf(component, period), allowed);
  }
  return (component, period) => limits.get(keyOf(component, period)) ?? noPence;
}

/** The smallest share of the payments that any plan of a component says, rounded down to the penny; null where none does. */
function mostOf(payments: Pence, shares: readonly (Ratio | null)[]): Pence | null {
  const sums = shares.flatMap((share) =>
    share === null ? [] : [roundPounds(multiply(share, inPounds(payments)), { unit: 'penny', mode: 'down' })],
  );
  return sums.length === 0 ? null : sums.reduce(lesserPence);
}

function paymentsIn({ positions }: ComponentAccount): Pence[] {
  return positions.flatMap(({ settlement }) => (settlement.kind === 'payment' ? [settlement.amount] : []));
}

function keyOf({ id }: Component, period: Period): string {
  return `${id} ${period.id}`;
}
