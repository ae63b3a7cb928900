import { compare, formatShare, isZero, one, type Ratio } from '../../domain/money/ratio.ts';
import { mayExceed } from '../../domain/scheme/measure.ts';
import { rangeOf } from '../../domain/scheme/quantity-range.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { isQuantity } from './events.ts';
import { tests } from './quantities.ts';

/** A limit that the amount never reaches, whatever the data, changes nothing: a warning. */
export function limitsCanBind(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { value, adjustments }, at }) => {
    if (!value) return [];
    const amount = amountOf(value);
    const [first] = adjustments;
    if (!amount || !first || !('pounds' in first)) return [];
    const limit = rangeOf(first.pounds);
    const place = [...at, 'adjustments', 0, 'pounds'];
    if (first.kind === 'cap' && amount.most && limit.least && compare(amount.most, limit.least) <= 0) {
      return [bindMistake(place, 'the amount is never above this cap')];
    }
    if (first.kind === 'floor' && amount.least && limit.most && compare(amount.least, limit.most) >= 0) {
      return [bindMistake(place, 'the amount is never below this floor')];
    }
    if (first.kind === 'deduct' && amount.most && limit.least && compare(amount.most, limit.least) <= 0) {
      return [bindMistake(place, 'what is taken off is never less than all there is')];
    }
    return [];
  });
}

/** Between what a value lies before its adjustments; null where nothing is known of it. */
function amountOf(value: Value): ReturnType<typeof rangeOf> | null {
  if (value.kind === 'fixed' || value.kind === 'pool') return { least: value.pounds, most: value.pounds };
  if (value.kind === 'shared') return rangeOf(value.of);
  return isQuantity(value) ? rangeOf(value) : null;
}

type Value = NonNullable<ReturnType<typeof leavesOf>[number]['component']['value']>;

/** A test, or a scale, that asks for more than there can be never holds: a warning. */
export function testsCanHold(scheme: WrittenScheme): JsonMistake[] {
  const failing = tests(scheme).flatMap(({ it, at }): JsonMistake[] => {
    const [{ most }, { least }] = [rangeOf(it.is), rangeOf(it.atLeast)];
    return most && least && compare(most, least) < 0
      ? [holdMistake([...at, 'atLeast'], `${it.title} can never reach what is asked of it`)]
      : [];
  });
  const scales = leavesOf(scheme).flatMap(({ component: { achievement }, at }): JsonMistake[] => {
    if (achievement?.kind !== 'measured' || achievement.direction !== 'higher-is-better') return [];
    const measure = scheme.measures.find(({ id }) => id === achievement.measure);
    const { scale } = achievement;
    const first = firstPaid(scale);
    if (!first || compare(first, one) <= 0 || !measure || mayExceed(measure)) return [];
    return [
      holdMistake(
        [...at, 'achievement', 'scale'],
        `nothing is paid below ${formatShare(first)}, and the measure is never above 100%`,
      ),
    ];
  });
  return [...failing, ...scales];
}

/** From where on a scale pays anything; null for one that always does. */
function firstPaid(scale: MeasuredScale): Ratio | null {
  switch (scale.kind) {
    case 'linear':
      return scale.from;
    case 'steps':
      return scale.steps[0]?.from ?? null;
    case 'line': {
      const [first, ...others] = scale.points;
      if (!first || !isZero(first.below ?? first.pays)) return null;
      return [first, ...others].findLast(({ pays }) => isZero(pays))?.at ?? first.at;
    }
  }
}

type MeasuredScale = Extract<
  NonNullable<ReturnType<typeof leavesOf>[number]['component']['achievement']>,
  { kind: 'measured' }
>['scale'];

function bindMistake(at: Path, message: string): JsonMistake {
  return {
    code: 'scheme-never-binds',
    at,
    message: `${message}, whatever the data; expected a limit that can bind`,
    hint: 'check both figures against the paper',
  };
}

function holdMistake(at: Path, message: string): JsonMistake {
  return {
    code: 'scheme-never-holds',
    at,
    message: `${message}; expected something that can hold`,
    hint: 'check the figures against the paper',
  };
}
