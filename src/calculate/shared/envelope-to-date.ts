import { at } from '../../domain/at.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { sumPence } from '../../domain/money/money.ts';
import { equals, greatest, one, type Ratio, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import type { EnvelopeToDate } from '../../domain/scheme/value.ts';
import { takesPartIn } from '../identity/stay.ts';
import { takesPartToDate, type ValueToDate, valuesToDate } from '../value/value-to-date.ts';
import { type Qualified, qualifiedOf } from './among.ts';
import { budgetsOf, missingIn, paysTooMuch } from './envelopes.ts';
import type { Pool, Pot } from './pot.ts';
import { type HeldToDate, type Scaled, scaledToDate } from './scaled-to-date.ts';
import { type PoolQuestion, type Sharers, whoseOf } from './sharers.ts';

/**
 * What each practice earns by events or figures that add up over the term, where all of them together earn more than the envelope holds for
 * it: by what the scheme says, what is new in a period is scaled to what is left, or all that was earned to date (RULES, Schedule).
 */
export function envelopeToDatePool(component: Component, value: EnvelopeToDate, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const alone = valuesAlone(component, question);
  const takesPart = scheme.periods.map(({ index }) => alone.map((own) => own !== null && at(own, index).isThere));
  const qualified = qualifiedOf(component, question.figures, takesPart, question);
  const earned = earnedToDate(alone, qualified.isIn);
  const asked = earnedToDate(valuesAlone(component, { ...question, withOverCap: true }), qualified.isIn);
  const pot = potOf(value, alone, earned, takesPart, qualified, question);
  return facts.practices.map((_, place) => {
    const own = at(alone, place);
    if (own === null) return [];
    return [
      {
        pot,
        place,
        weights: own.map(() => null),
        isIn: qualified.isIn.map((of) => at(of, place)),
        outside: qualified.outside.map((of) => at(of, place)),
        alone: {
          values: [],
          due: earned.map((of) => at(of, place)),
          asked: asked.map((of) => at(of, place)),
        },
      },
    ];
  });
}

/** T of one practice by itself, without the steps: those of all practices at once would fill the memory. */
interface OwnToDate extends Pick<ValueToDate, 'pounds' | 'unknown'> {
  readonly isThere: boolean;
}

type Alone = readonly (readonly OwnToDate[] | null)[];

/** What each would have to date by itself; null for one that has no part in the component. */
function valuesAlone(component: Component, question: PoolQuestion): Alone {
  const { scheme, facts } = question;
  return facts.practices.map((practice, place) => {
    const whose = whoseOf(practice, question);
    if (!takesPartIn(whose, component)) return null;
    const figures = at(question.figures, place);
    const values = valuesToDate(component, takesPartToDate(scheme, whose, component), { ...question, figures });
    return values.map(({ pounds, unknown, own }) => ({ pounds, unknown, isThere: own !== null }));
  });
}

/** By period, what each has earned to date by itself; of who is not among those who share, nothing. */
function earnedToDate(alone: Alone, isIn: Sharers): readonly (readonly Ratio[])[] {
  let before: readonly Ratio[] = alone.map(() => zero);
  return isIn.map((own, q) => {
    before = alone.map((values, place) =>
      values && at(own, place) ? greatest(zero, at(values, q).pounds) : at(before, place),
    );
    return before;
  });
}

function potOf(
  value: EnvelopeToDate,
  alone: Alone,
  earned: readonly (readonly Ratio[])[],
  takesPart: Sharers,
  { isIn, unknown: awaited }: Qualified,
  question: PoolQuestion,
): Pot {
  const { scheme } = question;
  const budgets = budgetsOf(value, takesPart, question);
  // Who has no part in the component misses no figure.
  const none = scheme.periods.map(() => ({ unknown: null }));
  const values = alone.map((own) => own ?? none);
  const unknown = scheme.periods.map(
    ({ index }) =>
      at(budgets, index).unknown ?? at(awaited, index) ?? missingIn(values, at(isIn, index), index, question),
  );
  let held: HeldToDate = { earned: alone.map(() => zero), has: alone.map(() => zero) };
  let shares = alone.map(() => roundPounds(zero, scheme.rounding));
  let isSplit = false;
  const periods = scheme.periods.map(({ index }) => {
    if (at(unknown, index) !== null) return { exact: held.has, shares, scaled: null };
    const most = at(budgets, index).pounds;
    const scaled: Scaled = scaledToDate(held, at(earned, index), most, value.scales);
    held = scaled;
    const rounded = scaled.has.map((pounds) => roundPounds(pounds, scheme.rounding));
    isSplit ||= !equals(scaled.scale, one) || paysTooMuch(rounded, scaled.has, most, scheme.rounding);
    shares = isSplit
      ? [...allocateByLargestRemainder(roundPounds(sum(scaled.has), scheme.rounding), scaled.has)]
      : rounded;
    return { exact: held.has, shares, scaled };
  });
  return {
    budgets,
    weights: periods.map(({ exact }) => sum(exact)),
    toDate: periods.map((each) => sumPence(each.shares)),
    exact: periods.map(({ exact }) => exact),
    shares: periods.map((each) => each.shares),
    scaled: periods.map((each) => each.scaled),
    unknown,
  };
}
