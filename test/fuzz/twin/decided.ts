import { dayOf } from './calendar.ts';
import { lesser, penceOf } from './fraction.ts';
import type { Member } from './world.ts';

interface Sum {
  left: bigint;
}

/** The sums that people decided on for a component: for one period, and for all. */
export class DecidedSums {
  readonly #general: Sum = { left: 0n };
  readonly #own = new Map<string, Sum>();

  constructor(member: Member, component: string, decision: 'recover' | 'waive-recovery') {
    for (const row of member.rows('decisions.csv')) {
      if (row.decision !== decision || row.component !== component) continue;
      const sum = row.period ? (this.#own.get(row.period) ?? { left: 0n }) : this.#general;
      if (row.period) this.#own.set(row.period, sum);
      sum.left += penceOf(row.amount ?? '');
    }
  }

  /** Takes up to so much of the sums for a period: its own first, then the general one. */
  take(period: string, wanted: bigint): bigint {
    let taken = 0n;
    for (const sum of [this.#own.get(period), this.#general]) {
      if (!sum) continue;
      const now = lesser(wanted - taken, sum.left);
      sum.left -= now;
      taken += now;
    }
    return taken;
  }
}

/** What recoveries of a component took from a day on, row by row. */
export function takenSince(day: number, member: Member, component: string): { period: string; pence: bigint }[] {
  return member.rows('paid.csv').flatMap((row) => {
    const pence = penceOf(row.amount ?? '');
    const counts = row.component === component && pence < 0n && dayOf(row.paid_on ?? '') >= day;
    return counts ? [{ period: row.period ?? '', pence: -pence }] : [];
  });
}

/** The first day on which somebody decided that a component is recovered. */
export function firstRecovery(member: Member, component: string): number[] {
  return member
    .rows('decisions.csv')
    .filter((row) => row.decision === 'recover' && row.component === component)
    .map((row) => dayOf(row.decided_on ?? ''));
}
