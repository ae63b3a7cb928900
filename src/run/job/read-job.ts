import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Encoding } from '../../data/files/encoding.ts';
import type { Day } from '../../domain/day.ts';
import { type Finding, finding, hasErrors, type Outcome, type Place } from '../../domain/findings/finding.ts';
import { type Document, placeOf } from '../../json/document.ts';
import { readWrittenBytes } from '../../json/read-written.ts';
import { builtinIds } from '../given/builtin-schemes.ts';
import { pathMistake } from '../given/paths.ts';
import { job as grammar, type WrittenJob } from './job-grammar.ts';

/** One run of a job, with every path as it leads from the folder that one works in. */
export interface JobRun {
  /** The scheme as the job names it. */
  readonly named: string;
  readonly scheme: string;
  readonly period: string;
  readonly asAt: Day;
  readonly data: string;
  readonly ledger: string | null;
  /** Null for a rehearsal. */
  readonly out: string | null;
  readonly encoding: Encoding;
  /** Where one of its choices is written: in the run itself, or for all. */
  readonly placeOf: (choice: Choice) => Place;
}

type Choice = keyof WrittenJob['defaults'];

/** Reads a job; null where it is none. Its paths are relative to the folder that it lies in. */
export function readJob(path: string, schemes: URL): Outcome<readonly JobRun[] | null> {
  const mistake = pathMistake(path, 'file', 'JOB');
  if (mistake) return { value: null, findings: [mistake] };
  const { value, findings } = readWrittenBytes(readFileSync(path), basename(path), grammar);
  if (value === null || hasErrors(findings)) return { value: null, findings };
  const { written, document } = value;
  const read = written.runs.map((_, index) => jobRun(written, index, document, dirname(path), builtinIds(schemes)));
  const missing = read.flatMap((run) => ('code' in run ? [run] : []));
  const runs = read.flatMap((run) => ('code' in run ? [] : [run]));
  const all = [...findings, ...missing, ...toldTwice(runs)];
  return { value: hasErrors(all) ? null : runs, findings: all };
}

function jobRun(
  { defaults, runs }: WrittenJob,
  index: number,
  document: Document,
  folder: string,
  builtin: readonly string[],
): JobRun | Finding {
  const own = runs[index] ?? {};
  const { scheme, period, as_at: asAt, data, ledger, out, encoding } = { ...defaults, ...own };
  const place = (choice: Choice) =>
    placeOf(document, own[choice] === undefined ? ['defaults', choice] : ['runs', index, choice]);
  const within = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  if (scheme === undefined || period === undefined || asAt === undefined || data === undefined) {
    const choices = { scheme, period, as_at: asAt, data };
    const names = Object.entries(choices).flatMap(([name, value]) =>
      value === undefined ? [JSON.stringify(name)] : [],
    );
    const message = `this run does not say ${names.join(', ')}, and nothing is said for all`;
    const hint = `add ${names.join(', ')} to the run, or to "defaults"`;
    return finding('json-missing-key', placeOf(document, ['runs', index]), { message, hint });
  }
  return {
    named: scheme,
    scheme: builtin.includes(scheme) ? scheme : within(scheme),
    period,
    asAt,
    data: within(data),
    ledger: ledger === undefined ? null : within(ledger),
    out: out === undefined ? null : within(out),
    encoding: encoding ?? 'utf-8',
    placeOf: place,
  };
}

/** Two runs that are one, and two periods of a scheme with nothing posted between them. */
function toldTwice(runs: readonly JobRun[]): Finding[] {
  return runs.flatMap((run, index) => {
    const before = runs.slice(0, index).filter((each) => each.scheme === run.scheme && each.data === run.data);
    const same = before.find((each) => each.period === run.period && each.asAt === run.asAt && each.out === run.out);
    if (same) {
      const message = `this run stands in the job already: ${run.scheme}, ${run.period}`;
      return [
        finding('run-twice', run.placeOf('period'), { message, value: run.period, hint: 'take one of the two out' }),
      ];
    }
    const other = before.find((each) => each.ledger === run.ledger && each.period !== run.period);
    if (!other) return [];
    const message = `${other.period} of ${run.scheme} is in this job too, and nothing is posted between the two: what both pay for the earlier periods is the same money`;
    const hint = `post ${other.period} first and run ${run.period} after it, or give each period a job of its own`;
    return [finding('run-before-posting', run.placeOf('period'), { message, value: run.period, hint })];
  });
}
