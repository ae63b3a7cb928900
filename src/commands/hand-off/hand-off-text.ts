import { join } from 'node:path';
import { totalOf } from '../../domain/bank/bank-book.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, noPence, subtractPence } from '../../domain/money/money.ts';
import { visible } from '../../domain/words/visible.ts';
import type { Words } from '../../domain/words/words.ts';
import { numbered } from '../../finance/hand-off/channel-file.ts';
import { toRecoverFile } from '../../finance/hand-off/to-recover.ts';
import type { HandOffDocument } from '../../formats/money.ts';
import type { HandOff } from '../../record/ledger/hand-off.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import { inTwo } from '../../terminal/in-two.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { newestRecord } from '../post/post-text.ts';

/** A hand-off that stands in the ledger, with its folder in place. */
export interface HandedOver {
  readonly words: Words;
  readonly handOff: HandOff;
  readonly newest: LedgerHead;
  readonly out: string;
  /** The last day for sending the file; null where the channel has none, or it is not worked out. */
  readonly lastDay: Day | null;
  /** The record stood already, and only the folder was still to get its name. */
  readonly isFinished: boolean;
}

const controlFile = 'control.txt';

/** What stands in the folder for the people who send the files: the control totals of each, and what is to be recovered. */
function besideFiles(files: readonly unknown[]): readonly string[] {
  return [...files.map((_, at) => controlOf(at, files.length)), toRecoverFile];
}

/** The file with the control totals of one of so many files. */
export function controlOf(at: number, files: number): string {
  return files === 1 ? controlFile : numbered(controlFile, at + 1);
}

/** Says what was handed over, what is to come back, and which record is the newest of the ledger. */
export function tellHandedOver(told: HandedOver, ledger: string, terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson(handedOverData(told));
    return;
  }
  terminal.printLines(handedOverText(told));
  terminal.next(nextStep(told.handOff, shellQuoted(ledger)));
}

function nextStep({ files, recover }: HandOff, ledger: string): string {
  if (files.length === 0)
    return 'Next: see to-recover.csv for what is to be set off or invoiced; note the sha256 in the minutes.';
  const back = recover.length === 0 ? '' : ' to-recover.csv says what is to be set off or invoiced.';
  return [
    `Next: hold the file against control.txt, and send it as it is, and once; note the sha256 in the minutes.${back} When the channel has answered:`,
    `  quarterday settle --ledger ${ledger} --from FILE --map FILE --on DATE --by NAME`,
  ].join('\n');
}

function handedOverText({ words, handOff, newest, out, lastDay, isFinished }: HandedOver): string {
  const { serial, channel, payOn, by, again, files, sums, recover } = handOff;
  const back = subtractPence(noPence, totalOf(recover));
  const lines = inTwo(
    [
      ...files.map(
        ({ name, rows }) => ['file', `${visible(join(out, name))}, ${rows === 1 ? '1 row' : `${rows} rows`}`] as const,
      ),
      ...(again === null ? [] : [['again', `${again.reference}: ${visible(again.reason)}`] as const]),
      ['postings', postingsOf(handOff).join(', ')],
      ['to pay', `${formatPounds(words, totalOf(sums))} to ${payees(sums)}`],
      ['to recover', `${formatPounds(words, back)} from ${payees(recover)}`],
      ...(lastDay === null ? [] : [['send by', formatDay(lastDay)] as const]),
      ['by', visible(by)],
      newestRecord(newest),
    ],
    11,
  );
  const as = isFinished ? 'handed over before, and finished now, as' : 'handed over as';
  return `${as} ${serial}: ${visible(channel)}, to be paid on ${formatDay(payOn)}\n${lines}`;
}

/** A payee has a sum of each posting. */
function payees(sums: HandOff['sums']): string {
  const { size } = new Set(sums.map(({ payee }) => payee));
  return `${size === 1 ? '1 payee' : `${size} payees`}${size === sums.length ? '' : `, in ${sums.length} sums`}`;
}

function postingsOf({ sums, recover }: HandOff): readonly number[] {
  return [...new Set([...sums, ...recover].map(({ posting }) => posting))];
}

function handedOverData({ words, handOff, newest, out, lastDay, isFinished }: HandedOver): HandOffDocument {
  const { serial, channel, payOn, by, again, files, sums, recover } = handOff;
  const sumData = (each: HandOff['sums'][number]) => ({
    reference: each.reference,
    posting: each.posting,
    payee_code: each.payee,
    amount: formatAmount(each.amount),
  });
  return {
    format: 'quarterday/hand-off/1',
    ...currencyKey(words),
    serial,
    finished: isFinished,
    folder: out,
    channel,
    pay_on: formatDay(payOn),
    send_by: lastDay === null ? null : formatDay(lastDay),
    by,
    again,
    files,
    beside: besideFiles(files),
    postings: postingsOf(handOff),
    sum: formatAmount(totalOf(sums)),
    sums: sums.map(sumData),
    to_recover: formatAmount(subtractPence(noPence, totalOf(recover))),
    recover: recover.map(sumData),
    newest: { serial: newest.serial, sha256: newest.sha256 },
  };
}
