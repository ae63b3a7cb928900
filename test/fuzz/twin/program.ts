import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { byReport } from '../../../src/domain/run-folder.ts';
import { ScratchFolder } from '../../../src/record/files/scratch-folder.ts';
import { openRunReports } from '../../../src/report/reports/run-reports.ts';
import { ledgerInput } from '../../../src/run/ledger/ledger-input.ts';
import { prepareRun, readRun } from '../../../src/run/work-out-run.ts';
import { readSchemeBytes } from '../../../src/scheme/read.ts';
import { Findings } from '../../../src/terminal/findings.ts';
import { Progress } from '../../../src/terminal/progress.ts';
import { hostOf } from '../../make/host.ts';
import { asksForPersons } from './draw-events.ts';
import type { Case, Row } from './written.ts';

/** What a run of the program says: its reports by name, or why there is none. */
export interface Ran {
  readonly reports: ReadonlyMap<string, readonly Row[]> | null;
  readonly errors: readonly string[];
}

const progress = new Progress(hostOf([]), false);

/** A run of the program itself, from the bytes of the scheme and of the data folder to those of its reports. */
export async function program(run: Case, folder: string): Promise<Ran> {
  const { scheme, period, asAt } = run;
  const bytes = Buffer.from(JSON.stringify(scheme), 'utf8');
  const { value: read, findings: ofScheme } = readSchemeBytes(bytes, 'scheme.json');
  if (!read) return { reports: null, errors: ofScheme.map(told) };
  writeTables(run, folder);
  const errors: string[] = [];
  const findings = new Findings(false, (each) => {
    if (each.severity === 'error') errors.push(told(each));
  });
  const watch = { findings, progress };
  const scratch = new ScratchFolder(folder);
  const source = {
    schemeFile: { scheme: read, name: 'scheme.json', bytes },
    period: at(read.periods, period),
    asAt: day(asAt),
    data: join(folder, 'data'),
    encoding: 'utf-8' as const,
    ledger: ledgerInput(null, []),
  };
  try {
    const whole = await readRun(source, scratch, watch);
    if (!whole) return { reports: null, errors };
    const written = new Map<string, string[]>();
    const sinks = byReport((name) => {
      const pieces: string[] = [];
      written.set(name, pieces);
      return (bytes: Uint8Array | string) => pieces.push(bytes.toString());
    });
    const reports = openRunReports(read, source, sinks);
    const onClaims = { ofPractice: () => {}, refused: reports.refused };
    const prepared = await prepareRun(whole, onClaims, () => {}, watch);
    if (!prepared) return { reports: null, errors };
    for (const account of prepared.calculation.accounts()) reports.account(account);
    reports.close();
    return { reports: new Map([...written].map(([name, pieces]) => [name, rowsOf(pieces.join(''))])), errors };
  } finally {
    scratch.remove();
  }
}

function told({ code, message, field, value }: { code: string; message: string; field?: unknown; value?: unknown }) {
  return `${code} ${field ?? ''} [${value ?? ''}]: ${message}`;
}

/** The columns that a table has even where it is empty. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'evidence.csv': ['practice_code', 'evidence', 'received_on'],
  'measures.csv': ['practice_code', 'measure', 'as_at', 'numerator', 'denominator'],
  'claims.csv': ['practice_code', 'event', 'event_id', 'event_date', 'claimed_on'],
};

function writeTables({ tables, scheme }: Case, folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  for (const name of readdirSync(data)) rmSync(join(data, name));
  for (const [name, rows] of Object.entries(tables)) {
    const person = name === 'claims.csv' && asksForPersons(JSON.stringify(scheme)) ? ['person'] : [];
    const amount = name === 'claims.csv' && JSON.stringify(scheme).includes('"claimed"') ? ['amount'] : [];
    const item = name === 'measures.csv' && scheme.measures.some(({ lines }) => lines) ? ['item'] : [];
    const columns = [
      ...new Set([...(needed[name] ?? []), ...person, ...amount, ...item, ...rows.flatMap((row) => Object.keys(row))]),
    ];
    if (columns.length === 0) continue;
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    writeFileSync(join(data, name), `${[columns.join(','), ...lines].join('\n')}\n`);
  }
}

/** The rows of a report; a cell in quotes may hold commas, but no line break. */
function rowsOf(text: string): Row[] {
  const [header = [], ...rows] = text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
    );
  return rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])));
}
