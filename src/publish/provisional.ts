import { type Day, sayDay } from '../domain/day.ts';
import { noPence } from '../domain/money/money.ts';
import { claimWindowEnd } from '../domain/scheme/claim-window.ts';
import { dependenciesOf, eventsOfValue } from '../domain/scheme/depends-on.ts';
import type { Component } from '../domain/scheme/scheme.ts';
import type { PeriodStory, RunTold } from '../report/explain/story.ts';

/** Why the sum of one practice, component and period can still change in a later run. */
export interface Provisional {
  readonly kind:
    | 'period-goes-on'
    | 'claims-may-come'
    | 'evidence-may-come'
    | 'must-be-kept'
    | 'figures-may-come'
    | 'waits-for-decision'
    | 'taken-later'
    | 'carried';
  /** A clause of a sentence: `claims for it are taken until 30 June 2016`. */
  readonly why: string;
  /** The last day of it; null where it has none. */
  readonly until: Day | null;
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

function periodGoesOn({ asAt }: AsAt, { position }: PeriodStory): Provisional[] {
  const { period } = position;
  if (asAt >= period.end) return [];
  return [{ kind: 'period-goes-on', why: `${period.title} goes on until ${sayDay(period.end)}`, until: period.end }];
}

function claimsMayCome({ scheme, asAt }: AsAt, component: Component, { position }: PeriodStory): Provisional[] {
  const { claimWindow, periods } = scheme;
  if (dependenciesOf(component, scheme).events.size === 0 && eventsOfValue(component.value).length === 0) return [];
  if (claimWindow === null) return [{ kind: 'claims-may-come', why: 'claims for it have no last day', until: null }];
  const { period } = position;
  const until = claimWindow.countsIn === 'period-of-claim' ? period.end : claimWindowEnd(claimWindow, periods, period);
  if (asAt > until) return [];
  return [{ kind: 'claims-may-come', why: `claims for it are taken until ${sayDay(until)}`, until }];
}

/** What is open may still be met, and what is not due yet may still fail. A decision on a share goes before both. */
function evidenceMayCome({ conditions, isDecided, position }: PeriodStory): Provisional[] {
  if (isDecided || position.status === 'forfeited') return [];
  return conditions.flatMap(({ evidence, state, deadline }): Provisional[] => {
    const day = deadline === null ? 'it has no last day' : `its last day is ${sayDay(deadline)}`;
    if (state === 'open') {
      return [{ kind: 'evidence-may-come', why: `it waits for “${evidence.title}”; ${day}`, until: deadline }];
    }
    if (state !== 'not due' || position.scheduled === noPence) return [];
    return [{ kind: 'must-be-kept', why: `it is kept only if “${evidence.title}” comes; ${day}`, until: deadline }];
  });
}

/** Figures that are missing, and those that each run takes anew until the last period. */
function figuresMayCome({ scheme, period }: AsAt, component: Component, { position }: PeriodStory): Provisional[] {
  const missing = position.unpaid
    .filter(({ status }) => status === 'withheld')
    .flatMap(({ besides = [] }) => besides)
    .map((why): Provisional => ({ kind: 'figures-may-come', why, until: null }));
  const last = scheme.periods.at(-1);
  const measured = component.achievement?.kind === 'measured';
  if (!measured || last === undefined || period === last || component.schedule?.eachPeriod) return missing;
  const why = `what is achieved is measured anew in each run up to that of ${last.title}`;
  return [...missing, { kind: 'figures-may-come', why, until: null }];
}

function settledLater({ recovery }: Component, { position }: PeriodStory): Provisional[] {
  const { settlement } = position;
  if (settlement.kind === 'carried') {
    return [{ kind: 'carried', why: 'it is kept for the next payment', until: null }];
  }
  if (settlement.kind !== 'clawback') return [];
  const statuses = new Set(settlement.parts.map(({ status }) => status));
  const proposed: Provisional[] = statuses.has('proposed')
    ? [{ kind: 'waits-for-decision', why: 'nobody has decided yet whether it comes back', until: null }]
    : [];
  const later = recovery.from === null ? 'later' : `with ${recovery.from.title}, not before`;
  const deferred: Provisional[] = statuses.has('deferred')
    ? [{ kind: 'taken-later', why: `it comes back ${later}`, until: null }]
    : [];
  return [...proposed, ...deferred];
}
