import type { Unpaid, WorkingStep } from '../domain/account.ts';
import type { Pence } from '../domain/money.ts';
import type { Component, Scheme } from '../domain/scheme.ts';
import type { CountedClaims } from './claims.ts';
import { eventEarnings } from './event-earnings.ts';
import type { KnownPractice } from './known.ts';
import { poolEarnings } from './pool-earnings.ts';
import type { Pool } from './pools.ts';
import { scheduledEarnings } from './scheduled-earnings.ts';

/** What one component earns a practice before conditions and decisions, with the working. Arrays hold one entry a period, all of them. */
export interface Earnings {
  readonly component: Component;
  /** The working of the value for the whole term. */
  readonly termSteps: readonly WorkingStep[];
  /** With every threshold reached and nobody leaving. */
  readonly full: readonly Pence[];
  /** A(x,c,q). */
  readonly scheduled: readonly Pence[];
  readonly periodSteps: readonly (readonly WorkingStep[])[];
  /** What is lost by achievement, leaving and caps. */
  readonly losses: readonly (readonly Unpaid[])[];
  /** Why nothing can be released yet, for a component whose measure has no figure. */
  readonly unmeasured: { readonly reason: string; readonly clause: string } | null;
}

/** What everything outside one practice says: pools and claims, worked out once for all practices. */
export interface Surroundings {
  readonly pools: ReadonlyMap<string, Pool>;
  readonly claims: CountedClaims | null;
}

/** A(x,c,q) of every component for one practice, in the scheme's order (contract 5: Value, Schedule, Achievement, Leaving, Events). */
export function earningsOf(scheme: Scheme, known: KnownPractice, { pools, claims }: Surroundings): Earnings[] {
  const scheduled = scheduledEarnings(scheme, known);
  return scheme.components.map((component) => {
    const pool = pools.get(component.id);
    if (pool) return poolEarnings(scheme, component, pool, known);
    if (component.value.kind === 'per-event') return eventEarnings(scheme, component, component.value, known, claims);
    const earnings = scheduled.get(component.id);
    if (!earnings) throw new Error(`${component.id} earns in no way that is known`);
    return earnings;
  });
}
