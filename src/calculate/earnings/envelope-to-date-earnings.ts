import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import { compare, equals, one, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { EnvelopeToDate } from '../../domain/scheme/value.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import { inWords } from '../../domain/words/words.ts';
import { partAt } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type OpenQuestion, stepOf } from '../quantity/evaluated.ts';
import { type Seat, shareAt } from '../shared/pot.ts';
import { differences } from '../value/instalments.ts';
import { sayGrowth } from '../value/say-growth.ts';
import { takesPartToDate, valuesToDate, whatAddsUp } from '../value/value-to-date.ts';
import { sayCapped } from './capped.ts';
import type { Earnings } from './earnings.ts';
import { belowNothing, partSteps, partsInScheme } from './not-earned.ts';
import { lessThanAlone, notAmong } from './pool-losses.ts';
import { potStep } from './pot-steps.ts';

/** What a practice earns in an envelope over what adds up to date: what it has of it up to a period, less what it had before. */
export function envelopeToDateEarnings(
  component: Component,
  value: EnvelopeToDate,
  seat: Seat,
  known: PracticeAsAt,
  question: OpenQuestion,
): Earnings {
  const { scheme } = question;
  const { periods } = scheme;
  const { pot, place, isIn, alone } = seat;
  if (!alone?.asked) throw new Error(`${component.id} has no value to date`);
  const { asked } = alone;
  // Worked out again for its steps, which are kept for one practice at a time.
  const values = valuesToDate(component, takesPartToDate(scheme, known, component), question);
  const parts = partsInScheme(scheme, known, component);
  const inPence = (toDate: readonly Ratio[]) =>
    differences(mapped(toDate, (pounds) => roundPounds(pounds, scheme.rounding))).amounts;
  const full = differences(mapped(periods, ({ index }) => shareAt(pot, place, index))).amounts;
  const [own, claimed] = [inPence(alone.due), inPence(asked)];
  const exactAt = (q: number) => (q < 0 ? zero : at(at(pot.exact, q), place));
  const waitsIn = (q: number) => at(isIn, q) && at(pot.unknown, q) !== null;
  // Nobody waits for a figure of who has left; what it earned by that figure waits, and is told.
  const missing = mapped(periods, (_, q) => {
    if (waitsIn(q)) return at(pot.unknown, q);
    return at(isIn, q) && at(full, q) === noPence ? at(values, q).unknown : null;
  });
  return {
    component,
    termSteps: [],
    full,
    scheduled: full,
    isDue: mapped(periods, (_, q) => at(missing, q) !== null || !equals(exactAt(q), exactAt(q - 1))),
    periodSteps: mapped(periods, (period) => stepsIn(period)),
    losses: mapped(periods, (period, q): Unpaid[] => [
      ...belowNothing(scheme.words, component, at(values, q).own?.cut, one),
      ...notAmong(component, [seat], period),
      ...(waitsIn(q) ? [] : lossesIn(q)),
    ]),
    unmeasured: missing,
  };

  function lossesIn(q: number): Unpaid[] {
    const overLimits = subtractPence(at(claimed, q), at(own, q));
    const { clause } = component.value;
    return [
      ...(overLimits > 0n
        ? [{ status: 'capped' as const, amount: overLimits, reason: sayCapped(component), clause }]
        : []),
      ...lessThanAlone(scheme, component, seat, q, subtractPence(at(own, q), at(full, q))),
    ];
  }

  function stepsIn(period: Period): readonly WorkingStep[] {
    const q = period.index;
    const { own: worth, ...toDate } = at(values, q);
    const { clause } = component.value;
    const outside = at(seat.outside, q);
    if (outside) return [{ step: 'pool', formula: outside, value: '0', rounded: noPence, clause }];
    const moves = at(full, q) !== noPence;
    const steps = worth?.steps ?? mapped(partSteps(partAt(parts, q)), (step) => ({ ...step, rounded: noPence }));
    if (waitsIn(q) || (worth === null && !moves)) return steps;
    // What is worth to date what the formula of the period comes to needs no step of its own; without its figure it stands as it was.
    const isOwn = worth === null || toDate.unknown !== null || equals(worth.pounds, toDate.pounds);
    const growth = isOwn
      ? ''
      : sayGrowth(scheme.words, { own: worth, ...toDate }, worth, period.id, whatAddsUp(component));
    return [
      ...steps,
      ...(isOwn ? [] : [stepOf('value', growth, toDate.pounds, clause)]),
      potStep(scheme.words, pot, place, q, sayPart(scheme, value, seat, period), clause),
    ];
  }
}

/** What a practice has of the envelope, and by what it was made smaller. */
function sayPart({ words }: Scheme, { scales }: EnvelopeToDate, { pot, alone }: Seat, { index, id }: Period): string {
  const scaled = pot.scaled?.[index];
  const earned = alone === null ? zero : at(alone.due, index);
  const most = sayPounds(words, at(pot.budgets, index).pounds);
  const all = inWords(words, 'all practices');
  if (!scaled) return `${sayPounds(words, earned)} to date by itself`;
  if (equals(scaled.scale, one)) return `${sayPounds(words, earned)} to date by itself, within ${most} for ${all}`;
  const [left, together, share] = [
    sayPounds(words, scaled.left),
    sayPounds(words, scaled.together),
    sayShare(scaled.scale),
  ];
  if (scales === 'all-to-date')
    return `${sayPounds(words, earned)} to date by itself, scaled to ${share}, as ${all} earn ${together} to date and there is ${left}`;
  const before = index === 0 || alone === null ? zero : at(alone.due, index - 1);
  if (compare(earned, before) <= 0) return `${sayPounds(words, earned)} to date by itself, nothing of it new in ${id}`;
  return `${sayPounds(words, subtract(earned, before))} new in ${id}, scaled to ${share}, as ${all} earn ${together} more and ${left} of ${most} is left`;
}
