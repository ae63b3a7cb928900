import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { inPounds, type Pence } from '../../domain/money/money.ts';
import { equals, formatExact, multiply, type Ratio, ratio } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Scheme, Value } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { CountedClaims, EventLimit } from '../claims/counted-claims.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';
import { sayToDate } from './say-to-date.ts';

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
  const limits = mapped(scheme.periods, (period) => claims?.limit(index, value.event, period.index) ?? null);
  const counted = mapped(scheme.periods, (period, q) =>
    limits[q]?.unknown ? 0 : (claims?.counted(index, value.event, period.index) ?? 0),
  );
  const overCap = mapped(scheme.periods, (period) => claims?.overCap(index, value.event, period.index) ?? 0);
  let events = 0;
  const exact = mapped(counted, (more) => {
    events += more;
    return times(events);
  });
  const toDate = mapped(exact, (pounds) => roundPounds(pounds, scheme.rounding));
  const { amounts } = differences(toDate);
  return {
    component,
    termSteps: [],
    full: amounts,
    scheduled: amounts,
    isDue: mapped(counted, (own, q) => own > 0 || (limits[q]?.unknown ?? null) !== null),
    periodSteps: mapped(counted, (own, q): WorkingStep[] => [
      {
        step: 'events',
        formula: `${sayEvents(own, value.event)} × ${sayPounds(value.pounds)}${isByItself(q) ? '' : `: ${sumsAt(q)}`}`,
        value: formatExact(isByItself(q) ? times(own) : at(exact, q)),
        rounded: at(amounts, q),
        clause: value.clause,
      },
    ]),
    // While a limit is not known nothing is over it: all of it waits.
    losses: mapped(overCap, (events, q): Unpaid[] =>
      events === 0 || limits[q]?.unknown ? [] : [capped(events, limits[q] ?? null)],
    ),
    unmeasured: mapped(limits, (limit) => limit?.unknown ?? null),
  };

  /** Whether a period is what its own events come to; else the sums are told of which it is the difference. */
  function isByItself(q: number): boolean {
    return equals(inPounds(at(amounts, q)), times(at(counted, q)));
  }

  function sumsAt(q: number): string {
    return sayToDate(at(exact, q), at(toDate, q), q === 0 ? undefined : at(toDate, q - 1));
  }

  function capped(events: number, limit: EventLimit | null): Unpaid {
    const reason = `${sayEvents(events, value.event)} over the cap of ${limit?.says ?? 'none'}`;
    return { status: 'capped', amount: amount(events), reason, clause: value.clause };
  }
}

function sayEvents(events: number, event: string): string {
  return `${events} × ${event}`;
}
