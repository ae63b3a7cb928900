import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';

/** For reading, but not what a symbolic link points to. */
const toRead = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Reads a file of the data folder from its start, as many bytes at a time as there is room for, and lets others have their turn in between. */
export async function readInPieces(path: string, room: Buffer, onPiece: (piece: Buffer) => void): Promise<void> {
  const input = openSync(path, toRead);
  try {
    for (let length = readSync(input, room); length > 0; length = readSync(input, room)) {
      onPiece(room.subarray(0, length));
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    closeSync(input);
  }
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
