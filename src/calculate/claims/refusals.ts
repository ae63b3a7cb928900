import type { Refusal, RefusalCode } from '../../domain/account.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { ClaimWindow, Scheme } from '../../domain/scheme/scheme.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import type { EventLimit } from './counted-claims.ts';
import type { EventDays } from './event-days.ts';
import { sayOverCap } from './event-limits.ts';

/** The reasons for which a claim cannot count, whatever the other claims are. */
export type Disqualified = Exclude<RefusalCode, 'duplicate' | 'over-cap'>;

/** Says why a claim is refused, and by which clause. Refusals that say the same are one and the same, as a file may have millions of them. */
export interface Refusals {
  readonly disqualified: (claim: Claim, code: Disqualified) => Refusal;
  /** `line` is that of the claim that counts for the event. */
  readonly duplicate: (claim: Claim, line: number) => Refusal;
  readonly overCap: (claim: Claim, limit: EventLimit) => Refusal;
  /** For one person more than count, or for one that counts elsewhere. */
  readonly ofPerson: (claim: Claim, reason: string) => Refusal;
}

/** The refusals of a scheme. `stays` has the day on which each practice joins, and on which it leaves. */
export function openRefusals(
  scheme: Scheme,
  stays: Record<'joining' | 'leaving', readonly (Day | null)[]>,
  days: EventDays,
): Refusals {
  const { start, end } = scheme.term;
  const clauses = new Map(paidEvents(scheme).map(({ event, clause }) => [event, clause]));
  /** The clause that pays for the kind of event; none does for an unknown one. */
  const clauseOf = (event: string) => clauses.get(event) ?? '';
  const outside = `the event lies outside the term, ${formatDay(start)} to ${formatDay(end)}`;
  const outsideTerm = kept((event: string) => ({ code: 'outside-term', reason: outside, clause: clauseOf(event) }));
  const beforeEvent = kept((event: string) => ({
    code: 'before-event',
    reason: 'claimed before the event took place',
    clause: clauseOf(event),
  }));
  const beforeJoining = kept((joined: Day) => ({
    code: 'before-joining',
    reason: sayIn(scheme.words)`the practice joined on ${formatDay(joined)}`,
    clause: scheme.joining?.clause ?? '',
  }));
  const afterLeaving = kept((left: Day) => ({
    code: 'after-leaving',
    reason: sayIn(scheme.words)`the practice left on ${formatDay(left)}`,
    clause: scheme.leaving.clause,
  }));
  const late = kept((lastDay: Day) => ({
    code: 'late',
    reason: `claims for this event were taken until ${formatDay(lastDay)}`,
    clause: windowOf(scheme).clause,
  }));
  const unknownEvent = kept((event: string) => {
    const meant = nearest(event, [...clauses.keys()]);
    const reason = `the scheme pays for no event called ${event}`;
    return { code: 'unknown-event', reason: meant === null ? reason : `${reason}; did you mean ${meant}?`, clause: '' };
  });
  // A limit is that of one kind of event.
  const overCap = new Map<EventLimit, Refusal>();

  function disqualified({ practice, event, eventDate }: Claim, code: Disqualified): Refusal {
    switch (code) {
      case 'unknown-event':
        return unknownEvent(event);
      case 'outside-term':
        return outsideTerm(event);
      case 'after-leaving':
        return afterLeaving(stays.leaving[practice] ?? eventDate);
      case 'before-joining':
        return beforeJoining(stays.joining[practice] ?? eventDate);
      case 'before-event':
        return beforeEvent(event);
      case 'late':
        return late(days.lastDayToClaim(eventDate));
    }
  }

  function overTheCap({ event }: Claim, limit: EventLimit): Refusal {
    const known = overCap.get(limit);
    if (known) return known;
    const refusal: Refusal = { code: 'over-cap', reason: sayOverCap(limit), clause: clauseOf(event) };
    overCap.set(limit, refusal);
    return refusal;
  }

  return {
    disqualified,
    duplicate: ({ event }, line) => ({
      code: 'duplicate',
      reason: `the event is counted already, from line ${line}`,
      clause: clauseOf(event),
    }),
    overCap: overTheCap,
    ofPerson: ({ event }, reason) => ({ code: 'over-cap', reason, clause: clauseOf(event) }),
  };
}

/** So many are kept: there may be as many names of unknown events as there are claims. */
const mostKept = 1000;

/** Makes each refusal once. */
function kept<K>(make: (key: K) => Refusal): (key: K) => Refusal {
  const made = new Map<K, Refusal>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const refusal = make(key);
    if (made.size < mostKept) made.set(key, refusal);
    return refusal;
  };
}

function windowOf({ claimWindow }: Scheme): ClaimWindow {
  if (claimWindow === null) throw new Error('claims in a scheme without a claim window');
  return claimWindow;
}
