import { type OpenState, type OpenSum, openStates } from '../../domain/bank/sums.ts';
import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, sumPence } from '../../domain/money/money.ts';
import type { LedgerOpenDocument } from '../../formats/ledger.ts';
import { paragraph, renderPage, table, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../report/page/text-table.ts';
import type { ListedLedger } from './ledger-text.ts';

/** Where a ledger is, and in what its sums are written. */
type OfLedger = Pick<ListedLedger, 'path' | 'words'>;

const stateWords: Readonly<Record<OpenState, string>> = {
  'not-handed-over': 'not handed over',
  'not-answered': 'not answered',
  pending: 'pending',
  part: 'settled in part',
  rejected: 'rejected, not sent again',
  returned: 'returned, not sent again',
  'more-than-sent': 'more was paid than sent',
  'to-recover': 'to be recovered',
};

/** What becomes of a sum that stands so. */
const nextOfState: Readonly<Record<OpenState, string>> = {
  'not-handed-over': 'quarterday hand-off writes the file that pays what is not handed over',
  'not-answered': 'quarterday settle records what the channel answers',
  pending: 'quarterday settle records what the channel answers',
  part: 'quarterday settle records what the channel answers',
  rejected: 'quarterday hand-off --again REFERENCE --reason TEXT sends again what was rejected or returned',
  returned: 'quarterday hand-off --again REFERENCE --reason TEXT sends again what was rejected or returned',
  'more-than-sent': 'ask the channel about what was paid beyond what was sent',
  'to-recover': 'what is to be recovered stands in to-recover.csv of its hand-off',
};

/** What comes next of all that is open, each once; null where nothing is. */
export function nextOfOpen(sums: readonly OpenSum[]): string | null {
  const steps = new Set(
    openStates.filter((state) => sums.some((each) => each.state === state)).map((state) => nextOfState[state]),
  );
  return steps.size === 0 ? null : `Next: ${[...steps].join('; ')}.`;
}

/** What was posted and is not closed, for a person: by state, then posting and payee. */
export function openSumsText({ path, words }: OfLedger, sums: readonly OpenSum[], paint: Paint): string {
  const heading = title(`Ledger ${path}: what is open`);
  if (sums.length === 0) return renderPage([heading, paragraph('Nothing: all that was posted is settled.')], paint);
  const inOrder = openStates.flatMap((state) => sums.filter((each) => each.state === state));
  const rows = inOrder.map(({ state, posting, payee, reference, amount, open, payOn, answeredOn }) =>
    row(
      stateWords[state],
      String(posting),
      payee,
      reference,
      formatPounds(words, amount),
      formatPounds(words, open),
      payOn === null ? '' : formatDay(payOn),
      answeredOn === null ? '' : formatDay(answeredOn),
    ),
  );
  const inAll = totalRow(
    '',
    '',
    '',
    'in all',
    formatPounds(words, sumPence(sums.map(({ amount }) => amount))),
    formatPounds(words, sumPence(sums.map(({ open }) => open))),
    '',
    '',
  );
  const columns = [
    wordColumn('state'),
    figureColumn('posting'),
    wordColumn('payee'),
    wordColumn('reference'),
    figureColumn('posted'),
    figureColumn('open'),
    wordColumn('pay on'),
    wordColumn('answered'),
  ];
  return renderPage([heading, table({ columns, rows: [...rows, inAll] })], paint);
}

/** The same as data. */
export function openSumsData({ path, words }: OfLedger, sums: readonly OpenSum[]): LedgerOpenDocument {
  return {
    format: 'quarterday/ledger-open/1',
    ...currencyKey(words),
    ledger: path,
    posted: formatAmount(sumPence(sums.map(({ amount }) => amount))),
    open: formatAmount(sumPence(sums.map(({ open }) => open))),
    sums: sums.map(({ state, posting, payee, reference, amount, open, payOn, answeredOn }) => ({
      state,
      posting,
      payee_code: payee,
      reference,
      amount: formatAmount(amount),
      open: formatAmount(open),
      pay_on: payOn === null ? null : formatDay(payOn),
      answered_on: answeredOn === null ? null : formatDay(answeredOn),
    })),
  };
}
