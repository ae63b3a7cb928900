import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PracticeAccount } from '../../domain/account.ts';
import { noPence } from '../../domain/money/money.ts';
import { byReport, type ReportName, reportNames } from '../../domain/run-folder.ts';
import { inWords } from '../../domain/words/words.ts';
import { tie } from '../../publish/document.ts';
import { systemFiles } from '../../record/files/file-calls.ts';
import { readWhole } from '../../record/files/read-pieces.ts';
import { checksumsFile, readChecksums } from '../../record/run-folder/checksums.ts';
import type { Manifest } from '../../record/run-folder/manifest.ts';
import { openRunReports } from '../../report/reports/run-reports.ts';
import type { Totals } from '../../report/totals/totals.ts';
import type { Watch } from '../../terminal/terminal.ts';
import type { EvaluatedRun } from './evaluated-run.ts';
import { heldAgainstReports, refusedHeld } from './held-against-reports.ts';
import type { RunToRead } from './recorded-run.ts';
import { linesInTurn } from './report-lines.ts';
import { notAsMade } from './run-folder-findings.ts';

/** What all practices of a run come to, and who gives something back, or gave. */
export interface HeldRun {
  readonly totals: Totals;
  readonly givingBack: ReadonlySet<string>;
}

/**
 * Holds every practice of a run against its reports, and their totals against the control totals. The reports are made again and
 * their bytes compared; only where those differ, as another version may have worded them otherwise, each row is looked at. Null where
 * one does not hold, which is noted.
 */
export async function holdWholeRun(run: RunToRead, evaluated: EvaluatedRun, watch: Watch): Promise<HeldRun | null> {
  const { path, manifest, source } = run;
  const { findings, progress } = watch;
  const hashes = byReport(() => createHash('sha256'));
  const sinks = byReport((name) => (written: string | Uint8Array) => {
    hashes[name].update(written);
  });
  const { scheme } = source.schemeFile;
  const { words } = scheme;
  const reports = openRunReports(scheme, source, sinks);
  const linesOf = linesInTurn(path);
  const givingBack = new Set<string>();
  progress.restart(evaluated.facts.practices.length);
  for (const index of evaluated.facts.practices.keys()) {
    const { account, paid } = evaluated.groundsAt(index);
    const { code } = account.practice;
    const different = refusedHeld(code, evaluated.refused(code), linesOf);
    if (different) {
      findings.note(notAsMade(path, different.report, different.says));
      return null;
    }
    reports.account(account);
    if (givesBack(account) || paid.some(({ amount }) => amount < noPence)) givingBack.add(code);
    if (progress.step(inWords(words, 'practices read'))) await progress.pause();
  }
  const totals = reports.close();
  const made = byReport((name) => hashes[name].digest('hex'));
  if (!sameBytes(path, made) && !(await holdEachRow(run, evaluated, watch))) return null;
  tieToControls(totals, manifest);
  return { totals, givingBack };
}

/** The rows of refused.csv are copied from the claims, and were looked at already. */
function sameBytes(path: string, made: Readonly<Record<ReportName, string>>): boolean {
  const sums = readChecksums(readWhole(join(path, checksumsFile), systemFiles).toString('utf8')) ?? [];
  return reportNames
    .filter((report) => report !== 'refused.csv')
    .every((report) => sums.some(({ name, sha256 }) => name === report && sha256 === made[report]));
}

async function holdEachRow({ path, source }: RunToRead, evaluated: EvaluatedRun, watch: Watch): Promise<boolean> {
  const linesOf = linesInTurn(path);
  const { words } = source.schemeFile.scheme;
  watch.progress.restart(evaluated.facts.practices.length);
  for (const [index, { code }] of evaluated.facts.practices.entries()) {
    const different = heldAgainstReports(evaluated.groundsAt(index).account, evaluated.refused(code), linesOf);
    if (different) watch.findings.note(notAsMade(path, different.report, different.says));
    if (different) return false;
    if (watch.progress.step(inWords(words, 'practices held row by row'))) await watch.progress.pause();
  }
  return true;
}

function givesBack({ lines }: PracticeAccount): boolean {
  return lines.some(({ positions }) => positions.some(({ settlement }) => settlement.kind === 'clawback'));
}

function tieToControls({ all, practices }: Totals, { controls }: Manifest): void {
  if (practices !== controls.practices)
    throw new Error(`${practices} practices; the control says ${controls.practices}`);
  tie('the entitlement', all.entitlement, controls.entitlement);
  tie('what was already paid', all.alreadyPaid, controls.alreadyPaid);
  tie('the payments', all.payments.amount, controls.payments);
  tie('what comes back now', all.clawbacks.due.amount, controls.clawbacks.due);
  tie('what comes back later', all.clawbacks.deferred.amount, controls.clawbacks.deferred);
  tie('what waits for a decision', all.clawbacks.proposed.amount, controls.clawbacks.proposed);
  tie('what stays', all.clawbacks.waived.amount, controls.clawbacks.waived);
  tie('the net', all.net, controls.net);
}
