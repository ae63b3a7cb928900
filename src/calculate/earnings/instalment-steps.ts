import type { WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatExact, type Ratio, subtract } from '../../domain/money/ratio.ts';
import type { Period, Schedule } from '../../domain/scheme/scheme.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { type DueToDate, type Instalments, sharesToDate } from '../value/instalments.ts';
import { sayToDate } from '../value/say-to-date.ts';

/** What the instalments of a component come from. */
interface PaidBySchedule {
  readonly words: Words;
  readonly schedule: Schedule;
  /** What all of it is worth; null where each period has a worth of its own. */
  readonly whole: Ratio | null;
  /** What of each period is owed. */
  readonly owed: readonly Ratio[];
  readonly due: DueToDate;
  readonly instalments: Instalments;
  /** What all components together come to up to each period, where they are rounded together. */
  readonly totals: readonly string[] | null;
}

/** How an instalment follows from the value: to date, rounded, less what fell due before. */
export function instalmentSteps(of: PaidBySchedule): (period: Period) => WorkingStep {
  const { words, schedule, whole, owed, due, instalments, totals } = of;
  const cumulative = sharesToDate(schedule, owed);
  return ({ id, index: q }) => {
    const toDate = at(due, q);
    const share =
      whole === null
        ? `${sayPounds(words, q === 0 ? toDate : subtract(toDate, at(due, q - 1)))} in ${id}`
        : `${sayShare(at(cumulative, q))} of ${sayPounds(words, whole)}`;
    const together = totals === null ? '' : ` (its part of ${at(totals, q)} for all components)`;
    const before = q === 0 ? undefined : at(instalments.toDate, q - 1);
    return {
      step: 'schedule',
      formula: `${share}: ${sayToDate(words, toDate, at(instalments.toDate, q), before)}${together}${schedule.rounded ? ', each instalment rounded for itself' : ''}`,
      value: formatExact(toDate),
      rounded: at(instalments.amounts, q),
      clause: schedule.clause,
    };
  };
}
