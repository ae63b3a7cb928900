import type { FileCalls } from './file-calls.ts';
import { attempt, systemCodeOf } from './system-failure.ts';

/** Gives a folder another name. An empty folder of that name gives way; a full one, or a file, does not: then the answer is false. */
export function takeName(from: string, to: string, files: FileCalls): boolean {
  try {
    if (attempt('look at', to, () => files.exists(to))) removeEmpty(to, files);
    attempt('rename', to, () => files.rename(from, to));
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}

/** Another program may have removed it meanwhile. */
function removeEmpty(path: string, files: FileCalls): void {
  try {
    attempt('remove', path, () => files.removeFolder(path));
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
  }
}
