import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { NewFile } from './new-file.ts';
import { attempt } from './system-failure.ts';

/**
 * Writes a file whole in place of one of that name, or leaves that one as it is: under another name first, then by one rename. What the
 * system refuses throws a SystemFailure, and nothing is left.
 */
export function replaceFile(path: string, text: string, files: FileCalls = systemFiles): void {
  const temporary = join(dirname(path), `.quarterday-${randomBytes(8).toString('hex')}`);
  const file = new NewFile(basename(path), temporary, files);
  try {
    file.writeText(text);
    file.close();
    attempt('rename', temporary, () => files.rename(temporary, path));
  } catch (error) {
    file.abandon();
    if (files.exists(temporary)) files.removeFile(temporary);
    throw error;
  }
  attempt('save', dirname(path), () => files.syncFolder(dirname(path)));
}
