import type { Day } from '../../domain/day.ts';
import { codingOf, type FinanceFolder } from '../../domain/finance.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import { visible } from '../../domain/words/visible.ts';
import type { Channel, ChannelColumn, SummaryCell } from '../channel/grammar.ts';
import { writeAmount } from '../written/amounts.ts';
import { writeDay } from '../written/days.ts';
import { cannotStandBare, separatorCharacter } from '../written/words.ts';
import { type SumRow, totalsOf } from './rows.ts';

/** What cells are made from, besides the row. */
export interface CellSource {
  readonly channel: Channel;
  /** The channel's file as findings name it. */
  readonly file: string;
  readonly finance: Pick<FinanceFolder, 'suppliers' | 'coding'>;
  readonly payOn: Day;
}

/** The cells of the rows of a file; what cannot be written is noted. */
export function cellsOfRow(row: SumRow, place: number, source: CellSource, note: (found: Finding) => void): string[] {
  return source.channel.columns.map((column, at) => {
    const text = textOf(column, row, place, source);
    const where = { file: source.file, field: `columns[${at}]` };
    if (text === null) {
      note(finding('channel-field', where, notFilled(column, row)));
      return '';
    }
    checkText(text, column, where, source.channel, note);
    return text;
  });
}

/** The cells of a header or a trailer. */
export function summaryCells(cells: readonly SummaryCell[], rows: readonly SumRow[], source: CellSource): string[] {
  return cells.map((cell) => ('text' in cell ? guardFormula(cell.text) : summaryOf(cell.field, rows, source)));
}

function summaryOf(
  field: Extract<SummaryCell, { field: string }>['field'],
  rows: readonly SumRow[],
  { channel, payOn }: CellSource,
): string {
  const { payments, credits, sum } = totalsOf(rows);
  const { header, trailer, file } = channel;
  const others = Number(header.length > 0) + Number(trailer.length > 0) + Number(file.columnNames);
  switch (field) {
    case 'rows':
      return String(rows.length);
    case 'lines':
      return String(rows.length + others);
    case 'sum':
      return writeAmount(sum, channel.amounts);
    case 'payments':
      return writeAmount(payments, channel.amounts);
    case 'credits':
      return writeAmount(credits, channel.amounts);
    case 'pay-on':
      return writeDay(payOn, channel.days);
  }
}

/** What stands in a column; null where there is nothing, or more than one thing, to stand there. Amounts and days are no text of others. */
function textOf(column: ChannelColumn, row: SumRow, place: number, source: CellSource): string | null {
  const { channel, payOn } = source;
  if ('text' in column) return guardFormula(column.text);
  if ('sign' in column) return guardFormula(row.amount < 0n ? column.sign.credit : column.sign.payment);
  if ('code' in column) return guarded(codeOf(column.code, row, source));
  if ('lookUp' in column) return guarded(column.table[nameOf(column.lookUp, row) ?? ''] ?? null);
  switch (column.field) {
    case 'amount':
      return writeAmount(row.amount, channel.amounts);
    case 'pay-on':
      return writeDay(payOn, channel.days);
    case 'row':
      return String(place);
    case 'reference':
      return row.sum.reference;
    case 'posting':
      return String(row.sum.posting);
    case 'payee':
    case 'component':
    case 'scheme':
    case 'period':
      return guarded(nameOf(column.field, row));
  }
}

function nameOf(field: 'payee' | 'component' | 'scheme' | 'period', { sum, amounts }: SumRow): string | null {
  if (field === 'component') return amounts.length === 1 ? (amounts[0]?.[0] ?? null) : null;
  return sum[field];
}

function codeOf(
  code: 'supplier' | 'site' | 'cost-centre' | 'subjective',
  { sum, amounts }: SumRow,
  { finance }: CellSource,
): string | null {
  const supplier = finance.suppliers.get(sum.payee);
  // A payee without a supplier, and a component without coding, are told by themselves.
  if (code === 'supplier') return supplier?.supplier ?? '';
  if (code === 'site') return supplier?.site ?? '';
  const codings = amounts.map(([component]) => codingOf(sum.scheme, component, finance.coding));
  if (codings.includes(null)) return '';
  const codes = new Set(codings.map((coding) => (code === 'subjective' ? coding?.subjective : coding?.costCentre)));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

function guarded(text: string | null): string | null {
  return text === null ? null : guardFormula(text);
}

function notFilled(column: ChannelColumn, row: SumRow) {
  const { sum, amounts } = row;
  const components = amounts.map(([component]) => component);
  const whose = `the row of ${sum.payee} in posting ${sum.posting}`;
  if ('lookUp' in column) {
    const message = `the table of the column ${JSON.stringify(column.name)} has no entry for ${column.lookUp} ${visible(nameOf(column.lookUp, row) ?? '')}`;
    return { message, hint: 'add it to the table' };
  }
  const message = `${whose} is of several codes for the column ${JSON.stringify(column.name)}: its components are ${components.join(', ')}`;
  return { message, hint: 'let the channel have a row for each payee and component' };
}

function checkText(
  text: string,
  { name, longest }: ChannelColumn,
  where: { readonly file: string; readonly field: string },
  { file }: Channel,
  note: (found: Finding) => void,
): void {
  const length = [...text].length;
  if (longest !== undefined && length > longest) {
    const message = `has ${length} characters; the column ${JSON.stringify(name)} takes ${longest}`;
    const hint = 'correct it where it comes from, or the length in the channel';
    note(finding('channel-text-too-long', where, { message, value: text, hint }));
  }
  if (file.quotes !== 'never' || !cannotStandBare(text, separatorCharacter(file.separator))) return;
  const message = `holds a quote, the end of a line or what parts the cells; the channel quotes nothing`;
  const hint = 'correct the text, or let "quotes" be "where-needed"';
  note(finding('channel-text-unquotable', where, { message, value: text, hint }));
}
