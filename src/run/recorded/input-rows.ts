import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeWindows1252, type Encoding } from '../../data/files/encoding.ts';

/** Files larger than this are not held, so that none of their rows is shown as it stood. */
const mostBytes = 32 * 1024 * 1024;

/** A file with the place at which each of its lines begins. */
interface Lines {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
}

/** Finds the rows of a run's inputs as they stood, by their line from 1. Each file is read when a row of it is first asked for. */
export function openInputRows(inputs: string, encoding: Encoding): (file: string, line: number) => string | null {
  const files = new Map<string, Lines | null>();
  return (file, line) => {
    const known = files.get(file);
    const lines = known === undefined ? linesOf(join(inputs, file)) : known;
    files.set(file, lines);
    return lines && rowIn(lines, line, encoding);
  };
}

function linesOf(path: string): Lines | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? Infinity;
  if (size > mostBytes) return null;
  const bytes = readFileSync(path);
  const starts = [0];
  for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, feed + 1)) starts.push(feed + 1);
  return { bytes, starts };
}

function rowIn({ bytes, starts }: Lines, line: number, encoding: Encoding): string | null {
  const start = starts[line - 1];
  if (start === undefined) return null;
  const row = bytes.subarray(start, starts[line] ?? bytes.length);
  const text = encoding === 'windows-1252' ? decodeWindows1252(row) : row.toString('utf8');
  return text.replace(/[\r\n]+$/, '');
}
