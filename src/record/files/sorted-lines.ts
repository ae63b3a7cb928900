import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { attempt } from './system-failure.ts';

/** The key by which the lines of a file are sorted, by code unit. */
export type KeyOf = (line: string) => string;

export interface LineGroup {
  readonly key: string;
  readonly lines: readonly string[];
}

interface Line {
  readonly text: string;
  /** Where the next line begins, in bytes. */
  readonly next: number;
}

/** Below this the rest is read line by line. */
const smallEnough = 64 * 1024;

/** The lines below the header that have this key: found by halving, so that little of a large file is read. No cell of it holds a line break. */
export function linesWithKey(path: string, key: string, keyOf: KeyOf): string[] {
  return reading(path, (file) => {
    const size = attempt('look at', path, () => fstatSync(file).size);
    const found: string[] = [];
    for (const { text } of linesFrom(file, path, startOf(file, path, size, key, keyOf))) {
      if (keyOf(text) > key) break;
      if (keyOf(text) === key) found.push(text);
    }
    return found;
  });
}

/** The lines below the header, those of one key together, one key after another. */
export function* groupsByKey(path: string, keyOf: KeyOf): Generator<LineGroup> {
  const file = attempt('open', path, () => openSync(path, 'r'));
  try {
    let [key, lines]: [string, string[]] = ['', []];
    for (const { text } of linesFrom(file, path, headerEnd(file, path))) {
      const next = keyOf(text);
      if (next !== key && lines.length > 0) {
        yield { key, lines };
        lines = [];
      }
      key = next;
      lines.push(text);
    }
    if (lines.length > 0) yield { key, lines };
  } finally {
    closeSync(file);
  }
}

function reading<T>(path: string, read: (file: number) => T): T {
  const file = attempt('open', path, () => openSync(path, 'r'));
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

/** The start of a line with nothing of the key before it, and less than a small piece of other lines after it. */
function startOf(file: number, path: string, size: number, key: string, keyOf: KeyOf): number {
  let [low, high] = [headerEnd(file, path), size];
  while (high - low > smallEnough) {
    const [cut, whole] = linesFrom(file, path, low + Math.floor((high - low) / 2));
    if (!cut || !whole || cut.next >= high) break;
    if (keyOf(whole.text) < key) low = whole.next;
    else high = cut.next;
  }
  return low;
}

function headerEnd(file: number, path: string): number {
  const [header] = linesFrom(file, path, 0);
  return header?.next ?? 0;
}

/** The lines of a file from a byte on; the first is cut where that byte is not the first of a line. */
function* linesFrom(file: number, path: string, start: number): Generator<Line> {
  const piece = Buffer.alloc(smallEnough);
  let [rest, restAt] = [Buffer.alloc(0), start];
  for (let at = start; ; ) {
    const length = attempt('read', path, () => readSync(file, piece, 0, piece.length, at));
    at += length;
    const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield { text: lineText(bytes.subarray(from, end)), next: restAt + end + 1 };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    restAt += from;
    if (length > 0) continue;
    if (rest.length > 0) yield { text: lineText(rest), next: at };
    return;
  }
}

function lineText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
