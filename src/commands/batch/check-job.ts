import { asAtDateIsNotBeforeThePeriod, thePeriodIsOver } from '../../calculate/checks.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import type { JobRun } from '../../run/job/read-job.ts';
import { draftFindings, folderMistakes, periodNamed } from '../../run/run-readiness.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Looks up whatever every run of a job names before the first starts: its scheme, period and folders. What is wrong is noted. */
export function checkJob(runs: readonly JobRun[], host: Host, terminal: Terminal): void {
  const schemes = new Map<string, ReturnType<typeof openScheme>>();
  for (const run of runs) {
    terminal.findings.noteAll(folderMistakes(run).map((mistake) => placed(mistake, run)));
    // A scheme that several runs name is read, and told of, once.
    if (!schemes.has(run.scheme)) {
      const opened = openScheme(run.scheme, host, terminal);
      schemes.set(run.scheme, opened);
      if (opened) terminal.findings.noteAll(draftFindings(opened.scheme, opened.name));
    }
    const file = schemes.get(run.scheme);
    if (!file) continue;
    const period = periodNamed(file.scheme, run.period);
    const mistakes =
      'code' in period
        ? [period]
        : [...asAtDateIsNotBeforeThePeriod({ period, asAt: run.asAt }), ...thePeriodIsOver({ period, asAt: run.asAt })];
    terminal.findings.noteAll(mistakes.map((mistake) => placed(mistake, run)));
  }
}

const choiceOf: Readonly<Record<string, Parameters<JobRun['placeOf']>[0]>> = {
  '--period': 'period',
  '--as-at': 'as_at',
  '--data': 'data',
  '--ledger': 'ledger',
  '--out': 'out',
};

/** What is wrong with an option of a run, at the place of the job that gives it. */
function placed(mistake: Finding, { placeOf }: JobRun): Finding {
  const choice = choiceOf[mistake.field ?? ''];
  return choice === undefined ? mistake : { ...mistake, ...placeOf(choice) };
}
