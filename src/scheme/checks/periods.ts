import { addDays, type Day, daysIn, formatDay, type Span } from '../../domain/day.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenPeriod, WrittenScheme } from '../grammar/scheme.ts';

/** The term does not end before it starts. */
export function theTermEndsAfterItStarts({ term }: WrittenScheme): JsonMistake[] {
  if (!isBackwards(term)) return [];
  const message = `the term ends on ${formatDay(term.end)}, before it starts; expected a day from ${formatDay(term.start)} on`;
  return [{ code: 'scheme-term', at: ['term', 'end'], message, hint: 'check both dates against the paper' }];
}

/** Each period ends no earlier than it starts, and starts on the day after the one before. */
export function periodsRunInOrderWithoutGaps({ periods, term }: WrittenScheme): JsonMistake[] {
  return periods.flatMap((period, index): JsonMistake[] => {
    const before = periods[index - 1];
    if (isBackwards(period)) return [endsBeforeItStarts(period, index)];
    if (!before || isBackwards(before) || period.start === addDays(before.end, 1)) return [];
    if (period.start > before.end) return [gapBetween(before, period, index, term)];
    return [period.start < before.start ? outOfOrder(before, period, index) : overlap(before, period, index, term)];
  });
}

/** The first period starts with the term and the last one ends with it. */
export function periodsCoverTheTerm({ term, periods }: WrittenScheme): JsonMistake[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || isBackwards(term)) return [];
  return [
    ...(first.start === term.start || isBackwards(first) ? [] : [firstOf(term, first)]),
    ...(last.end === term.end || isBackwards(last) ? [] : [lastOf(term, last, periods.length - 1)]),
  ];
}

function isBackwards({ start, end }: Span): boolean {
  return end < start;
}

function endsBeforeItStarts({ id, start, end }: WrittenPeriod, index: number): JsonMistake {
  const message = `the period ${id} ends on ${formatDay(end)}, before it starts; expected a day from ${formatDay(start)} on`;
  const hint = 'check both dates against the paper';
  return { code: 'scheme-periods', at: ['periods', index, 'end'], message, hint };
}

function gapBetween(before: WrittenPeriod, next: WrittenPeriod, index: number, term: Span): JsonMistake {
  const gap = { start: addDays(before.end, 1), end: addDays(next.start, -1) };
  const message = `${sayDays(gap, 'lies', 'lie')} in no period: ${before.id} ends on ${formatDay(before.end)}, and ${next.id} starts on ${formatDay(next.start)}`;
  const moved = startsFirst(gap.start, next.start, term)
    ? [startOf(next, gap.start), endOf(before, gap.end)]
    : [endOf(before, gap.end), startOf(next, gap.start)];
  const hint = withFurtherPeriod(moved, gap, [before, next], `between ${before.id} and ${next.id}`);
  return { code: 'scheme-periods', at: ['periods', index, 'start'], message, hint };
}

function overlap(before: WrittenPeriod, next: WrittenPeriod, index: number, term: Span): JsonMistake {
  const [first = before] = [before, next].sort((a, b) => a.end - b.end);
  const shared = { start: next.start, end: first.end };
  const message = `${sayDays(shared, 'lies', 'lie')} both in ${before.id} and in ${next.id}: ${before.id} ends on ${formatDay(before.end)}, and ${next.id} starts on ${formatDay(next.start)}`;
  const [later, earlier] = [addDays(before.end, 1), addDays(next.start, -1)];
  const starts = later > next.end ? [] : [startOf(next, later)];
  const ends = earlier < before.start ? [] : [endOf(before, earlier)];
  const fixes = startsFirst(later, next.start, term) ? [...starts, ...ends] : [...ends, ...starts];
  const hint =
    fixes.length === 0 ? `take one of the two out, or check the dates of both` : `write ${fixes.join(', or ')}`;
  return { code: 'scheme-periods', at: ['periods', index, 'start'], message, hint };
}

function outOfOrder(before: WrittenPeriod, next: WrittenPeriod, index: number): JsonMistake {
  const message = `the period ${next.id} starts on ${formatDay(next.start)} and stands after ${before.id}, which starts on ${formatDay(before.start)}; expected them in the order of their days`;
  const hint = `move ${next.id} before ${before.id}, or check the dates of both`;
  return { code: 'scheme-periods', at: ['periods', index, 'start'], message, hint };
}

