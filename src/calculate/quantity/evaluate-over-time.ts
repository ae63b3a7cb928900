import { addDays, type Day, daysIn, formatDay, sayDay } from '../../domain/day.ts';
import { add, isZero, multiply, type Ratio, ratio, zero } from '../../domain/money/ratio.ts';
import { soLongAfter } from '../../domain/scheme/claim-window.ts';
import { addLong } from '../../domain/scheme/days-or-months.ts';
import type { DatedQuantity, FromDay, OverTimeQuantity } from '../../domain/scheme/quantity.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import { noUnit } from '../../domain/scheme/unit.ts';
import { type Evaluated, type EvaluatedValue, made, type Question } from './evaluated.ts';
import type { OwnDays } from './figures.ts';

/** Works out one of the values. */
type EvaluateDated = (dated: DatedQuantity) => Evaluated;

/** A value with the day from which it holds for the member and the period. */
interface Begun {
  readonly dated: DatedQuantity;
  readonly from: Day;
}

/** Of several values the last that has begun by the day that decides, or each for its days (RULES, Dated changes). */
export function overTime(
  quantity: OverTimeQuantity,
  question: Question,
  clause: string,
  evaluateDated: EvaluateDated,
): Evaluated {
  const { by = 'period', byDays, values } = quantity;
  const known = values
    .filter(({ agreedOn }) => agreedOn === undefined || agreedOn <= question.asAt)
    .map((dated): Begun => ({ dated, from: firstDayOf(dated.from, question) }));
  if (byDays) return byTheDay(known, values, question, clause, evaluateDated);
  if (typeof by === 'object') return byReceipt(by.received, known, values, question, clause, evaluateDated);
  const day = by === 'start' ? ownDays(question).startsOn : question.rulesOf.start;
  return holdingOn(day, known, values, question, evaluateDated);
}

/** The first day of a value: written, so long after the member's own start, or after the end of the period. */
export function firstDayOf(from: FromDay, question: Question): Day {
  if (typeof from === 'number') return from;
  if ('afterPeriod' in from) return soLongAfter(question.rulesOf, from.afterPeriod);
  return addLong(ownDays(question).startsOn, from);
}

function holdingOn(
  day: Day,
  known: readonly Begun[],
  values: readonly DatedQuantity[],
  question: Question,
  evaluateDated: EvaluateDated,
): Evaluated {
  const holding = known.findLast(({ from }) => from <= day);
  if (!holding) return beforeItsFirstDay(values, question, evaluateDated);
  question.reached(holding.dated);
  return evaluateDated(holding.dated);
}

/** The value of the day on which evidence came. While it has not, it waits, unless nothing is paid from now on whenever it comes. */
function byReceipt(
  evidence: string,
  known: readonly Begun[],
  values: readonly DatedQuantity[],
  question: Question,
  clause: string,
  evaluateDated: EvaluateDated,
): Evaluated {
  const day = ownDays(question).receivedOn(evidence, question.period);
  const last = known.at(-1);
  if (day === null) {
    const pays = last && last.from <= question.asAt ? constantOf(last.dated.is) : null;
    if (!last || pays === null || !isZero(pays))
      return {
        kind: 'unknown',
        reason: `what it is worth goes by the day on which ${evidence} comes, and it has not come`,
        clause,
      };
    question.reached(last.dated);
    const nothing = evaluateDated(last.dated);
    if (nothing.kind === 'unknown') return nothing;
    const formula = `${evidence} has not come by ${formatDay(addDays(last.from, -1))}: ${nothing.says}`;
    return made(question.scheme.words, [nothing], nothing.value, nothing.unit, formula, last.dated.clause);
  }
  const value = holdingOn(day, known, values, question, evaluateDated);
  if (value.kind === 'unknown') return value;
  return made(
    question.scheme.words,
    [value],
    value.value,
    value.unit,
    `${evidence} came on ${formatDay(day)}: ${value.says}`,
    clause,
  );
}

/** Each value for the days of the period on which it holds, of those on which the member takes part. */
function byTheDay(
  known: readonly Begun[],
  values: readonly DatedQuantity[],
  question: Question,
  clause: string,
  evaluateDated: EvaluateDated,
): Evaluated {
  const { startsOn, leavesOn } = ownDays(question);
  const { start, end, id } = question.rulesOf;
  const span = {
    start: startsOn <= end ? later(startsOn, start) : start,
    end: leavesOn !== null && leavesOn >= start && leavesOn < end ? leavesOn : end,
  };
  const all = daysIn(span);
  const parts: { readonly value: EvaluatedValue; readonly days: number }[] = [];
  for (const [index, { dated, from }] of known.entries()) {
    const next = known[index + 1]?.from;
    const own = {
      start: later(from, span.start),
      end: next !== undefined && addDays(next, -1) < span.end ? addDays(next, -1) : span.end,
    };
    const days = daysIn(own);
    if (days <= 0) continue;
    const value = evaluateDated(dated);
    if (value.kind === 'unknown') return value;
    question.reached(dated);
    parts.push({ value, days });
  }
  const [only] = parts;
  if (!only || all <= 0) return beforeItsFirstDay(values, question, evaluateDated);
  if (only.days === all) return only.value;
  const worth = parts.reduce((sum: Ratio, { value, days }) => add(sum, multiply(value.value, ratio(days, all))), zero);
  const says = parts.map(({ value, days }) => `${value.says} for ${days} of ${all} days`);
  return made(
    question.scheme.words,
    parts.map(({ value }) => value),
    worth,
    only.value.unit,
    `${says.join(' + ')} of ${id}`,
    clause,
  );
}

function later(a: Day, b: Day): Day {
  return b > a ? b : a;
}

/** What changes from a day is nothing before its first one, in the unit that it has then. */
function beforeItsFirstDay(
  values: readonly DatedQuantity[],
  question: Question,
  evaluateDated: EvaluateDated,
): EvaluatedValue {
  const [first] = values;
  const later = first && evaluateDated(first);
  const unit = later?.kind === 'known' ? later.unit : noUnit;
  const says = `nothing before ${first ? sayDay(firstDayOf(first.from, question)) : 'it is agreed'}`;
  return { kind: 'known', value: zero, unit, says, steps: [] };
}

/** The days of the one whose figures they are; the checks keep such blocks out of what several share. */
function ownDays({ figures }: Question): OwnDays {
  if (figures.own === null) throw new Error('the own days of several together');
  return figures.own;
}
