import { type Day, daysIn, formatDay } from '../../domain/day.ts';
import { equals, one, type Ratio, ratio, zero } from '../../domain/money/ratio.ts';
import { countsAnew } from '../../domain/scheme/lists-needed.ts';
import type { Component, Joining, Leaving, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { citeTogether } from '../../domain/words/say.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** From when to when a practice takes part in a component, and how the periods are paid in which it joins and leaves. */
export interface Stay {
  /** Null where it took part from the start. */
  readonly joinsOn: Day | null;
  /** Null where it stays to the end. */
  readonly leavesOn: Day | null;
  readonly joining: Pick<Joining, 'prorate' | 'clause'>;
  readonly leaving: Pick<Leaving, 'prorate' | 'clause'>;
}

/** Of whom a stay is asked. */
export type TimeOfMember = Pick<PracticeAsAt, 'joinsOn' | 'leavesOn' | 'merger'>;

/** What a practice is owed of a period, and why it is not all. */
export interface PartOfPeriod {
  /** f_q. */
  readonly part: Ratio;
  /** Whether it is for joining, for leaving, or for both, that it is not the whole. */
  readonly because: 'joining' | 'leaving';
  readonly says: string;
  readonly clause: string;
}

/** The stay of a practice in a component. A merger is a leaving and a joining where patients are counted anew. */
export function stayIn(scheme: Scheme, { joinsOn, leavesOn, merger }: TimeOfMember, component: Component): Stay {
  const { leaving } = scheme;
  const joining = scheme.joining ?? leaving;
  if (merger === null || !countsAnew(component)) return { joinsOn, leavesOn, joining, leaving };
  if (merger.kind === 'joins') return { joinsOn: merger.on, leavesOn, joining: leaving, leaving };
  const leaves = leavesOn !== null && leavesOn < merger.on ? leavesOn : merger.on;
  return { joinsOn, leavesOn: leaves, joining, leaving };
}

/** Whether an account takes part in a component at all: that of a merged code only where patients are counted anew. */
export function takesPartIn({ merger }: Pick<TimeOfMember, 'merger'>, component: Component): boolean {
  return merger?.kind !== 'joins' || countsAnew(component);
}

/** Whether a practice had joined by the first day of a period. */
export function hadJoinedBy({ joinsOn }: Pick<Stay, 'joinsOn'>, { start }: Period): boolean {
  return joinsOn === null || joinsOn <= start;
}

const whole: PartOfPeriod = { part: one, because: 'leaving', says: '', clause: '' };

/** f_q: the part of a period that a practice is owed, by days or whole, as the scheme says (RULES, Leaving; Joining). */
export function partOf(stay: Stay, period: Period): PartOfPeriod {
  const { joinsOn, leavesOn, joining, leaving } = stay;
  const joins = joinsOn !== null && joinsOn > period.start ? joinsOn : null;
  const leaves = leavesOn !== null && leavesOn < period.end ? leavesOn : null;
  if (joins === null && leaves === null) return whole;
  if (joins !== null && (joins > period.end || joining.prorate === 'none')) {
    const began = joins > period.end ? 'ended' : 'had begun';
    const says = `joined on ${formatDay(joins)}, after ${period.id} ${began}`;
    return { part: zero, because: 'joining', says, clause: joining.clause };
  }
  if (leaves !== null && (leaves < period.start || (joins !== null && leaves < joins))) {
    const before = leaves < period.start ? `before ${period.id} began` : 'before it joined';
    return { part: zero, because: 'leaving', says: `left on ${formatDay(leaves)}, ${before}`, clause: leaving.clause };
  }
  const start = joins ?? period.start;
  const end = leaves !== null && leaving.prorate === 'days' ? leaves : period.end;
  const [days, all] = [daysIn({ start, end }), daysIn(period)];
  if (days === all) return whole;
  return { part: ratio(days, all), ...sayDays(stay, joins, leaves, `${days} of the ${all} days of ${period.id}`) };
}

/** The same for leaving alone. */
export function partAfterLeaving(stay: Stay, period: Period): PartOfPeriod {
  return partOf({ ...stay, joinsOn: null }, period);
}

export function isWhole({ part }: PartOfPeriod): boolean {
  return equals(part, one);
}

function sayDays(
  { joining, leaving }: Stay,
  joins: Day | null,
  leaves: Day | null,
  days: string,
): Omit<PartOfPeriod, 'part'> {
  if (joins === null) {
    const left = leaves === null ? '' : `left on ${formatDay(leaves)}`;
    return { because: 'leaving', says: `${left}, after ${days}`, clause: leaving.clause };
  }
  if (leaves === null || leaving.prorate === 'none') {
    return { because: 'joining', says: `joined on ${formatDay(joins)}, for ${days}`, clause: joining.clause };
  }
  const says = `joined on ${formatDay(joins)} and left on ${formatDay(leaves)}, for ${days}`;
  return { because: 'joining', says, clause: citeTogether([joining.clause, leaving.clause]) };
}

/** The part of the period at a place. */
export function partAt(parts: readonly PartOfPeriod[], q: number): PartOfPeriod {
  const part = parts[q];
  if (!part) throw new Error(`no part of period ${q + 1}`);
  return part;
}
