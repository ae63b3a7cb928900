import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { inPounds, noPence } from '../../domain/money/money.ts';
import { add, equals, formatExact, isZero, multiply, type Ratio, ratio, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import { isOnePrice } from '../../domain/scheme/event-prices.ts';
import type { Component, PerEvent, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { CountedClaims, EventLimit } from '../claims/counted-claims.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { differences } from '../value/instalments.ts';
import { sayToDate } from '../value/say-to-date.ts';
import type { Earnings } from './earnings.ts';

/** Events that count, or do not, at one price. */
interface AtPrice {
  readonly events: number;
  readonly pounds: Ratio;
}

/** Each period is what all events up to its end come to, less what those before it came to, both rounded (RULES, Events). */
export function eventEarnings(
  scheme: Scheme,
  component: Component,
  value: PerEvent,
  { index }: PracticeAsAt,
  claims: CountedClaims | null,
): Earnings {
  const limits = mapped(scheme.periods, (period) => claims?.limit(index, value.event, period.index) ?? null);
  const counted = mapped(scheme.periods, (period, q) =>
    at(limits, q)?.unknown ? [] : eventsAtPrices(value, claims, index, period, 'counted'),
  );
  const overCap = mapped(scheme.periods, (period) => eventsAtPrices(value, claims, index, period, 'overCap'));
  let soFar = zero;
  const exact = mapped(counted, (more) => {
    soFar = add(soFar, worthOf(more));
    return soFar;
  });
  const toDate = mapped(exact, (pounds) => roundPounds(pounds, scheme.rounding));
  const { amounts } = differences(toDate);
  return {
    component,
    termSteps: [],
    full: amounts,
    scheduled: amounts,
    isDue: mapped(counted, (own, q) => !isZero(worthOf(own)) || (at(limits, q)?.unknown ?? null) !== null),
    periodSteps: mapped(counted, (own, q): WorkingStep[] => [
      {
        step: 'events',
        formula: `${sayEvents(scheme.words, own, value)}${isByItself(q) ? '' : `: ${sumsAt(q)}`}`,
        value: formatExact(isByItself(q) ? worthOf(own) : at(exact, q)),
        rounded: at(amounts, q),
        clause: value.clause,
      },
    ]),
    // While a limit is not known nothing is over it: all of it waits.
    losses: mapped(overCap, (events, q): Unpaid[] => [
      ...(numberOf(events) === 0 || at(limits, q)?.unknown ? [] : [capped(events, at(limits, q))]),
      ...withoutPrice(q),
    ]),
    unmeasured: mapped(limits, (limit) => limit?.unknown ?? null),
  };

  /** Events that count, of days on which no price holds: told, though nobody can say what they would have come to. */
  function withoutPrice(q: number): Unpaid[] {
    if (at(limits, q)?.unknown) return [];
    const without = (claims?.counted(index, value.event, q) ?? 0) - numberOf(at(counted, q));
    if (without === 0 || isOnePrice(value.pounds)) return [];
    const reason = `${without} × ${value.event} on a day for which the scheme has no price`;
    return [{ status: 'capped', amount: noPence, reason, clause: value.clause }];
  }

  /** Whether a period is what its own events come to; else the sums are told of which it is the difference. */
  function isByItself(q: number): boolean {
    return equals(inPounds(at(amounts, q)), worthOf(at(counted, q)));
  }

  function sumsAt(q: number): string {
    return sayToDate(scheme.words, at(exact, q), at(toDate, q), q === 0 ? undefined : at(toDate, q - 1));
  }

  function capped(events: readonly AtPrice[], limit: EventLimit | null): Unpaid {
    const reason = `${numberOf(events)} × ${value.event} over the cap of ${sayCap(limit, value)}`;
    return { status: 'capped', amount: roundPounds(worthOf(events), scheme.rounding), reason, clause: value.clause };
  }
}

/** The events of a period at the price of their day; an event on a day without a price is at none. */
function eventsAtPrices(
  value: PerEvent,
  claims: CountedClaims | null,
  practice: number,
  { index }: Period,
  which: 'counted' | 'overCap',
): readonly AtPrice[] {
  const { event, pounds } = value;
  if (isOnePrice(pounds)) return [{ events: claims?.[which](practice, event, index) ?? 0, pounds }];
  const tallied = claims?.tallied(practice, value, index)?.[which] ?? [];
  return pounds.flatMap((price, place) => {
    const events = tallied[place] ?? 0;
    return events === 0 ? [] : [{ events, pounds: price.pounds }];
  });
}

function worthOf(atPrices: readonly AtPrice[]): Ratio {
  return sum(mapped(atPrices, ({ events, pounds }) => multiply(pounds, ratio(events))));
}

function numberOf(atPrices: readonly AtPrice[]): number {
  return atPrices.reduce((sum, { events }) => sum + events, 0);
}

/** The limits over which an event may have been: `40 and 1 a person`. Which of them it was, its refusal says. */
function sayCap(limit: EventLimit | null, { atMostPerPerson, personOver }: PerEvent): string {
  const inAll = limit?.says ?? 'none';
  const most = atMostPerPerson === undefined ? [] : [`${atMostPerPerson} a person`];
  const alone = personOver === undefined ? [] : ['each person for one alone'];
  return [...(inAll === 'none' ? [] : [inAll]), ...most, ...alone].join(' and ') || inAll;
}

/** `3 × visit × £250.00`, for each price at which there are events. */
function sayEvents(words: Words, atPrices: readonly AtPrice[], { event }: PerEvent): string {
  if (atPrices.length === 0) return `0 × ${event}`;
  return mapped(atPrices, ({ events, pounds }) => `${events} × ${event} × ${sayPounds(words, pounds)}`).join(' + ');
}
