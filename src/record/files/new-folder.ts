import { randomBytes } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { NewFile, type WrittenFile } from './new-file.ts';
import { ParentFolder } from './parent-folder.ts';
import { attempt, systemCodeOf } from './system-failure.ts';

/** Whether something may be written at a path: nothing is there, or an empty folder. */
export function isFree(path: string, files: FileCalls = systemFiles): boolean {
  return attempt('look at', path, () => !files.exists(path) || files.list(path).length === 0);
}

/**
 * Writes a folder of files whole or not at all: under another name first, then by one rename. Answers what was written, or null where
 * the name was taken in the meantime. What the system refuses throws a SystemFailure, and nothing is left.
 */
export function writeNewFolder(
  path: string,
  texts: ReadonlyMap<string, string>,
  files: FileCalls = systemFiles,
): readonly WrittenFile[] | null {
  const target = resolve(path);
  const parent = new ParentFolder(dirname(target), files);
  const temporary = join(dirname(target), `.quarterday-${randomBytes(8).toString('hex')}`);
  let hasName = false;
  try {
    parent.make();
    attempt('make', temporary, () => files.makeFolder(temporary));
    const written = [...texts].map(([name, text]) => writeFile(join(temporary, name), text, files));
    attempt('save', temporary, () => files.syncFolder(temporary));
    if (!takeName(temporary, target, files)) {
      abandon(temporary, parent, files);
      return null;
    }
    hasName = true;
    parent.sync();
    return written;
  } catch (error) {
    if (hasName) files.rename(target, temporary);
    abandon(temporary, parent, files);
    throw error;
  }
}

function writeFile(path: string, text: string, files: FileCalls): WrittenFile {
  const file = new NewFile(basename(path), path, files);
  try {
    file.writeText(text);
    return file.close();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** An empty folder of that name gives way; a full one, or a file, does not. */
function takeName(temporary: string, target: string, files: FileCalls): boolean {
  try {
    if (attempt('look at', target, () => files.exists(target)))
      attempt('remove', target, () => files.removeFolder(target));
    attempt('rename', target, () => files.rename(temporary, target));
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}

function abandon(temporary: string, parent: ParentFolder, files: FileCalls): void {
  try {
    files.removeTree(temporary);
  } catch {
    // What could not be removed is a hidden folder of ours, which nothing reads.
  }
  parent.abandon();
}
