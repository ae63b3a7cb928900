import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { expectFooting } from '../../cases/footing.ts';
import { folderOfRun, type PayRun, payRun } from '../../cases/pay-run.ts';
import { call } from '../../cases/program.ts';
import { folderOf } from '../../make/host.ts';

/** The tables that these tests fill in, and their columns. */
const columns = {
  practices: 'practice_code,practice_name,joined_on,left_on,locality,pcn_code',
  memberships: 'practice_code,from,locality,pcn_code',
  successions: 'old_code,new_code,from',
  'list-sizes': 'practice_code,as_at,patients',
  claims: 'practice_code,event,event_id,event_date,claimed_on',
  measures: 'practice_code,measure,as_at,numerator,denominator',
  evidence: 'practice_code,evidence,received_on',
  decisions: 'practice_code,component,decision,period,proportion,amount,decided_on,decided_by,reason',
  paid: 'practice_code,component,period,amount,paid_on,payee_code',
  payees: 'practice_code,payee_code,agreed_on',
} as const;

/** Rows of tables, in the order of their columns; what is left out at the end of a row is blank. */
export type Rows = { readonly [table in keyof typeof columns]?: readonly string[] };

interface Asked {
  readonly scheme: string;
  readonly rows: Rows;
  readonly period: string;
  readonly asAt: string;
  readonly ledger?: string;
}

/** The path of a scheme of these tests. */
export function schemeFile(id: string): string {
  return fileURLToPath(new URL(`../../../fixtures/cases/over-time/${id}.json`, import.meta.url));
}

/** Makes a run through the whole program, whatever comes of it. */
export function tried({ scheme, rows, ...of }: Asked): Promise<PayRun> {
  return payRun({ ...of, scheme: schemeFile(scheme), data: dataOf(rows) });
}

/** Makes a run that must succeed, foot, and come out the same again. `worth` is the worth to date of all practices. */
export async function made(asked: Asked & { readonly worth?: string }): Promise<PayRun> {
  const run = await tried(asked);
  const errors = run.findings.filter(({ severity }) => severity === 'error');
  const told = errors.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`);
  expect([run.exit, ...told]).toEqual([0]);
  const folder = folderOfRun(run);
  expectFooting(folder, asked.worth);
  expect((await call(['verify', folder, '--recompute'])).exit).toBe(0);
  return run;
}

/** A data folder with these rows. */
export function dataOf(rows: Rows): string {
  const files = Object.entries(columns).flatMap(([table, header]) => {
    const given = Object.entries(rows).find(([name]) => name === table)?.[1];
    return given === undefined ? [] : [[`${table}.csv`, csv(header.split(','), given)]];
  });
  return folderOf(Object.fromEntries(files));
}

/** The text of a table; columns that every row leaves blank are left out. */
function csv(header: readonly string[], rows: readonly string[]): string {
  const cells = rows.map((row) => row.split(','));
  const used = header.flatMap((_, at) => (rows.length === 0 || cells.some((row) => row[at]) ? [at] : []));
  const lines = [header, ...cells].map((row) => used.map((at) => row[at] ?? '').join());
  return `${lines.join('\n')}\n`;
}
