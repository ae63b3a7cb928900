import { type RefusalCode, refusalCodes, type UnpaidStatus, unpaidStatuses } from '../../domain/account.ts';
import { formatPounds, sumPence } from '../../domain/money/money.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, bulletList, paragraph, table } from '../page/page.ts';
import { figureColumn, row, type TextTable, wordColumn } from '../page/text-table.ts';
import type { InputCount, RowsNotUsed } from '../totals/run-summary.ts';
import { noLines } from '../totals/sums.ts';
import type { ReasonTotals, Totals } from '../totals/totals.ts';
import { sayCount, withThousands } from './numbers.ts';

/** Reasons carry dates and numbers of their own, so a run over many practices can have thousands: the largest stand here, all in withheld.csv. */
const reasonsShown = 15;
/** The rest of the lines of a file stand in summary.json. */
const linesShown = 10;

/** What is not paid, by status and by reason. */
export function unpaidBlocks(words: Words, { unpaid, reasons }: Totals): Block[] {
  if (reasons.length === 0) return [paragraph('nothing')];
  const statuses = unpaidStatuses.flatMap((status) => {
    const { lines: number, amount } = unpaid.get(status) ?? noLines;
    return number === 0
      ? []
      : [row(inWords(words, sayUnpaid[status]), withThousands(number), formatPounds(words, amount))];
  });
  const inOrder = largestFirst(reasons);
  const shown = inOrder.slice(0, reasonsShown).map(({ status, reason, tally }) => {
    return `${status}, ${formatPounds(words, tally.amount)} in ${sayCount(tally.lines, 'line', 'lines')}: ${reason}`;
  });
  const rest = inOrder.slice(reasonsShown);
  const restAmount = formatPounds(words, sumPence(rest.map(({ tally }) => tally.amount)));
  const others = `${sayCount(rest.length, 'other reason', 'other reasons')}, ${restAmount}: see withheld.csv`;
  return [
    table({ columns: [wordColumn('status'), figureColumn('lines'), figureColumn('amount')], rows: statuses }),
    bulletList(rest.length === 0 ? shown : [...shown, others]),
  ];
}

/** The reasons for which something is not paid, in the order in which they are told. */
export function largestFirst(reasons: readonly ReasonTotals[]): ReasonTotals[] {
  return [...reasons].sort(byAmount);
}

function byAmount(a: ReasonTotals, b: ReasonTotals): number {
  if (a.tally.amount !== b.tally.amount) return a.tally.amount > b.tally.amount ? -1 : 1;
  const [keyA, keyB] = [`${a.status} ${a.reason}`, `${b.status} ${b.reason}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

const sayUnpaid: Readonly<Record<UnpaidStatus, string>> = {
  capped: 'capped: over a limit, or without a price',
  achievement: 'not earned by the measure',
  'before-joining': 'before the practice joined',
  prorated: 'prorated: in the scheme for a part of the period',
  left: 'left before the period',
  'all-or-nothing': 'all or nothing: another component failed it',
  withheld: 'withheld: may still be paid later',
  forfeited: 'forfeited: a condition failed',
  proportion: 'not paid by a decision on a proportion',
  'below-nothing': 'below nothing: counts as nothing, or cannot be given back',
  'set-off': 'set off: falls and the payments that make up for them',
  carried: 'carried: a payment too small to be made yet',
};

const sayRefusal: Readonly<Record<RefusalCode, string>> = {
  'unknown-event': 'an event that the scheme does not pay for',
  'outside-term': 'an event outside the term',
  'before-joining': 'an event before the practice joined',
  'after-leaving': 'an event after the practice left',
  'before-event': 'claimed before the event took place',
  late: 'claimed too late',
  duplicate: 'the event is counted already',
  'over-cap': 'over the cap',
};

/** Rows that do not count, by the code of the reason. */
export function refusedBlocks(words: Words, { refused }: Totals): Block[] {
  const rows = refusalCodes.flatMap((code) => {
    const number = refused.get(code) ?? 0;
    return number === 0 ? [] : [row(code, withThousands(number), inWords(words, sayRefusal[code]))];
  });
  if (rows.length === 0) return [paragraph('none')];
  return [table({ columns: [wordColumn('code'), figureColumn('rows'), wordColumn('')], rows })];
}

/** What was read, and what of it took no part. */
export function inputTable(inputs: readonly InputCount[]): TextTable {
  return {
    columns: [wordColumn('file'), figureColumn('rows'), wordColumn('of which not used')],
    rows: inputs.map(({ file, rows, notUsed }) => {
      return row(file, withThousands(rows), notUsed.map(sayNotUsed).join('; '));
    }),
  };
}

function sayNotUsed({ reason, rows, lines = [] }: RowsNotUsed): string {
  const said = `${withThousands(rows)} ${reason}`;
  if (lines.length === 0) return said;
  const [shown, more] = [lines.slice(0, linesShown).join(', '), lines.length - linesShown];
  return `${said} (${lines.length === 1 ? 'line' : 'lines'} ${shown}${more > 0 ? ` and ${withThousands(more)} more` : ''})`;
}
