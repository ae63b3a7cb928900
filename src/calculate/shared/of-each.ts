import type { Unpaid } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { compare, divide, isZero, multiply, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { ofEachOf } from '../../domain/scheme/shared.ts';
import { sayCounted, sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { askedIn, type EvaluatedValue, stepOf } from '../quantity/evaluated.ts';
import type { Figures } from '../quantity/figures.ts';
import { adjusted, type ComponentValue } from '../value/component-value.ts';
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
    const all = sum(open.map((place) => weightAt(weights, place).value));
    if (isZero(all)) return parts;
    for (const place of open) {
      const weight = weightAt(weights, place);
      const before = multiply(left, divide(weight.value, all));
      const formula = `${weight.says} of ${sayCounted(question.scheme.words, all, weight.unit)}, of ${sayPounds(question.scheme.words, left)}`;
      const part = { pounds: before, steps: [stepOf('value', formula, before, component.value.clause)], unknown: null };
      const figures = at(members, place);
      parts[place] = { before, value: adjusted(part, adjustments, askedIn({ ...question, figures }, period)) };
    }
    const isLess = (place: number) => {
      const { before, value } = partAt(parts, place);
      return compare(value.pounds, before) < 0;
    };
    const held = open.filter(isLess);
    if (!isSharedAgain || held.length === 0) return parts;
    left = subtract(left, sum(held.map((place) => partAt(parts, place).value.pounds)));
    open = open.filter((place) => !isLess(place));
  }
}

/** What one shares by who is among those that share. */
function weightAt(weights: readonly (EvaluatedValue | null)[], place: number): EvaluatedValue {
  const weight = at(weights, place);
  if (weight === null) throw new Error(`nothing to share by at place ${place}`);
  return weight;
}

/** The part of one who is among those that share. */
function partAt(parts: readonly (PartOfEach | null)[], place: number): PartOfEach {
  const part = at(parts, place);
  if (part === null) throw new Error(`no part at place ${place}`);
  return part;
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
