import type { AccountFacts } from '../calculate/identity/account-facts.ts';
import type { RowsWithoutEffect } from '../calculate/rows-without-effect.ts';
import { sha256Of } from '../data/files/input.ts';
import type { InputFile } from '../data/files/input-file.ts';
import type { ClawbackStatus } from '../domain/account.ts';
import type { Code } from '../domain/findings/codes.ts';
import { isSterling } from '../domain/money/currency.ts';
import { type Pence, sumPence } from '../domain/money/money.ts';
import type { Controls } from '../domain/run-folder.ts';
import { postedFile } from '../record/ledger/posted-rows.ts';
import { type Manifest, type ManifestInput, schemeFile } from '../record/run-folder/manifest.ts';
import type { RunTotals } from '../report/reports/run-reports.ts';
import type { InputCount, RunSummary } from '../report/totals/run-summary.ts';
import type { FindingGroup } from '../terminal/findings.ts';
import type { RunData } from './run-data.ts';
import type { RunSource } from './run-source.ts';

/** A run of which everything is known but its figures. */
export interface ReadRun {
  readonly source: RunSource;
  readonly data: RunData;
  /** What the data folder says, and what the ledger had paid, by account. */
  readonly facts: AccountFacts;
}

/** A run that has been worked out. */
export interface FinishedRun extends ReadRun {
  /** By file, how many rows are dated later than the as-at date. */
  readonly later: ReadonlyMap<string, number>;
  /** Claims that count for a period after the run's own. */
  readonly claimsAhead: number;
  /** By file, the rows on which nothing turned. */
  readonly idle: ReadonlyMap<string, readonly RowsWithoutEffect[]>;
  readonly totals: RunTotals;
}

/** The files that a run was made from, but for the scheme. */
export function inputFiles({ source, data }: FinishedRun): readonly InputFile[] {
  const { folder, claims } = data;
  return [...folder.inputs, ...(claims ? [claims.input] : []), source.ledger.file];
}

/** What makes the run. */
export function manifestOf(run: FinishedRun): Manifest {
  const { schemeFile: file, period, asAt, encoding, ledger } = run.source;
  const { bytes, scheme } = file;
  const schemeInput: ManifestInput = { file: schemeFile, sha256: sha256Of(bytes), bytes: bytes.length, rows: null };
  const tables = inputFiles(run).map(({ name, bytes, rows, sha256 }) => ({ file: name, sha256, bytes, rows }));
  return {
    scheme: scheme.id,
    period: period.id,
    asAt,
    ...(!isSterling(scheme.words) && { currency: scheme.words.currency }),
    encoding,
    inputs: [schemeInput, ...tables],
    newestPosting: ledger.newest,
    controls: controlsOf(run.totals),
  };
}

/** What there is to say about the run. */
export function summaryOf(run: FinishedRun, groups: readonly FindingGroup[]): RunSummary {
  const { source, totals } = run;
  const { schemeFile: file, period, asAt } = source;
  const warnings = groups.filter(({ code }) => !besideTheRun.has(code)).map((group) => recorded(group, file.name));
  return {
    scheme: file.scheme,
    period,
    asAt,
    totals,
    inputs: inputCounts(run),
    warnings: warnings.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** Warnings about what is no part of a run: the same run is made without them. */
const besideTheRun: ReadonlySet<Code> = new Set([
  'unknown-file',
  'unused-file',
  'new-ledger',
  'stray-file',
  'temporary-folder-left',
]);

/** A run records its scheme under one name, whatever the file was called, so that the same input gives the same bytes. */
function recorded(group: FindingGroup, schemeName: string): FindingGroup {
  const findings = group.findings.map((each) => (each.file === schemeName ? { ...each, file: schemeFile } : each));
  return { ...group, findings };
}

function controlsOf({ practices, all, unpaid, paidAhead, rows }: RunTotals): Controls {
  const { due, deferred, proposed, waived } = all.clawbacks;
  const clawbacks: Record<ClawbackStatus, Pence> = {
    due: due.amount,
    deferred: deferred.amount,
    proposed: proposed.amount,
    waived: waived.amount,
  };
  return {
    practices,
    entitlement: all.entitlement,
    alreadyPaid: all.alreadyPaid,
    payments: all.payments.amount,
    clawbacks,
    net: all.net,
    notPaid: sumPence([...unpaid.values()].map(({ amount }) => amount)),
    paidAhead: paidAhead.amount,
    rows,
  };
}

/** By file, in order of name: how many rows there are, and how many took no part. */
function inputCounts({ source, data, later, claimsAhead, idle, totals }: FinishedRun): InputCount[] {
  const { folder, claims } = data;
  const tables = folder.counts.map(({ file, rows, ignored }): InputCount => {
    const notUsed = ignored.map(({ why, rows }) => ({ reason: why, rows }));
    return { file, rows, notUsed: [...notUsed, ...laterRows(later.get(file)), ...withoutEffect(idle.get(file))] };
  });
  const refused = totals.rows['refused.csv'];
  const claimed: InputCount[] = claims
    ? [
        {
          file: claims.input.name,
          rows: claims.input.rows,
          notUsed: [
            ...(refused > 0 ? [{ reason: 'refused: see refused.csv', rows: refused }] : []),
            ...(claimsAhead > 0 ? [{ reason: 'for a later period', rows: claimsAhead }] : []),
            ...laterRows(later.get(claims.input.name)),
          ],
        },
      ]
    : [];
  const posted = { file: postedFile, rows: source.ledger.file.rows, notUsed: [] };
  return [...tables, ...claimed, posted].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function withoutEffect(idle: readonly RowsWithoutEffect[] = []): InputCount['notUsed'] {
  return idle.map(({ why, lines }) => ({ reason: sayWithoutEffect[why], rows: lines.length, lines }));
}

const sayWithoutEffect: Readonly<Record<RowsWithoutEffect['why'], string>> = {
  'not asked for': 'not asked for up to this period',
  'without effect': 'without effect: another row stood in its place, or nothing turned on it',
};

function laterRows(rows = 0): InputCount['notUsed'] {
  return rows > 0 ? [{ reason: 'later than the as-at date', rows }] : [];
}
