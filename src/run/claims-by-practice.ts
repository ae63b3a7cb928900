import { storedClaim } from '../data/claims/stored-claim.ts';
import type { InputFile } from '../data/files/input-file.ts';
import { at } from '../domain/at.ts';
import type { Claim, Practice } from '../domain/facts.ts';
import { paidEvents } from '../domain/scheme/paid-events.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { Partitions } from '../record/partitions/partitions.ts';
import type { Rows } from '../record/partitions/placed-rows.ts';

/** What of the data of a run is looked at here. */
export interface DataWithClaims {
  /** The accounts that the claims are sorted by, in their order. */
  readonly accounts: readonly Pick<Practice, 'code'>[];
  readonly claims: { readonly input: Pick<InputFile, 'name'>; readonly rows: Partitions } | null;
}

/** All claims of one practice, in the order of their lines. */
export interface PracticeClaims {
  readonly place: number;
  readonly code: string;
  readonly claims: readonly Claim[];
  /** The same as they were put down. */
  readonly rows: Rows;
}

/** So many claims are gone through before others have their turn. */
export const claimsAtOnce = 10_000;

/** The claims, practice after practice; no more than those of one are held. In between it may be the turn of others. The last time that they are asked for they are let go. */
export function* claimsByPractice(
  scheme: Scheme,
  { accounts, claims: sorted }: DataWithClaims,
  isLastTime = true,
): Generator<PracticeClaims | 'turn of others'> {
  if (!sorted) return;
  const events = paidEvents(scheme).map(({ event }) => event);
  for (const { place, rows } of sorted.rows.inOrder(isLastTime)) {
    const claims: Claim[] = [];
    for (let row = 0; row < rows.count; row += 1) {
      claims.push(storedClaim(place, rows, row, events));
      if (claims.length % claimsAtOnce === 0) yield 'turn of others';
    }
    yield { place, code: at(accounts, place).code, claims, rows };
  }
}
