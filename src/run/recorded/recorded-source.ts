import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodings } from '../../data/files/encoding.ts';
import { postedFile, readPosted } from '../../record/ledger/posted-rows.ts';
import { type Manifest, schemeFile } from '../../record/run-folder/manifest.ts';
import type { Findings } from '../../terminal/findings.ts';
import { type LedgerInput, ledgerInput } from '../ledger/ledger-input.ts';
import type { RunSource } from '../run-source.ts';
import { notARun } from './run-folder-findings.ts';

/** What a run was made from, as its folder keeps it. Null where that makes no run, which is noted with the warnings of the scheme. */
export async function readRecordedSource(
  path: string,
  manifest: Manifest,
  findings: Pick<Findings, 'note' | 'noteAll' | 'errors' | 'speakIn'>,
): Promise<RunSource | null> {
  const data = join(path, 'inputs');
  // What verifies a run without making it again has no use for the reader of schemes.
  const { readSchemeBytes, wordsOfScheme } = await import('../../scheme/read.ts');
  const bytes = readFileSync(join(data, schemeFile));
  findings.speakIn(wordsOfScheme(bytes));
  const { value: scheme, findings: mistakes } = readSchemeBytes(bytes, schemeFile);
  findings.noteAll(mistakes);
  if (!scheme) return null;
  const period = scheme.periods.find(({ id }) => id === manifest.period);
  const encoding = encodings.find((each) => each === manifest.encoding);
  if (scheme.id !== manifest.scheme) findings.note(notARun('run.json', 'names another scheme than inputs/scheme.json'));
  if (!period) findings.note(notARun('run.json', 'names a period that its scheme has not'));
  if (!encoding) findings.note(notARun('run.json', 'names an encoding that this program does not read'));
  const ledger = readRecordedLedger(data, manifest);
  if (!ledger) findings.note(notARun(join('inputs', postedFile), 'is not as run writes it'));
  if (findings.errors > 0 || !period || !encoding || !ledger) return null;
  const { asAt } = manifest;
  return { schemeFile: { scheme, name: schemeFile, bytes }, period, asAt, data, encoding, ledger };
}

function readRecordedLedger(data: string, { newestPosting, inputs }: Manifest): LedgerInput | null {
  if (!inputs.some(({ file }) => file === postedFile)) return null;
  const rows = readPosted(readFileSync(join(data, postedFile), 'utf8'));
  return rows && ledgerInput(newestPosting, rows);
}
