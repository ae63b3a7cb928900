import type { Refusal } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { type Day, isWithin } from '../../domain/day.ts';
import type { Claim, Decision, Facts } from '../../domain/facts.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { joiningDay, leavingDay } from '../../domain/scheme/stay.ts';
import type { Used } from '../practice-as-at.ts';
import { toNobody } from '../quantity/evaluated.ts';
import { acceptedClaims } from './accepted-claims.ts';
import { BlockTallies } from './block-tallies.ts';
import { byTurn, type Contender } from './claim-order.ts';
import type { CountedClaims } from './counted-claims.ts';
import { EventCounts } from './event-counts.ts';
import { eventDays } from './event-days.ts';
import { limitsOfAll } from './event-limits.ts';
import { PersonLimits } from './person-limits.ts';
import { type Disqualified, openRefusals } from './refusals.ts';
import { TakenEvents } from './taken-events.ts';

/** Judges claims, practice after practice (RULES, Events). */
export interface ClaimJudge {
  /** Is shown the claims of every practice before any is judged, where a person counts for one practice alone; else it is left out. */
  readonly look?: (practice: number, claims: readonly Claim[]) => void;
  /** The verdicts on all claims of a practice, in the order in which they are given. Each practice is judged once. */
  readonly judge: (practice: number, claims: readonly Claim[]) => Verdict[];
  /** What the claims came to. Complete when every practice was judged. */
  readonly counted: CountedClaims;
}

export type Verdict = 'counted' | 'later' | Refusal;

/** Opens a judge for the claims of a scheme as at a date. A scheme without events refuses every claim as unknown. */
export function openClaimJudge(scheme: Scheme, facts: Facts, asAt: Day, used: Used = toNobody): ClaimJudge {
  const events = paidEvents(scheme).map(({ event }) => event);
  const kinds = new Map(events.map((event, kind) => [event, kind]));
  const limits = limitsOfAll(scheme, facts, asAt, used);
  const days = eventDays(scheme);
  const leaving = facts.practices.map((practice) => leavingDay(scheme.leaving, practice, asAt));
  const joining = facts.practices.map((practice) => joiningDay(scheme, practice));
  const accepted = acceptedClaims(scheme, facts, asAt);
  const evidence = new Set(scheme.evidence.map(({ id }) => id));
  const notSeen = accepted.map(({ ids }) => new Set([...ids].filter((id) => !evidence.has(id))));
  const noEvents = () => new EventCounts(facts.practices.length, events, scheme.periods.length);
  const [counts, overCap] = [noEvents(), noEvents()];
  const persons = new PersonLimits(scheme);
  const tallies = new BlockTallies(scheme, asAt);
  const refusals = openRefusals(scheme, { joining, leaving }, days);
  let later = 0;

  function judge(practice: number, claims: readonly Claim[]): Verdict[] {
    const verdicts: Verdict[] = [];
    const contenders: Contender[] = [];
    const unseen = at(notSeen, practice);
    for (const [index, claim] of claims.entries()) {
      if (unseen.size > 0) unseen.delete(claim.eventId);
      const verdict = claim.claimedOn > asAt ? 'later' : disqualified(claim);
      if (verdict === 'later') later += 1;
      if (verdict === null) contenders.push(contenderOf(claim, index));
      verdicts.push(verdict ?? 'counted');
    }
    taken(practice, contenders, verdicts);
    return verdicts;
  }

  function contenderOf(claim: Claim, index: number): Contender {
    const { event, eventDate, claimedOn } = claim;
    const acceptance = acceptanceOf(claim);
    if (acceptance) used(acceptance);
    const placedOn = acceptance && acceptance.decidedOn > claimedOn ? acceptance.decidedOn : claimedOn;
    return { claim, placedOn, kind: kinds.get(event) ?? -1, period: days.periodOf(eventDate, claimedOn), index };
  }

  /** Of claims for one person that may count, the first of all practices has the person. */
  function look(_: number, claims: readonly Claim[]): void {
    for (const [index, claim] of claims.entries()) {
      if (claim.claimedOn <= asAt && whyNot(claim) === null) persons.look(contenderOf(claim, index));
    }
  }

  /** Takes the claims in their order: the first for each event counts, up to the limit of its kind. The others are refused. */
  function taken(practice: number, contenders: Contender[], verdicts: Verdict[]): void {
    const limitOf = limits(practice);
    const soFar = new TakenEvents(events.length, scheme.periods.length, limitOf);
    const lines = new Map<string, number>();
    tallies.nextPractice();
    persons.nextPractice();
    /** By kind and event_id, the claim over the limit that belongs to the first period. */
    const over = events.map(() => new Map<string, Contender>());
    for (const contender of contenders.sort(byTurn)) {
      const { claim, kind, period, index } = contender;
      const line = lines.get(claim.eventId);
      if (line !== undefined) verdicts[index] = refusals.duplicate(claim, line);
      else if (persons.hasRoom(contender) && soFar.hasRoom(kind, period)) {
        lines.set(claim.eventId, claim.line);
        persons.add(contender);
        soFar.add(kind, period);
        tallies.count(claim, period);
      } else {
        const first = over[kind]?.get(claim.eventId);
        if (first === undefined || period < first.period) over[kind]?.set(claim.eventId, contender);
        const person = persons.whyNot(contender);
        verdicts[index] =
          person === null ? refusals.overCap(claim, limitOf(kind, period)) : refusals.ofPerson(claim, person);
      }
    }
    for (const [kind, event] of events.entries()) {
      for (const { index } of scheme.periods) counts.set(practice, event, index, soFar.of(kind, index));
      for (const { claim, period } of over[kind]?.values() ?? []) {
        overCap.add(practice, event, period);
        tallies.countOverCap(claim, period);
      }
    }
  }

  function disqualified(claim: Claim): Refusal | null {
    const why = whyNot(claim);
    return why === null ? null : refusals.disqualified(claim, why);
  }

  function whyNot(claim: Claim): Disqualified | null {
    if (!kinds.has(claim.event)) return 'unknown-event';
    if (!isWithin(claim.eventDate, scheme.term)) return 'outside-term';
    const joined = at(joining, claim.practice);
    if (joined !== null && claim.eventDate < joined) return 'before-joining';
    const left = at(leaving, claim.practice);
    if (left !== null && claim.eventDate > left) return 'after-leaving';
    if (claim.claimedOn < claim.eventDate) return 'before-event';
    if (isLate(claim) && !acceptanceOf(claim)) return 'late';
    return null;
  }

  function isLate({ claimedOn, eventDate }: Claim): boolean {
    return claimedOn > days.lastDayToClaim(eventDate);
  }

  /** The decision that accepts a late claim; none is asked for one in time. */
  function acceptanceOf(claim: Claim): Decision | undefined {
    return isLate(claim) ? at(accepted, claim.practice).of(claim) : undefined;
  }

  const counted: CountedClaims = {
    counted: (practice, event, period) => counts.of(practice, event, period),
    overCap: (practice, event, period) => overCap.of(practice, event, period),
    tallied: (practice, block, period) => tallies.of(practice, block, period),
    limit: (practice, event, period) => limits(practice)(kinds.get(event) ?? -1, period),
    forPeriodsAfter: ({ index }) => counts.after(index),
    get later() {
      return later;
    },
    acceptedInVain: (practice) => at(notSeen, practice),
  };
  return { ...(persons.areLookedAt && { look }), judge, counted };
}
