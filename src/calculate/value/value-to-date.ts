import { add, isZero, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { partOf, stayIn, type TimeOfMember } from '../identity/stay.ts';
import { firstDayOf } from '../quantity/evaluate-over-time.ts';
import { askedIn, type OpenQuestion, type Unknown } from '../quantity/evaluated.ts';
import { type ComponentValue, componentValueOf } from './component-value.ts';
import { boundsIn, type HeldBounds, limited, withoutLimits } from './limits-to-date.ts';

/** T_q, in exact pounds, of a value that counts events to date. */
export interface ValueToDate {
  /** Where a figure is missing: what the last period that had its figures came to. */
  readonly pounds: Ratio;
  readonly unknown: Unknown | null;
  /** V_q(q): the formula of the period over all that happened up to its end; null in a period in which the practice takes no part. */
  readonly own: ComponentValue | null;
  /** V_q(p), p being the last period before it that had its figures, and T_p before its limits; null where nothing comes before. */
  readonly before: { readonly period: Period; readonly pounds: Ratio; readonly soFar: Ratio } | null;
}

/** The last period that had its figures: T before and after the limits. */
interface Reckoned {
  readonly period: Period;
  readonly pounds: Ratio;
  readonly limited: Ratio;
  readonly bounds: HeldBounds;
}

/**
 * What a component whose value counts events is worth up to the end of each period: T_q = T_p + V_q(q) − V_q(p), so that each period is
 * worth what its own rules make of its events (RULES, Dated changes).
 */
export function valuesToDate(
  component: Component,
  takesPart: (period: Period) => boolean,
  question: OpenQuestion,
): readonly ValueToDate[] {
  const { inner, limits } = withoutLimits(component);
  const valueIn = (period: Period, rulesOf: Period) => componentValueOf(inner, askedIn(question, period, rulesOf));
  let last: Reckoned | null = null;
  return question.scheme.periods.map((period): ValueToDate => {
    if (!takesPart(period)) return { pounds: last?.limited ?? zero, unknown: null, own: null, before: null };
    const own = valueIn(period, period);
    if (!holdsIn(inner, period, question)) return { pounds: zero, unknown: null, own, before: null };
    const earlier: ComponentValue | null = last && valueIn(last.period, period);
    const bounds = boundsIn(limits, period, question);
    const unknown = own.unknown ?? earlier?.unknown ?? (isUnknown(bounds) ? bounds : null);
    if (unknown !== null || isUnknown(bounds)) {
      return { pounds: last?.limited ?? zero, unknown, own, before: null };
    }
    const before = last && earlier ? { period: last.period, pounds: earlier.pounds, soFar: last.pounds } : null;
    const pounds: Ratio = before ? add(before.soFar, subtract(own.pounds, before.pounds)) : own.pounds;
    const held = limited(pounds, bounds, last, question.reached);
    last = { period, pounds, ...held };
    return { pounds: held.limited, unknown: null, own, before };
  });
}

/** Whether a value that as a whole changes from a day has begun to hold; the events of earlier periods are not priced by parts of another. */
function holdsIn({ value }: Component, period: Period, question: OpenQuestion): boolean {
  if ((value.kind !== 'quantity' && value.kind !== 'envelope') || value.of.kind !== 'over-time') return true;
  const { by = 'period', byDays, values } = value.of;
  if (by !== 'period' || byDays) return true;
  return values.some(
    ({ from, agreedOn }) =>
      firstDayOf(from, askedIn(question, period)) <= period.start &&
      (agreedOn === undefined || agreedOn <= question.asAt),
  );
}

function isUnknown(bounds: ReturnType<typeof boundsIn>): bounds is Unknown {
  return 'kind' in bounds;
}

/**
 * In which periods a practice takes part in what adds up over the term. An event after it joined counts in its own period, also where of a
 * period that had begun nothing else is owed.
 */
export function takesPartToDate(
  scheme: Scheme,
  whose: TimeOfMember,
  component: Component,
): (period: Period) => boolean {
  const stay = stayIn(scheme, whose, component);
  const byDays = { ...stay, joining: { ...stay.joining, prorate: 'days' as const } };
  const asked = whatAddsUp(component) === 'events' ? byDays : stay;
  return (period) => !isZero(partOf(asked, period).part);
}

/** What is counted to date. */
export function whatAddsUp({ value }: Component): 'events' | 'figures' {
  return eventsOfValue(value).length > 0 ? 'events' : 'figures';
}
