import type { Position } from '../../domain/account.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import { calculated, type Worlds } from '../worlds/worlds.ts';
import { askedByRecovery, type Need } from './needs.ts';

/** What was overpaid, and waits for somebody to decide whether it comes back. */
export interface WaitingRecovery {
  readonly need: Need;
  readonly amount: Pence;
}

/** Every sum of a practice, by its place, that waits for a decision as at the day itself: what may still be met is not overpaid yet. */
export function waitingRecoveries(worlds: Worlds): (place: number) => readonly WaitingRecovery[] {
  const { scheme, asAt, known } = worlds;
  const begun = scheme.periods.findLast(({ start }) => start <= asAt);
  if (!begun || scheme.components.every(({ recovery }) => !recovery.waitsForDecision)) return () => [];
  const { value } = calculated({ scheme, asAt, lastDay: asAt }, known.facts, known.claims, begun);
  if (value === null) throw new Error('what could be worked out to the end cannot be as at the day');
  return (place) =>
    value.accountBy(place, known).lines.flatMap(({ component, positions }) => {
      const waits = positions.map((position) => ({ ...position, amount: proposedOf(position) }));
      const own = waits.filter(({ amount }) => amount > noPence);
      const [first] = own;
      if (!first) return [];
      const period: Period | null = own.length === 1 ? first.period : null;
      const clauses = [...new Set(own.flatMap(clausesOf))];
      return [{ need: askedByRecovery(component, period, clauses), amount: sumPence(own.map(({ amount }) => amount)) }];
    });
}

function proposedOf({ settlement }: Position): Pence {
  if (settlement.kind !== 'clawback') return noPence;
  return sumPence(settlement.parts.flatMap(({ status, amount }) => (status === 'proposed' ? [amount] : [])));
}

function clausesOf({ settlement }: Position): string[] {
  if (settlement.kind !== 'clawback') return [];
  return settlement.parts.flatMap(({ status, clause }) => (status === 'proposed' ? [clause] : []));
}
