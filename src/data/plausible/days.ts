import { addMonths, type Day, formatDay, type Span } from '../../domain/day.ts';
import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding, type Place } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** A day in a cell. */
interface DayInCell extends Place {
  readonly day: Day | null;
}

/** Days more than a year outside the term are most likely slips of a year, or rows of another scheme. */
export function daysLieNearTheTerm({ term }: Scheme, facts: Facts): Finding[] {
  const near = nearTheTerm(term);
  const isFar = ({ day }: DayInCell) => day !== null && near(day) !== null;
  return daysOf(facts, term.start)
    .filter(isFar)
    .flatMap(({ day, ...place }) => {
      const far = day === null ? null : near(day);
      return far === null ? [] : [farFromTheTerm(place, far, day)];
    });
}

/** Says of a day that it lies more than a year before or after a term; null where it does not. */
export function nearTheTerm({ start, end }: Span): (day: Day) => string | null {
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

/** Every day of the tables but for lists and claims, which are looked at where they are read. What holds since a day may have begun long before the term. */
function daysOf(facts: Facts, start: Day): DayInCell[] {
  const since = (day: Day) => (day < start ? null : day);
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
  return [
    ...practices.flatMap(({ line, joinedOn, noticeOn, leftOn }) => [
      { file: 'practices.csv', line, field: 'joined_on', day: joinedOn === null ? null : since(joinedOn) },
      { file: 'practices.csv', line, field: 'notice_on', day: noticeOn },
      { file: 'practices.csv', line, field: 'left_on', day: leftOn },
    ]),
    ...inTable(memberships, 'memberships.csv', 'from', ({ from }) => since(from)),
    ...successions.map(({ line, from }) => ({ file: 'successions.csv', line, field: 'from', day: since(from) })),
    ...inTable(evidence, 'evidence.csv', 'received_on', ({ receivedOn }) => receivedOn),
    ...inTable(measures, 'measures.csv', 'as_at', ({ asAt }) => asAt),
    ...inTable(decisions, 'decisions.csv', 'decided_on', ({ decidedOn }) => decidedOn),
    ...inTable(plans, 'plans.csv', 'decided_on', ({ decidedOn }) => decidedOn),
    ...inTable(paid, 'paid.csv', 'paid_on', ({ paidOn }) => paidOn),
    ...inTable(payees, 'payees.csv', 'agreed_on', ({ agreedOn }) => agreedOn),
  ];
}

/** In the order of the file. */
function inTable<R extends { readonly line: number }>(
  byPractice: ReadonlyMap<string, readonly R[]>,
  file: string,
  field: string,
  dayOf: (row: R) => Day | null,
): DayInCell[] {
  const days = [...byPractice.values()].flatMap((rows) =>
    rows.map((row) => ({ file, line: row.line, field, day: dayOf(row) })),
  );
  return days.sort((a, b) => a.line - b.line);
}
