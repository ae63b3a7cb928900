import type { Position, PracticeAccount } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import type { Worlds } from '../worlds/worlds.ts';

/** What one practice, component and period will come to. */
export interface ForecastLine {
  readonly practiceCode: string;
  readonly component: Component;
  readonly period: Period;
  /** Before, by the as-at date. */
  readonly paid: Pence;
  readonly certain: Pence;
  readonly most: Pence;
  /** What was paid and comes back if nothing more comes in. */
  readonly atRisk: Pence;
}

/** Every line of a forecast, in order of practice, component and period; the accounts of both worlds are worked out side by side. */
export function* forecastLines({ certain, most }: Worlds): Generator<ForecastLine> {
  const high = most.calculation.accounts()[Symbol.iterator]();
  for (const low of certain.calculation.accounts()) {
    const next = high.next();
    if (next.done) throw new Error('fewer practices if all comes in than if nothing does');
    yield* linesOf(low, next.value);
  }
}

function* linesOf(low: PracticeAccount, high: PracticeAccount): Generator<ForecastLine> {
  for (const [place, { component, positions }] of low.lines.entries()) {
    const others = at(high.lines, place).positions;
    for (const [q, position] of positions.entries()) {
      yield {
        practiceCode: low.practice.code,
        component,
        period: position.period,
        paid: position.alreadyPaid,
        certain: position.entitlement,
        most: at(others, q).entitlement,
        atRisk: comesBack(position),
      };
    }
  }
}

/** What is asked for of a line, now or later; what a person waived stays with the practice. */
function comesBack({ settlement }: Position): Pence {
  if (settlement.kind !== 'clawback') return noPence;
  return sumPence(settlement.parts.flatMap(({ status, amount }) => (status === 'waived' ? [] : [amount])));
}
