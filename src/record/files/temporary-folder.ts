import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { kill, pid } from 'node:process';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { attempt } from './system-failure.ts';

/** `.quarterday-<process>-<16 characters>`: the name says whose it is, so that one left behind can be told from one in use. */
const pattern = /^\.quarterday-(\d+)-[0-9a-f]{16}$/;

/** The path of a temporary folder to be made inside `parent`. */
export function temporaryPath(parent: string): string {
  return join(parent, `.quarterday-${pid}-${randomBytes(8).toString('hex')}`);
}

/** Makes a temporary folder that nobody else can look into. Answers its path. */
export function makeTemporaryFolder(parent: string, files: FileCalls = systemFiles): string {
  const path = temporaryPath(parent);
  attempt('make', path, () => files.makePrivateFolder(path));
  return path;
}

/** Removes a folder with all that is in it; answers its path where that could not be done. */
export function removeTemporaryFolder(path: string, files: FileCalls = systemFiles): string | null {
  try {
    files.removeTree(path);
    return null;
  } catch {
    return path;
  }
}

/**
 * The temporary folders in a folder that a killed program left behind: those of processes that do not run any more. They are named
 * and not removed, for one on a shared drive may be that of another machine.
 */
export function leftTemporaryFolders(parent: string, files: FileCalls = systemFiles): readonly string[] {
  if (!files.exists(parent)) return [];
  const names = attempt('list', parent, () => files.list(parent))
    .filter(({ kind }) => kind === 'folder')
    .map(({ name }) => name);
  return names
    .filter((name) => {
      const process = pattern.exec(name)?.[1];
      return process !== undefined && !isRunning(Number(process));
    })
    .sort()
    .map((name) => join(parent, name));
}

/** A signal of number 0 is none: it only asks. Of a process of somebody else the system says that we may not. */
function isRunning(processId: number): boolean {
  try {
    return kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
