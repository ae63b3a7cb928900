import type { ClaimJudge } from '../calculate/claims.ts';
import { ClaimRow } from '../data/claim-row.ts';
import { EventNumbers } from '../data/event-numbers.ts';
import { paidEvents } from '../domain/events.ts';
import type { Scheme } from '../domain/scheme.ts';
import type { RefusedRow } from '../report/reports/refused.ts';
import type { RunData } from './run-data.ts';

/** So many rows are gone through before others have their turn. */
const rowsAtOnce = 10_000;

/**
 * Has all claims judged, practice after practice, and tells of the rows that do not count, in order of practice and line. Every so many
 * rows others may have their turn: it answers how many more are judged.
 */
export function* judgeClaims(
  scheme: Scheme,
  { folder, claims }: RunData,
  judge: ClaimJudge,
  onRefused: (row: RefusedRow) => void,
): Generator<number> {
  if (!claims) return;
  const file = claims.input.name;
  const claim = new ClaimRow(paidEvents(scheme).map(({ event }) => event));
  const events = new EventNumbers();
  let judged = 0;
  for (const { place, pieces } of claims.rows.inOrder()) {
    const practiceCode = folder.facts.practices[place]?.code ?? '';
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows, row);
        judge.offer(claim);
      }
      if (rows.count >= rowsAtOnce) yield 0;
    }
    events.startAnew(judge.settle(place));
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows, row);
        const refusal = judge.verdict(claim, events.numberOf(claim.bytes, claim.idStart, claim.idEnd));
        if (typeof refusal === 'string') continue;
        const { line, bytes, start, rowEnd, hasQuotes } = claim;
        onRefused({ file, line, practiceCode, refusal, bytes, start, end: rowEnd, hasQuotes });
      }
      judged += rows.count;
      if (judged < rowsAtOnce) continue;
      yield judged;
      judged = 0;
    }
  }
  yield judged;
}
