import { dayOf, monthsAfter } from './calendar.ts';
import { type Fraction, fraction, none, over, plus, times } from './fraction.ts';
import type { Place } from './place.ts';
import { longAfterEnd } from './world.ts';
import type { Block, Dated, From } from './written.ts';

type OverTime = Extract<Block, { kind: 'over-time' }>;

/** Of several values the last that has begun; before the first there is nothing. */
export function overTime(
  { by = 'period', byDays, values }: OverTime,
  place: Place,
  quantity: (block: Block) => Fraction | null,
): Fraction | null {
  const { world, member, formula } = place;
  const known = values.filter(({ agreedOn }) => agreedOn === undefined || dayOf(agreedOn) <= world.asAt);
  const span = world.periods[formula];
  if (!span) throw new Error('no such period');
  const holdsOn = (day: number) => known.findLast(({ from }) => firstDay(from, place) <= day);
  const worth = (value: Dated | undefined) => (value ? quantity(value.is) : none);
  if (byDays) return worthOfDays(holdsOn, worth, place);
  if (by === 'period') return worth(holdsOn(span.start));
  if (by === 'start') return worth(holdsOn(member.ownStart));
  const [first] = member
    .rows('evidence.csv')
    .filter(({ evidence, period }) => evidence === by.received && (!period || period === span.id))
    .map(({ received_on = '' }) => dayOf(received_on))
    .sort((a, b) => a - b);
  if (first !== undefined) return worth(holdsOn(first));
  const last = known.at(-1);
  const comes = last && firstDay(last.from, place) <= world.asAt && isPlain(last.is) ? worth(last) : null;
  return comes?.over === 0n ? none : null;
}

/** Whether a block is the same for everybody and for ever. */
function isPlain(tree: object): boolean {
  const kind: unknown = Reflect.get(tree, 'kind');
  if (
    typeof kind === 'string' &&
    ['patients', 'measure', 'change', 'each-line', 'named', 'over-time', 'bands', 'line'].includes(kind)
  )
    return false;
  return Object.values(tree).every((part) => typeof part !== 'object' || part === null || isPlain(part));
}

/** Each value for the days on which it holds, of those of the period on which the member takes part. */
function worthOfDays(
  holdsOn: (day: number) => Dated | undefined,
  worth: (value: Dated | undefined) => Fraction | null,
  { world, member, formula }: Place,
): Fraction | null {
  const span = world.periods[formula];
  if (!span) throw new Error('no such period');
  const { joined, left } = member;
  // Of a period in which it takes no part all days are what it would have been worth.
  const start = joined !== null && joined <= span.end ? Math.max(span.start, joined) : span.start;
  const end = left !== null && left >= span.start ? Math.min(span.end, left) : span.end;
  const counts = new Map<Dated | undefined, bigint>();
  for (let day = start; day <= end; day += 1) {
    const value = holdsOn(day);
    counts.set(value, (counts.get(value) ?? 0n) + 1n);
  }
  let exact = none;
  for (const [value, days] of counts) {
    const own = worth(value);
    if (own === null) return null;
    exact = plus(exact, times(own, fraction(days)));
  }
  return start > end ? none : over(exact, fraction(BigInt(end - start + 1)));
}

/** The first day of a value: as written, or so long after the own start or the end of the period. */
function firstDay(from: From, { world, member, formula }: Place): number {
  if (typeof from === 'string') return dayOf(from);
  if ('afterPeriod' in from) return longAfterEnd(world.periods[formula]?.end ?? 0, from.afterPeriod);
  if ('years' in from) return monthsAfter(member.ownStart, 12 * from.years);
  return 'days' in from ? member.ownStart + from.days : monthsAfter(member.ownStart, from.months);
}
