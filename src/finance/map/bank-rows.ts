import { type SeparatedLine, separatedLines } from '../../data/csv/separated-lines.ts';
import type { BankStatus } from '../../domain/bank/sums.ts';
import type { Day } from '../../domain/day.ts';
import { finding, type MadeFinding, type Place } from '../../domain/findings/finding.ts';
import type { Pence } from '../../domain/money/money.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { readWrittenAmount } from '../written/amounts.ts';
import { readWrittenDay } from '../written/days.ts';
import { separatorCharacter } from '../written/words.ts';
import type { BankMap, ColumnNamed } from './grammar.ts';

/** A row of what a channel sent back. */
export interface ToldRow {
  readonly line: number;
  /** In capitals and without spaces around them; more than one where one sum is told for several. */
  readonly references: readonly string[];
  readonly status: BankStatus;
  readonly day: Day;
  /** Null where the row names none: then it is about the whole sum. */
  readonly amount: Pence | null;
}

/** Where the columns of a file stand, from 0. */
interface Columns {
  readonly reference: number;
  readonly status: number | null;
  readonly day: number | null;
  readonly amount: number | null;
}

type Note = (found: MadeFinding) => void;

/** The rows of a file of a channel by its map; every cell that cannot be read is noted. `on` is the day of a row that names none. */
export function bankRows(content: Uint8Array, file: string, map: BankMap, on: Day, note: Note): readonly ToldRow[] {
  const { separator, encoding, columnNamesInLine, linesAfter } = map.file;
  const lines = separatedLines(content, { file, encoding, separator: separatorCharacter(separator) }, note);
  const header = lines.find(({ line }) => line === columnNamesInLine);
  if (columnNamesInLine > 0 && header === undefined) {
    note(noNames(file, columnNamesInLine));
    return [];
  }
  const below = lines.filter(({ line }) => line > columnNamesInLine);
  const rows = below.slice(0, Math.max(0, below.length - linesAfter));
  const names = header?.cells.map((name) => name.trim()) ?? null;
  const columns = columnsOf(map, names, { file, line: columnNamesInLine }, note);
  const width = names?.length ?? rows[0]?.cells.length ?? 0;
  if (columns === null) return [];
  return rows.flatMap((row) => {
    if (row.cells.length === width) return rowOf(row, columns, map, file, on, note);
    note(otherWidth(file, row, width));
    return [];
  });
}

function columnsOf(map: BankMap, names: readonly string[] | null, place: Place, note: Note): Columns | null {
  const { status, day, amount } = map;
  let isComplete = true;
  const at = (named: ColumnNamed): number => {
    const found = typeof named === 'number' ? named - 1 : (names?.indexOf(named) ?? -1);
    if (found < 0) {
      isComplete = false;
      note(noColumn(place, String(named), names ?? []));
    } else if (names !== null && typeof named === 'string' && names.lastIndexOf(named) !== found) {
      isComplete = false;
      note(
        finding(
          'bank-file',
          { ...place, field: named },
          { message: 'is the name of two columns', value: named, hint: 'write the place of the column in the map' },
        ),
      );
    }
    return found;
  };
  const columns = {
    reference: at(map.reference.column),
    status: 'column' in status ? at(status.column) : null,
    day: day === undefined ? null : at(day.column),
    amount: amount === undefined ? null : at(amount.column),
  };
  return isComplete ? columns : null;
}

function rowOf(
  { line, cells }: SeparatedLine,
  columns: Columns,
  map: BankMap,
  file: string,
  on: Day,
  note: Note,
): readonly ToldRow[] {
  const cell = (index: number) => (cells[index] ?? '').trim();
  const wrong = (index: number, expected: string, hint: string) => {
    const place = { file, line, column: index + 1 };
    note(
      finding('bank-cell', place, {
        message: `is not as the map has it; expected ${expected}`,
        value: cell(index),
        hint,
      }),
    );
    return null;
  };
  const status = statusOf(columns.status === null ? '' : cell(columns.status), map);
  if (status === 'ignored') return [];
  const known =
    status ?? (columns.status === null ? null : wrong(columns.status, ...unknownStatus(cell(columns.status), map)));
  const day =
    columns.day === null
      ? on
      : (readWrittenDay(cell(columns.day), map.days) ??
        wrong(columns.day, `a day as ${map.days}`, 'correct "days" in the map'));
  const amountText = columns.amount === null ? '' : cell(columns.amount);
  const amount = amountText === '' ? null : readWrittenAmount(amountText, map.amounts);
  if (amountText !== '' && amount === null && columns.amount !== null)
    wrong(columns.amount, 'an amount as "amounts" has it', 'correct "amounts" in the map');
  if (known === null || day === null || (amountText !== '' && amount === null)) return [];
  return [{ line, references: referencesOf(cell(columns.reference), map), status: known, day, amount }];
}

function referencesOf(text: string, { reference: { between } }: BankMap): readonly string[] {
  const parts = between === undefined ? [text] : text.split(between);
  const references = parts.map((part) => part.trim().toUpperCase()).filter((part) => part !== '');
  return references.length === 0 ? [''] : references;
}

function statusOf(word: string, { status }: BankMap): BankStatus | 'ignored' | null {
  if ('always' in status) return status.always;
  return Object.entries(status.words).find(([known]) => known === word)?.[1] ?? null;
}

function unknownStatus(word: string, { status }: BankMap): [expected: string, hint: string] {
  const words = 'words' in status ? Object.keys(status.words) : [];
  const add = `add it to "words" of "status" in the map`;
  const meant = didYouMean(word, words);
  return [`one of ${words.join(', ')}`, meant.startsWith('did you mean') ? `${meant} if not, ${add}` : add];
}

function noNames(file: string, line: number): MadeFinding {
  const message = `has no line ${line}; expected the names of the columns there`;
  return finding('bank-file', { file }, { message, hint: 'correct "columnNamesInLine" in the map' });
}

function noColumn(place: Place, name: string, names: readonly string[]): MadeFinding {
  const message = `the column is missing; the columns are ${names.join(', ')}`;
  return finding('bank-file', { ...place, field: name }, { message, value: name, hint: didYouMean(name, names) });
}

function otherWidth(file: string, { line, cells }: SeparatedLine, width: number): MadeFinding {
  const message = `the row has ${cells.length} cells; expected ${width}, as many as the first line`;
  const hint = 'correct "separator", "columnNamesInLine" or "linesAfter" in the map, or the row';
  return finding('bank-file', { file, line }, { message, value: cells.join(' '), hint });
}
