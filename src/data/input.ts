import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Opens a file of the data folder for reading, but not what a symbolic link points to. */
export function openInput(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
}

/** A whole file of a data folder. */
export async function readInput(path: string): Promise<Buffer> {
  const input = await openInput(path);
  try {
    return await input.readFile();
  } finally {
    await input.close();
  }
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
