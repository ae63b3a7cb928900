import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
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

const copying = `import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
const [from, to] = process.argv.slice(1);
mkdirSync(to);
const piece = Buffer.allocUnsafe(256 * 1024);
for (const [at, name] of readdirSync(from, { recursive: true }).entries()) {
  if (!statSync(from + '/' + name).isFile()) continue;
  const [file, copy, hash] = [openSync(from + '/' + name, 'r'), openSync(to + '/' + at, 'wx'), createHash('sha256')];
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
    hash.update(piece.subarray(0, length));
    writeSync(copy, piece.subarray(0, length));
  }
  fsyncSync(copy);
  closeSync(copy);
}`;

export const startUp = start;

/** What it takes to hash the bytes of a run and to make them last, with nothing worked out: no run can be faster. */
export function bytesAlone(runs: string): Job {
  const to = `${runs}-copy`;
  return {
    ...node('its bytes alone', copying, runs, to),
    before: () => rmSync(to, { recursive: true, force: true }),
  };
}

function node(name: string, program: string, ...args: readonly string[]): Job {
  return { name, command: 'node', args: ['--input-type=module', '-e', program, ...args] };
}

/** What others need to read a file of claims, or to count its rows by practice and event, and no more than that. */
export function readersOf(claims: string): Job[] {
  const jobs = [node('csv-parse alone', parsing, claims)];
  if (isThere('python3', ['-c', 'import csv'])) {
    jobs.push({ name: 'Python csv.reader, counting', command: 'python3', args: ['-c', summing, claims] });
  }
  if (isThere('node', ['--input-type=module', '-e', "import '@duckdb/node-api'"])) {
    jobs.push(node('DuckDB, counting', duckdb, claims));
  }
  return jobs;
}

function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
