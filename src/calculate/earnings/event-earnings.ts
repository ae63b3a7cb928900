import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import type { Pence } from '../../domain/money/money.ts';
import { formatExact, multiply, type Ratio, ratio } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Scheme, Value } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { CountedClaims } from '../claims/counted-claims.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Earnings } from './earnings.ts';

/** A(x,c,q) = rate × counted events that fell in q (contract 5, Events). */
export function eventEarnings(
  scheme: Scheme,
  component: Component,
  value: Extract<Value, { kind: 'per-event' }>,
  { index }: PracticeAsAt,
  claims: CountedClaims | null,
): Earnings {
  const limit = claims?.limit(index, value.event) ?? null;
  const times = (events: number): Ratio => multiply(value.pounds, ratio(events));
  const amount = (events: number): Pence => roundPounds(times(events), scheme.rounding);
  const counted = scheme.periods.map((period) => claims?.counted(index, value.event, period.index) ?? 0);
  const overCap = scheme.periods.map((period) => claims?.overCap(index, value.event, period.index) ?? 0);
  const amounts = counted.map(amount);
  return {
    component,
    termSteps: [],
    full: amounts,
    scheduled: amounts,
    periodSteps: counted.map((events): WorkingStep[] => [
      {
        step: 'events',
        formula: `${sayEvents(events, value.event)} × ${sayPounds(value.pounds)}`,
        value: formatExact(times(events)),
        rounded: amount(events),
        clause: value.clause,
      },
    ]),
    losses: overCap.map((events): Unpaid[] => (events === 0 ? [] : [capped(events)])),
    unmeasured: scheme.periods.map(() => limit?.unknown ?? null),
  };

  function capped(events: number): Unpaid {
    const reason = limit?.unknown
      ? `${sayEvents(events, value.event)}, how many count is not known yet`
      : `${sayEvents(events, value.event)} over the cap of ${limit?.says ?? 'none'}`;
    return { status: 'capped', amount: amount(events), reason, clause: value.clause };
  }
}

function sayEvents(events: number, event: string): string {
  return `${events} × ${event}`;
}
