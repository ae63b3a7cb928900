import type { Finding } from '../../domain/findings/finding.ts';
import { finding } from '../../domain/findings/finding.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import type { Channel } from '../channel/grammar.ts';
import { cannotStandBare, separatorCharacter } from '../written/words.ts';
import { type CellSource, cellsOfRow, summaryCells } from './cells.ts';
import { rowsOfSum, type SumRow, type SumToSend } from './rows.ts';

/** A file for a channel. */
export interface ChannelFile {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly SumRow[];
}

/** The files that hand sums over: one, or several where the channel limits its rows; the rows of a sum stay together. What cannot be written is noted. */
export function channelFiles(
  sums: readonly SumToSend[],
  source: CellSource,
  note: (found: Finding) => void,
): readonly ChannelFile[] {
  const { name, mostRows } = source.channel.file;
  const parts = inParts(sums, source, mostRows ?? Number.POSITIVE_INFINITY, note);
  return parts.map((rows, at) => {
    const own = parts.length === 1 ? name : numbered(name, at + 1);
    return { name: own, text: channelText(rows, source, note), rows };
  });
}

/** `payments-2.csv`. */
export function numbered(name: string, number: number): string {
  const point = name.indexOf('.');
  return `${name.slice(0, point)}-${number}${name.slice(point)}`;
}

function inParts(
  sums: readonly SumToSend[],
  { channel, file }: CellSource,
  most: number,
  note: (found: Finding) => void,
): readonly (readonly SumRow[])[] {
  const parts: SumRow[][] = [];
  for (const sum of sums) {
    const rows = rowsOfSum(sum, channel);
    if (rows.length > most) note(tooManyRows(sum, rows.length, most, file));
    const last = parts.at(-1);
    if (last !== undefined && last.length + rows.length <= most) last.push(...rows);
    else parts.push([...rows]);
  }
  return parts;
}

function tooManyRows({ payee, posting }: SumToSend, rows: number, most: number, file: string): Finding {
  const message = `the sum of ${payee} in posting ${posting} has ${rows} rows; the channel takes ${most} in a file`;
  const hint = 'correct mostRows, or use a channel with one row a payee';
  return finding('channel-row-limit', { file, field: 'file.mostRows' }, { message, value: String(most), hint });
}

/** The text of one file of a channel: its header, the rows and its trailer. */
export function channelText(rows: readonly SumRow[], source: CellSource, note: (found: Finding) => void): string {
  const { header, trailer, columns, file } = source.channel;
  const lines = [
    ...(header.length > 0 ? [summaryCells(header, rows, source)] : []),
    ...(file.columnNames ? [columns.map(({ name }) => guardFormula(name))] : []),
    ...rows.map((row, at) => cellsOfRow(row, at + 1, source, note)),
    ...(trailer.length > 0 ? [summaryCells(trailer, rows, source)] : []),
  ];
  const end = file.lineEnds === 'crlf' ? '\r\n' : '\n';
  return lines.map((cells) => `${lineOf(cells, file)}${end}`).join('');
}

function lineOf(cells: readonly string[], { separator, quotes }: Channel['file']): string {
  const between = separatorCharacter(separator);
  const written = cells.map((cell) => {
    const isQuoted = quotes === 'always' || (quotes === 'where-needed' && cannotStandBare(cell, between));
    return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return written.join(between);
}
