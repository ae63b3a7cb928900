import type { ClaimJudge } from '../calculate/claims.ts';
import { ClaimRow } from '../data/claim-row.ts';
import { EventNumbers } from '../data/event-numbers.ts';
import { paidEvents } from '../domain/events.ts';
import type { Scheme } from '../domain/scheme.ts';
import type { RefusedRow } from '../report/reports/refused.ts';
import type { RunData } from './run-data.ts';

/** Has all claims judged, practice after practice. Answers the rows that do not count, in order of practice and line. */
export function* refusedClaims(scheme: Scheme, { folder, claims }: RunData, judge: ClaimJudge): Generator<RefusedRow> {
  if (!claims) return;
  const claim = new ClaimRow(paidEvents(scheme).map(({ event }) => event));
  const events = new EventNumbers();
  for (const { place, pieces } of claims.rows.inOrder()) {
    const practiceCode = folder.facts.practices[place]?.code ?? '';
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows.numbers, rows.fieldsAt(row), rows.bytes, rows.startOf(row), rows.endOf(row));
        judge.offer(claim);
      }
    }
    events.startAnew(judge.settle(place));
    for (const rows of pieces()) {
      for (let row = 0; row < rows.count; row += 1) {
        claim.recall(place, rows.numbers, rows.fieldsAt(row), rows.bytes, rows.startOf(row), rows.endOf(row));
        const refusal = judge.verdict(claim, events.numberOf(claim.bytes, claim.idStart, claim.idEnd));
        if (typeof refusal === 'string') continue;
        const { line, bytes, start, rowEnd } = claim;
        yield { file: claims.input.name, line, practiceCode, refusal, bytes, start, end: rowEnd };
      }
    }
  }
}
