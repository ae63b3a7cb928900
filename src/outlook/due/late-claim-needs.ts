import { eventDays } from '../../calculate/claims/event-days.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import { countingComponents } from '../../domain/scheme/paid-events.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../../domain/scheme/shared.ts';
import type { LateClaims } from '../worlds/late-claims.ts';
import { type AskedLine, askedByLateClaim, type Need } from './needs.ts';

/** The late claims of a practice that a line would count. */
export type LateClaimNeeds = (line: AskedLine, place: number) => readonly Need[];

/** Late claims that nobody has accepted: each waits for a decision, which takes it by its event_id. */
export function lateClaimNeeds(scheme: Scheme, late: ReadonlyMap<number, LateClaims>): LateClaimNeeds {
  if (late.size === 0) return () => [];
  const days = eventDays(scheme);
  const clause = scheme.claimWindow?.clause ?? '';
  const counting = countingComponents(scheme);
  return (line, place) =>
    (late.get(place)?.late ?? [])
      .filter(({ event }) => eventsOfValue(line.component.value).some((each) => each.event === event))
      .filter(({ eventDate, claimedOn }) => days.periodOf(eventDate, claimedOn) === line.period.index)
      .map((claim) => askedByLateClaim(claim, line, counting.get(claim.event)?.length === 1, clause, scheme));
}

/** Whether what a claim of one period is worth can turn on those of others. */
export function isLimited({ value }: Component): boolean {
  return (
    isEnvelopeToDate(value) ||
    eventsOfValue(value).some(
      ({ atMost, atMostPerPerson, limitsOf }) =>
        atMost !== undefined || atMostPerPerson !== undefined || limitsOf !== undefined,
    )
  );
}
