import { at } from '../../domain/at.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { type Pence, sumPence } from '../../domain/money/money.ts';
import { compare, divide, equals, multiply, one, type Ratio, sum, zero } from '../../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Envelope } from '../../domain/scheme/scheme.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { askedIn, stepOf, type Unknown } from '../quantity/evaluated.ts';
import { addedUp, sayWhose } from '../quantity/figures.ts';
import {
  adjusted,
  type ComponentValue,
  componentValueByPeriod,
  componentValueOfValue,
} from '../value/component-value.ts';
import { qualifiedOf } from './among.ts';
import { dueIn, type Pool, type Pot } from './pot.ts';
import { type PoolQuestion, type Sharers, sharersOf } from './sharers.ts';

/**
 * What each practice earns by itself; where all of them together earn more in a period than the envelope holds, all are scaled down to it.
 * The scaling is part of the value: adjustments come after it (RULES, Missing figures; Schedule).
 */
export function envelopePool(component: Component, value: Envelope, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const takingPart = sharersOf(component, question);
  const { isIn: sharers, outside, unknown: awaited } = qualifiedOf(component, question.figures, takingPart, question);
  const bare = question.figures.map((figures) =>
    componentValueByPeriod({ ...component, adjustments: [] }, { ...question, figures }),
  );
  const budgets = budgetsOf(value, takingPart, question);
  const unknown = scheme.periods.map(
    ({ index }) =>
      at(budgets, index).unknown ?? at(awaited, index) ?? missingIn(bare, at(sharers, index), index, question),
  );
  const scales = scheme.periods.map(({ index }) => {
    const together = sum(
      bare.map((values, place) => (at(at(sharers, index), place) ? at(values, index).pounds : zero)),
    );
    const most = at(budgets, index).pounds;
    return at(unknown, index) === null && compare(together, most) > 0 ? divide(most, together) : one;
  });
  const valuesBy = (scaled: boolean) =>
    question.figures.map((figures, place) =>
      scheme.periods.map((period, q): ComponentValue => {
        const own = at(at(bare, place), q);
        const scale = scaled ? at(scales, q) : one;
        return adjusted(
          scaledDown(scheme.words, own, scale, value),
          component.adjustments,
          askedIn({ ...question, figures }, period),
        );
      }),
    );
  const [values, alone] = [valuesBy(true), valuesBy(false)];
  const counting = (of: readonly (readonly ComponentValue[])[]) =>
    of.map((own, place) =>
      dueIn(
        component,
        own.map((each, q) => (at(at(sharers, q), place) && at(unknown, q) === null ? each : { ...each, pounds: zero })),
      ),
    );
  const [dues, duesAlone] = [counting(values), counting(alone)];
  const held = dueIn(component, budgets);
  let isSplit = false;
  const shares = scheme.periods.map(({ index }) => {
    const due = dues.map((each) => at(each, index));
    const rounded = due.map((pounds) => roundPounds(pounds, scheme.rounding));
    isSplit ||= !equals(at(scales, index), one) || paysTooMuch(rounded, due, at(held, index), scheme.rounding);
    return isSplit ? allocateByLargestRemainder(roundPounds(sum(due), scheme.rounding), due) : rounded;
  });
  const exact = scheme.periods.map(({ index }) => dues.map((due) => at(due, index)));
  const pot: Pot = { budgets, weights: exact.map(sum), toDate: shares.map(sumPence), exact, shares, unknown };
  return facts.practices.map((_, place) => {
    const isIn = sharers.map((of) => at(of, place));
    return [
      {
        pot,
        place,
        weights: isIn.map(() => null),
        isIn,
        outside: outside.map((of) => at(of, place)),
        alone: { values: at(values, place), due: at(duesAlone, place) },
      },
    ];
  });
}

/** Whether shares that come to no more than the envelope holds come to more than it only because each is rounded by itself. */
export function paysTooMuch(
  rounded: readonly Pence[],
  due: readonly Ratio[],
  held: Ratio,
  rounding: Rounding,
): boolean {
  const together = sumPence(rounded);
  return together > roundPounds(held, rounding) && together > roundPounds(sum(due), rounding);
}

/** What there is for all in each period, by the figures of those who take part in it. */
export function budgetsOf(value: Envelope, sharers: Sharers, question: PoolQuestion): readonly ComponentValue[] {
  return question.scheme.periods.map((period, q) => {
    const figures = addedUp(question.figures.filter((_, place) => at(at(sharers, q), place)));
    const of = { kind: 'quantity' as const, of: value.pounds, clause: value.clause };
    return componentValueOfValue(of, askedIn({ ...question, figures }, period));
  });
}

/** Why an envelope waits in a period: a figure that is missing, and whose. */
export function missingIn(
  values: readonly (readonly Pick<ComponentValue, 'unknown'>[])[],
  takesPart: readonly boolean[],
  q: number,
  { facts, figures }: PoolQuestion,
): Unknown | null {
  const missing = facts.practices.flatMap(({ code }, place) => {
    const { unknown } = at(at(values, place), q);
    const isMissing = unknown !== null && at(takesPart, place) && at(figures, place).isAwaited;
    return isMissing ? [{ unknown, code }] : [];
  });
  const [first] = missing;
  if (!first) return null;
  return {
    ...first.unknown,
    reason: sayWhose(
      first.unknown.reason,
      missing.map(({ code }) => code),
    ),
  };
}

function scaledDown(words: Words, own: ComponentValue, scale: Ratio, { clause }: Envelope): ComponentValue {
  if (equals(scale, one) || own.unknown !== null) return own;
  const pounds = multiply(own.pounds, scale);
  const formula = `${sayPounds(words, own.pounds)} scaled to ${sayShare(scale)}, as all together earn more than the envelope`;
  return { ...own, pounds, steps: [...own.steps, stepOf('value', formula, pounds, clause)] };
}
