import type { Clawback } from '../domain/account.ts';
import { type Day, sayDay } from '../domain/day.ts';
import { noPence, type Pence, sumPence } from '../domain/money/money.ts';
import { claimWindowEnd } from '../domain/scheme/claim-window.ts';
import { dependenciesOf, eventsOfValue } from '../domain/scheme/depends-on.ts';
import type { ClaimWindow, Component, Period, Scheme } from '../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../domain/scheme/shared.ts';
import { shortTitleOf } from '../domain/scheme/titles.ts';
import type { PeriodStory, RunTold } from '../report/explain/story.ts';

/** Why the sum of one practice, component and period can still change in a later run. */
export interface Provisional {
  readonly kind:
    | 'period-goes-on'
    | 'claims-may-come'
    | 'evidence-may-come'
    | 'must-be-kept'
    | 'figures-may-come'
    | 'measured-anew'
    | 'waits-for-decision'
    | 'taken-later'
    | 'carried';
  /** A clause of a sentence: `claims for it are taken until 30 June 2016`. */
  readonly why: string;
  /** The last day of it; null where it has none. */
  readonly until: Day | null;
  /** What can change: the sum that waits, is kept or comes back, or else what the line has earned so far. */
  readonly sum: Pence;
  /** The title of the evidence that it waits for; null where it is something else. */
  readonly evidence: string | null;
}

/** A run, as far as it says what may still come. */
type AsAt = Pick<RunTold, 'scheme' | 'period' | 'asAt'>;

/**
 * Every reason why what a run says of one component in one period is not final; none where only what nobody foresees could change it: a
 * decision, a row that is put right, a change of the scheme. Nothing is said of a period in which nothing was earned, asked for or paid
 * and no more can come.
 */
export function provisionalReasons(run: AsAt, component: Component, story: PeriodStory): Provisional[] {
  return [
    ...periodGoesOn(run, story),
    ...claimsMayCome(run, component, story),
    ...evidenceMayCome(story),
    ...figuresMayCome(run, component, story),
    ...settledLater(component, story),
  ];
}

/** When all of them are over, and none of them stands any more; null where one has no last day, or there is none. */
export function provisionalUntil(reasons: readonly Provisional[]): Day | null {
  const days = reasons.flatMap(({ until }) => (until === null ? [] : [until]));
  return days.length < reasons.length ? null : (days.toSorted((a, b) => b - a)[0] ?? null);
}

/** A figure that is still to come, and is paid on account until it is there. */
export function isOnAccount(reason: string): boolean {
  return reason.startsWith('no figure for ') && reason.includes('on account');
}

function periodGoesOn({ asAt }: AsAt, { position }: PeriodStory): Provisional[] {
  const { period, entitlement: sum } = position;
  if (asAt >= period.end) return [];
  const why = `${period.title} goes on until ${sayDay(period.end)}`;
  return [{ kind: 'period-goes-on', why, until: period.end, sum, evidence: null }];
}

function claimsMayCome({ scheme, asAt }: AsAt, component: Component, { position }: PeriodStory): Provisional[] {
  const { claimWindow, periods } = scheme;
  const until = claimWindow && lastClaims(claimWindow, periods, position.period);
  if (until !== null && asAt > until) return [];
  if (dependenciesOf(component, scheme).events.size === 0 && eventsOfValue(component.value).length === 0) return [];
  const when = until === null ? 'claims for it have no last day' : `claims for it are taken until ${sayDay(until)}`;
  return [{ kind: 'claims-may-come', why: when, until, sum: position.entitlement, evidence: null }];
}

function lastClaims(window: ClaimWindow, periods: Scheme['periods'], period: Period): Day {
  return window.countsIn === 'period-of-claim' ? period.end : claimWindowEnd(window, periods, period);
}

/** What is open may still be met, and what is not due yet may still fail. A decision on a share goes before both. */
function evidenceMayCome({ conditions, isDecided, position }: PeriodStory): Provisional[] {
  const { status, scheduled, entitlement, unpaid } = position;
  if (isDecided || status === 'forfeited') return [];
  const waiting = unpaid.filter((each) => each.status === 'withheld').map(({ amount }) => amount);
  return conditions.flatMap(({ evidence, state, deadline: until }): Provisional[] => {
    const title = shortTitleOf(evidence);
    const day = until === null ? 'it has no last day' : `its last day is ${sayDay(until)}`;
    if (state === 'open') {
      if (waiting.length === 0) return [];
      const why = `it waits for “${title}”; ${day}`;
      return [{ kind: 'evidence-may-come', why, until, sum: sumPence(waiting), evidence: title }];
    }
    if (state !== 'not due' || scheduled === noPence) return [];
    const why = `it is kept only if “${title}” comes; ${day}`;
    return [{ kind: 'must-be-kept', why, until, sum: entitlement, evidence: title }];
  });
}

/** Figures that are missing, and those that each run takes anew until the last period. */
function figuresMayCome({ scheme, period }: AsAt, component: Component, { position }: PeriodStory): Provisional[] {
  const missing = position.unpaid.flatMap(({ status, reason, amount, besides = [] }): Provisional[] => {
    const isPaidOnAccount = status === 'achievement' && isOnAccount(reason);
    const reasons = status === 'withheld' ? besides : isPaidOnAccount ? [reason] : [];
    return reasons.map((why) => ({ kind: 'figures-may-come', why, until: null, sum: amount, evidence: null }));
  });
  const last = scheme.periods.at(-1);
  const what = anewInEachRun(component);
  if (what === null || last === undefined || period === last) return missing;
  const why = `${what} anew in each run up to that of ${last.title}`;
  return [...missing, { kind: 'measured-anew', why, until: null, sum: position.entitlement, evidence: null }];
}

/** What each run works out anew for all periods up to its own; of an envelope that scales all alike, more of the others takes some away. */
function anewInEachRun({ achievement, schedule, value }: Component): string | null {
  if (isEnvelopeToDate(value) && value.scales === 'all-to-date') return 'what all have earned to date is scaled';
  return achievement?.kind === 'measured' && !schedule?.eachPeriod ? 'what is achieved is measured' : null;
}

function settledLater({ recovery }: Component, { position }: PeriodStory): Provisional[] {
  const { settlement } = position;
  const settled = (kind: Provisional['kind'], why: string, sum: Pence): Provisional[] =>
    sum === noPence ? [] : [{ kind, why, until: null, sum, evidence: null }];
  if (settlement.kind === 'carried') return settled('carried', 'it is kept for the next payment', settlement.amount);
  if (settlement.kind !== 'clawback') return [];
  const { parts } = settlement;
  const later = recovery.from === null ? 'later' : `with ${recovery.from.title}, not before`;
  return [
    ...settled('waits-for-decision', 'nobody has decided yet whether it comes back', sumIn(parts, 'proposed')),
    ...settled('taken-later', `it comes back ${later}`, sumIn(parts, 'deferred')),
  ];
}

function sumIn(parts: readonly Clawback[], status: Clawback['status']): Pence {
  return sumPence(parts.flatMap((part) => (part.status === status ? [part.amount] : [])));
}
