import type { Refusal, RefusalCode } from '../domain/account.ts';
import { type Day, formatDay } from '../domain/day.ts';
import { paidEvents } from '../domain/events.ts';
import type { Claim } from '../domain/facts.ts';
import type { ClaimWindow, Scheme } from '../domain/scheme.ts';
import type { EventDays } from './event-days.ts';
import { type EventLimit, sayOverCap } from './event-limits.ts';

/** The reasons for which a claim cannot count, whatever the other claims are. */
export type Disqualified = Exclude<RefusalCode, 'duplicate' | 'over-cap'>;

/** Says why a claim is refused, and by which clause. Refusals that say the same are one and the same, as a file may have millions of them. */
export interface Refusals {
  readonly disqualified: (claim: Claim, code: Disqualified) => Refusal;
  /** `counted` is the claim that counts for the event. */
  readonly duplicate: (claim: Claim, counted: { readonly line: number }) => Refusal;
  readonly overCap: (claim: Claim, limit: EventLimit) => Refusal;
}

/** The refusals of a scheme. `leaving` is the day on which each practice leaves. */
export function openRefusals(scheme: Scheme, leaving: readonly (Day | null)[], days: EventDays): Refusals {
  const clauses = new Map(paidEvents(scheme).map(({ event, clause }) => [event, clause]));
  const overCap = new Map<EventLimit, Refusal>();
  const late = new Map<Day, Refusal>();
  const byText = new Map<string, Refusal>();

  /** The clause that pays for the kind of event; none does for an unknown one. */
  function clauseOf({ event }: Claim): string {
    return clauses.get(event) ?? '';
  }

  function sayDisqualified(claim: Claim, code: Disqualified): Refusal {
    const clause = clauseOf(claim);
    switch (code) {
      case 'unknown-event':
        return { code, reason: `the scheme pays for no event called ${claim.event}`, clause };
      case 'outside-term': {
        const { start, end } = scheme.term;
        return { code, reason: `the event lies outside the term, ${formatDay(start)} to ${formatDay(end)}`, clause };
      }
      case 'after-leaving': {
        const left = leaving[claim.practice] ?? claim.eventDate;
        return { code, reason: `the practice left on ${formatDay(left)}`, clause: scheme.leaving.clause };
      }
      case 'before-event':
        return { code, reason: 'claimed before the event took place', clause };
      case 'late':
        return sayLate(days.lastDayToClaim(claim.eventDate));
    }
  }

  function sayLate(lastDay: Day): Refusal {
    const { clause } = windowOf(scheme);
    return { code: 'late', reason: `claims for this event were taken until ${formatDay(lastDay)}`, clause };
  }

  function disqualified(claim: Claim, code: Disqualified): Refusal {
    if (code === 'late') return keptIn(late, days.lastDayToClaim(claim.eventDate), sayLate);
    const refusal = sayDisqualified(claim, code);
    // There may be as many names of unknown events as there are claims: none of them is kept.
    return code === 'unknown-event'
      ? refusal
      : keptIn(byText, `${code}\n${refusal.reason}\n${refusal.clause}`, () => refusal);
  }

  return {
    disqualified,
    duplicate: (claim, { line }) => ({
      code: 'duplicate',
      reason: `the event is counted already, from line ${line}`,
      clause: clauseOf(claim),
    }),
    overCap: (claim, limit) =>
      keptIn(overCap, limit, () => ({ code: 'over-cap', reason: sayOverCap(limit), clause: clauseOf(claim) })),
  };
}

function keptIn<K>(kept: Map<K, Refusal>, key: K, make: (key: K) => Refusal): Refusal {
  const known = kept.get(key);
  if (known) return known;
  const made = make(key);
  kept.set(key, made);
  return made;
}

function windowOf({ claimWindow }: Scheme): ClaimWindow {
  if (claimWindow === null) throw new Error('claims in a scheme without a claim window');
  return claimWindow;
}
