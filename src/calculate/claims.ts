import type { Refusal, RefusalCode } from '../domain/account.ts';
import { type Day, formatDay, isWithin } from '../domain/day.ts';
import { paidEvents } from '../domain/events.ts';
import type { Claim, Facts } from '../domain/facts.ts';
import type { ClaimWindow, Scheme } from '../domain/scheme.ts';
import { ClosingDays } from './closing-days.ts';
import { acceptedLateClaims } from './decisions.ts';
import { comesBefore, EarliestClaims, isBefore, type OrderedClaim } from './earliest-claims.ts';
import { EventCounts } from './event-counts.ts';
import { eventDays } from './event-days.ts';
import { type EventLimit, limitsOf, noLimit, sayOverCap } from './event-limits.ts';
import { leavingDay } from './leaving.ts';
import { OverCapEvents } from './over-cap-events.ts';

/** What the claims of all practices come to: the events that count, and those over the cap. */
export interface CountedClaims {
  /** Counted events of a kind that fell in a period, for the practice at this place. */
  readonly counted: (practice: number, event: string, period: number) => number;
  /** Events refused over the cap, two claims for one event counted once. Complete when all claims had their verdict. */
  readonly overCap: (practice: number, event: string, period: number) => number;
  /** How many events of a kind count for a practice. */
  readonly limit: (practice: number, event: string) => EventLimit;
  /** Rows claimed after the as-at date, which do not exist for the run. */
  readonly later: number;
  /** For the practice at this place, ids accepted as those of late claims that no claim of the practice bears. */
  readonly acceptedInVain: (practice: number) => ReadonlySet<string>;
}

/**
 * Judges claims in two rounds (contract 5, Events). In the first each row is offered, in any order, and no more is held
 * than can still count under the caps; in the second each has its verdict, those of one practice together.
 */
export interface ClaimJudge {
  readonly offer: (claim: Claim) => void;
  readonly settle: () => CountedClaims;
  readonly verdict: (claim: Claim) => 'counted' | 'later' | Refusal;
}

/** The reasons for which a claim cannot count, whatever the other claims are. */
type Disqualified = Exclude<RefusalCode, 'duplicate' | 'over-cap'>;

