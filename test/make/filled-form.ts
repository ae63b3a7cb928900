import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { useOf } from '../../src/data/tables/table-use.ts';
import { type TableDescription, tables } from '../../src/data/tables/tables.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { kindOfColumn } from '../../src/import/convert/column-kinds.ts';
import { formWorkbook } from '../../src/import/form/form.ts';
import { dateCell } from './workbooks.ts';

/** The rows of a table by column, as text. */
type Rows = readonly Readonly<Record<string, string>>[];

export type Filled = Readonly<Record<string, Rows>>;

/** Tables with random rows, each cell of the kind that its column holds. */
export function anyTables(scheme: Scheme): fc.Arbitrary<Filled> {
  const used = tables.filter(({ file }) => useOf(file, scheme) !== 'unused');
  return fc.record(
    Object.fromEntries(
      used.map((table) => [table.file, fc.array(anyRow(table, scheme), { minLength: 1, maxLength: 5 })]),
    ),
  );
}

function anyRow({ file, columns }: TableDescription, scheme: Scheme): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.record(
    Object.fromEntries(
      columns.map(({ name, optional }) => {
        const cell = anyCell(file, name, scheme);
        return [name, optional ? fc.oneof(fc.constant(''), cell) : cell];
      }),
    ),
  );
}

const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const code = fc.integer({ min: 0, max: 99_999 }).map((number) => `Z${String(number).padStart(5, '0')}`);
/** Ids that spreadsheets like to change, and words of any letters. */
const id = fc.constantFrom('1-2', 'SEP2', '0012', '1E5', 'TRUE', 'a', '3/4', '=A1', 'North & South');
const words = fc.constantFrom('St Mary’s', 'a, "b"', '+44', '-', '#1', 'Ł', '007', '2015-04-01', "it's; so");

function anyCell(file: string, name: string, scheme: Scheme): fc.Arbitrary<string> {
  const of = (named: readonly { readonly id: string }[]) => fc.constantFrom(...named.map((each) => each.id));
  if (name === 'component') return of(scheme.components);
  if (name === 'period') return of(scheme.periods);
  if (name === 'measure') return of(scheme.measures);
  if (name === 'evidence' && file === 'evidence.csv') return of(scheme.evidence);
  if (/^(practice|old|new)_code$/.test(name)) return code;
  switch (kindOfColumn(name)) {
    case 'day':
      return days.map((day) => day.toISOString().slice(0, 10));
    case 'number':
      return fc.integer({ min: 0, max: 1_000_000 }).map((pence) => String(pence / 100));
    case 'share':
      return fc.constantFrom('75%', '0.75', '3/4');
    case 'words':
      return words;
    case 'id':
      return id;
  }
}

/** The form of a scheme with rows typed into it and saved, as a person's own program does: dates as dates, numbers as numbers. */
export async function filledForm(scheme: Scheme, filled: Filled): Promise<Buffer> {
  const used = tables.filter(({ file }) => useOf(file, scheme) !== 'unused');
  const book = read(await formWorkbook(scheme, used), { type: 'array', cellStyles: true });
  for (const { file, columns } of used) {
    const sheet = book.Sheets[file.replace('.csv', '')];
    if (!sheet) throw new Error(`the form has no sheet for ${file}`);
    const typed = (filled[file] ?? []).map((row) => columns.map(({ name }) => typedCell(name, row[name] ?? '')));
    utils.sheet_add_aoa(sheet, typed, { origin: 'A2' });
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

function typedCell(name: string, text: string) {
  if (text === '') return undefined;
  switch (kindOfColumn(name)) {
    case 'day':
      return dateCell(text, 'yyyy-mm-dd');
    case 'number':
      return Number(text);
    case 'share':
    case 'words':
    case 'id':
      return { t: 's' as const, v: text };
  }
}
