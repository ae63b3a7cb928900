import { formatDay } from '../../domain/day.ts';
import { type Code, codes } from '../../domain/findings/codes.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { type Currency, knownCurrency } from '../../domain/money/currency.ts';
import { type Pence, parseAmount } from '../../domain/money/money.ts';
import { isObject, parsedJson } from '../../record/files/plain-json.ts';
import { manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { checkFolder } from '../../record/verify/check-folder.ts';
import type { JobRun } from '../../run/job/read-job.ts';
import { exits } from '../../terminal/exit.ts';
import type { Ended, Host } from '../../terminal/host.ts';

/** What became of one run of a job. */
export interface RunOfJob {
  readonly run: JobRun;
  readonly state: 'made' | 'made-before' | 'rehearsed' | 'failed';
  readonly exit: number;
  readonly runId: string | null;
  /** The run folder, as it leads from the folder that one works in. */
  readonly folder: string | null;
  /** Payments less clawbacks due. */
  readonly net: Pence | null;
  /** In what; left out, pounds sterling. */
  readonly currency?: Currency | undefined;
  /** What the run told of itself. */
  readonly findings: readonly Finding[];
}

/** Makes one run of a job in a program of its own, so that a fault of one is no fault of the others. */
export async function makeRunOfJob(run: JobRun, strict: boolean, host: Host): Promise<RunOfJob> {
  const { scheme, period, asAt, data, ledger, out, encoding } = run;
  const options = ['--period', period, '--as-at', formatDay(asAt), `--data=${data}`, '--encoding', encoding];
  const folders = [...(ledger === null ? [] : [`--ledger=${ledger}`]), ...(out === null ? [] : [`--out=${out}`])];
  const manner = ['--format', 'json', ...(strict ? ['--strict'] : [])];
  const ended = await host.again(['run', scheme, ...options, ...folders, ...manner]);
  return outcomeOf(run, ended);
}

function outcomeOf(run: JobRun, { exit, stdout, stderr }: Ended): RunOfJob {
  const findings = stderr.split('\n').flatMap(findingIn);
  const there = findings.find(({ code }) => code === 'target-exists');
  const before = there?.value === undefined ? null : madeBefore(there.value);
  if (before !== null) {
    return {
      run,
      state: 'made-before',
      exit: exits.done,
      ...before,
      findings: findings.filter((each) => each !== there),
    };
  }
  if (exit !== exits.done) {
    return { run, state: 'failed', exit: exit ?? exits.fault, runId: null, folder: null, net: null, findings };
  }
  return { run, exit, findings, ...answerIn(stdout) };
}

/** What a run said of itself on stdout. */
function answerIn(stdout: string): Pick<RunOfJob, 'state' | 'runId' | 'folder' | 'net' | 'currency'> {
  const answer = parsedJson(stdout);
  const summary = isObject(answer) ? answer.summary : null;
  const totals = isObject(summary) ? summary.totals : null;
  if (!isObject(answer) || !isObject(totals) || typeof answer.run_id !== 'string' || typeof totals.net !== 'string')
    throw new Error('a run that ended well did not answer as a run does');
  const currency =
    isObject(summary) && typeof summary.currency === 'string' ? knownCurrency(summary.currency) : undefined;
  const folder = typeof answer.folder === 'string' ? answer.folder : null;
  const state = folder === null ? 'rehearsed' : 'made';
  return { state, runId: answer.run_id, folder, currency, net: parseAmount(totals.net) };
}

/** The run that stands in a folder already, if it is whole; null where it is not. */
function madeBefore(folder: string): Pick<RunOfJob, 'runId' | 'folder' | 'net' | 'currency'> | null {
  const { manifest, differences } = checkFolder(folder);
  if (manifest === null || differences.length > 0) return null;
  const { currency, controls } = manifest;
  return { runId: runIdOf(manifestJson(manifest)), folder, currency, net: controls.net };
}

/** A finding as a line of JSON says it; none where the line is something else. */
function findingIn(line: string): Finding[] {
  const said = line === '' ? null : parsedJson(line);
  if (!isObject(said)) return [];
  const { code, severity, message, hint, file, sheet, line: row, column, field, value, source } = said;
  if (typeof code !== 'string' || !isCode(code) || (severity !== 'error' && severity !== 'warning')) return [];
  return [
    {
      code,
      severity,
      message: String(message),
      hint: String(hint),
      ...(typeof file === 'string' ? { file } : {}),
      ...(typeof sheet === 'string' ? { sheet } : {}),
      ...(typeof row === 'number' ? { line: row } : {}),
      ...(typeof column === 'number' ? { column } : {}),
      ...(typeof field === 'string' ? { field } : {}),
      ...(typeof value === 'string' ? { value } : {}),
      ...(typeof source === 'string' ? { source } : {}),
    },
  ];
}

function isCode(code: string): code is Code {
  return Object.hasOwn(codes, code);
}
