import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { DecidedSum } from './decided-sums.ts';
import { type LeftToTake, type RecoveryCase, type RecoveryParts, sayBy, sayLater, taken } from './recovery-parts.ts';

/**
 * Plans where the scheme waits for no decision: what they cover is deferred until their days, and whatever is owed beyond them is taken
 * at once. What was taken since the first of them was for what they do not cover first (RULES, Plans).
 */
export function planAlone(
  of: RecoveryCase,
  plans: readonly DecidedSum[],
  left: readonly LeftToTake[],
): readonly RecoveryParts[] {
  const { known, mostByPlan } = of;
  const owed = sumPence(left.map(({ rest }) => rest));
  const covers = sumPence(plans.map((each) => each.covers));
  const fallenDue = sumPence(plans.map(({ amount }) => amount));
  const takenBefore = takenSince(plans, of);
  const besides = atLeastNothing(subtractPence(addPence(owed, takenBefore), covers));
  const takenByPlan = atLeastNothing(subtractPence(takenBefore, besides));
  const coveredNow = lesserPence(owed, subtractPence(covers, lesserPence(covers, takenByPlan)));
  const dueByPlan = lesserPence(coveredNow, atLeastNothing(subtractPence(fallenDue, takenByPlan)));
  const atOnce = subtractPence(owed, coveredNow);
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

/** What recoveries of the component took since the first of its plans was decided on. */
function takenSince(plans: readonly DecidedSum[], { known, component, asAt }: RecoveryCase): Pence {
  const first = [...plans].sort((a, b) => a.decidedOn - b.decidedOn)[0]?.decidedOn ?? asAt;
  const rows = known.paid.filter((row) => row.component === component.id && row.amount < 0n && row.paidOn >= first);
  return subtractPence(noPence, sumPence(rows.map(({ amount }) => amount)));
}

function atLeastNothing(sum: Pence): Pence {
  return sum < 0n ? noPence : sum;
}
