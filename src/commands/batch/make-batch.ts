import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatDay } from '../../domain/day.ts';
import { finding } from '../../domain/findings/finding.ts';
import { replaceFile } from '../../record/files/replace-file.ts';
import { type JobRun, readJob } from '../../run/job/read-job.ts';
import { findingJson } from '../../terminal/finding-json.ts';
import { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import { heedInterruption } from '../../terminal/interruption.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { BatchRequest } from '../request.ts';
import { batchData, batchText, isBatchReport, seenFrom, worstExit } from './batch-report.ts';
import { checkJob } from './check-job.ts';
import { makeRunOfJob, type RunOfJob } from './run-of-job.ts';

/**
 * Makes every run of a job. The job is checked whole before the first starts; then the failure of one stops no other. What was made
 * before is left alone, so that a job which was interrupted can be given again.
 */
export async function makeBatch({ job, jobs }: BatchRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const { value: runs, findings: mistakes } = readJob(job, host.schemes);
  findings.noteAll(mistakes);
  if (!runs) return;
  checkJob(runs, host, terminal);
  const report = join(dirname(job), 'batch.json');
  if (existsSync(report) && !isBatchReport(report)) findings.note(notOurs(report));
  if (findings.forbid) return;
  const made = await severalAtATime(runs, jobs, host, terminal);
  const data = batchData(made, job);
  replaceFile(report, `${JSON.stringify(data, null, 2)}\n`);
  terminal.stands(`${report} says what became of each run.`);
  terminal.endsWith(worstExit(made));
  if (terminal.format === 'json') return terminal.printJson(data);
  terminal.print(batchText(job, made, terminal.paint));
  terminal.next(nextStep(job, made));
}

function notOurs(path: string) {
  const message = 'there is a file of this name beside the job, and it is not the report of a job';
  const hint = 'move it elsewhere, or put the job into a folder of its own';
  return finding('target-exists', { field: 'JOB' }, { message, value: path, hint });
}

/** Makes the runs, so many at a time, each as soon as another has ended. Answers them in the order of the job. */
async function severalAtATime(
  runs: readonly JobRun[],
  atATime: number,
  host: Host,
  terminal: Terminal,
): Promise<readonly RunOfJob[]> {
  const made = new Map<JobRun, RunOfJob>();
  const waiting = runs.values();
  const worker = async () => {
    for (const run of waiting) {
      if (host.interrupted.aborted) return;
      const outcome = await makeRunOfJob(run, terminal.strict, host);
      if (host.interrupted.aborted) return;
      made.set(run, outcome);
      terminal.progress.step('runs done');
      tell(outcome, made.size, runs.length, terminal);
    }
  };
  terminal.progress.restart(runs.length);
  // A job that is interrupted ends when the runs that it started have ended, and have removed what was theirs.
  await Promise.all(Array.from({ length: atATime }, worker));
  heedInterruption(host.interrupted);
  return runs.flatMap((run) => made.get(run) ?? []);
}

/** What a run told of itself, under its own heading, and how far the job has come. */
function tell({ run, state, folder, findings }: RunOfJob, so: number, of: number, terminal: Terminal): void {
  const heading = `${run.named} ${run.period} (${so} of ${of})`;
  if (terminal.format === 'json') {
    const which = { scheme: run.named, period: run.period, as_at: formatDay(run.asAt) };
    for (const each of findings) terminal.aside(findingJson(each, { run: which }));
    return;
  }
  const own = new Findings(terminal.strict, () => {});
  own.noteAll(findings);
  if (findings.length > 0) terminal.tellApart(heading, own, state === 'failed' ? 'Nothing was written.' : '');
  terminal.stands(`${so} of ${of} runs are done${folder === null ? '' : `, the last in ${folder}`}.`);
}

function nextStep(job: string, made: readonly RunOfJob[]): string {
  const failed = made.filter(({ state }) => state === 'failed').length;
  if (failed > 0)
    return `Next: mend what ${failed === 1 ? 'the failed run' : `the ${failed} failed runs`} told above, then give the job again: quarterday batch ${shellQuoted(job)}. What was made is left alone.`;
  const folders = made.flatMap(({ folder }) => (folder === null ? [] : [shellQuoted(seenFrom(job, folder))]));
  if (folders.length === 0) return 'Next: add "out" to the job to make the run folders.';
  return `Next: look at each run with explain, then post each: quarterday post ${folders[0]} --ledger DIR --approved-by NAME --confirm-total NET`;
}
