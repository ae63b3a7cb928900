import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds } from '../../domain/money/money.ts';
import { sayList } from '../../domain/words/say.ts';
import { visible } from '../../domain/words/visible.ts';
import { wordsOfSums } from '../../domain/words/words.ts';
import type { VerifyDocument } from '../../formats/ledger.ts';
import { calculationVersion } from '../../record/run-folder/manifest.ts';
import type { Paint } from '../../report/page/paint.ts';
import { version as thisVersion } from '../../terminal/version.ts';
import type { LedgerProof } from './verify-ledger.ts';
import type { RunProof } from './verify-run.ts';

/** What was proved. */
export interface Proofs {
  readonly run: RunProof | null;
  readonly ledger: LedgerProof | null;
}

/** For a person, when nothing differs. */
export function proofsText({ run, ledger }: Proofs, paint: Paint): string {
  const lines = [...(run ? runLines(run, paint) : []), ...(ledger ? ledgerLines(ledger, run, paint) : [])];
  return lines.map((line) => `${line}\n`).join('');
}

function runLines({ path, runId, manifest, madeBy, files, recomputed }: RunProof, paint: Paint): string[] {
  const { currency, controls } = manifest;
  const words = wordsOfSums(currency);
  const version = madeBy === null ? '' : ` by quarterday ${madeBy.version}`;
  const same =
    madeBy?.kin === 'this-major'
      ? `every code, date, amount and row is the same; ${thisVersion} may word them otherwise`
      : 'every report is the same, byte for byte';
  return [
    `${paint.good('verified')} ${visible(path)}`,
    `  run id ${runId}, made with calculation ${calculationVersion}${version}`,
    `  ${files} files, each as it was written`,
    `  the reports foot to the control totals and to the workings: payments ${formatPounds(words, controls.payments)}, clawbacks due ${formatPounds(words, controls.clawbacks.due)}, net ${formatPounds(words, controls.net)}`,
    ...(recomputed ? [`  made again from its own inputs: ${same}`] : []),
  ];
}

function ledgerLines(
  { path, head, counts, leftBehind, lock, isNewestAsNoted, postedAs }: LedgerProof,
  run: RunProof | null,
  paint: Paint,
): string[] {
  return [
    `${paint.good('verified')} ${visible(path)}`,
    ...recordLines(counts),
    ...(head.sha256 === null ? [] : [`  newest record ${head.serial}, sha256 ${head.sha256}`]),
    ...(isNewestAsNoted ? ['  the newest record is the one that was noted'] : []),
    ...(run && postedAs !== null
      ? [`  the run is posted in it as ${postedAs}: every line, payee and sum is that of the run folder`]
      : []),
    ...leftBehind.map((name) => `  note: ${name} was left behind by a program that was killed, and does no harm`),
    ...(lock === null ? [] : [`  note: ${lock} locks the ledger: somebody is at work on it, or was killed meanwhile`]),
  ];
}

function recordLines({ postings, handOffs, settlements }: LedgerProof['counts']): string[] {
  const kinds = [
    counted(postings, 'posting'),
    ...(handOffs > 0 ? [counted(handOffs, 'hand-off')] : []),
    ...(settlements > 0 ? [counted(settlements, 'settlement')] : []),
  ];
  if (kinds.length === 1) return [`  ${kinds[0]}, each following the one before, each adding up to its control totals`];
  return [
    `  ${sayList(kinds)}, each following the one before, each posting adding up to its control totals`,
    '  nothing was handed over that was not posted, nothing twice but what was sent again by name, and nothing settled beyond what was sent without being told',
  ];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** The same as data; `differences` stand on stderr, one a line. */
export function proofsData({ run, ledger }: Proofs, differences: number): VerifyDocument {
  return {
    format: 'quarterday/verify/1',
    ...currencyKey(run?.manifest ?? {}),
    verified: differences === 0,
    differences,
    run: run && {
      path: run.path,
      run_id: run.runId,
      calculation: calculationVersion,
      made_by: run.madeBy?.version ?? null,
      files: run.files,
      recomputed: run.recomputed,
      same_to_the_byte: run.recomputed ? run.madeBy?.kin !== 'this-major' : null,
      payments: formatAmount(run.manifest.controls.payments),
      clawbacks_due: formatAmount(run.manifest.controls.clawbacks.due),
      net: formatAmount(run.manifest.controls.net),
    },
    ledger: ledger && {
      path: ledger.path,
      records: ledger.head.serial,
      postings: ledger.counts.postings,
      hand_offs: ledger.counts.handOffs,
      settlements: ledger.counts.settlements,
      head: ledger.head.sha256,
      left_behind: ledger.leftBehind,
      lock: ledger.lock,
      newest_as_noted: ledger.isNewestAsNoted,
      run_posted_as: ledger.postedAs,
    },
  };
}
