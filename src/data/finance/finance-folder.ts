import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../domain/day.ts';
import type { Coding, FinanceFolder, Supplier } from '../../domain/finance.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { isSystemFile } from '../../domain/system-files.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { anyWords, name, optional } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { isLeftOut, misnamedFile, tableMeantBy } from '../files/folder-listing.ts';
import { readInput } from '../files/input.ts';
import { payeeCode, payeeNames } from '../tables/payee-names.ts';
import { codingTable, financeFiles, holidaysTable, paymentTables, suppliersTable } from './finance-tables.ts';

/** A file of a finance folder that a command reads, and whether it can do without. */
export interface FinanceFile {
  readonly file: (typeof paymentTables)[number]['file'];
  readonly needed: boolean;
}

/**
 * Reads the files of a finance folder that are asked for; the others may be there and are not looked at. Every mistake is noted, with
 * the path of its file; only what the system refuses is thrown.
 */
export async function readFinanceFolder(
  dir: string,
  asked: readonly FinanceFile[],
  { encoding, note: noteAt, pause }: Pick<TableSource, 'encoding' | 'note' | 'pause'>,
): Promise<FinanceFolder> {
  const note = (found: MadeFinding) => noteAt({ ...found, file: join(dir, found.file ?? '') });
  const names = new Set(readdirSync(dir));
  noteNames(names, note);
  const suppliers = new Map<string, Supplier>();
  const coding: Coding[] = [];
  const holidays = new Set<Day>();
  const readers: Record<FinanceFile['file'], (source: TableSource) => Promise<TableEnd>> = {
    'suppliers.csv': (source) => readSuppliers(source, suppliers),
    'coding.csv': (source) => readCoding(source, coding),
    'holidays.csv': (source) => readHolidays(source, holidays),
  };
  for (const { file, needed } of asked) {
    if (names.has(file)) await readers[file]({ content: readInput(join(dir, file)), encoding, note, pause });
    else if (needed) note(missing(file));
  }
  return { suppliers, coding, holidays };
}

function noteNames(names: ReadonlySet<string>, note: (found: MadeFinding) => void): void {
  for (const file of [...names].sort()) {
    const table = tableMeantBy(file, financeFiles);
    if (table !== null) {
      if (isLeftOut(file, table, names)) note(misnamedFile(file, table, names.has(table)));
    } else if (!isKnown(file)) note(unknown(file));
  }
}

function isKnown(file: string): boolean {
  return (
    financeFiles.some((table) => table.file === file) ||
    file.startsWith('.') ||
    isSystemFile(file) ||
    file.toUpperCase().startsWith('README')
  );
}

function unknown(file: string): MadeFinding {
  const known = financeFiles.map((table) => table.file).join(', ');
  const message = `is no table of a finance folder; expected ${known}; it was not read`;
  return finding('unknown-file', { file }, { message, hint: 'move it out of the folder' });
}

function missing(file: FinanceFile['file']): MadeFinding {
  const columns = paymentTables.find((table) => table.file === file)?.columns.map((each) => each.name) ?? [];
  const message = 'the file is not in the finance folder; expected it, because it is needed here';
  return finding('missing-file', { file }, { message, hint: `add ${file}, with the columns ${columns.join(', ')}` });
}

function readSuppliers(source: TableSource, suppliers: Map<string, Supplier>): Promise<TableEnd> {
  const [firstLine, names] = [rememberLines(), payeeNames()];
  const readers = { payee_code: payeeCode, supplier: name, site: optional(name) };
  return readTable(suppliersTable, readers, source, {
    row({ line, values, mistake }) {
      const { payee_code: code, supplier, site } = values;
      const first = firstLine(line, code);
      const spelling = names.spelt(code, { file: suppliersTable.file, line });
      if (first !== null) return mistake('payee_code', twice(first, 'the payee'));
      if (spelling) return mistake('payee_code', spelling);
      suppliers.set(code, { payeeCode: code, supplier, site, line });
    },
  });
}

function readCoding(source: TableSource, coding: Coding[]): Promise<TableEnd> {
  const firstLine = rememberLines();
  const readers = { scheme: optional(name), component: name, cost_centre: name, subjective: name };
  return readTable(codingTable, readers, source, {
    row({ line, values, mistake }) {
      const { scheme, component, cost_centre: costCentre, subjective } = values;
      const first = firstLine(line, scheme ?? '', component);
      if (first !== null) return mistake('component', twice(first, 'the component of the same scheme'));
      coding.push({ scheme, component, costCentre, subjective, line });
    },
  });
}

function readHolidays(source: TableSource, holidays: Set<Day>): Promise<TableEnd> {
  const readers = { date, title: anyWords };
  return readTable(holidaysTable, readers, source, { row: ({ values }) => void holidays.add(values.date) });
}

function twice(first: number, what: string): CellMistake {
  const message = `line ${first} has ${what} already; expected one row`;
  return new CellMistake('finance-row-twice', message, 'keep the row that holds and remove the other');
}
