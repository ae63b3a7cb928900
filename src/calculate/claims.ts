import type { Refusal, RefusalCode } from '../domain/account.ts';
import { claimWindowEnd } from '../domain/claim-window.ts';
import { type Day, formatDay, isWithin } from '../domain/day.ts';
import type { Claim, Facts } from '../domain/facts.ts';
import type { ClaimWindow, Component, Scheme } from '../domain/scheme.ts';
import { acceptedLateClaims } from './decisions.ts';
import { EarliestClaims, isBefore, type OrderedClaim } from './earliest-claims.ts';
import { leavingDay } from './leaving.ts';

/** What the claims of all practices come to: the events that count, and those over the cap. */
export interface CountedClaims {
  /** Counted events of a component that fell in a period, for the practice at this place. */
  readonly counted: (practice: number, component: string, period: number) => number;
  /** Events refused over the cap, two claims for one event counted once. Complete when all claims had their verdict. */
  readonly overCap: (practice: number, component: string, period: number) => number;
  /** Rows claimed after the as-at date, which do not exist for the run. */
  readonly later: number;
}

/**
 * Judges claims in two readings of the same rows in any order (contract 5, Events). The first offers each row, and no
 * more is held than can still count under the caps; the second asks for the verdict on each.
 */
export interface ClaimJudge {
  readonly offer: (claim: Claim) => void;
  readonly settle: () => CountedClaims;
  readonly verdict: (claim: Claim) => 'counted' | 'later' | Refusal;
}

interface PaidEvent {
  readonly component: Component;
  readonly atMost: number;
}

