import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** For reading, but not what a symbolic link points to. */
const toRead = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Opens a file of the data folder. */
export function openInput(path: string): Promise<FileHandle> {
  return open(path, toRead);
}

/** A whole file of a data folder. To wait for each of them by turns would take longer than to read it. */
export function readInput(path: string): Buffer {
  const input = openSync(path, toRead);
  try {
    return readFileSync(input);
  } finally {
    closeSync(input);
  }
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
