import { greatest, multiply, type Ratio, ratio, subtract, zero } from '../money/ratio.ts';
import { takenOff } from './adjustment.ts';
import { isOnePrice } from './event-prices.ts';
import type { Component, Headline, Scheme, Value } from './scheme.ts';

/** What one component adds to a headline figure, in exact pounds. */
export interface HeadlineTerm {
  readonly component: Component;
  readonly pounds: Ratio;
}

/** What each component of a headline adds to it; null where the component has no such figure. */
export function headlineTerms(scheme: Scheme, headline: Headline): (HeadlineTerm | null)[] {
  return headline.components.map((id) => {
    const component = scheme.components.find((candidate) => candidate.id === id);
    const pounds = component && termOf(component, headline);
    return component && pounds ? { component, pounds } : null;
  });
}

function termOf(component: Component, headline: Headline): Ratio | null {
  const { value } = component;
  switch (headline.kind) {
    case 'rate':
      return ratePerPatient(value);
    case 'most':
      return mostForOnePractice(value);
    case 'budget':
      return value.kind === 'pool' ? budgetAfter(component, value.pounds, headline.after) : null;
    case 'reduction':
      return value.kind === 'pool' ? reductionBy(component, value.pounds, headline.by) : null;
  }
}

/** Pounds per patient over the term, or null for a value of another kind. */
export function ratePerPatient(value: Value): Ratio | null {
  if (value.kind === 'per-patient') return value.pounds;
  if (value.kind !== 'share') return null;
  const whole = ratePerPatient(value.of);
  return whole && value.path.reduce((pounds, { share }) => multiply(pounds, share), whole);
}

/** The most that one practice can earn, whatever its list: a fixed sum, or the rate of an event times its cap. */
export function mostForOnePractice(value: Value): Ratio | null {
  if (value.kind === 'fixed') return value.pounds;
  if (value.kind !== 'per-event' || typeof value.atMost !== 'number') return null;
  const { pounds } = value;
  const highest = isOnePrice(pounds) ? pounds : pounds.map((price) => price.pounds).reduce(greatest, zero);
  return multiply(highest, ratio(value.atMost));
}

/** A pool after those of its adjustments that have these ids, in the order written. */
export function budgetAfter({ adjustments }: Component, pool: Ratio, ids: readonly string[] | 'all'): Ratio {
  return adjustments
    .filter(({ id }) => ids === 'all' || ids.includes(id))
    .reduce((pounds, adjustment) => subtract(pounds, takenOff(pounds, adjustment)), pool);
}

/** What the adjustments with these ids take off a pool, all adjustments being applied in the order written. */
function reductionBy({ adjustments }: Component, pool: Ratio, ids: readonly string[]): Ratio {
  let [left, taken] = [pool, zero];
  for (const adjustment of adjustments) {
    const after = subtract(left, takenOff(left, adjustment));
    if (ids.includes(adjustment.id)) taken = subtract(taken, subtract(after, left));
    left = after;
  }
  return taken;
}
