import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readPieces, readWhole } from '../files/read-pieces.ts';
import { attempt } from '../files/system-failure.ts';
import { type Checksum, checksumsFile, readChecksums } from '../run-folder/checksums.ts';
import { type Manifest, type ManifestInput, runFolderName, runIdOf } from '../run-folder/manifest.ts';
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
}

/** A file of the folder as it is now. */
interface FoundFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Of an input; 0 of every other file, whose rows are counted when they are added up. */
  readonly rows: number;
}

/**
 * Checks that a run folder is whole: every file is listed in SHA256SUMS and nothing else is there, every checksum holds,
 * and run.json is the manifest that names the folder and its inputs. What the system refuses throws a SystemFailure.
 */
export function checkFolder(path: string, files: FileCalls = systemFiles): CheckedFolder {
  const differences: Difference[] = [];
  const differ = (file: string, says: string) => differences.push({ file, says });
  const names = namesIn(path, files, differ);
  if (!names.includes(checksumsFile)) {
    differ(checksumsFile, 'is missing: the folder is incomplete, and no run');
    return { differences, manifest: null, files: names.length, isComplete: false };
  }
  const found = new Map(names.map((name) => [name, lookAt(join(path, name), name.startsWith('inputs/'), files)]));
  const checksums = readChecksums(readWhole(join(path, checksumsFile), files).toString('utf8'));
  if (checksums === null) differ(checksumsFile, 'is not a list of checksums and names in order of name, each once');
  else differences.push(...checksumsHold(checksums, found));
  const manifest = found.has('run.json') ? checkManifest(path, files, differ) : null;
  const missing = manifest === null ? [] : filesOf(manifest).filter((name) => !found.has(name));
  const listed = new Set(checksums?.map(({ name }) => name));
  for (const name of missing) if (!listed.has(name)) differ(name, 'is missing from the folder');
  if (manifest !== null) differences.push(...inputsAreAsRecorded(manifest, found));
  return { differences, manifest, files: names.length, isComplete: manifest !== null && missing.length === 0 };
}

type Differ = (file: string, says: string) => void;
type Found = ReadonlyMap<string, FoundFile>;

/** The files of the folder and of its inputs, in order. */
function namesIn(path: string, files: FileCalls, differ: Differ): readonly string[] {
  const entries = attempt('list', path, () => files.list(path));
  const inputs = entries.some(({ name, kind }) => name === 'inputs' && kind === 'folder')
    ? attempt('list', join(path, 'inputs'), () => files.list(join(path, 'inputs')))
    : [];
  const all = [
    ...entries.filter(({ name, kind }) => name !== 'inputs' || kind !== 'folder'),
    ...inputs.map(({ name, kind }) => ({ name: `inputs/${name}`, kind })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of all) {
    if (kind !== 'file')
      differ(name, `is ${kind === 'folder' ? 'a folder' : 'a link or a special file'}; expected a plain file`);
  }
  return all.filter(({ kind }) => kind === 'file').map(({ name }) => name);
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
  const listed = new Set(checksums.map(({ name }) => name));
  const added = [...found.keys()].filter((name) => name !== checksumsFile && !listed.has(name));
  return [...differences, ...added.map((file) => ({ file, says: 'was added: SHA256SUMS does not list it' }))];
}

function checkManifest(path: string, files: FileCalls, differ: Differ): Manifest | null {
  const json = readWhole(join(path, 'run.json'), files);
  const manifest = readManifest(json.toString('utf8'));
  if (manifest === null) {
    differ('run.json', 'is not a manifest as this program writes it');
    return null;
  }
  const name = runFolderName(manifest, runIdOf(json.toString('utf8')));
  if (basename(resolve(path)) !== name)
    differ('run.json', `makes the run ${name}; expected the folder to have this name`);
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
  const others = [...found.keys()].filter((name) => name.startsWith('inputs/') && !recorded.has(name));
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
