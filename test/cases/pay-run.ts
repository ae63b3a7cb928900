import { join } from 'node:path';
import { expect } from 'vitest';
import { emptyFolder } from '../make/host.ts';
import { rowsOf } from '../make/runs.ts';
import { call, type Finding } from './program.ts';

/** What a run is made of. */
export interface RunAsked {
  readonly scheme: string;
  readonly data: string;
  readonly period: string;
  readonly asAt: string;
  readonly ledger?: string | undefined;
}

/** What came of a run: the rows of its reports as they stand there, without the columns that are wording. */
export interface PayRun {
  readonly exit: number;
  readonly findings: readonly Finding[];
  /** Null where nothing was written. */
  readonly folder: string | null;
  readonly payments: readonly string[];
  readonly clawbacks: readonly string[];
  readonly withheld: readonly string[];
  readonly refused: readonly string[];
}

/** The columns that a test holds of each report. The others say it in words. */
const held = {
  payments: ['practice_code', 'payee_code', 'component', 'period', 'entitlement', 'already_paid', 'amount'],
  clawbacks: ['practice_code', 'payee_code', 'component', 'period', 'entitlement', 'already_paid', 'amount', 'status'],
  withheld: ['practice_code', 'component', 'period', 'status', 'amount'],
  refused: ['file', 'line', 'practice_code', 'code'],
} as const;

export type Report = keyof typeof held;

/** Makes a run into a folder that is gone when the test is over. */
export async function payRun({ scheme, data, period, asAt, ledger }: RunAsked): Promise<PayRun> {
  const given = ['--period', period, '--as-at', asAt, '--data', data, '--out', emptyFolder()];
  const withLedger = ledger === undefined ? [] : ['--ledger', ledger];
  const { exit, stdout, findings } = await call(['run', scheme, ...given, ...withLedger]);
  const folder: string | null = exit === 0 ? JSON.parse(stdout).folder : null;
  const rows = (report: Report) => (folder === null ? [] : heldRows(folder, report));
  return {
    exit,
    findings,
    folder,
    payments: rows('payments'),
    clawbacks: rows('clawbacks'),
    withheld: rows('withheld'),
    refused: rows('refused'),
  };
}

function heldRows(folder: string, report: Report): string[] {
  return rowsOf(folder, `${report}.csv`).map((row) => held[report].map((column) => row[column]).join());
}

/** The folder of a run that must have been made. */
export function folderOfRun({ folder, findings }: PayRun): string {
  if (folder === null) throw new Error(`no run was made: ${JSON.stringify(findings)}`);
  return folder;
}

/** Posts a run whose net total was worked out beforehand. */
export async function post(run: PayRun, ledger: string, total: string): Promise<void> {
  const args = ['post', folderOfRun(run), '--ledger', ledger, '--approved-by', 'A. Name', '--confirm-total', total];
  const { exit, findings } = await call(args);
  expect({ exit, findings: findings.filter(({ severity }) => severity === 'error') }).toEqual({
    exit: 0,
    findings: [],
  });
}

/** An empty ledger, gone when the test is over. */
export function emptyLedger(): string {
  return join(emptyFolder(), 'ledger');
}
