import type { ClaimJudge } from '../calculate/claims/claim-judge.ts';
import { storedRow } from '../data/claims/stored-claim.ts';
import type { ClaimsOfPractice } from '../data/plausible/claims.ts';
import { claimsTable } from '../data/tables/tables.ts';
import { at } from '../domain/at.ts';
import type { Claim } from '../domain/facts.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { RefusedRow } from '../report/reports/refused.ts';
import { claimsAtOnce, claimsByPractice, type DataWithClaims } from './claims-by-practice.ts';

/** Who is told of claims as they are judged: of all of a practice, of each that does not count, and of each that does. */
export interface OnClaims {
  readonly ofPractice: ClaimsOfPractice;
  readonly refused: (row: RefusedRow, claim: Claim) => void;
  readonly counted?: (claim: Claim) => void;
}

/**
 * Has all claims judged, practice after practice, and tells of the rows that do not count, in order of practice and line. Every so many
 * rows, be they all of one practice, others may have their turn: it answers how many more are judged.
 */
export function* judgeClaims(
  scheme: Scheme,
  data: DataWithClaims,
  judge: ClaimJudge,
  { ofPractice, refused, counted }: OnClaims,
): Generator<number> {
  const { file } = claimsTable;
  if (judge.look) {
    for (const each of claimsByPractice(scheme, data, false)) {
      if (each !== 'turn of others') judge.look(each.place, each.claims);
      yield 0;
    }
  }
  let judged = 0;
  for (const each of claimsByPractice(scheme, data)) {
    if (each === 'turn of others') {
      yield 0;
      continue;
    }
    const { place, code: practiceCode, claims, rows } = each;
    ofPractice(practiceCode, claims);
    for (const [row, verdict] of judge.judge(place, claims).entries()) {
      const claim = at(claims, row);
      judged += 1;
      if (verdict === 'counted') counted?.(claim);
      if (typeof verdict !== 'string') {
        const { line } = claim;
        refused({ file, line, practiceCode, refusal: verdict, bytes: rows.bytes, ...storedRow(rows, row) }, claim);
      }
      if (judged < claimsAtOnce) continue;
      yield judged;
      judged = 0;
    }
  }
  yield judged;
}
