import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readIfThere } from '../files/read-pieces.ts';
import { attempt } from '../files/system-failure.ts';
import { type Checksum, checksumsFile, readChecksums } from './checksums.ts';
import { type Manifest, runIdOf } from './manifest.ts';
import { readManifest } from './read-manifest.ts';

/** A run folder that is there to be read, or the file in which it does not hold, and why. */
export type OpenedRun =
  | { readonly kind: 'run'; readonly run: RecordedRun }
  | { readonly kind: 'not-a-run'; readonly file: string; readonly why: string };

/** A run folder as it was written, complete and with the manifest that its checksums vouch for. */
export interface RecordedRun {
  readonly path: string;
  readonly runId: string;
  readonly manifest: Manifest;
  /** Of every other file, in order of name. */
  readonly checksums: readonly Checksum[];
  /** The whole text of a file such as `payments.csv` or `inputs/scheme.json`; null where there is none. */
  readonly text: (name: string) => string | null;
}

/** Opens a run folder. Only its manifest is held against the checksums: `verify` does the rest. What the system refuses throws a SystemFailure. */
export function openRecordedRun(path: string, files: FileCalls = systemFiles): OpenedRun {
  const text = (name: string) => readIfThere(join(path, name), files)?.toString('utf8') ?? null;
  const sums = text(checksumsFile);
  if (sums === null) return notARun(checksumsFile, 'is missing, so that the folder is incomplete and no run');
  const checksums = readChecksums(sums);
  if (checksums === null) return notARun(checksumsFile, 'is not a sorted list of checksums and names');
  const missing = checksums.find(({ name }) => !attempt('look at', path, () => files.exists(join(path, name))));
  if (missing) return notARun(missing.name, 'is missing, though SHA256SUMS lists it');
  const json = text('run.json');
  if (json === null) return notARun('run.json', 'is missing');
  if (checksums.find(({ name }) => name === 'run.json')?.sha256 !== sha256(json)) {
    return notARun('run.json', 'does not have the checksum that SHA256SUMS gives it');
  }
  const manifest = readManifest(json);
  if (manifest === null) return notARun('run.json', 'is not a manifest as this program writes it');
  return { kind: 'run', run: { path, runId: runIdOf(json), manifest, checksums, text } };
}

function notARun(file: string, why: string): OpenedRun {
  return { kind: 'not-a-run', file, why };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
