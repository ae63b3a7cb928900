import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodings } from '../data/files/encoding.ts';
import type { Encoding } from '../data/folder.ts';
import { type Finding, finding } from '../domain/findings/finding.ts';
import type { Period, Scheme } from '../domain/scheme/scheme.ts';
import { schemeFile } from '../record/run-folder/manifest.ts';
import { openRecordedRun, type RecordedRun } from '../record/run-folder/read-run-folder.ts';
import { readSchemeBytes } from '../scheme/read.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { pathMistake } from './paths.ts';

/** A run folder with the scheme that it was made from. */
export interface RunToRead {
  readonly run: RecordedRun;
  readonly scheme: Scheme;
  readonly period: Period;
  readonly encoding: Encoding;
  /** The folder of the data that it was made from. */
  readonly inputs: string;
}

/** Opens a run folder to read what it says; null where it is none, which is noted. */
export function openRunToRead(path: string, { findings }: Terminal): RunToRead | null {
  const mistake = pathMistake(path, 'folder', 'RUN');
  if (mistake) findings.note(mistake);
  if (mistake) return null;
  const opened = openRecordedRun(path);
  if (opened.kind === 'not-a-run') {
    findings.note(notARun(join(path, opened.file), opened.why));
    return null;
  }
  const { run } = opened;
  const inputs = join(path, 'inputs');
  const bytes = readFileSync(join(inputs, schemeFile));
  const { value: scheme, findings: mistakes } = readSchemeBytes(bytes, schemeFile);
  for (const each of mistakes) if (each.severity === 'error') findings.note(each);
  const period = scheme?.periods.find(({ id }) => id === run.manifest.period);
  if (scheme && !period) findings.note(notARun(join(path, 'run.json'), 'names a period that its scheme has not'));
  const encoding = encodings.find((each) => each === run.manifest.encoding) ?? 'utf-8';
  return scheme && period ? { run, scheme, period, encoding, inputs } : null;
}

/** What is wrong with a file of a run folder. */
export function notARun(file: string, why: string): Finding {
  const hint = 'see what verify says of the folder, and use one as run has made it';
  return finding('not-a-run', { file }, { message: `the file ${why}`, hint });
}
