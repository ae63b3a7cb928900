import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatPounds, noPence, type Pence } from '../../domain/money/money.ts';
import { formatExact, multiply, type Ratio, ratio } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Scheme, Value } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { CountedClaims, EventLimit } from '../claims/counted-claims.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';

/** Each period is what all events up to its end come to, less what those before it came to, both rounded (RULES, Events). */
export function eventEarnings(
  scheme: Scheme,
  component: Component,
  value: Extract<Value, { kind: 'per-event' }>,
  { index }: PracticeAsAt,
  claims: CountedClaims | null,
): Earnings {
  const times = (events: number): Ratio => multiply(value.pounds, ratio(events));
  const amount = (events: number): Pence => roundPounds(times(events), scheme.rounding);
  const limits = scheme.periods.map((period) => claims?.limit(index, value.event, period.index) ?? null);
  const counted = scheme.periods.map((period, q) =>
    limits[q]?.unknown ? 0 : (claims?.counted(index, value.event, period.index) ?? 0),
  );
  const overCap = scheme.periods.map((period) => claims?.overCap(index, value.event, period.index) ?? 0);
  let events = 0;
  const toDate = counted.map((more) => {
    events += more;
    return amount(events);
  });
  const { amounts } = differences(toDate);
  return {
    component,
    termSteps: [],
    full: amounts,
    scheduled: amounts,
    periodSteps: counted.map((events, q): WorkingStep[] => [
      {
        step: 'events',
        formula: `${sayEvents(events, value.event)} × ${sayPounds(value.pounds)}${sayToDate(q)}`,
        value: formatExact(times(events)),
        rounded: at(amounts, q),
        clause: value.clause,
      },
    ]),
    // While a limit is not known nothing is over it: all of it waits.
    losses: overCap.map((events, q): Unpaid[] =>
      events === 0 || limits[q]?.unknown ? [] : [capped(events, limits[q] ?? null)],
    ),
    unmeasured: limits.map((limit) => limit?.unknown ?? null),
  };

  /** Where a rounded period is not what its own events come to, the sums of which it is the difference. */
  function sayToDate(q: number): string {
    if (at(amounts, q) === amount(at(counted, q))) return '';
    const before = q === 0 ? noPence : at(toDate, q - 1);
    return `; ${formatPounds(at(toDate, q))} to date, less ${formatPounds(before)}`;
  }

  function capped(events: number, limit: EventLimit | null): Unpaid {
    const reason = `${sayEvents(events, value.event)} over the cap of ${limit?.says ?? 'none'}`;
    return { status: 'capped', amount: amount(events), reason, clause: value.clause };
  }
}

function sayEvents(events: number, event: string): string {
  return `${events} × ${event}`;
}
