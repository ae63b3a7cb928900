import { type Day, sayDay } from '../../domain/day.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayList, sayNumber } from '../../domain/words/say.ts';
import type { ComponentStory } from '../../report/explain/story.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';
import { openToClaims } from './open-claims.ts';
import { componentsFor } from './payee.ts';
import { sayAskedFor, sayComponents, sayLastDay, sayPeriods, sayReason } from './say.ts';

/** Something that a practice can still do: a verb and what, then its last day and what it is worth. */
export interface ToDo {
  readonly run: RunPublished;
  readonly practice: PublishedPractice;
  readonly lastDay: Day | null;
  readonly worth: Pence;
  /** What to do. */
  readonly does: string;
  /** By when, and what of a sum depends on it. */
  readonly says: (worth: Pence) => string;
}

interface Place {
  readonly component: Component;
  readonly period: Period;
  readonly amount: Pence;
  readonly missing: readonly ConditionOutcome[];
  readonly besides: readonly string[];
}

/** What can still be done for the money of a practice that goes to a payee: nearest day first, and what has none last. */
export function stillToDo(payee: string, run: RunPublished, practice: PublishedPractice): ToDo[] {
  const components = componentsFor(payee, practice).filter(({ line }) => line.payeeCode === payee);
  const all = [
    ...together(components.flatMap(withheldPlaces)).map((places) => sayWithheld(run, practice, places)),
    ...together(components.flatMap(keptPlaces)).map((places) => sayKept(run, practice, places)),
    ...components.flatMap((component) => sayClaims(run, practice, component)),
  ];
  return all.sort((a, b) => (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER));
}

/** Sums that wait, with all that they wait for. */
function withheldPlaces({ line, periods }: ComponentStory): Place[] {
  return periods.flatMap(({ position, conditions, isDecided }) => {
    const held = position.unpaid.filter(({ status }) => status === 'withheld');
    if (held.length === 0) return [];
    const missing = isDecided ? [] : conditions.filter(({ state }) => state === 'open');
    const besides = held.flatMap((each) => each.besides ?? (missing.length === 0 ? [each.reason] : []));
    const amount = sumPence(held.map((each) => each.amount));
    return [{ component: line.component, period: position.period, amount, missing, besides }];
  });
}

/** Sums that are earned now and lost if something does not come. */
function keptPlaces({ line, periods }: ComponentStory): Place[] {
  return periods.flatMap(({ position, conditions, isDecided }) => {
    const missing = isDecided ? [] : conditions.filter(({ state }) => state === 'not due');
    if (missing.length === 0 || position.entitlement <= noPence) return [];
    return [{ component: line.component, period: position.period, amount: position.entitlement, missing, besides: [] }];
  });
}

/** Sums that wait for the same things have one sum. */
function together(places: readonly Place[]): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = [...place.missing.map(keyOf), ...place.besides].join('\n');
    const known = groups.get(key) ?? [];
    groups.set(key, known);
    known.push(place);
  }
  return [...groups.values()];
}

function keyOf({ evidence, row, deadline }: ConditionOutcome): string {
  return `${evidence.id} ${row?.line ?? ''} ${deadline ?? ''}`;
}

function sayWithheld(run: RunPublished, practice: PublishedPractice, places: readonly Place[]): ToDo {
  const { missing, besides } = places[0] ?? { missing: [], besides: [] };
  const worth = sumPence(places.map(({ amount }) => amount));
  const others = besides.map((reason) => sayReason(reason, run.scheme));
  const send = missing.length > 0 ? `Send ${sayMissing(missing, places)}.` : 'Wait for what is missing.';
  const waits = others.length === 0 ? '' : ` ${missing.length > 0 ? 'It waits too for this: ' : ''}${sayList(others)}.`;
  const says = (sum: Pence) => {
    const isOne = missing.length < 2;
    const value =
      sum === noPence
        ? `What ${isOne ? 'it is' : 'they are'} worth is not known yet`
        : `${formatPounds(run.scheme.words, sum)} waits for ${isOne ? 'it' : 'them'}`;
    return `${waits} ${sayDays(missing)}${value} (${sayPlaces(places)}); it is paid with the next run after ${sayCome(missing)} in.`;
  };
  return { run, practice, lastDay: nearest(missing), worth, does: send, says };
}

function sayKept(run: RunPublished, practice: PublishedPractice, places: readonly Place[]): ToDo {
  const { missing } = places[0] ?? { missing: [] };
  const worth = sumPence(places.map(({ amount }) => amount));
  const says = (sum: Pence) =>
    ` ${sayDays(missing)}You keep ${formatPounds(run.scheme.words, sum)} only if ${sayCome(missing)} in time (${sayPlaces(places)}).`;
  return { run, practice, lastDay: nearest(missing), worth, does: `Send ${sayMissing(missing, places)}.`, says };
}

/** Of what came too small, how much came. */
function sayMissing(missing: readonly ConditionOutcome[], places: readonly Place[]): string {
  const [components, periods] = [places.map(({ component }) => component), places.map(({ period }) => period)];
  return sayList(
    missing.map(({ evidence, row, least }) => {
      const what = sayAskedFor(evidence, components, periods);
      if (row?.quantity === undefined || row.quantity === null || least === null) return what;
      return `${what} (${sayNumber(row.quantity)} of ${sayNumber(least)} came)`;
    }),
  );
}

function sayCome(missing: readonly ConditionOutcome[]): string {
  return missing.length < 2 ? 'it comes' : 'they come';
}

function sayDays(missing: readonly ConditionOutcome[]): string {
  if (missing.length === 0) return '';
  const days = [...new Set(missing.map(({ deadline, accepted }) => (accepted ? null : deadline)))];
  const [first] = days;
  if (days.length === 1 && first === null)
    return missing.length < 2 ? 'It has no last day. ' : 'They have no last day. ';
  if (days.length === 1 && first) return `The last day is ${sayLastDay(first)}. `;
  return `${sayList(
    missing.map(({ evidence, deadline }) =>
      deadline === null
        ? `“${evidence.title}” has no last day`
        : `the last day of “${evidence.title}” is ${sayDay(deadline)}`,
    ),
  ).replace(/^t/, 'T')}. `;
}

function sayPlaces(places: readonly Place[]): string {
  return `${sayComponents(places.map(({ component }) => component))}, ${sayPeriods(places.map(({ period }) => period))}`;
}

function nearest(missing: readonly ConditionOutcome[]): Day | null {
  const days = missing.flatMap(({ deadline }) => (deadline === null ? [] : [deadline]));
  return days.toSorted((a, b) => a - b)[0] ?? null;
}

/** Events that can still be claimed, by the last day of each period that has begun. */
function sayClaims(run: RunPublished, practice: PublishedPractice, story: ComponentStory): ToDo[] {
  const open = openToClaims(run, practice, story);
  const [first] = open;
  if (!first) return [];
  const days = open.map(({ period, last }) => `of ${period.title} until ${sayDay(last)}`);
  const does = `Claim what you have not claimed yet for ${story.line.component.title}.`;
  const says = () => ` Claims are taken ${sayList(days)}.`;
  return [{ run, practice, lastDay: first.last, worth: noPence, does, says }];
}
