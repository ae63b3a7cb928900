import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import { sha256 } from '../record/sample.ts';

/** Changes the text of a file, as somebody would who means harm. */
export function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

/** Writes SHA256SUMS anew, as somebody would who hides a change. */
export function hide(run: string): void {
  const names = readdirSync(run, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !['SHA256SUMS', 'inputs'].includes(name),
  );
  const sums = names.sort().map((name) => `${sha256(readFileSync(join(run, name), 'utf8'))}  ${name}\n`);
  writeFileSync(join(run, 'SHA256SUMS'), sums.join(''));
}

/** The same, with a run.json that was edited too: its sha256 names the folder. Answers its new path. */
export function hideAll(run: string): string {
  hide(run);
  const id = sha256(readFileSync(join(run, 'run.json'), 'utf8'));
  const path = join(dirname(run), basename(run).replace(/[0-9a-f]{12}$/, id.slice(0, 12)));
  renameSync(run, path);
  return path;
}

/** Writes into run.json what a changed input comes to, and hides the change. Answers the new path. */
export function hideInput(run: string, file: string): string {
  const text = readFileSync(join(run, 'inputs', file), 'utf8');
  edit(join(run, 'run.json'), (json) =>
    json.replace(
      new RegExp(`("file": "${file.replace('.', '\\.')}",\\s*"sha256": ")[0-9a-f]+(",\\s*"bytes": )\\d+`),
      `$1${sha256(text)}$2${Buffer.byteLength(text)}`,
    ),
  );
  return hideAll(run);
}

/** Says that another version made a run, and hides it. */
export function madeByVersion(run: string, version: string): void {
  edit(join(run, 'provenance.json'), (text) => text.replace(/"version": "[^"]*"/, `"version": "${version}"`));
  hide(run);
}
