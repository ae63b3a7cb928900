import { openRowSources } from '../../data/files/row-sources.ts';
import { finding } from '../../domain/findings/finding.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { calculationVersion, manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { openRunFolder, type RunFolder } from '../../record/run-folder/run-folder.ts';
import { type RunPlace, runText } from '../../report/run-text/run-text.ts';
import { summaryData } from '../../report/totals/summary.ts';
import { ledgerInput, readLedgerFor } from '../../run/ledger-input.ts';
import { nearestFolder } from '../../run/paths.ts';
import { draftFindings, folderMistakes, periodNamed } from '../../run/run-readiness.ts';
import { type FinishedRun, manifestOf, type ReadRun, summaryOf } from '../../run/run-record.ts';
import type { RunSource } from '../../run/run-source.ts';
import { openScheme } from '../../run/scheme-file.ts';
import { publishRun, readRun, workOutRun } from '../../run/work-out-run.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { version } from '../../terminal/version.ts';
import type { RunRequest } from '../request.ts';

/**
 * Makes a payment run: reads the scheme and the data, works out every practice, and writes the run folder. Where
 * anything is wrong, all of it is told and nothing is written.
 */
export async function makePaymentRun(request: RunRequest, host: Host, terminal: Terminal): Promise<void> {
  const source = await openSource(request, host, terminal);
  if (!source) return;
  // What is written in passing goes to the device that the run goes to.
  const scratch = new ScratchFolder(request.out === null ? host.temporary : nearestFolder(request.out));
  try {
    const run = await readRun(source, scratch, terminal);
    if (run) await writeRun(run, request, host, terminal);
  } finally {
    tellLeft(scratch.remove(), terminal);
  }
}

async function writeRun(read: ReadRun, request: RunRequest, host: Host, terminal: Terminal): Promise<void> {
  const folder = request.out === null ? null : openRunFolder(request.out);
  try {
    const run = await workOutRun(read, folder, terminal);
    await terminal.progress.pause();
    if (!run) return;
    if (folder) keepRun(run, folder, request, host, terminal);
    else tellRun(run, 'rehearsal', runIdOf(manifestJson(manifestOf(run))), request, terminal);
  } finally {
    tellLeft(folder?.abandon() ?? null, terminal);
  }
}

function tellLeft(left: string | null, terminal: Terminal): void {
  if (left !== null) terminal.stands(`The temporary folder ${left} could not be removed.`);
}

/** What was asked for, looked up; null where it does not make a run, which has been noted. */
async function openSource(request: RunRequest, host: Host, terminal: Terminal): Promise<RunSource | null> {
  const { asAt, data, encoding } = request;
  const { findings } = terminal;
  const schemeFile = openScheme(request.scheme, host, terminal);
  if (!schemeFile) return null;
  const { scheme } = schemeFile;
  findings.noteAll(draftFindings(scheme, schemeFile.name));
  if (findings.forbid) return null;
  const period = periodNamed(scheme, request.period);
  if ('code' in period) findings.note(period);
  findings.noteAll(folderMistakes(request));
  findings.nameSources(openRowSources(data));
  const ledger =
    request.ledger === null ? ledgerInput(null, []) : await readLedgerFor(scheme, request.ledger, terminal);
  if (findings.forbid || 'code' in period || !ledger) return null;
  return { calculation: calculationVersion, schemeFile, period, asAt, data, encoding, ledger };
}

function keepRun(run: FinishedRun, folder: RunFolder, request: RunRequest, host: Host, terminal: Terminal): void {
  const provenance = { when: host.now(), version, machine: host.machine, arguments: host.args };
  const published = publishRun(run, folder, provenance, terminal);
  if (published.kind === 'published') {
    terminal.stands(`The run folder ${published.path} is written and whole.`);
    tellRun(run, { folder: published.path }, published.runId, request, terminal);
    return;
  }
  const message = 'this very run was made before: the same scheme, data, period and as-at date';
  const hint = 'use the run folder that is there, or give another parent with --out';
  terminal.findings.note(finding('target-exists', { field: '--out' }, { message, value: published.path, hint }));
}

function tellRun(run: FinishedRun, place: RunPlace, runId: string, { ledger }: RunRequest, terminal: Terminal): void {
  const summary = summaryOf(run, terminal.findings.groups);
  if (terminal.format === 'json') {
    const folder = place === 'rehearsal' ? null : place.folder;
    terminal.printJson({ run_id: runId, folder, summary: summaryData(summary) });
    return;
  }
  const { text, next } = runText(summary, place, terminal.paint);
  terminal.print(text);
  terminal.next(next);
  if (ledger === null || place === 'rehearsal') return;
  terminal.next(
    `${next}\nThen: quarterday post ${shellQuoted(place.folder)} --ledger ${shellQuoted(ledger)} --approved-by NAME --confirm-total NET`,
  );
}
