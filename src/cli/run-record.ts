import type { Calculation } from '../calculate/calculate.ts';
import { sha256Of } from '../data/input.ts';
import type { InputFile } from '../data/input-file.ts';
import type { ClawbackStatus } from '../domain/account.ts';
import { type Pence, sumPence } from '../domain/money.ts';
import type { Period } from '../domain/scheme.ts';
import {
  type Controls,
  calculationVersion,
  type Manifest,
  type ManifestInput,
  schemeFile,
} from '../record/manifest.ts';
import type { RunTotals } from '../report/run-reports.ts';
import type { InputCount, RunSummary } from '../report/run-summary.ts';
import type { FindingGroup } from './findings.ts';
import type { RunRequest } from './request.ts';
import type { RunData } from './run-data.ts';
import type { SchemeFile } from './scheme-file.ts';

/** A run that has been worked out, and all that it was made from. */
export interface FinishedRun {
  readonly source: SchemeFile;
  readonly request: RunRequest;
  readonly period: Period;
  readonly data: RunData;
  readonly calculation: Calculation;
  readonly totals: RunTotals;
}

/** The files of the data folder that a run was made from. */
export function inputFiles({ folder, claims }: RunData): readonly InputFile[] {
  return claims ? [...folder.inputs, claims.input] : folder.inputs;
}

/** What makes the run. */
export function manifestOf({ source, request, period, data, totals }: FinishedRun): Manifest {
  const { bytes, scheme } = source;
  const schemeInput: ManifestInput = { file: schemeFile, sha256: sha256Of(bytes), bytes: bytes.length, rows: null };
  const tables = inputFiles(data).map(({ name, bytes, rows, sha256 }) => ({ file: name, sha256, bytes, rows }));
  return {
    calculation: calculationVersion,
    scheme: scheme.id,
    period: period.id,
    asAt: request.asAt,
    encoding: request.encoding,
    inputs: [schemeInput, ...tables],
    ledgerHead: null,
    controls: controlsOf(totals),
  };
}

/** What there is to say about the run. */
export function summaryOf(run: FinishedRun, groups: readonly FindingGroup[]): RunSummary {
  const { source, request, period, totals } = run;
  const warnings = groups.map((group) => recorded(group, source.name));
  return {
    scheme: source.scheme,
    period,
    asAt: request.asAt,
    totals,
    inputs: inputCounts(run),
    warnings: warnings.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

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
function inputCounts({ data, calculation, totals }: FinishedRun): InputCount[] {
  const { folder, claims } = data;
  const tables = folder.counts.map(({ file, rows, ignored }): InputCount => {
    const later = calculation.laterThanAsAt.get(file) ?? 0;
    const notUsed = ignored.map(({ why, rows }) => ({ reason: why, rows }));
    return { file, rows, notUsed: [...notUsed, ...laterRows(later)] };
  });
  const refused = totals.rows['refused.csv'];
  const claimed: InputCount[] = claims
    ? [
        {
          file: claims.input.name,
          rows: claims.input.rows,
          notUsed: [
            ...(refused > 0 ? [{ reason: 'refused: see refused.csv', rows: refused }] : []),
            ...laterRows(claims.counted.later),
          ],
        },
      ]
    : [];
  return [...tables, ...claimed].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function laterRows(rows: number): InputCount['notUsed'] {
  return rows > 0 ? [{ reason: 'later than the as-at date', rows }] : [];
}
