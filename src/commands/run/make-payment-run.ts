import { thePeriodIsOver } from '../../calculate/checks.ts';
import { openRowSources } from '../../data/files/row-sources.ts';
import { finding } from '../../domain/findings/finding.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { openRunFolder, type RunFolder } from '../../record/run-folder/run-folder.ts';
import { runData } from '../../report/run-text/run-data.ts';
import { type RunPlace, runText } from '../../report/run-text/run-text.ts';
import { nearestFolder } from '../../run/given/paths.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import { ledgerInput, type ReadLedger, readLedgerFor } from '../../run/ledger/ledger-input.ts';
import { temporaryFoldersLeft } from '../../run/ledger/temporary-folders.ts';
import { beforeNewestPosting } from '../../run/posted-before.ts';
import { dataMistake, draftFindings, folderMistakes, periodNamed } from '../../run/run-readiness.ts';
import { type FinishedRun, manifestOf, type ReadRun, summaryOf } from '../../run/run-record.ts';
import type { AskedSource } from '../../run/run-source.ts';
import { publishRun, readRun, workOutRun } from '../../run/work-out-run.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { version } from '../../terminal/version.ts';
import type { RunRequest } from '../request.ts';
import { nextStep } from './next-step.ts';

/**
 * Makes a payment run: reads the scheme and the data, works out every practice, and writes the run folder. Where
 * anything is wrong, all of it is told and nothing is written.
 */
export async function makePaymentRun(request: RunRequest, host: Host, terminal: Terminal): Promise<void> {
  const source = await openSource(request, host, terminal);
  if (!source) return;
  const { period, asAt } = source;
  if (period) terminal.findings.noteAll(thePeriodIsOver({ period, asAt }));
  // What is written in passing goes to the device that the run goes to.
  const parent = request.out === null ? host.temporary : nearestFolder(request.out);
  terminal.findings.noteAll(temporaryFoldersLeft([parent, host.temporary]));
  const scratch = new ScratchFolder(parent);
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

const noLedger: ReadLedger = { input: ledgerInput(null, []), newest: null };

function tellLeft(left: string | null, terminal: Terminal): void {
  if (left !== null) terminal.stands(`The temporary folder ${left} could not be removed.`);
}

/** What was asked for, looked up as far as that can be done; null where there is no scheme or no data folder, which has been noted. */
async function openSource(request: RunRequest, host: Host, terminal: Terminal): Promise<AskedSource | null> {
  const { asAt, data, encoding } = request;
  const { findings } = terminal;
  const schemeFile = openScheme(request.scheme, host, terminal);
  findings.noteAll(folderMistakes(request));
  if (!schemeFile) return null;
  const { scheme } = schemeFile;
  findings.noteAll(draftFindings(scheme, schemeFile.name));
  const named = periodNamed(scheme, request.period);
  const period = 'code' in named ? null : named;
  if ('code' in named) findings.note(named);
  const ledger = request.ledger === null ? noLedger : readLedgerFor(scheme, request.ledger, terminal);
  if (ledger) findings.noteAll(beforeNewestPosting(ledger.newest, asAt, request.out !== null));
  // What a draft will ask of the data is not agreed yet.
  if (scheme.status === 'draft' || dataMistake(request) !== null) return null;
  findings.nameSources(openRowSources(data));
  return { schemeFile, period, asAt, data, encoding, ledger: ledger?.input ?? null };
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
    terminal.printJson(runData(summary, runId, folder));
    return;
  }
  terminal.print(runText(summary, place, terminal.paint));
  terminal.next(nextStep(place, ledger));
}
