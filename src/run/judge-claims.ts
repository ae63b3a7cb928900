import type { ClaimJudge } from '../calculate/claims/claim-judge.ts';
import { ClaimRow } from '../data/claims/claim-row.ts';
import { EventNumbers } from '../data/claims/event-numbers.ts';
import type { InputFile } from '../data/files/input-file.ts';
import type { Claim, Facts } from '../domain/facts.ts';
import { paidEvents } from '../domain/scheme/paid-events.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import type { Partitions } from '../record/partitions/partitions.ts';
import type { RefusedRow } from '../report/reports/refused.ts';

/** What of the data of a run is looked at here. */
interface JudgedData {
  readonly folder: { readonly facts: Pick<Facts, 'practices'> };
  readonly claims: { readonly input: Pick<InputFile, 'name'>; readonly rows: Partitions } | null;
}

/** Who is told of each claim that does not count, and of each that does. */
export interface ToldOfClaims {
  readonly onRefused: (row: RefusedRow, claim: Claim) => void;
  readonly onCounted?: (claim: Claim) => void;
}

/** So many rows are gone through before others have their turn. */
const rowsAtOnce = 10_000;

/**
 * Has all claims judged, practice after practice, and tells of the rows that do not count, in order of practice and line. Every so many
 * rows, be they all of one practice, others may have their turn: it answers how many more are judged.
 */
export function* judgeClaims(
  scheme: Scheme,
  { folder, claims }: JudgedData,
  judge: ClaimJudge,
  { onRefused, onCounted }: ToldOfClaims,
): Generator<number> {
  if (!claims) return;
  const file = claims.input.name;
  const claim = new ClaimRow(paidEvents(scheme).map(({ event }) => event));
  const events = new EventNumbers();
  let [gone, judged] = [0, 0];

  function* turnOfOthers(): Generator<number> {
    if (gone < rowsAtOnce) return;
    yield judged;
    [gone, judged] = [0, 0];
  }

  for (const { place, pieces } of claims.rows.inOrder()) {
    const practiceCode = folder.facts.practices[place]?.code ?? '';
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows, row);
        judge.offer(claim);
      }
      gone += rows.count;
      yield* turnOfOthers();
    }
    events.startAnew(judge.settle(place));
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows, row);
        const refusal = judge.verdict(claim, events.numberOf(claim.bytes, claim.idStart, claim.idEnd));
        if (refusal === 'counted') onCounted?.(claim.kept());
        if (typeof refusal === 'string') continue;
        const { line, bytes, start, rowEnd, hasQuotes } = claim;
        onRefused({ file, line, practiceCode, refusal, bytes, start, end: rowEnd, hasQuotes }, claim);
      }
      gone += rows.count;
      judged += rows.count;
      yield* turnOfOthers();
    }
  }
  yield judged;
}
