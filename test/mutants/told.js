import { existsSync, readFileSync } from 'node:fs';

/** The objects of a file, one a line; none where there is no file. */
export function linesOf(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}
