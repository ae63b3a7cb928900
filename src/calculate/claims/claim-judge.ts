import type { Refusal } from '../../domain/account.ts';
import { type Day, isWithin } from '../../domain/day.ts';
import type { Claim, Decision, Facts } from '../../domain/facts.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { acceptedLateClaims } from '../conditions/decisions.ts';
import { leavingDay } from '../earnings/leaving.ts';
import type { Used } from '../practice-as-at.ts';
import { toNobody } from '../quantity/evaluated.ts';
import type { CountedClaims, EventLimit } from './counted-claims.ts';
import { comesBefore, EarliestClaims, isBefore, type OrderedClaim } from './earliest-claims.ts';
import { EventCounts } from './event-counts.ts';
import { eventDays } from './event-days.ts';
import { limitsOfAll, noLimit } from './event-limits.ts';
import { OverCapEvents } from './over-cap-events.ts';
import { type Disqualified, openRefusals } from './refusals.ts';

/**
 * Judges claims, those of one practice after those of another, in two rounds (contract 5, Events): first each of its rows is
 * offered, and no more is held than can still count under the caps; then each has its verdict.
 */
export interface ClaimJudge {
  /** Nothing of the claim is kept but what it says. */
  readonly offer: (claim: Claim) => void;
  /** All claims of a practice were offered. Answers the ids of the events that count. */
  readonly settle: (practice: number) => readonly string[];
  /**
   * `event` numbers the event of the claim among those of its practice: those that count first, in the order of `settle`, and then
   * every other, so that two claims have the same number if they are for one event.
   */
  readonly verdict: (claim: Claim, event: number) => Verdict;
  /** What the claims came to. Complete when all of them had their verdict. */
  readonly counted: CountedClaims;
}

export type Verdict = 'counted' | 'later' | Refusal;

/** The verdicts on a few claims, in any order. */
export function judgeFew(judge: ClaimJudge, claims: readonly Claim[]): Verdict[] {
  const verdicts = new Map<Claim, Verdict>();
  for (const practice of new Set(claims.map((claim) => claim.practice))) {
    const own = claims.filter((claim) => claim.practice === practice);
    for (const claim of own) judge.offer(claim);
    const numbers = new Map(judge.settle(practice).map((id, number) => [id, number]));
    for (const claim of own) {
      const event = numbers.get(claim.eventId) ?? numbers.size;
      numbers.set(claim.eventId, event);
      verdicts.set(claim, judge.verdict(claim, event));
    }
  }
  return claims.map((claim) => verdicts.get(claim) ?? 'later');
}

