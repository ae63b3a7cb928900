import { calculate } from '../calculate/calculate.ts';
import { finding } from '../domain/finding.ts';
import { manifestJson, runIdOf } from '../record/manifest.ts';
import { openRunFolder, type RunFolder } from '../record/run-folder.ts';
import { byReport } from '../report/reports.ts';
import { openRunReports, type RunTotals } from '../report/run-reports.ts';
import { type RunPlace, runText } from '../report/run-text.ts';
import { summaryData, summaryJson } from '../report/summary.ts';
import type { RunRequest } from './request.ts';
import { readRunData, refusedClaims } from './run-data.ts';
import { draftFindings, folderMistakes, periodNamed } from './run-readiness.ts';
import { type FinishedRun, inputFiles, manifestOf, summaryOf } from './run-record.ts';
import { openScheme } from './scheme-file.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

type PlannedRun = Omit<FinishedRun, 'totals'>;

/**
 * Makes a payment run: reads the scheme and the data, works out every practice, and writes the run folder. Where
 * anything is wrong, all of it is told and nothing is written.
 */
export async function makePaymentRun(request: RunRequest, world: World, terminal: Terminal): Promise<void> {
  const plan = await planRun(request, world, terminal);
  if (!plan) return;
  const folder = request.out === null ? null : openRunFolder(request.out);
  try {
    const totals = await writeReports(plan, folder, terminal);
    const run: FinishedRun = { ...plan, totals };
    await terminal.progress.pause();
    if (folder) keepRun(run, folder, world, terminal);
    else tellRun(run, 'rehearsal', runIdOf(manifestJson(manifestOf(run))), terminal);
  } finally {
    const left = folder?.abandon() ?? null;
    if (left !== null) terminal.stands(`The temporary folder ${left} could not be removed.`);
  }
}

/** Everything up to the first figure; null where something stands against the run, which has been noted. */
async function planRun(request: RunRequest, world: World, terminal: Terminal): Promise<PlannedRun | null> {
  const { findings } = terminal;
  const source = await openScheme(request.scheme, world, terminal);
  if (!source) return null;
  const { scheme } = source;
  findings.noteAll(draftFindings(scheme, source.name));
  if (findings.forbid) return null;
  const period = periodNamed(scheme, request.period);
  if ('code' in period) findings.note(period);
  findings.noteAll(await folderMistakes(request));
  if (findings.forbid || 'code' in period) return null;
  const data = await readRunData(scheme, request, terminal);
  if (findings.forbid) return null;
  const claims = data.claims?.counted ?? null;
  const { value: calculation, findings: mistakes } = calculate(scheme, data.folder.facts, {
    period,
    asAt: request.asAt,
    claims,
  });
  findings.noteAll(mistakes);
  return calculation && !findings.forbid ? { source, request, period, data, calculation } : null;
}

async function writeReports(plan: PlannedRun, folder: RunFolder | null, terminal: Terminal): Promise<RunTotals> {
  const { source, request, period, data, calculation } = plan;
  const { progress } = terminal;
  const sinks = byReport((name) => folder?.sink(name) ?? nowhere);
  const reports = openRunReports(source.scheme, { period, asAt: request.asAt }, sinks);
  const refused = await refusedClaims(data, terminal);
  progress.restart();
  for (const row of refused) {
    reports.refused(row);
    if (progress.step('refused rows written')) await progress.pause();
  }
  progress.restart();
  for (const account of calculation.accounts()) {
    reports.account(account);
    if (progress.step('practices worked out')) await progress.pause();
  }
  return reports.close();
}

function nowhere(): void {}

/** Completes the run folder and gives it its name. */
function keepRun(run: FinishedRun, folder: RunFolder, world: World, terminal: Terminal): void {
  const { findings } = terminal;
  const manifest = manifestOf(run);
  for (const { file, sha256 } of manifest.inputs) keepInput(run, folder, file, sha256);
  folder.sink('summary.json')(summaryJson(summaryOf(run, findings.groups)));
  const published = folder.publish(manifest, {
    when: world.now(),
    version,
    machine: world.machine,
    arguments: world.args,
  });
  if (published.kind === 'published') {
    terminal.stands(`The run folder ${published.path} is written and whole.`);
    tellRun(run, { folder: published.path }, published.runId, terminal);
  } else {
    const message = 'this very run was made before: the same scheme, data, period and as-at date';
    const hint = 'use the run folder that is there, or give another parent with --out';
    findings.note(finding('target-exists', { field: '--out' }, { message, value: published.path, hint }));
  }
}

function keepInput({ source, data }: FinishedRun, folder: RunFolder, file: string, sha256: string): void {
  const input = inputFiles(data).find(({ name }) => name === file);
  if (!input) folder.keepInput(file, source.bytes, sha256);
  else if (input.content) folder.keepInput(file, input.content, sha256);
  else if (data.claims) folder.keepInputFrom(file, data.claims.file.path, sha256);
}

function tellRun(run: FinishedRun, place: RunPlace, runId: string, terminal: Terminal): void {
  const summary = summaryOf(run, terminal.findings.groups);
  if (terminal.format === 'json') {
    const folder = place === 'rehearsal' ? null : place.folder;
    terminal.printJson({ run_id: runId, folder, summary: summaryData(summary) });
    return;
  }
  const { text, next } = runText(summary, place, terminal.paint);
  terminal.print(text);
  terminal.next(next);
}
