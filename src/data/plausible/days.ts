import { addMonths, type Day, formatDay, type Span } from '../../domain/day.ts';
import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding, type Place } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** A day in a cell that lies far from the term, and how. */
interface FarDay extends Place {
  readonly day: Day;
  readonly far: string;
}

type Near = (day: Day) => string | null;

/** Days more than a year outside the term are most likely slips of a year, or rows of another scheme. */
export function daysLieNearTheTerm({ term }: Scheme, facts: Facts): Finding[] {
  return farDays(facts, term.start, nearTheTerm(term)).map(({ day, far, ...place }) => farFromTheTerm(place, far, day));
}

/** Says of a day that it lies more than a year before or after a term; null where it does not. */
export function nearTheTerm({ start, end }: Span): Near {
  const [first, last] = [addMonths(start, -12), addMonths(end, 12)];
  return (day) => {
    if (day < first) return `lies more than a year before the term, which starts on ${formatDay(start)}`;
    if (day > last) return `lies more than a year after the term, which ends on ${formatDay(end)}`;
    return null;
  };
}

/** The finding for it. */
export function farFromTheTerm(place: Place, far: string, day: Day | null): Finding {
  const value = day === null ? '' : formatDay(day);
  const hint = 'check the year, and that the row is one of this scheme';
  return finding('day-far-from-term', place, { message: far, value, hint });
}

/** The far days of the tables but for lists and claims, which are looked at where they are read. What holds since a day may have begun long before the term. */
function farDays(facts: Facts, start: Day, near: Near): FarDay[] {
  const since = (day: Day | null) => (day === null || day < start ? null : day);
  const {
    practices,
    memberships = new Map(),
    successions = [],
    evidence,
    measures,
    decisions,
    plans = new Map(),
    paid,
    payees,
  } = facts;
  const file = 'practices.csv';
  return [
    ...practices.flatMap(({ line, joinedOn, noticeOn, leftOn }) => [
      ...farDay({ file, line, field: 'joined_on' }, since(joinedOn), near),
      ...farDay({ file, line, field: 'notice_on' }, noticeOn, near),
      ...farDay({ file, line, field: 'left_on' }, leftOn, near),
    ]),
    ...inTable(memberships, 'memberships.csv', 'from', ({ from }) => since(from)),
    ...successions.flatMap(({ line, from }) =>
      farDay({ file: 'successions.csv', line, field: 'from' }, since(from), near),
    ),
    ...inTable(evidence, 'evidence.csv', 'received_on', ({ receivedOn }) => receivedOn),
    ...inTable(measures, 'measures.csv', 'as_at', ({ asAt }) => asAt),
    ...inTable(decisions, 'decisions.csv', 'decided_on', ({ decidedOn }) => decidedOn),
    ...inTable(plans, 'plans.csv', 'decided_on', ({ decidedOn }) => decidedOn),
    ...inTable(paid, 'paid.csv', 'paid_on', ({ paidOn }) => paidOn),
    ...inTable(payees, 'payees.csv', 'agreed_on', ({ agreedOn }) => agreedOn),
  ];

  /** In the order of the file. Of a large table hardly any day is far: nothing is made of the others. */
  function inTable<R extends { readonly line: number }>(
    byPractice: ReadonlyMap<string, readonly R[]>,
    file: string,
    field: string,
    dayOf: (row: R) => Day | null,
  ): FarDay[] {
    const found: (FarDay & { readonly line: number })[] = [];
    for (const rows of byPractice.values()) {
      for (const row of rows) {
        const { line } = row;
        const day = dayOf(row);
        const far = day === null ? null : near(day);
        if (day !== null && far !== null) found.push({ file, line, field, day, far });
      }
    }
    return found.sort((a, b) => a.line - b.line);
  }
}

function farDay(place: Place, day: Day | null, near: Near): FarDay[] {
  const far = day === null ? null : near(day);
  return day === null || far === null ? [] : [{ ...place, day, far }];
}