/** Opens a judge for the claims of a scheme as at a date. A scheme without events refuses every claim as unknown. */
export function openClaimJudge(scheme: Scheme, facts: Facts, asAt: Day): ClaimJudge {
  const events = new Map(paidEvents(scheme).map((event) => [event.event, event]));
  const limits = facts.practices.map((_, index) => limitsOf(scheme, facts, index, asAt));
  const days = eventDays(scheme);
  const leaving = facts.practices.map((practice) => leavingDay(scheme.leaving, practice, asAt));
  const accepted = facts.practices.map(({ code }) => acceptedLateClaims(facts.decisions.get(code) ?? [], asAt));
  const evidence = new Set(scheme.evidence.map(({ id }) => id));
  const notSeen = accepted.map((ids) => new Set([...ids.keys()].filter((id) => !evidence.has(id))));
  /** By practice, then by what has a limit of its own: a kind of event, or a kind in a period. */
  const earliest = facts.practices.map(() => new Map<string, EarliestClaims>());
  const closing = new ClosingDays(facts.practices.length, [...events.keys()]);
  /** The claim that counts for each event. */
  const countedIds = facts.practices.map(() => new Map<string, OrderedClaim>());
  const noEvents = () => new EventCounts(facts.practices.length, [...events.keys()], scheme.periods.length);
  const [counts, overCap] = [noEvents(), noEvents()];
  const overCapEvents = new OverCapEvents((practice, event, eventDate) => {
    overCap.add(practice, event, days.periodOf(eventDate));
  });
  let later = 0;

  function offer(claim: Claim): void {
    if (notSeen[claim.practice]?.size !== 0) notSeen[claim.practice]?.delete(claim.eventId);
    if (claim.claimedOn > asAt) later += 1;
    else if (disqualified(claim) === null) contend(claim, placeOf(claim));
  }

  function contend(claim: Claim, placedOn: Day): void {
    if (closing.isClosed(claim, placedOn)) return;
    const contenders = contendersOf(claim);
    contenders.offer(claim, placedOn);
    if (limitOf(claim.practice, claim.event).inPeriod === Infinity) closing.note(claim, contenders.closesAfter);
  }

  function contendersOf({ practice, event, eventDate }: Claim): EarliestClaims {
    const limited = limitOf(practice, event).inPeriod === Infinity ? event : `${event} ${days.periodOf(eventDate)}`;
    const contenders = earliest[practice]?.get(limited) ?? new EarliestClaims(mostEvents(practice));
    earliest[practice]?.set(limited, contenders);
    return contenders;
  }

  function settle(): CountedClaims {
    earliest.forEach((kinds, practice) => {
      countInOrder(
        [...kinds.values()].flatMap((kind) => kind.inOrder()),
        practice,
      );
      kinds.clear();
    });
    return {
      counted: (practice, event, period) => counts.of(practice, event, period),
      overCap(practice, event, period) {
        overCapEvents.finish();
        return overCap.of(practice, event, period);
      },
      limit: limitOf,
      get later() {
        return later;
      },
      acceptedInVain: (practice) => notSeen[practice] ?? new Set(),
    };
  }

  /** Takes the claims of one practice in order: the first for each event counts, up to the cap of its kind. */
  function countInOrder(claims: OrderedClaim[], practice: number): void {
    const taken = new Map<string, number>();
    for (const claim of claims.sort((a, b) => (isBefore(a, b) ? -1 : 1))) {
      const limit = limitOf(practice, claim.event);
      const period = days.periodOf(claim.eventDate);
      const soFar = taken.get(claim.event) ?? 0;
      if (countedIds[practice]?.has(claim.eventId) || soFar >= limit.inAll) continue;
      if (counts.of(practice, claim.event, period) >= limit.inPeriod) continue;
      taken.set(claim.event, soFar + 1);
      countedIds[practice]?.set(claim.eventId, claim);
      counts.add(practice, claim.event, period);
    }
  }

  function verdict(claim: Claim): 'counted' | 'later' | Refusal {
    if (claim.claimedOn > asAt) return 'later';
    const why = disqualified(claim);
    if (why !== null) return refusal(claim, why);
    const taken = countedIds[claim.practice]?.get(claim.eventId);
    if (taken?.line === claim.line) return 'counted';
    if (taken && !comesBefore(claim, placeOf(claim), taken)) return duplicate(claim, taken);
    overCapEvents.add(claim);
    return { code: 'over-cap', reason: sayOverCap(limitOf(claim.practice, claim.event)), clause: clauseOf(claim) };
  }

  function disqualified(claim: Claim): Disqualified | null {
    if (!events.has(claim.event)) return 'unknown-event';
    if (!isWithin(claim.eventDate, scheme.term)) return 'outside-term';
    const left = leaving[claim.practice] ?? null;
    if (left !== null && claim.eventDate > left) return 'after-leaving';
    if (claim.claimedOn < claim.eventDate) return 'before-event';
    if (isLate(claim) && !accepted[claim.practice]?.has(claim.eventId)) return 'late';
    return null;
  }

  function isLate({ claimedOn, eventDate }: Claim): boolean {
    return claimedOn > days.lastDayToClaim(eventDate);
  }

  /** A late claim that was accepted takes its place by the day of that decision, so that it never displaces a meeting already paid. */
  function placeOf(claim: Claim): Day {
    return (isLate(claim) ? accepted[claim.practice]?.get(claim.eventId) : undefined) ?? claim.claimedOn;
  }

  function duplicate(claim: Claim, { line }: OrderedClaim): Refusal {
    return { code: 'duplicate', reason: `the event is counted already, from line ${line}`, clause: clauseOf(claim) };
  }

  function refusal(claim: Claim, code: Disqualified): Refusal {
    const clause = clauseOf(claim);
    switch (code) {
      case 'unknown-event':
        return { code, reason: `the scheme pays for no event called ${claim.event}`, clause };
      case 'outside-term':
        return {
          code,
          reason: `the event lies outside the term, ${formatDay(scheme.term.start)} to ${formatDay(scheme.term.end)}`,
          clause,
        };
      case 'after-leaving':
        return {
          code,
          reason: `the practice left on ${formatDay(leaving[claim.practice] ?? claim.eventDate)}`,
          clause: scheme.leaving.clause,
        };
      case 'before-event':
        return { code, reason: 'claimed before the event took place', clause };
      case 'late':
        return {
          code,
          reason: `claims for this event were taken until ${formatDay(days.lastDayToClaim(claim.eventDate))}`,
          clause: windowOf(scheme).clause,
        };
    }
  }

  /** The clause that pays for the kind of event; none does for an unknown one. */
  function clauseOf({ event }: Claim): string {
    return events.get(event)?.clause ?? '';
  }

  function limitOf(practice: number, event: string): EventLimit {
    return limits[practice]?.get(event) ?? noLimit;
  }

  /** Of the events that count before a claim, each blocks at most one: so many are enough to be held. */
  function mostEvents(practice: number): number {
    let most = 0;
    for (const { inAll, inPeriod } of limits[practice]?.values() ?? [])
      most += Math.min(inAll, inPeriod * scheme.periods.length);
    return most;
  }

  return { offer, settle, verdict };
}

function windowOf({ claimWindow }: Scheme): ClaimWindow {
  if (claimWindow === null) throw new Error('claims in a scheme without a claim window');
  return claimWindow;
}
