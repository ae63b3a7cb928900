import { type Calculation, calculate } from '../calculate/calculate.ts';
import { asAtDateIsNotBeforeThePeriod, findingsOfData } from '../calculate/checks.ts';
import { openClaimJudge } from '../calculate/claims/claim-judge.ts';
import type { CountedClaims } from '../calculate/claims/counted-claims.ts';
import { openAccounts } from '../calculate/identity/accounts.ts';
import type { Used } from '../calculate/practice-as-at.ts';
import { rowsWithoutEffect } from '../calculate/rows-without-effect.ts';
import { payeeChanges } from '../calculate/settlement/payee-changes.ts';
import { claimsAreLikely } from '../data/plausible/claims.ts';
import { noRowOfPaidRepeatsAPosting } from '../data/plausible/paid.ts';
import { claimsTable } from '../data/tables/tables.ts';
import { hasErrors } from '../domain/findings/finding.ts';
import { byReport } from '../domain/run-folder.ts';
import { inWords } from '../domain/words/words.ts';
import type { ScratchFolder } from '../record/files/scratch-folder.ts';
import type { Provenance } from '../record/run-folder/provenance.ts';
import type { Published, RunFolder } from '../record/run-folder/run-folder.ts';
import { openRunReports } from '../report/reports/run-reports.ts';
import { summaryJson } from '../report/totals/summary.ts';
import type { Watch } from '../terminal/terminal.ts';
import { judgeClaims, type OnClaims } from './judge-claims.ts';
import { factsWithPosted } from './ledger/ledger-input.ts';
import { postedWarnings } from './posted-before.ts';
import { filesOfAccounts, type ReadRunAgain, readRunData } from './run-data.ts';
import { type FinishedRun, inputFiles, manifestOf, type ReadRun, summaryOf } from './run-record.ts';
import type { AskedSource } from './run-source.ts';
import type { AreSound } from './sound-files.ts';
import { tellOfClaims } from './tell-of-claims.ts';

/**
 * Reads everything that the run is made from; null where something stands against it. Whatever can be known of it is noted, also where
 * the period or the ledger has a mistake of its own.
 */
export async function readRun(
  source: AskedSource,
  scratch: ScratchFolder,
  watch: Watch,
  again: ReadRunAgain | null = null,
): Promise<ReadRun | null> {
  const { schemeFile, period, asAt, ledger } = source;
  const { scheme } = schemeFile;
  const { findings } = watch;
  const data = await readRunData(scheme, source, scratch, watch, again);
  const written = factsWithPosted(data.folder.facts, scheme, ledger?.rows ?? []);
  const areSound: AreSound = (...files) => data.areSound(...files) && (ledger !== null || !files.includes('paid.csv'));
  findings.noteAll(written.findings.filter(({ file }) => file === undefined || areSound(file)));
  const accounts = openAccounts(scheme, written.value, asAt);
  if (areSound(...filesOfAccounts)) findings.noteAll(accounts.findings);
  const { facts } = accounts.value;
  findings.noteAll(noRowOfPaidRepeatsAPosting(facts, asAt));
  const mistakes = [
    ...(period === null ? [] : asAtDateIsNotBeforeThePeriod({ period, asAt })),
    ...findingsOfData(scheme, facts, { period, asAt, claims: null, areSound }),
  ];
  // They are told where something stands against the run; else with what the claims come to.
  if (findings.errors === 0 && !hasErrors(mistakes) && period && ledger)
    return { source: { ...source, period, ledger }, data, facts };
  findings.noteAll(mistakes);
  await tellOfClaims(scheme, data, watch);
  return null;
}

/**
 * Judges the claims, works out every practice, and writes the reports where there is a folder for them. Null where something stands
 * against the run, which has been noted.
 */
export async function workOutRun(run: ReadRun, folder: RunFolder | null, watch: Watch): Promise<FinishedRun | null> {
  const { source, facts } = run;
  const { period, asAt } = source;
  const { scheme } = source.schemeFile;
  const { findings, progress } = watch;
  const sinks = byReport((name) => folder?.sink(name) ?? nowhere);
  const reports = openRunReports(scheme, source, sinks);
  const rowsUsed = new Set<object>();
  const onClaims = { ofPractice: claimsAreLikely(scheme, findings.note), refused: reports.refused };
  const prepared = await prepareRun(run, onClaims, (row) => rowsUsed.add(row), watch);
  if (!prepared) return null;
  const { calculation, claims } = prepared;
  progress.restart(run.data.accounts.length);
  for (const account of calculation.accounts()) {
    reports.account(account);
    findings.noteAll(payeeChanges(scheme.words, account));
    if (progress.step(inWords(scheme.words, 'practices worked out'))) await progress.pause();
  }
  const later = new Map([...calculation.laterThanAsAt, [claimsTable.file, claims.later]]);
  const idle = rowsWithoutEffect(scheme, facts, { period, asAt }, rowsUsed);
  const claimsAhead = claims.forPeriodsAfter(period);
  const finished = { ...run, later, claimsAhead, idle, totals: reports.close() };
  findings.noteAll(postedWarnings(finished));
  return findings.forbid ? null : finished;
}

function nowhere(): void {}

/** A run of which every account can be worked out. */
export interface PreparedRun {
  readonly calculation: Calculation;
  /** What the claims came to. */
  readonly claims: CountedClaims;
}

/** Judges the claims of a run, and works out what its accounts have in common. Null where something stands against the run, which has been noted. */
export async function prepareRun(
  { source, data, facts }: ReadRun,
  onClaims: OnClaims,
  used: Used,
  { findings, progress }: Watch,
): Promise<PreparedRun | null> {
  const { period, asAt } = source;
  const { scheme } = source.schemeFile;
  const judge = openClaimJudge(scheme, facts, asAt, used);
  progress.restart(data.claims?.rows.count ?? null);
  for (const count of judgeClaims(scheme, data, judge, onClaims)) {
    progress.step('claims judged', count);
    await progress.pause();
  }
  const claims = data.claims && judge.counted;
  const { value: calculation, findings: mistakes } = calculate(scheme, facts, { period, asAt, claims, used });
  findings.noteAll(mistakes);
  return calculation && !findings.forbid ? { calculation, claims: judge.counted } : null;
}

/** Completes the run folder and gives it its name. */
export function publishRun(
  run: FinishedRun,
  folder: RunFolder,
  provenance: Provenance,
  { findings }: Watch,
): Published {
  const manifest = manifestOf(run);
  for (const { file, sha256 } of manifest.inputs) keepInput(run, folder, file, sha256);
  folder.sink('summary.json')(summaryJson(summaryOf(run, findings.groups)));
  return folder.publish(manifest, provenance);
}

function keepInput(run: FinishedRun, folder: RunFolder, file: string, sha256: string): void {
  const input = inputFiles(run).find(({ name }) => name === file);
  if (!input) folder.keepInput(file, run.source.schemeFile.bytes, sha256);
  else if (input.content) folder.keepInput(file, input.content, sha256);
  else if (run.data.claims) folder.keepInputFrom(file, run.data.claims.file.path, sha256);
}
