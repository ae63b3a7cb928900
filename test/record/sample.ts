import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import type { Manifest } from '../../src/record/run-folder/manifest.ts';
import type { Provenance } from '../../src/record/run-folder/provenance.ts';

export const manifest: Manifest = {
  newestPosting: null,
  scheme: 'sample-2020-21',
  period: 'spring',
  asAt: day('2020-10-15'),
  encoding: 'utf-8',
  inputs: [
    { file: 'scheme.json', sha256: 'b'.repeat(64), bytes: 20, rows: null },
    { file: 'paid.csv', sha256: 'a'.repeat(64), bytes: 10, rows: 3 },
  ],
  controls: {
    practices: 2,
    entitlement: pence(1000),
    alreadyPaid: pence(400),
    payments: pence(900),
    clawbacks: { due: pence(100), deferred: pence(200), proposed: pence(0), waived: pence(0) },
    net: pence(800),
    notPaid: pence(50),
    paidAhead: pence(7),
    rows: { 'withheld.csv': 1, 'payments.csv': 2 },
  },
};

export const provenance: Provenance = {
  when: '2026-01-02T03:04:05Z',
  version: '0.1.0',
  machine: 'v20.19.0 linux x64',
  arguments: ['run', 'sample'],
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'quarterday-test-'));
}

/** Every file below a folder with its text. */
export function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
