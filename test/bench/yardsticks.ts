import { spawnSync } from 'node:child_process';
import type { Job } from './measure.ts';

const start: Job = { name: 'node -e 0', command: 'node', args: ['-e', '0'] };

const parsing = `import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
let rows = 0;
const parser = createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(parse());
for await (const row of parser) rows += row.length > 0 ? 1 : 0;`;

const summing = `import collections, csv, sys
sums = collections.Counter()
for row in csv.reader(open(sys.argv[1], newline='')): sums[row[0], row[1]] += 1`;

const duckdb = `import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.runAndReadAll("select practice_code, event, count(*) from '" + process.argv[1] + "' group by all");`;

export const startUp = start;

/** What others need to read a file of claims, or to count its rows by practice and event, and no more than that. */
export function readersOf(claims: string): Job[] {
  const node = (name: string, program: string): Job => ({
    name,
    command: 'node',
    args: ['--input-type=module', '-e', program, claims],
  });
  const jobs = [node('csv-parse alone', parsing)];
  if (isThere('python3', ['-c', 'import csv'])) {
    jobs.push({ name: 'Python csv.reader, counting', command: 'python3', args: ['-c', summing, claims] });
  }
  if (isThere('node', ['--input-type=module', '-e', "import '@duckdb/node-api'"])) {
    jobs.push(node('DuckDB, counting', duckdb));
  }
  return jobs;
}

function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