/** Opens a judge for the claims of a scheme as at a date. A scheme without events refuses every claim as unknown. */
export function openClaimJudge(scheme: Scheme, facts: Facts, asAt: Day): ClaimJudge {
  const events = paidEvents(scheme);
  const mostEvents = [...events.values()].reduce((total, { atMost }) => total + atMost, 0);
  const leaving = facts.practices.map((practice) => leavingDay(scheme.leaving, practice, asAt));
  const accepted = facts.practices.map(({ code }) => acceptedLateClaims(facts.decisions.get(code) ?? [], asAt));
  const earliest = facts.practices.map(() => new Map<string, EarliestClaims>());
  const countedLines = new Set<number>();
  const countedIds = facts.practices.map(() => new Map<string, OrderedClaim>());
  const counts = new Tally();
  const overCap = new Tally();
  const overCapIds = facts.practices.map(() => new Set<string>());
  let later = 0;

  function offer(claim: Claim): void {
    if (claim.claimedOn > asAt) {
      later += 1;
      return;
    }
    if (disqualified(claim) !== null) return;
    const held = earliest[claim.practice];
    let kind = held?.get(claim.event);
    if (!kind) {
      kind = new EarliestClaims(mostEvents);
      held?.set(claim.event, kind);
    }
    kind.offer(ordered(claim));
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
      counted: (practice, component, period) => counts.of(practice, component, period),
      overCap: (practice, component, period) => overCap.of(practice, component, period),
      get later() {
        return later;
      },
    };
  }

  /** Takes the claims of one practice in order: the first for each event counts, up to the cap of its kind. */
  function countInOrder(claims: OrderedClaim[], practice: number): void {
    const taken = new Map<string, number>();
    for (const claim of claims.sort((a, b) => (isBefore(a, b) ? -1 : 1))) {
      const event = events.get(claim.event);
      const soFar = taken.get(claim.event) ?? 0;
      if (!event || countedIds[practice]?.has(claim.eventId) || soFar >= event.atMost) continue;
      taken.set(claim.event, soFar + 1);
      countedIds[practice]?.set(claim.eventId, claim);
      countedLines.add(claim.line);
      counts.add(practice, event.component.id, periodOf(scheme, claim.eventDate));
    }
  }

  function verdict(claim: Claim): 'counted' | 'later' | Refusal {
    if (claim.claimedOn > asAt) return 'later';
    const why = disqualified(claim);
    if (why !== null) return refusal(claim, why);
    if (countedLines.has(claim.line)) return 'counted';
    const taken = countedIds[claim.practice]?.get(claim.eventId);
    if (taken && isBefore(taken, ordered(claim))) return refusal(claim, 'duplicate');
    noteOverCap(claim);
    return refusal(claim, 'over-cap');
  }

  function noteOverCap(claim: Claim): void {
    const event = events.get(claim.event);
    const seen = overCapIds[claim.practice];
    const key = `${claim.event}\n${claim.eventId}`;
    if (!event || !seen || seen.has(key)) return;
    seen.add(key);
    overCap.add(claim.practice, event.component.id, periodOf(scheme, claim.eventDate));
  }

  /** The first reason for which a claim cannot count, whatever the other claims are. */
  function disqualified(claim: Claim): RefusalCode | null {
    if (!events.has(claim.event)) return 'unknown-event';
    if (!isWithin(claim.eventDate, scheme.term)) return 'outside-term';
    const left = leaving[claim.practice] ?? null;
    if (left !== null && claim.eventDate > left) return 'after-leaving';
    if (claim.claimedOn < claim.eventDate) return 'before-event';
    if (isLate(claim) && !accepted[claim.practice]?.has(claim.eventId)) return 'late';
    return null;
  }

  function isLate(claim: Claim): boolean {
    return claim.claimedOn > lastDayToClaim(claim);
  }

  function lastDayToClaim({ eventDate }: Claim): Day {
    const period = scheme.periods[periodOf(scheme, eventDate)];
    if (!period) throw new Error('an event outside every period');
    return claimWindowEnd(windowOf(scheme), scheme.periods, period, eventDate);
  }

  /** A late claim that was accepted takes its place by the day of that decision, so that it never displaces a meeting already paid. */
  function ordered(claim: Claim): OrderedClaim {
    const acceptedOn = isLate(claim) ? accepted[claim.practice]?.get(claim.eventId) : undefined;
    return { ...claim, placedOn: acceptedOn ?? claim.claimedOn };
  }

  function refusal(claim: Claim, code: RefusalCode): Refusal {
    const event = events.get(claim.event);
    const clause = event?.component.value.clause ?? '';
    switch (code) {
      case 'unknown-event':
        return { code, reason: `the scheme pays for no event called ${claim.event}`, clause: '' };
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
          reason: `claims for this event were taken until ${formatDay(lastDayToClaim(claim))}`,
          clause: windowOf(scheme).clause,
        };
      case 'duplicate': {
        const taken = countedIds[claim.practice]?.get(claim.eventId);
        return { code, reason: `the event is counted already, from line ${taken?.line ?? 0}`, clause };
      }
      case 'over-cap':
        return { code, reason: `at most ${event?.atMost ?? 0} count, and they were claimed before this one`, clause };
    }
  }

  return { offer, settle, verdict };
}

/** The place of the period in which a day of the term falls. */
function periodOf(scheme: Scheme, eventDate: Day): number {
  return scheme.periods.findIndex((period) => isWithin(eventDate, period));
}

function windowOf({ claimWindow }: Scheme): ClaimWindow {
  if (claimWindow === null) throw new Error('claims in a scheme without a claim window');
  return claimWindow;
}

function paidEvents(scheme: Scheme): ReadonlyMap<string, PaidEvent> {
  const events = new Map<string, PaidEvent>();
  for (const component of scheme.components) {
    const { value } = component;
    if (value.kind === 'per-event') events.set(value.event, { component, atMost: value.atMost ?? Infinity });
  }
  return events;
}

/** Counts by practice, component and period. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(practice: number, component: string, period: number): void {
    const key = `${practice} ${component} ${period}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  of(practice: number, component: string, period: number): number {
    return this.#counts.get(`${practice} ${component} ${period}`) ?? 0;
  }
}
