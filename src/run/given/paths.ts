import { realpathSync, statSync } from 'node:fs';
import flavour, { basename, dirname, join, resolve } from 'node:path';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { isFree } from '../../record/files/new-folder.ts';
import { isWithinFolder } from './within.ts';

/** What is wrong with a path that must lead to a file or to a folder; null where it does. Symlinks are followed. */
export function pathMistake(path: string, needed: 'file' | 'folder', field: string): Finding | null {
  const kind = kindOf(path);
  if (kind === needed) return null;
  const message = kind === null ? `there is no ${needed} at this path` : `this is not a ${needed}`;
  const hint = `give the path of a ${needed}, as seen from the folder that you work in`;
  return finding('no-such-path', { field }, { message, value: path, hint });
}

/** What is wrong with the path of a folder that need not be there yet. */
export function newFolderMistake(path: string, field: string): Finding | null {
  return kindOf(path) === null ? null : pathMistake(path, 'folder', field);
}

/** Why a folder cannot be made and filled: it is none, or it holds something; null where it is empty or not there yet. */
export function filledFolderMistake(out: string): Finding | null {
  return newFolderMistake(out, '--out') ?? (isFree(out) ? null : targetExists(out));
}

/** The folder to be written holds something. */
export function targetExists(out: string): Finding {
  const message = 'the folder is there already, with something in it';
  const hint = 'choose a folder that is empty or not there yet';
  return finding('target-exists', { field: '--out' }, { message, value: out, hint });
}

/** A folder that a command writes to, by the option that names it. */
export interface Written {
  readonly path: string;
  readonly field: '--out' | '--ledger';
  readonly what: 'run folder' | 'ledger' | 'hand-off';
}

/** What is wrong with writing to a folder: it must lie outside another that is read, by whatever links it is reached. */
export function outputMistake(
  { path, field, what }: Written,
  folder: string,
  name: 'data folder' | 'ledger',
): Finding | null {
  const [writing, other] = [whereItWillBe(resolve(path)), whereItWillBe(resolve(folder))];
  if (!isWithinFolder(writing, other, flavour)) return null;
  const code = name === 'ledger' ? 'output-inside-ledger' : 'output-inside-data';
  const message = `the ${what} would lie inside the ${name}`;
  return finding(code, { field }, { message, value: path, hint: `choose a folder beside the ${name}` });
}

/** The folder at a path, or the nearest above it that is there. */
export function nearestFolder(path: string): string {
  const full = resolve(path);
  return kindOf(full) === 'folder' || dirname(full) === full ? full : nearestFolder(dirname(full));
}

function kindOf(path: string): 'file' | 'folder' | 'other' | null {
  const found = statOrNull(path);
  if (found === null) return null;
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** The real path of something that need not be there yet: of the nearest folder above it that is, and the rest. */
function whereItWillBe(path: string): string {
  if (statOrNull(path) !== null) return realpathSync.native(path);
  const above = dirname(path);
  if (above === path) return path;
  return join(whereItWillBe(above), basename(path));
}

function statOrNull(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
