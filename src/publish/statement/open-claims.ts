import type { Day } from '../../domain/day.ts';
import { sumPence } from '../../domain/money/money.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import { claimWindowEnd } from '../../domain/scheme/claim-window.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import { namedBy, type Quantity } from '../../domain/scheme/quantity.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../../domain/scheme/shared.ts';
import type { ComponentStory } from '../../report/explain/story.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';

/** A period of which claims are taken, until a day. */
export interface OpenPeriod {
  readonly period: Period;
  readonly last: Day;
}

/** The periods that have begun and of which a claim can still be made and be worth something, in order. */
export function openToClaims(run: RunPublished, practice: PublishedPractice, story: ComponentStory): OpenPeriod[] {
  const { scheme, asAt } = run;
  const { claimWindow } = scheme;
  const { component } = story.line;
  if (eventsOfValue(component.value).length === 0 || claimWindow === null) return [];
  if (isAtEveryLimit(run, story)) return [];
  const { leavesOn } = practice.story.account;
  return story.periods.flatMap(({ position: { period } }) => {
    const last =
      claimWindow.countsIn === 'period-of-claim' ? period.end : claimWindowEnd(claimWindow, scheme.periods, period);
    const isOpen = last >= asAt && (leavesOn === null || leavesOn >= period.start);
    return isOpen && !wasUsedUpBefore(period, component, run) ? [{ period, last }] : [];
  });
}

/** Whether as many events of each kind count as may count. */
function isAtEveryLimit({ scheme }: RunPublished, { line: { component }, periods }: ComponentStory): boolean {
  const claims = periods.flatMap((each) => each.claims);
  return eventsOfValue(component.value).every(({ event }) => {
    const atMost = paidEvents(scheme).find((each) => each.event === event)?.atMost;
    return typeof atMost === 'number' && claims.filter(({ claim }) => claim.event === event).length >= atMost;
  });
}

/** Whether an envelope was used up before a period: what is new in it finds nothing. Where all to date is scaled, more has a part whatever there is. */
function wasUsedUpBefore(period: Period, { id, value }: Component, { scheme, asAt, totals }: RunPublished): boolean {
  if (!isEnvelopeToDate(value) || value.scales !== 'what-is-new') return false;
  const holds = plainPounds(value.pounds, period, asAt);
  if (holds === null) return false;
  const before = totals.components.find(({ component }) => component.id === id)?.periods ?? [];
  const used = before.filter((each) => each.period.index < period.index).map(({ sums }) => sums.worth);
  return sumPence(used) >= roundPounds(holds, scheme.rounding);
}

/** A sum that goes by no figure, as it holds in a period; null where it goes by one. */
function plainPounds(quantity: Quantity, period: Period, asAt: Day): Ratio | null {
  if (quantity.kind === 'named') return plainPounds(namedBy(quantity), period, asAt);
  if (quantity.kind !== 'over-time') return constantOf(quantity);
  const { by = 'period', byDays, values } = quantity;
  if (by !== 'period' || byDays || values.some(({ from }) => typeof from !== 'number')) return null;
  const holds = values.findLast(({ from, agreedOn = asAt }) => {
    return typeof from === 'number' && from <= period.start && agreedOn <= asAt;
  });
  return holds ? constantOf(holds.is) : null;
}
