import { totalOf } from '../../domain/bank/bank-book.ts';
import { type BankJudgement, judgements } from '../../domain/bank/sums.ts';
import { formatDay } from '../../domain/day.ts';
import { formatAmount, formatPounds, noPence, subtractPence } from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';
import type { LedgerDocument } from '../../formats/ledger.ts';
import type { HandOff } from '../../record/ledger/hand-off.ts';
import type { ListedRecord } from '../../record/ledger/ledger-book.ts';
import type { BankSettlement } from '../../record/ledger/settlement.ts';
import { type Block, table } from '../../report/page/page.ts';
import { figureColumn, row, wordColumn } from '../../report/page/text-table.ts';

/** Hand-offs and settlements in the order of the chain, for a person; nothing where there are none. */
export function bankBlocks(words: Words, records: readonly ListedRecord[]): readonly Block[] {
  const rows = records.flatMap((record) => {
    if (record.kind === 'posting') return [];
    return [record.kind === 'hand-off' ? handOffRow(words, record.handOff) : settlementRow(record.settlement)];
  });
  if (rows.length === 0) return [];
  const columns = [
    figureColumn('record'),
    ...['what', 'of', 'day'].map(wordColumn),
    figureColumn('sum'),
    ...['comes to', 'by'].map(wordColumn),
  ];
  return [table({ columns, rows })];
}

function handOffRow(words: Words, handOff: HandOff) {
  const { serial, channel, payOn, by, again, sums, recover } = handOff;
  const what = again === null ? 'hand-off' : 'sent again';
  const comesTo = `${counted(sums.length, 'sum')} of posting ${postingsOf(handOff).join(', ')}${recover.length === 0 ? '' : `; ${recover.length} to recover`}`;
  return row(String(serial), what, channel, formatDay(payOn), formatPounds(words, totalOf(sums)), comesTo, by);
}

function settlementRow({ serial, file, on, by, rows }: BankSettlement) {
  return row(String(serial), 'settlement', file, formatDay(on), '', countsOf(rows), by);
}

function countsOf(rows: BankSettlement['rows']): string {
  return judgements
    .map((found) => ({ found, count: rows.filter((each) => each.found === found).length }))
    .filter(({ count }) => count > 0)
    .map(({ found, count }) => `${count} ${found.replaceAll('-', ' ')}`)
    .join(', ');
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function postingsOf({ sums, recover }: HandOff): readonly number[] {
  return [...new Set([...sums, ...recover].map(({ posting }) => posting))];
}

/** The same as data. */
export function bankData(records: readonly ListedRecord[]): Pick<LedgerDocument, 'hand_offs' | 'settlements'> {
  return {
    hand_offs: records.flatMap((record) =>
      record.kind === 'hand-off' ? [handOffData(record.handOff, record.sha256)] : [],
    ),
    settlements: records.flatMap((record) =>
      record.kind === 'settlement' ? [settlementData(record.settlement, record.sha256)] : [],
    ),
  };
}

function handOffData(handOff: HandOff, sha256: string) {
  const { serial, channel, channelSha256, payOn, by, again, files, sums, recover } = handOff;
  return {
    serial,
    sha256,
    channel,
    channel_sha256: channelSha256,
    pay_on: formatDay(payOn),
    by,
    again,
    postings: postingsOf(handOff),
    files,
    sums: sums.length,
    sum: formatAmount(totalOf(sums)),
    to_recover: formatAmount(subtractPence(noPence, totalOf(recover))),
  };
}

function settlementData({ serial, file, fileSha256, mapSha256, on, by, rows }: BankSettlement, sha256: string) {
  const found = (judgement: BankJudgement) => rows.filter((each) => each.found === judgement).length;
  return {
    serial,
    sha256,
    file,
    file_sha256: fileSha256,
    map_sha256: mapSha256,
    on: formatDay(on),
    by,
    settled: found('settled'),
    part: found('part'),
    rejected: found('rejected'),
    returned: found('returned'),
    pending: found('pending'),
    unmatched: found('unmatched'),
    duplicate: found('duplicate'),
    more_than_sent: found('more-than-sent'),
  };
}
