import type { Unpaid } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { compare, divide, isZero, multiply, type Ratio, subtract, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { ofEachOf } from '../../domain/scheme/shared.ts';
import { sayCounted, sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { askedIn, type EvaluatedValue, stepOf } from '../quantity/evaluated.ts';
import type { Figures } from '../quantity/figures.ts';
import { adjusted, type ComponentValue } from './component-value.ts';
import type { PoolQuestion } from './sharers.ts';

/** What each has of a sum in one period: its part before, and what the adjustments of each one's part leave of it. */
export interface PartOfEach {
  readonly before: Ratio;
  readonly value: ComponentValue;
}

/**
 * The parts of a sum by weight, each with its own adjustments. What they leave is unspent; or it is shared again over those whose part they left
 * whole, until nothing is left or nobody is (RULES, Among whom).
 */
export function partsOfEach(
  component: Component,
  pounds: Ratio,
  weights: readonly (EvaluatedValue | null)[],
  members: readonly Figures[],
  period: Period,
  question: PoolQuestion,
): readonly (PartOfEach | null)[] {
  const { adjustments, isSharedAgain } = ofEachOf(component.value);
  const parts: (PartOfEach | null)[] = weights.map(() => null);
  let [open, left] = [[...weights.keys()].filter((place) => weights[place]), pounds];
  for (;;) {
    const all = sum(open.map((place) => weights[place]?.value ?? zero));
    if (isZero(all)) return parts;
    for (const place of open) {
      const weight = weights[place];
      if (!weight) continue;
      const before = multiply(left, divide(weight.value, all));
      const formula = `${weight.says} of ${sayCounted(question.scheme.words, all, weight.unit)}, of ${sayPounds(question.scheme.words, left)}`;
      const part = { pounds: before, steps: [stepOf('value', formula, before, component.value.clause)], unknown: null };
      const figures = at(members, place);
      parts[place] = { before, value: adjusted(part, adjustments, askedIn({ ...question, figures }, period)) };
    }
    const isLess = (place: number) => {
      const part = parts[place];
      return part ? compare(part.value.pounds, part.before) < 0 : false;
    };
    const held = open.filter(isLess);
    if (!isSharedAgain || held.length === 0) return parts;
    left = subtract(left, sum(held.map((place) => parts[place]?.value.pounds ?? zero)));
    open = open.filter((place) => !isLess(place));
  }
}

/** What its own adjustments take off a part in a period that has a share of it. */
export function offEach(words: Words, { value }: Component, part: PartOfEach | null, share: Ratio): Unpaid[] {
  if (!part) return [];
  const { before, value: after } = part;
  const [own, left] = [multiply(before, share), multiply(after.pounds, share)];
  const exact = subtract(own, left);
  const amount = roundPounds(exact, { unit: 'penny', mode: 'half-away-from-zero' });
  if (amount <= 0n) return [];
  const reason = `its part of ${sayPounds(words, own)} comes to ${sayPounds(words, left)} by the adjustments of each one's part`;
  return [{ status: 'capped', amount, reason, clause: value.clause }];
}
