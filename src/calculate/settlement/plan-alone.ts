import {
  addPence,
  atLeastNothing,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../../domain/money/money.ts';
import type { DecidedSum } from './decided-sums.ts';
import type { Planned } from './planned.ts';
import { type LeftToTake, type RecoveryCase, type RecoveryParts, sayBy, sayLater, taken } from './recovery-parts.ts';

/**
 * Where the scheme waits for no decision: what plans cover is deferred until their days, and whatever is owed beyond them is taken at
 * once. `together` is what they make of it where a plan counts for other accounts too (RULES, Plans).
 */
export function planAlone(
  of: RecoveryCase,
  plans: readonly DecidedSum[],
  left: readonly LeftToTake[],
): readonly RecoveryParts[] {
  const { known, component, mostByPlan } = of;
  const owed = sumPence(left.map(({ rest }) => rest));
  const together = known.plansTogether.get(component.id);
  const { atOnce, dueByPlan } = together ?? plannedOf(plans, owed, takenSince(plans, of));
  for (const { row } of owed === 0n ? [] : plans) known.used(row);
  let free = atOnce;
  let planned = dueByPlan;
  const by = { by: plans };
  return left.map(({ period, rest, waived }) => {
    const first = lesserPence(rest, free);
    free = subtractPence(free, first);
    const wanted = lesserPence(subtractPence(rest, first), planned);
    const allowed = mostByPlan === null ? wanted : lesserPence(wanted, mostByPlan(period));
    planned = subtractPence(planned, wanted);
    const due = addPence(first, allowed);
    const says = allowed === 0n ? '' : sayBy(by, 'recovery ');
    const later = { amount: subtractPence(rest, due), says: sayLater(by, of) };
    return taken({ due: { amount: due, says }, deferred: later, waived }, allowed);
  });
}

/** What was taken since the first plan was decided on was for what plans do not cover first; `takenByPlan` was for them. */
export function plannedOf(
  plans: readonly Pick<DecidedSum, 'covers' | 'amount'>[],
  owed: Pence,
  takenBefore: Pence,
): Planned & { readonly takenByPlan: Pence } {
  const covers = sumPence(plans.map((each) => each.covers));
  const fallenDue = sumPence(plans.map(({ amount }) => amount));
  const besides = atLeastNothing(subtractPence(addPence(owed, takenBefore), covers));
  const takenByPlan = atLeastNothing(subtractPence(takenBefore, besides));
  const coveredNow = lesserPence(owed, subtractPence(covers, lesserPence(covers, takenByPlan)));
  const dueByPlan = lesserPence(coveredNow, atLeastNothing(subtractPence(fallenDue, takenByPlan)));
  return { atOnce: subtractPence(owed, coveredNow), dueByPlan, takenByPlan };
}

/** What recoveries of the component took since the first of its plans was decided on. */
export function takenSince(
  plans: readonly Pick<DecidedSum, 'decidedOn'>[],
  { known, component, asAt }: Pick<RecoveryCase, 'component' | 'asAt'> & { known: Pick<RecoveryCase['known'], 'paid'> },
): Pence {
  const first = [...plans].sort((a, b) => a.decidedOn - b.decidedOn)[0]?.decidedOn ?? asAt;
  const rows = known.paid.filter((row) => row.component === component.id && row.amount < 0n && row.paidOn >= first);
  return subtractPence(noPence, sumPence(rows.map(({ amount }) => amount)));
}
