import type { Settlement } from '../../domain/account.ts';
import { type ClawbackStatus, clawbackStatuses } from '../../domain/account.ts';
import { addPence, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { PublishedPosting, WaitingSince } from '../../publish/publication.ts';
import type { ChainedPosting } from '../../record/ledger/posting.ts';
import { newestPosting, type SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Progress } from '../../terminal/progress.ts';
import { ledgerInput } from '../ledger/ledger-input.ts';
import { evaluateRun } from './evaluated-run.ts';
import type { RunToRead } from './recorded-run.ts';

/** What came back in one earlier run, line by line. */
interface ShownBefore {
  readonly posting: PublishedPosting;
  readonly lines: ReadonlySet<string>;
}

/** Since when lines come back, or did, by `lineComingBack`. */
export interface SinceWhen {
  readonly waiting: (line: string) => WaitingSince;
  /** Of one that came back before and does so no more. */
  readonly taken: (line: string) => WaitingSince;
}

export function lineComingBack(practice: string, component: string, period: string): string {
  return `${practice},${component},${period}`;
}

/**
 * Since when sums come back. The ledger keeps no sum that only waits; so each earlier posting of the scheme is worked out again, from
 * the inputs of this run as they were known at that posting's day, for those practices of which something comes back now. A posting
 * whose control totals are smaller than what that makes was made from other data: then nobody knows.
 */
export async function openSinceWhen(
  run: RunToRead,
  ledger: SchemeLedger,
  earlier: readonly { readonly chained: ChainedPosting; readonly told: PublishedPosting }[],
  codes: ReadonlySet<string>,
  host: Host,
  progress: Progress,
): Promise<SinceWhen> {
  const shown: ShownBefore[] = [];
  if (codes.size > 0) {
    for (const { chained, told } of earlier) {
      const lines = await linesComingBack(run, ledger, chained, told, codes, host, progress);
      if (lines === null) return { waiting: unknown, taken: unknown };
      shown.unshift({ posting: told, lines });
    }
  }
  return {
    waiting: (line) => firstOf(shown, line) ?? { kind: 'this-run' },
    taken: (line) => firstOf(shown.slice(shown.findIndex(({ lines }) => lines.has(line))), line) ?? unknown(),
  };
}

function unknown(): WaitingSince {
  return { kind: 'unknown' };
}

/** The first of those in a row that showed a line, the newest first; null where that did not. */
function firstOf(shown: readonly ShownBefore[], line: string): WaitingSince | null {
  const other = shown.findIndex(({ lines }) => !lines.has(line));
  const first = shown[(other === -1 ? shown.length : other) - 1];
  return first ? { kind: 'posting', posting: first.posting } : null;
}

/** What came back in the run of a posting; null where this run's inputs do not make it. */
async function linesComingBack(
  run: RunToRead,
  ledger: SchemeLedger,
  posting: ChainedPosting,
  { period }: PublishedPosting,
  codes: ReadonlySet<string>,
  host: Host,
  progress: Progress,
): Promise<ReadonlySet<string> | null> {
  const before = ledger.postings.filter(({ serial }) => serial < posting.serial);
  const rows = ledger.rows.filter(({ serial }) => serial < posting.serial);
  const input = ledgerInput(newestPosting(before.at(-1) ?? null), rows);
  const source = { ...run.source, period, asAt: posting.asAt, ledger: input };
  const unheard = new Findings(false, () => {});
  const evaluated = await evaluateRun({ ...run, source }, codes, host, { findings: unheard, progress });
  if (evaluated === null) return null;
  const lines = new Set<string>();
  const sums: Record<ClawbackStatus, Pence> = { due: noPence, deferred: noPence, proposed: noPence, waived: noPence };
  for (const [index, { code }] of evaluated.facts.practices.entries()) {
    if (!codes.has(code)) continue;
    for (const { component, positions } of evaluated.groundsAt(index).account.lines) {
      for (const {
        period: { id },
        settlement,
      } of positions) {
        if (!addTo(sums, settlement)) continue;
        lines.add(lineComingBack(code, component.id, id));
      }
    }
  }
  const all = (of: Readonly<Record<ClawbackStatus, Pence>>) => sumPence(clawbackStatuses.map((status) => of[status]));
  return all(sums) > all(posting.controls.clawbacks) ? null : lines;
}

function addTo(sums: Record<ClawbackStatus, Pence>, settlement: Settlement): boolean {
  if (settlement.kind !== 'clawback') return false;
  for (const { status, amount } of settlement.parts) sums[status] = addPence(sums[status], amount);
  return true;
}
