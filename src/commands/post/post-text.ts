import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds } from '../../domain/money/money.ts';
import { visible } from '../../domain/words/visible.ts';
import { wordsOfSums } from '../../domain/words/words.ts';
import type { PostDocument } from '../../formats/ledger.ts';
import type { PostingHeader } from '../../record/ledger/posting.ts';
import { type LedgerHead, runFolderName } from '../../record/run-folder/manifest.ts';
import { sayPosting } from '../../run/ledger/ledger-findings.ts';
import { inTwo } from '../../terminal/in-two.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Says as what a run is posted, `now` or `already` before, and which record is the newest of the ledger. */
export function tellPosted(
  posting: PostingHeader,
  { newest, ledger, run }: { readonly newest: LedgerHead; readonly ledger: string; readonly run: string },
  when: 'now' | 'already',
  terminal: Terminal,
): void {
  if (terminal.format === 'json') {
    terminal.printJson(postedData(posting, newest, run, when));
    return;
  }
  terminal.printLines(when === 'now' ? postedText(posting, newest) : alreadyText(posting, newest));
  if (when === 'now') terminal.next(nextStep(posting, shellQuoted(ledger), shellQuoted(run)));
}

function nextStep({ serial }: PostingHeader, ledger: string, run: string): string {
  return [
    'Next: note the sha256 in the minutes, for verify --newest, and keep a copy of the ledger elsewhere. The letters with their references, and the file that pays it:',
    `  quarterday publish ${run} --ledger ${ledger} --out DIR`,
    `  quarterday hand-off --ledger ${ledger} --posting ${serial} --channel FILE --finance DIR --pay-on DATE --by NAME --out DIR`,
    `quarterday help bank says what the channel and the finance folder hold. Make later runs with --ledger ${ledger}, so that this counts as paid.`,
  ].join('\n');
}

function alreadyText(posting: PostingHeader, newest: LedgerHead): string {
  return `already posted as ${posting.serial}: ${visible(sayPosting(posting))}\n${inTwo([newestRecord(newest)], 11)}`;
}

function postedText(posting: PostingHeader, newest: LedgerHead): string {
  const { serial, run, currency, controls, approvedBy } = posting;
  const words = wordsOfSums(currency);
  const lines = inTwo([
    ['payments', formatPounds(words, controls.payments)],
    ['recoveries', formatPounds(words, controls.clawbacks.due)],
    ['net', formatPounds(words, controls.net)],
    ['approved by', visible(approvedBy)],
    newestRecord(newest),
  ]);
  return `posted as ${serial}: ${visible(runFolderName(posting, run))}\n${lines}`;
}

/** Which record is the newest: what is noted elsewhere, for `verify --newest`. */
export function newestRecord({ serial, sha256 }: LedgerHead): readonly [string, string] {
  return ['newest', `record ${serial}, sha256 ${sha256}`];
}

function postedData(posting: PostingHeader, newest: LedgerHead, folder: string, when: 'now' | 'already'): PostDocument {
  const { serial, run, scheme, period, asAt, controls, approvedBy, postedAt } = posting;
  return {
    format: 'quarterday/post/1',
    ...currencyKey(posting),
    serial,
    already_posted: when === 'already',
    run_id: run,
    run: runFolderName(posting, run),
    folder,
    scheme,
    period,
    as_at: formatDay(asAt),
    payments: formatAmount(controls.payments),
    clawbacks_due: formatAmount(controls.clawbacks.due),
    net: formatAmount(controls.net),
    approved_by: approvedBy,
    posted_at: postedAt,
    newest: { serial: newest.serial, sha256: newest.sha256 },
  };
}
