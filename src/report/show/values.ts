import { withSeparators } from '../../domain/money.ts';
import { compare, formatShare, isZero } from '../../domain/ratio.ts';
import { sayList, sayPounds, saySum } from '../../domain/say.ts';
import type { Achievement, Adjustment, Component, Scale, Value } from '../../domain/scheme.ts';
import { cite } from './cite.ts';

/** What a component pays, as a sentence: its value, its adjustments in order, and what scales it. */
export function sayComponent({ title, id, value, adjustments, achievement, clause }: Component): string {
  const changes = adjustments.map((adjustment) => `; ${sayAdjustment(adjustment)}`).join('');
  const scaled = achievement === null ? '' : `. ${sayAchievement(achievement)}`;
  return `${title} (${id}): ${sayValue(value)}${changes}${scaled} ${cite(clause, value.clause)}`;
}

export function sayValue(value: Value): string {
  switch (value.kind) {
    case 'per-patient':
      return `${sayPounds(value.pounds)} a patient`;
    case 'fixed':
      return `${saySum(value.pounds)} a practice`;
    case 'per-event': {
      const most = value.atMost === null ? 'any number of them' : `at most ${withSeparators(String(value.atMost))}`;
      return `${sayPounds(value.pounds)} for each event "${value.event}", ${most}`;
    }
    case 'pool':
      return `a pool of ${saySum(value.pounds)}, shared by list size`;
    case 'share': {
      const path = value.path.map(({ title, share }) => `${formatShare(share)} for ${title}`);
      return `${path.toReversed().join(' of ')} of ${sayValue(value.of)}`;
    }
    case 'to-be-confirmed':
      return `to be confirmed: ${value.what}`;
  }
}

function sayAdjustment(adjustment: Adjustment): string {
  const { title, clause } = adjustment;
  switch (adjustment.kind) {
    case 'reduce': {
      const rounding = adjustment.roundedTo === null ? '' : ` to the whole ${adjustment.roundedTo}`;
      return `less ${formatShare(adjustment.by)}${rounding}: ${title} ${cite(clause)}`;
    }
    case 'remove':
      return `removed: ${title} ${cite(clause)}`;
    case 'cap':
      return `at most ${saySum(adjustment.pounds)}: ${title} ${cite(clause)}`;
  }
}

function sayAchievement(achievement: Achievement): string {
  if (achievement.kind === 'to-be-confirmed') return `Achievement to be confirmed: ${achievement.what}`;
  const { measure, scale, zeroDenominator, onAccount } = achievement;
  const nobody = `where there is nobody to measure it pays ${formatShare(zeroDenominator)}`;
  const waiting =
    onAccount === null
      ? 'without a figure it is withheld'
      : `without a figure ${formatShare(onAccount)} is paid on account`;
  return `Scaled by ${measure}: ${sayScale(scale)}; ${nobody}; ${waiting}`;
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
  }
}
