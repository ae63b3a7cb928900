import type { WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { formatExact, multiply, zero } from '../../domain/money/ratio.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayCounted, sayPounds, sayShare } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { dependsOnPeriod } from './component-value.ts';
import type { Pot, Seat } from './pot.ts';
import { sayToDate } from './say-to-date.ts';

/** What a place has of a pot up to and including a period. */
export function shareAt({ shares }: Pot, place: number, q: number): Pence {
  const share = shares[q]?.[place];
  if (share === undefined) throw new Error(`no share at place ${place} in period ${q + 1}`);
  return share;
}

/** How a period of a sum shared by weight follows from what is due of it to date. */
export function shareStep(
  words: Words,
  component: Component,
  { pot, place, weights }: Seat,
  { index, id }: Period,
): WorkingStep {
  const { cumulative, shares } = scheduleOf(component);
  const weight = at(weights, index);
  const shared = formatPounds(words, at(pot.toDate, index));
  const budget = at(pot.budgets, index).pounds;
  const due = dependsOnPeriod(component)
    ? `${sayPounds(words, multiply(budget, at(shares, index)))} in ${id}, to date ${shared}`
    : `${sayShare(at(cumulative, index))} of ${sayPounds(words, budget)} to date = ${shared}`;
  const by = component.value.kind === 'shared' && component.value.by ? '' : ' by list';
  const ofAll = weight
    ? `${weight.says} of ${sayCounted(words, at(pot.weights, index), weight.unit)}`
    : 'nothing is known to share it by yet';
  return cumulativeStep(words, component, pot, place, index, `${due}, shared${by}: ${ofAll}`);
}

/** How a period of an envelope follows from what is earned by itself. */
export function envelopeStep(
  words: Words,
  component: Component,
  { pot, place, alone }: Seat,
  { index }: Period,
): WorkingStep {
  const own = alone === null ? zero : at(alone.due, index);
  const formula = `${sayPounds(words, own)} to date by itself, its part of ${formatPounds(words, at(pot.toDate, index))} for ${inWords(words, 'all practices')}`;
  return cumulativeStep(words, component, pot, place, index, formula);
}

/** How a period follows from a part with adjustments of its own. */
export function partStep(words: Words, component: Component, { pot, place }: Seat, { index, id }: Period): WorkingStep {
  const { cumulative, shares, eachPeriod } = scheduleOf(component);
  const part = sayPounds(words, pot.parts?.[index]?.[place]?.value.pounds ?? zero);
  // A part that is another in each period is no product of what has fallen due to date.
  const share = dependsOnPeriod(component)
    ? `${sayShare(at(shares, index))} of ${part} in ${id}`
    : `${sayShare(at(cumulative, index))} of ${part}`;
  const due = eachPeriod ? `${part} in the period` : share;
  return cumulativeStep(words, component, pot, place, index, due);
}

/** How a period of a share follows from the exact share to date. */
function cumulativeStep(
  words: Words,
  component: Component,
  pot: Pot,
  place: number,
  q: number,
  formula: string,
): WorkingStep {
  const [exact, share] = [at(at(pot.exact, q), place), shareAt(pot, place, q)];
  const before = q === 0 ? undefined : shareAt(pot, place, q - 1);
  return {
    step: 'pool',
    formula: `${formula}: ${sayToDate(words, exact, share, before)}`,
    value: formatExact(exact),
    rounded: subtractPence(share, before ?? noPence),
    clause: scheduleOf(component).clause,
  };
}

/** The schedule of a shared sum, which always has one. */
export function scheduleOf({ schedule, id }: Component) {
  if (schedule === null) throw new Error(`${id} shares a sum without a schedule`);
  return schedule;
}
