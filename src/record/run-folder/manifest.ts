import { createHash } from 'node:crypto';
import { type Day, formatDay } from '../../domain/day.ts';
import { type Currency, currencyKey } from '../../domain/money/currency.ts';
import { formatAmount } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import type { ControlsData, RunDocument } from '../../formats/run.ts';

/** The version of the calculation. It changes only when a figure would, and the major version of the program with it. */
export const calculationVersion = '3';

/** The scheme among the inputs of a run, whatever its file was called. */
export const schemeFile = 'scheme.json';

/** What makes a run: the same manifest, the same figures. No clock, host, user or path. */
export interface Manifest {
  readonly scheme: string;
  readonly period: string;
  readonly asAt: Day;
  /** Left out, pounds sterling. */
  readonly currency?: Currency;
  readonly encoding: string;
  readonly inputs: readonly ManifestInput[];
  /** Null where the run was made without a ledger. */
  readonly newestPosting: NewestPosting | null;
  readonly controls: Controls;
}

/** The newest posting of a ledger; serial 0 with null for a ledger without any. */
export interface LedgerHead {
  readonly serial: number;
  readonly sha256: string | null;
}

/** The newest posting of the run's own scheme, likewise, with the sha256 of the scheme file that it was made from. */
export interface NewestPosting extends LedgerHead {
  readonly schemeSha256: string | null;
}

/** A file that the run was made from. */
export interface ManifestInput {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Rows of a table, its header not counted; null for the scheme. */
  readonly rows: number | null;
}

/** The sha256 of the scheme file that a run was made from. */
export function schemeSha256Of({ inputs }: Pick<Manifest, 'inputs'>): string {
  const scheme = inputs.find(({ file }) => file === schemeFile);
  if (!scheme) throw new Error('a run without a scheme among its inputs');
  return scheme.sha256;
}

/** run.json: keys and files in a fixed order, money as text of pounds. */
export function manifestJson(manifest: Manifest): string {
  const { scheme, period, asAt, encoding, inputs, newestPosting, controls } = manifest;
  const data: RunDocument = {
    format: 'quarterday/run/1',
    ...currencyKey(manifest),
    calculation: calculationVersion,
    scheme,
    period,
    as_at: formatDay(asAt),
    encoding,
    inputs: [...inputs].sort(byFile).map(({ file, sha256, bytes, rows }) => ({ file, sha256, bytes, rows })),
    newest_posting: newestPosting && {
      serial: newestPosting.serial,
      sha256: newestPosting.sha256,
      scheme_sha256: newestPosting.schemeSha256,
    },
    controls: controlsData(controls),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** The run id: the sha256 of run.json. */
export function runIdOf(manifest: string): string {
  return createHash('sha256').update(manifest, 'utf8').digest('hex');
}

/** The name of the run folder: `<scheme id>-<period>-<first 12 of the run id>`. */
export function runFolderName({ scheme, period }: Pick<Manifest, 'scheme' | 'period'>, runId: string): string {
  return `${scheme}-${period}-${runId.slice(0, 12)}`;
}

/** The control totals as run.json and the ledger write them. */
export function controlsData({ practices, rows, clawbacks, ...totals }: Controls): ControlsData {
  return {
    practices,
    entitlement: formatAmount(totals.entitlement),
    already_paid: formatAmount(totals.alreadyPaid),
    payments: formatAmount(totals.payments),
    clawbacks_due: formatAmount(clawbacks.due),
    clawbacks_deferred: formatAmount(clawbacks.deferred),
    clawbacks_proposed: formatAmount(clawbacks.proposed),
    clawbacks_waived: formatAmount(clawbacks.waived),
    net: formatAmount(totals.net),
    not_paid: formatAmount(totals.notPaid),
    paid_ahead: formatAmount(totals.paidAhead),
    rows: Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function byFile(a: ManifestInput, b: ManifestInput): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
