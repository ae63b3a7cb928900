import type { Position, Settlement, Unpaid } from '../../domain/account.ts';
import { inPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { compare, formatShare, multiply } from '../../domain/money/ratio.ts';
import type { Component, Period, Recovery } from '../../domain/scheme/scheme.ts';
import { citeTogether, sayPounds } from '../../domain/words/say.ts';
import { latestDecision, sayDecision } from '../conditions/decisions.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** What a recovery depends on beside the amounts. */
export interface RecoveryCase {
  readonly component: Component;
  readonly known: PracticeAsAt;
  /** The period of the run. */
  readonly runFor: Period;
}

/** due = E − paid: a payment above zero, a clawback below (contract 5, Payment). */
export function settle(
  entitlement: Pence,
  alreadyPaid: Pence,
  unpaid: readonly Unpaid[],
  recoveryCase: RecoveryCase,
): Settlement {
  const due = subtractPence(entitlement, alreadyPaid);
  if (due === 0n) return { kind: 'settled' };
  if (due > 0n) return { kind: 'payment', amount: due };
  const { status, says, clause } = recoveryStatus(recoveryCase, {
    paid: alreadyPaid,
    short: subtractPence(noPence, due),
  });
  const cause = causeOf(entitlement, unpaid);
  return {
    kind: 'clawback',
    amount: subtractPence(noPence, due),
    status,
    reason: [cause.reason, says].filter(Boolean).join('; '),
    clause: citeTogether([...cause.clauses, clause]),
  };
}

interface RecoveryStatus {
  readonly status: Extract<Settlement, { kind: 'clawback' }>['status'];
  readonly says: string;
  readonly clause: string;
}

/** A waiver goes before a deferral, a deferral before a decision still awaited; `recover` lifts only the last. */
function recoveryStatus(
  { component, known, runFor }: RecoveryCase,
  amounts: { readonly paid: Pence; readonly short: Pence },
): RecoveryStatus {
  const { from, waitsForDecision, clause } = component.recovery;
  const { decisions, used } = known;
  const decision = latestDecision(decisions, component.id, ['recover', 'waive-recovery']);
  const waiver = latestDecision(decisions, component.id, ['waive-recovery']);
  // It is the waiver, or takes its place.
  if (decision && waiver) used(decision);
  if (decision?.decision === 'waive-recovery') {
    return { status: 'waived', says: `waived: ${sayDecision(decision)}`, clause };
  }
  const tooLittle = notWorthTaking(component.recovery, amounts);
  if (tooLittle !== null) return { status: 'waived', says: tooLittle, clause };
  if (from !== null && runFor.index < from.index) {
    return { status: 'deferred', says: `recovered only from the run for ${from.id}`, clause };
  }
  if (!waitsForDecision) return { status: 'due', says: '', clause };
  if (decision === null) return { status: 'proposed', says: 'waits for a decision to recover', clause };
  used(decision);
  return { status: 'due', says: `recovery ${sayDecision(decision)}`, clause };
}

/** Inside the tolerance nothing is taken, its edge included; nor is a sum too small to be worth it. */
function notWorthTaking(
  { tolerance, smallest }: Recovery,
  { paid, short }: { readonly paid: Pence; readonly short: Pence },
): string | null {
  if (tolerance && compare(inPounds(short), multiply(tolerance, inPounds(paid))) <= 0) {
    return `within the tolerance of ${formatShare(tolerance)} of what was paid`;
  }
  if (smallest && compare(inPounds(short), smallest) < 0)
    return `below ${sayPounds(smallest)}, the smallest sum taken back`;
  return null;
}

function causeOf(entitlement: Pence, unpaid: readonly Unpaid[]): { reason: string; clauses: string[] } {
  const causes = unpaid.filter(({ status }) => status !== 'capped');
  if (causes.length === 0) {
    const reason = 'more was paid than is earned';
    return { reason: entitlement < 0n ? 'less is earned to date than up to the period before' : reason, clauses: [] };
  }
  return {
    reason: causes.map(({ status, reason }) => `${status}: ${reason}`).join('; '),
    clauses: causes.map(({ clause }) => clause),
  };
}

/** The row that shows a waived recovery among what is not paid. */
export function waivedRecovery(settlement: Position['settlement']): Unpaid[] {
  if (settlement.kind !== 'clawback' || settlement.status !== 'waived') return [];
  const { amount, reason, clause } = settlement;
  return [{ status: 'waived', amount, reason, clause }];
}