/** Opens a judge for the claims of a scheme as at a date. A scheme without events refuses every claim as unknown. */
export function openClaimJudge(scheme: Scheme, facts: Facts, asAt: Day, used: Used = toNobody): ClaimJudge {
  const events = new Map(paidEvents(scheme).map((event) => [event.event, event]));
  const limits = limitsOfAll(scheme, facts, asAt, used);
  const days = eventDays(scheme);
  const leaving = facts.practices.map((practice) => leavingDay(scheme.leaving, practice, asAt));
  const accepted = facts.practices.map(({ code }) => acceptedLateClaims(facts.decisions.get(code) ?? [], asAt));
  const evidence = new Set(scheme.evidence.map(({ id }) => id));
  const notSeen = accepted.map((ids) => new Set([...ids.keys()].filter((id) => !evidence.has(id))));
  const noEvents = () => new EventCounts(facts.practices.length, [...events.keys()], scheme.periods.length);
  const [counts, overCap] = [noEvents(), noEvents()];
  const overCapEvents = new OverCapEvents([...events.keys()], (practice, event, eventDate) => {
    overCap.add(practice, event, days.periodOf(eventDate));
  });
  const refusals = openRefusals(scheme, leaving, days);
  /** Of the practice at hand, by what has a limit of its own: a kind of event, or a kind in a period. */
  const earliest = new Map<string, EarliestClaims>();
  /** Of the practice that was settled last, the claims that count: one for each event. */
  let taken: OrderedClaim[] = [];
  let settled = -1;
  let later = 0;

  function offer(claim: Claim): void {
    if (notSeen[claim.practice]?.size !== 0) notSeen[claim.practice]?.delete(claim.eventId);
    if (claim.claimedOn > asAt) later += 1;
    else if (disqualified(claim) === null) contend(claim);
  }

  function contend(claim: Claim): void {
    const acceptance = acceptanceOf(claim);
    if (acceptance) used(acceptance);
    contendersOf(claim).offer(claim, placeOf(claim));
  }

  function contendersOf({ practice, event, eventDate }: Claim): EarliestClaims {
    const limited = limitOf(practice, event).inPeriod === Infinity ? event : `${event} ${days.periodOf(eventDate)}`;
    const known = earliest.get(limited);
    if (known) return known;
    const contenders = new EarliestClaims(mostEvents(practice));
    earliest.set(limited, contenders);
    return contenders;
  }

  /** Takes the claims of the practice in order: the first for each event counts, up to the cap of its kind. */
  function settle(practice: number): readonly string[] {
    const claims: OrderedClaim[] = [];
    for (const kind of earliest.values()) for (const claim of kind.inOrder()) claims.push(claim);
    earliest.clear();
    taken = [];
    settled = practice;
    const [soFar, ids] = [new Map<string, number>(), new Set<string>()];
    for (const claim of claims.sort((a, b) => (isBefore(a, b) ? -1 : 1))) {
      const limit = limitOf(practice, claim.event);
      const period = days.periodOf(claim.eventDate);
      const before = soFar.get(claim.event) ?? 0;
      if (ids.has(claim.eventId) || before >= limit.inAll) continue;
      if (counts.of(practice, claim.event, period) >= limit.inPeriod) continue;
      soFar.set(claim.event, before + 1);
      ids.add(claim.eventId);
      taken.push(claim);
      counts.add(practice, claim.event, period);
    }
    return [...ids];
  }

  function verdict(claim: Claim, event: number): Verdict {
    if (claim.practice !== settled) throw new Error(`the claims of practice ${claim.practice} are not settled`);
    if (claim.claimedOn > asAt) return 'later';
    const why = disqualified(claim);
    if (why !== null) return refusals.disqualified(claim, why);
    const counted = taken[event];
    if (counted?.line === claim.line) return 'counted';
    if (counted && !comesBefore(claim, placeOf(claim), counted)) return refusals.duplicate(claim, counted);
    overCapEvents.add(claim, event);
    return refusals.overCap(claim, limitOf(claim.practice, claim.event));
  }

  function disqualified(claim: Claim): Disqualified | null {
    if (!events.has(claim.event)) return 'unknown-event';
    if (!isWithin(claim.eventDate, scheme.term)) return 'outside-term';
    const left = leaving[claim.practice] ?? null;
    if (left !== null && claim.eventDate > left) return 'after-leaving';
    if (claim.claimedOn < claim.eventDate) return 'before-event';
    if (isLate(claim) && !acceptanceOf(claim)) return 'late';
    return null;
  }

  function isLate({ claimedOn, eventDate }: Claim): boolean {
    return claimedOn > days.lastDayToClaim(eventDate);
  }

  /** A late claim that was accepted takes its place by the day of that decision, so that it never displaces a meeting already paid. */
  function placeOf(claim: Claim): Day {
    return acceptanceOf(claim)?.decidedOn ?? claim.claimedOn;
  }

  /** The decision that accepts a late claim; none is asked for one in time. */
  function acceptanceOf(claim: Claim): Decision | undefined {
    if (!isLate(claim)) return undefined;
    const paying = events.get(claim.event)?.component.id;
    const decisions = accepted[claim.practice]?.get(claim.eventId) ?? [];
    // Beside a component it covers the claims of that one alone.
    return decisions.find(({ component }) => component === null || component === paying);
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

  const counted: CountedClaims = {
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
  return { offer, settle, verdict, counted };
}
