import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isSystemFile } from '../../domain/system-files.ts';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readPieces, readWhole } from '../files/read-pieces.ts';
import { attempt } from '../files/system-failure.ts';
import { type Checksum, checksumsFile, readChecksums } from '../run-folder/checksums.ts';
import type { Manifest, ManifestInput } from '../run-folder/manifest.ts';
import { readManifest } from '../run-folder/read-manifest.ts';
import type { Difference } from './difference.ts';
import { RowCount } from './row-count.ts';

/** A run folder held against its own checksums and manifest. */
export interface CheckedFolder {
  readonly differences: readonly Difference[];
  /** Null where run.json cannot be read. */
  readonly manifest: Manifest | null;
  /** Files that were looked at. */
  readonly files: number;
  /** Every report and input is there, so that they can be held against one another, whatever is in them. */
  readonly isComplete: boolean;
  /** What does not belong to the run, and is not read. */
  readonly strays: readonly string[];
}

/** A file of the folder as it is now. */
interface FoundFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Of an input; 0 of every other file, whose rows are counted when they are added up. */
  readonly rows: number;
}

/**
 * Checks that a run folder is whole: every file of the run is there and listed in SHA256SUMS, every checksum holds, and run.json is the
 * manifest that names the inputs. The folder may have any name. What the system refuses throws a SystemFailure.
 */
export function checkFolder(path: string, files: FileCalls = systemFiles): CheckedFolder {
  const differences: Difference[] = [];
  const differ = (file: string, says: string) => differences.push({ file, says });
  const { names, others } = namesIn(path, files);
  if (!names.includes(checksumsFile)) {
    differ(checksumsFile, 'is missing: the folder is incomplete, and no run');
    return { differences, manifest: null, files: names.length, isComplete: false, strays: [] };
  }
  const found = new Map(names.map((name) => [name, lookAt(join(path, name), name.startsWith('inputs/'), files)]));
  const checksums = readChecksums(readWhole(join(path, checksumsFile), files).toString('utf8'));
  if (checksums === null) differ(checksumsFile, 'is not a list of checksums and names in order of name, each once');
  else differences.push(...checksumsHold(checksums, found));
  const manifest = found.has('run.json') ? checkManifest(path, files, differ) : null;
  const expected = [checksumsFile, 'run.json', ...(manifest === null ? [] : filesOf(manifest))];
  const listed = new Set(checksums?.map(({ name }) => name));
  for (const name of expected) if (!found.has(name) && !listed.has(name)) differ(name, 'is missing from the folder');
  const mayBe = new Set([...expected, ...listed]);
  for (const name of others.filter((each) => mayBe.has(each) || isTable(each)))
    differ(name, 'is no plain file, but a link or a folder');
  if (checksums !== null) differences.push(...allAreListed(listed, expected, names));
  if (manifest !== null) differences.push(...inputsAreAsRecorded(manifest, found));
  const isComplete = manifest !== null && expected.every((name) => found.has(name));
  const isStray = (name: string) => checksums !== null && !mayBe.has(name) && !isTable(name);
  const own = names.filter((name) => !isStray(name));
  return { differences, manifest, files: own.length, isComplete, strays: [...names, ...others].filter(isStray) };
}

type Differ = (file: string, says: string) => void;
type Found = ReadonlyMap<string, FoundFile>;

/** The files of the folder and of its inputs, and whatever else has a name there, both in order; what the system left is passed over. */
function namesIn(path: string, files: FileCalls): { names: readonly string[]; others: readonly string[] } {
  const entries = attempt('list', path, () => files.list(path));
  const inputs = entries.some(({ name, kind }) => name === 'inputs' && kind === 'folder')
    ? attempt('list', join(path, 'inputs'), () => files.list(join(path, 'inputs')))
    : [];
  const all = [
    ...entries.filter(({ name, kind }) => !isSystemFile(name) && (name !== 'inputs' || kind !== 'folder')),
    ...inputs.filter(({ name }) => !isSystemFile(name)).map(({ name, kind }) => ({ name: `inputs/${name}`, kind })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const namesOf = (isFile: boolean) => all.filter(({ kind }) => (kind === 'file') === isFile).map(({ name }) => name);
  return { names: namesOf(true), others: namesOf(false) };
}

/** Whether a file among the inputs would be read with them. */
function isTable(name: string): boolean {
  return name.startsWith('inputs/') && name.toLowerCase().endsWith('.csv');
}

function lookAt(path: string, isInput: boolean, files: FileCalls): FoundFile {
  const hash = createHash('sha256');
  const count = new RowCount();
  let bytes = 0;
  readPieces(path, files, (piece) => {
    hash.update(piece);
    if (isInput) count.feed(piece);
    bytes += piece.length;
  });
  return { sha256: hash.digest('hex'), bytes, rows: count.rows };
}

function checksumsHold(checksums: readonly Checksum[], found: Found): Difference[] {
  const differences: Difference[] = [];
  for (const { name, sha256 } of checksums) {
    const file = found.get(name);
    if (!file) differences.push({ file: name, says: 'is missing, though SHA256SUMS lists it' });
    else if (file.sha256 !== sha256) {
      differences.push({ file: name, says: `was changed: expected the checksum ${sha256}`, value: file.sha256 });
    }
  }
  return differences;
}

/** What makes the run is listed, and so is every table that would be read with it. */
function allAreListed(
  listed: ReadonlySet<string>,
  expected: readonly string[],
  names: readonly string[],
): readonly Difference[] {
  return names
    .filter((name) => name !== checksumsFile && !listed.has(name) && (expected.includes(name) || isTable(name)))
    .map((file) => ({ file, says: 'was added: SHA256SUMS does not list it' }));
}

function checkManifest(path: string, files: FileCalls, differ: Differ): Manifest | null {
  const json = readWhole(join(path, 'run.json'), files);
  const manifest = readManifest(json.toString('utf8'));
  if (manifest === null) {
    differ('run.json', 'is not a manifest as this program writes it');
    return null;
  }
  return manifest;
}

/** What every run has beside run.json and its checksums, and the inputs of this one. */
function filesOf({ controls, inputs }: Manifest): readonly string[] {
  return [
    ...Object.keys(controls.rows),
    'summary.json',
    'provenance.json',
    ...inputs.map(({ file }) => `inputs/${file}`),
  ];
}

function inputsAreAsRecorded({ inputs }: Manifest, found: Found): Difference[] {
  const recorded = new Set(inputs.map(({ file }) => `inputs/${file}`));
  const others = [...found.keys()].filter((name) => isTable(name) && !recorded.has(name));
  return [
    ...inputs.flatMap((input) => inputMistakes(input, found)),
    ...others.map((file) => ({ file, says: 'is no input of the run: run.json does not name it' })),
  ];
}

function inputMistakes({ file, sha256, bytes, rows }: ManifestInput, found: Found): Difference[] {
  const name = `inputs/${file}`;
  const there = found.get(name);
  if (!there) return [];
  const same = there.sha256 === sha256 && there.bytes === bytes && (rows === null || there.rows === rows);
  if (same) return [];
  const told = `${bytes} bytes${rows === null ? '' : `, ${rows} rows`}, sha256 ${sha256}`;
  return [{ file: name, says: `is not as run.json has it: expected ${told}` }];
}
