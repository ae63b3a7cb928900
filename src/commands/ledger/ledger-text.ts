import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';
import type { LedgerDocument, LedgerPracticeDocument } from '../../formats/ledger.ts';
import type { ListedRecord } from '../../record/ledger/ledger-book.ts';
import type { PostedLine } from '../../record/ledger/posting.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import { type Block, paragraph, renderPage, table, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../report/page/text-table.ts';
import { bankBlocks, bankData } from './bank-records.ts';
import type { ListedPosting } from './listed-posting.ts';

const columns = ['scheme', 'period', 'as at'].map(wordColumn);
const sums = ['paid', 'taken back', 'net'].map(figureColumn);

/** A ledger that was read. */
export interface ListedLedger {
  readonly path: string;
  readonly words: Words;
  readonly head: LedgerHead;
  readonly postings: readonly ListedPosting[];
  /** All records, postings among them. */
  readonly records: readonly ListedRecord[];
}

/** The records of a ledger, for a person: the postings, then what was done with them. */
export function ledgerText({ path, words, head: newest, postings, records }: ListedLedger, paint: Paint): string {
  if (newest.sha256 === null)
    return renderPage([title(`Ledger ${path}`), paragraph('Nothing is posted in it.')], paint);
  const rows = postings.map((each) =>
    row(
      ...head(each),
      ...money(words, sumsOf(each)),
      String(each.lineCount),
      each.approvedBy,
      each.postedAt.slice(0, 10),
    ),
  );
  const inAll = totalRow('', '', '', 'in all', ...money(words, added(postings.map(sumsOf))), '', '', '');
  const columnsOfAll = [
    figureColumn('posting'),
    ...columns,
    ...sums,
    figureColumn('lines'),
    wordColumn('approved by'),
    wordColumn('on'),
  ];
  const blocks: Block[] = [
    title(`Ledger ${path}`),
    paragraph(`newest: record ${newest.serial}, sha256 ${newest.sha256}`),
    table({ columns: columnsOfAll, rows: [...rows, inAll] }),
    ...bankBlocks(words, records),
  ];
  return renderPage(blocks, paint);
}

/** What a practice was paid and gave back, for a person. */
export function practiceText(practice: string, { words, postings }: ListedLedger, paint: Paint): string {
  const rows = postings.flatMap((posting) =>
    posting.lines.map((line) =>
      row(...head(posting), line.component, line.period, line.payee, ...money(words, sumsOfLines([line]))),
    ),
  );
  const all = sumsOfLines(postings.flatMap(({ lines }) => lines));
  const inAll = totalRow('', '', '', '', 'in all', '', '', ...money(words, all));
  const columnsOfAll = [figureColumn('posting'), ...columns, ...['component', 'for', 'payee'].map(wordColumn), ...sums];
  return renderPage(
    [title(`What ${practice} was paid and gave back`), table({ columns: columnsOfAll, rows: [...rows, inAll] })],
    paint,
  );
}

/** The records as data. */
export function ledgerData({ path, words, head: newest, postings, records }: ListedLedger): LedgerDocument {
  return {
    format: 'quarterday/ledger/1',
    ...currencyKey(words),
    ledger: path,
    newest: { serial: newest.serial, sha256: newest.sha256 },
    postings: postings.map((each) => ({ ...headData(each), ...sumsData(sumsOf(each)), lines: each.lineCount })),
    ...bankData(records),
    ...sumsData(added(postings.map(sumsOf))),
  };
}

/** What a practice was paid and gave back, as data. */
export function practiceData(practice: string, { path, words, postings }: ListedLedger): LedgerPracticeDocument {
  return {
    format: 'quarterday/ledger-practice/1',
    ...currencyKey(words),
    ledger: path,
    practice_code: practice,
    postings: postings.map((each) => ({
      ...headData(each),
      ...sumsData(sumsOfLines(each.lines)),
      lines: each.lines.map(({ payee, component, period, amount }) => ({
        payee_code: payee,
        component,
        period,
        amount: formatAmount(amount),
      })),
    })),
    ...sumsData(sumsOfLines(postings.flatMap(({ lines }) => lines))),
  };
}

/** What was paid, and what was taken back of it. */
interface Sums {
  readonly paid: Pence;
  readonly takenBack: Pence;
}

function sumsOf({ controls }: ListedPosting): Sums {
  return { paid: controls.payments, takenBack: controls.clawbacks.due };
}

function sumsOfLines(lines: readonly PostedLine[]): Sums {
  const amounts = lines.map(({ amount }) => amount);
  const taken = sumPence(amounts.filter((amount) => amount < 0n));
  return { paid: sumPence(amounts.filter((amount) => amount > 0n)), takenBack: subtractPence(noPence, taken) };
}

function added(all: readonly Sums[]): Sums {
  return { paid: sumPence(all.map(({ paid }) => paid)), takenBack: sumPence(all.map(({ takenBack }) => takenBack)) };
}

function head({ serial, scheme, period, asAt }: ListedPosting): readonly string[] {
  return [String(serial), scheme, period, formatDay(asAt)];
}

function money(words: Words, { paid, takenBack }: Sums): readonly string[] {
  return [paid, takenBack, subtractPence(paid, takenBack)].map((sum) => formatPounds(words, sum));
}

function headData({ serial, sha256, run, scheme, schemeSha256, period, asAt, approvedBy, postedAt }: ListedPosting) {
  return {
    serial,
    sha256,
    run_id: run,
    scheme,
    scheme_sha256: schemeSha256,
    period,
    as_at: formatDay(asAt),
    approved_by: approvedBy,
    posted_at: postedAt,
  };
}

function sumsData({ paid, takenBack }: Sums) {
  return {
    payments: formatAmount(paid),
    clawbacks_due: formatAmount(takenBack),
    net: formatAmount(subtractPence(paid, takenBack)),
  };
}
