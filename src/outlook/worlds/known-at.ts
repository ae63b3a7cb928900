import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { at } from '../../domain/at.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Practice } from '../../domain/facts.ts';
import { claimWindowEnd, deadlineOf } from '../../domain/scheme/claim-window.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

// What is known at a day D, given to the calculator as at a later one: what comes in after D is then what an outlook puts there itself.
// The scheme is taken as it is written: a change in it holds whenever it was agreed.

/** The last day of an outlook: the day after the last deadline, claim window or period; D itself where that is later. */
export function lastDayOf(scheme: Scheme, asAt: Day): Day {
  const { periods, components, claimWindow, term } = scheme;
  const deadlines = components.flatMap(({ conditions }) =>
    periods.flatMap((period) => {
      const { needs = [], keeps = [] } = at(conditions, period.index);
      return [...needs, ...keeps].flatMap(({ evidence }) => deadlineOf(evidence, claimWindow, periods, period) ?? []);
    }),
  );
  const hasEvents = paidEvents(scheme).length > 0;
  const windows = claimWindow && hasEvents ? periods.map((period) => claimWindowEnd(claimWindow, periods, period)) : [];
  const last = [term.end, ...deadlines, ...windows].reduce(laterOf);
  return laterOf(addDays(last, 1), asAt);
}

function laterOf(a: Day, b: Day): Day {
  return b > a ? b : a;
}

/** The facts without the rows that are dated after a day, for a calculation as at a later one (RULES, Run). */
export function factsKnownAt(facts: AccountFacts, asAt: Day): AccountFacts {
  return {
    ...facts,
    practices: facts.practices.map((practice) => practiceKnownAt(practice, asAt)),
    evidence: rowsUntil(facts.evidence, ({ receivedOn }) => receivedOn <= asAt),
    measures: rowsUntil(facts.measures, (row) => row.asAt <= asAt),
    decisions: rowsUntil(facts.decisions, ({ decidedOn }) => decidedOn <= asAt),
    paid: rowsUntil(facts.paid, ({ paidOn }) => paidOn <= asAt),
    payees: rowsUntil(facts.payees, ({ agreedOn }) => agreedOn <= asAt),
  };
}

function practiceKnownAt(practice: Practice, asAt: Day): Practice {
  const { noticeOn, leftOn } = practice;
  if ((noticeOn === null || noticeOn <= asAt) && (leftOn === null || leftOn <= asAt)) return practice;
  return { ...practice, noticeOn: untilOrNull(noticeOn, asAt), leftOn: untilOrNull(leftOn, asAt) };
}

function untilOrNull(on: Day | null, asAt: Day): Day | null {
  return on !== null && on <= asAt ? on : null;
}

function rowsUntil<Row>(
  byPractice: ReadonlyMap<string, readonly Row[]>,
  isKnown: (row: Row) => boolean,
): ReadonlyMap<string, readonly Row[]> {
  return new Map([...byPractice].map(([code, rows]) => [code, rows.every(isKnown) ? rows : rows.filter(isKnown)]));
}
