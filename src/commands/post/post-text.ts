import { formatAmount, formatPounds } from '../../domain/money/money.ts';
import { visible } from '../../domain/words/visible.ts';
import type { PostingHeader } from '../../record/ledger/posting.ts';
import { runFolderName } from '../../record/run-folder/manifest.ts';
import { sayPosting } from '../../run/ledger-findings.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Says as what a run is posted: `now`, or `already` before. */
export function tellPosted(posting: PostingHeader, when: 'now' | 'already', terminal: Terminal): void {
  if (terminal.format === 'json') terminal.printJson(postedData(posting, when));
  else if (when === 'already') terminal.print(`already posted as ${posting.serial}: ${visible(sayPosting(posting))}\n`);
  else {
    terminal.print(postedText(posting));
    terminal.next(
      'Next: make later runs with --ledger, so that this counts as paid; keep a copy of the ledger elsewhere.',
    );
  }
}

function postedText(posting: PostingHeader): string {
  const { serial, run, controls, approvedBy } = posting;
  return [
    `posted as ${serial}: ${visible(runFolderName(posting, run))}`,
    `  payments     ${formatPounds(controls.payments)}`,
    `  recoveries   ${formatPounds(controls.clawbacks.due)}`,
    `  net          ${formatPounds(controls.net)}`,
    `  approved by  ${visible(approvedBy)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function postedData({ serial, run, scheme, period, controls, approvedBy, postedAt }: PostingHeader, when: string) {
  return {
    serial,
    already_posted: when === 'already',
    run_id: run,
    scheme,
    period,
    payments: formatAmount(controls.payments),
    clawbacks_due: formatAmount(controls.clawbacks.due),
    net: formatAmount(controls.net),
    approved_by: approvedBy,
    posted_at: postedAt,
  };
}
