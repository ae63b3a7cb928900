import { sayDay } from '../../domain/day.ts';
import { compare, formatExact, formatShare, isZero } from '../../domain/money/ratio.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { MeasureUnits } from '../../domain/scheme/quantity-unit.ts';
import type { Achievement, Adjustment, Component, PerEvent, Scale, Value } from '../../domain/scheme/scheme.ts';
import { sayList, sayPounds, saySum } from '../../domain/words/say.ts';
import { cite } from './cite.ts';
import { sayLimits, sayLine, sayPoint, sayPrices, sayQuantity } from './quantities.ts';

/** What a component pays, as a sentence: its value, its adjustments in order, and what scales it. */
export function sayComponent(
  { title, id, value, adjustments, achievement, clause }: Component,
  measures: MeasureUnits,
): string {
  const changes = adjustments.map((adjustment) => `; ${sayAdjustment(adjustment, measures)}`).join('');
  const scaled = achievement === null ? '' : `. ${sayAchievement(achievement, measures)}`;
  return `${title} (${id}): ${sayValue(value, measures)}${changes}${scaled} ${cite(clause, value.clause)}`;
}

export function sayValue(value: Value, measures: MeasureUnits): string {
  switch (value.kind) {
    case 'per-patient':
      return `${sayPounds(value.pounds)} a patient`;
    case 'fixed':
      return `${saySum(value.pounds)} a practice`;
    case 'per-event':
      return sayPerEvent(value, measures);
    case 'pool':
      return `a pool of ${saySum(value.pounds)}, shared by list size`;
    case 'quantity':
      return sayQuantity(value.of, measures);
    case 'shared': {
      const by = value.by === null ? 'list size' : sayQuantity(value.by, measures);
      const whose = value.within === 'all' ? 'all practices' : `the practices of each ${sayGrouping[value.within]}`;
      return `for ${whose} together ${sayQuantity(value.of, measures)}, shared by ${by}`;
    }
    case 'envelope':
      return `${sayQuantity(value.of, measures)}, scaled down for all where together it is more than ${sayQuantity(value.pounds, measures)}`;
    case 'share': {
      const path = value.path.map(({ title, share }) => `${formatShare(share)} for ${title}`);
      return `${path.toReversed().join(' of ')} of ${sayValue(value.of, measures)}`;
    }
    case 'to-be-confirmed':
      return `to be confirmed: ${value.what}`;
  }
}

/** One price, or each with the days on which it holds. */
function sayPerEvent(value: PerEvent, measures: MeasureUnits): string {
  return `${sayPrices(value.pounds, `for each event "${value.event}"`)}, ${sayLimits(value, measures)}`;
}

const sayGrouping = { locality: 'locality', pcn: 'primary care network' } as const;

function sayAdjustment(adjustment: Adjustment, measures: MeasureUnits): string {
  const { from, agreedOn } = adjustment;
  const since = from === undefined ? '' : `from ${sayDay(from)} `;
  const agreed = agreedOn === undefined ? '' : ` (agreed on ${sayDay(agreedOn)})`;
  return `${since}${sayChange(adjustment, measures)}${agreed}`;
}

function sayChange(adjustment: Adjustment, measures: MeasureUnits): string {
  const { title, clause } = adjustment;
  switch (adjustment.kind) {
    case 'reduce': {
      const rounding = adjustment.roundedTo === null ? '' : ` to the whole ${adjustment.roundedTo}`;
      return `less ${formatShare(adjustment.by)}${rounding}: ${title} ${cite(clause)}`;
    }
    case 'remove':
      return `removed: ${title} ${cite(clause)}`;
    case 'cap':
      return `at most ${sayFigure(adjustment.pounds, measures)}: ${title} ${cite(clause)}`;
    case 'floor':
      return `at least ${sayFigure(adjustment.pounds, measures)}: ${title} ${cite(clause)}`;
    case 'deduct':
      return `less ${sayFigure(adjustment.pounds, measures)}, down to nothing: ${title} ${cite(clause)}`;
    case 'multiply':
      return `times ${sayQuantity(adjustment.by, measures)}: ${title} ${cite(clause)}`;
    case 'round':
      return `rounded to ${adjustment.places} places of a pound: ${title} ${cite(clause)}`;
  }
}

/** A whole sum stands without pence, as a budget prints it. */
function sayFigure(quantity: Quantity, measures: MeasureUnits): string {
  return quantity.kind === 'pounds' && quantity.per === undefined
    ? saySum(quantity.pounds)
    : sayQuantity(quantity, measures);
}

function sayAchievement(achievement: Achievement, measures: MeasureUnits): string {
  if (achievement.kind === 'to-be-confirmed') return `Achievement to be confirmed: ${achievement.what}`;
  const { measure, scale, zeroDenominator, onAccount } = achievement;
  const nobody = `where there is nobody to measure it pays ${formatShare(zeroDenominator)}`;
  const waiting =
    onAccount === null
      ? 'without a figure it is withheld'
      : `without a figure ${'kind' in onAccount ? sayQuantity(onAccount, measures) : formatShare(onAccount)} is paid on account`;
  return [
    `Scaled by ${measure}${sayTogether(achievement)}: ${sayScale(scale)}`,
    ...sayLeast(achievement),
    nobody,
    waiting,
  ].join('; ');
}

type Measured = Extract<Achievement, { kind: 'measured' }>;

function sayTogether({ measuredAt }: Measured): string {
  return measuredAt === undefined ? '' : ` of the ${sayGrouping[measuredAt]} together`;
}

function sayLeast({ smallestDenominator: least, points }: Measured): string[] {
  return [
    ...(points ? [`counted in ${formatExact(points.number)} points, rounded to ${points.places} places`] : []),
    ...(least ? [`with fewer than ${formatExact(least.number)} to measure it pays ${formatShare(least.pays)}`] : []),
  ];
}

function sayScale(scale: Scale): string {
  switch (scale.kind) {
    case 'linear': {
      const side = compare(scale.to, scale.from) > 0 ? 'up' : 'down';
      return `nothing at ${formatShare(scale.from)}, all of it at ${formatShare(scale.to)}, in a straight line ${side} between`;
    }
    case 'steps': {
      const steps = scale.steps.map(({ from, pays }) => {
        return `${isZero(pays) ? 'nothing' : formatShare(pays)} from ${formatShare(from)}`;
      });
      return `${sayList(steps)}, each bound included; nothing below`;
    }
    case 'line': {
      const points = scale.points.map(({ at, pays, below, above }) =>
        sayPoint(formatShare(at), formatShare(pays), below && formatShare(below), above && formatShare(above)),
      );
      return sayLine(points, scale.beyond);
    }
  }
}
