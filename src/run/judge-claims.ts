import type { ClaimJudge } from '../calculate/claims/claim-judge.ts';
import { storedClaim, storedRow } from '../data/claims/stored-claim.ts';
import type { InputFile } from '../data/files/input-file.ts';
import { at } from '../domain/at.ts';
import type { Claim, Practice } from '../domain/facts.ts';
import { paidEvents } from '../domain/scheme/paid-events.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { Partitions } from '../record/partitions/partitions.ts';
import type { RefusedRow } from '../report/reports/refused.ts';

/** What of the data of a run is looked at here. */
interface JudgedData {
  readonly accounts: readonly Pick<Practice, 'code'>[];
  readonly claims: { readonly input: Pick<InputFile, 'name'>; readonly rows: Partitions } | null;
}

/** Who is told of each claim that does not count, and of each that does. */
export interface ToldOfClaims {
  readonly onRefused: (row: RefusedRow, claim: Claim) => void;
  readonly onCounted?: (claim: Claim) => void;
}

/** So many claims are gone through before others have their turn. */
const claimsAtOnce = 10_000;

/**
 * Has all claims judged, practice after practice, and tells of the rows that do not count, in order of practice and line. Every so many
 * rows, be they all of one practice, others may have their turn: it answers how many more are judged.
 */
export function* judgeClaims(
  scheme: Scheme,
  { accounts, claims }: JudgedData,
  judge: ClaimJudge,
  { onRefused, onCounted }: ToldOfClaims,
): Generator<number> {
  if (!claims) return;
  const file = claims.input.name;
  const events = paidEvents(scheme).map(({ event }) => event);
  let judged = 0;
  for (const { place, rows } of claims.rows.inOrder()) {
    const practiceCode = at(accounts, place).code;
    const own: Claim[] = [];
    for (let row = 0; row < rows.count; row += 1) {
      own.push(storedClaim(place, rows, row, events));
      if (own.length % claimsAtOnce === 0) yield 0;
    }
    for (const [row, verdict] of judge.judge(place, own).entries()) {
      const claim = at(own, row);
      judged += 1;
      if (verdict === 'counted') onCounted?.(claim);
      if (typeof verdict !== 'string') {
        const { line } = claim;
        onRefused({ file, line, practiceCode, refusal: verdict, bytes: rows.bytes, ...storedRow(rows, row) }, claim);
      }
      if (judged < claimsAtOnce) continue;
      yield judged;
      judged = 0;
    }
  }
  yield judged;
}
