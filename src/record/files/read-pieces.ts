import type { FileCalls } from './file-calls.ts';
import { attempt, systemCodeOf } from './system-failure.ts';

/** A small file is read in one small piece, a large one in ever larger ones. */
const [firstPiece, largestPiece] = [16 * 1024, 1024 * 1024];

/** Reads a file from its beginning to its end, a piece at a time; a piece is good until the next. */
export function readPieces(path: string, files: FileCalls, onPiece: (piece: Uint8Array) => void): void {
  for (const piece of pieces(path, files)) onPiece(piece);
}

/** The same for who asks for each piece in turn. */
export function* pieces(path: string, files: FileCalls): Generator<Uint8Array> {
  const file = attempt('open', path, () => files.openToRead(path));
  let piece = Buffer.allocUnsafe(firstPiece);
  try {
    for (;;) {
      const length = attempt('read', path, () => files.read(file, piece));
      if (length === 0) return;
      yield piece.subarray(0, length);
      if (length === piece.length && length < largestPiece) piece = Buffer.allocUnsafe(length * 4);
    }
  } finally {
    attempt('close', path, () => files.close(file));
  }
}

/** A whole file, which must be small enough to hold. */
export function readWhole(path: string, files: FileCalls): Buffer {
  const file = attempt('open', path, () => files.openToRead(path));
  try {
    // A byte more than there is, so that the end is seen; a file that has grown meanwhile gets more room.
    let bytes = Buffer.allocUnsafe(attempt('look at', path, () => files.size(file)) + 1);
    let length = 0;
    for (;;) {
      const read = attempt('read', path, () => files.read(file, bytes.subarray(length)));
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2);
    }
  } finally {
    attempt('close', path, () => files.close(file));
  }
}

/** A whole file, or null where there is none of that name. */
export function readIfThere(path: string, files: FileCalls): Buffer | null {
  try {
    return readWhole(path, files);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