function firstOf(term: Span, first: WrittenPeriod): JsonMistake {
  const at = ['periods', 0, 'start'];
  if (first.start < term.start) {
    const message = `the first period, ${first.id}, starts on ${formatDay(first.start)}, before the term does, on ${formatDay(term.start)}`;
    const own = first.end < term.start ? 'take the period out' : `write ${startOf(first, term.start)}`;
    return {
      code: 'scheme-periods',
      at,
      message,
      hint: `${own}, or "start": "${formatDay(first.start)}" for the term`,
    };
  }
  const gap = { start: term.start, end: addDays(first.start, -1) };
  const message = `${sayDays(gap, 'lies', 'lie')} in no period: the term starts on ${formatDay(term.start)}, and the first period, ${first.id}, on ${formatDay(first.start)}`;
  const hint = withFurtherPeriod([startOf(first, term.start)], gap, [first], `before ${first.id}`);
  return { code: 'scheme-periods', at, message, hint };
}

function lastOf(term: Span, last: WrittenPeriod, index: number): JsonMistake {
  const at = ['periods', index, 'end'];
  if (last.end > term.end) {
    const message = `the last period, ${last.id}, ends on ${formatDay(last.end)}, after the term does, on ${formatDay(term.end)}`;
    const own = last.start > term.end ? 'take the period out' : `write ${endOf(last, term.end)}`;
    return { code: 'scheme-periods', at, message, hint: `${own}, or "end": "${formatDay(last.end)}" for the term` };
  }
  const gap = { start: addDays(last.end, 1), end: term.end };
  const message = `${sayDays(gap, 'lies', 'lie')} in no period: the last period, ${last.id}, ends on ${formatDay(last.end)}, and the term on ${formatDay(term.end)}`;
  const hint = withFurtherPeriod([endOf(last, term.end)], gap, [last], `after ${last.id}`);
  return { code: 'scheme-periods', at, message, hint };
}

/** Of two days on which the later period may start, whether the first is the likelier: it falls on the same date of a month as the term. */
function startsFirst(first: Day, other: Day, { start }: Span): boolean {
  return dateOf(first) === dateOf(start) || dateOf(other) !== dateOf(start);
}

/** The last part of `2020-04-01`. */
function dateOf(day: Day): string {
  return formatDay(day).slice(-2);
}

/** A gap of fewer days than a month, beside longer periods, is a wrong date. */
const shortestMonth = 28;

/** The fixes of a gap, a period of its own before the others where it is about as long as its neighbours. */
function withFurtherPeriod(moved: readonly string[], gap: Span, beside: readonly Span[], where: string): string {
  const shortest = Math.min(...beside.map(daysIn));
  const days = `"start": "${formatDay(gap.start)}", "end": "${formatDay(gap.end)}"`;
  const one = `a further period ${where}: { "id": "…", "title": "…", ${days}, "clause": "…" }`;
  const several = `further periods ${where}, from ${formatDay(gap.start)} to ${formatDay(gap.end)}`;
  const further = daysIn(gap) > shortest * 1.5 ? several : one;
  const either = moved.join(', or ');
  if (daysIn(gap) < shortestMonth && daysIn(gap) * 2 < shortest) return `write ${either}`;
  return daysIn(gap) * 2 > shortest ? `write ${further}; or ${either}` : `write ${either}, or ${further}`;
}

function startOf({ id }: WrittenPeriod, day: Day): string {
  return `"start": "${formatDay(day)}" for ${id}`;
}

function endOf({ id }: WrittenPeriod, day: Day): string {
  return `"end": "${formatDay(day)}" for ${id}`;
}

/** `the 31 days from 2020-10-01 to 2020-10-31 lie`, or one day. */
function sayDays(span: Span, one: string, many: string): string {
  if (span.start === span.end) return `${formatDay(span.start)} ${one}`;
  return `the ${daysIn(span)} days from ${formatDay(span.start)} to ${formatDay(span.end)} ${many}`;
}
