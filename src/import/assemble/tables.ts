import { type TableDescription, tables } from '../../data/tables/tables.ts';
import { finding, hasErrors, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Converted, ConvertedRow } from '../convert/converted.ts';
import { joinPractices } from './practices.ts';
import { titleOf, twoSources } from './two-sources.ts';

/** A table of the data folder that was made of what was given. */
export interface AssembledTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly ConvertedRow[];
  readonly sources: readonly Converted[];
  readonly findings: readonly MadeFinding[];
  /** Nothing is wrong with it or with what it was made of. */
  readonly isSound: boolean;
}

/** Makes each table of the sheets and files that hold rows of it. */
export function assembleTables(converted: readonly Converted[]): readonly AssembledTable[] {
  return tables.flatMap((table) => {
    const sources = converted.filter((each) => each.table === table.file);
    return sources.length === 0 ? [] : [assembled(table, sources)];
  });
}

function assembled(table: TableDescription, sources: readonly Converted[]): AssembledTable {
  const own = sources.filter(({ isPublic }) => !isPublic);
  const [first, second] = own;
  const twice = first && second ? [twoTables(table, first, second)] : [];
  const joined =
    table.file === 'practices.csv'
      ? joinPractices(
          own,
          sources.filter(({ isPublic }) => isPublic),
        )
      : stacked(table, sources);
  const findings = [...twice, ...joined.findings];
  const present = table.columns.map(({ name }) => name).filter((name) => isPresent(table, name, joined.rows));
  const isSound = ![...sources, { findings }].some((each) => hasErrors(each.findings));
  return { file: table.file, columns: present, rows: joined.rows, sources, findings, isSound };
}

/** Needed columns, and those of which a row holds something. */
function isPresent(table: TableDescription, name: string, rows: readonly ConvertedRow[]): boolean {
  const isNeeded = table.columns.some((column) => column.name === name && !column.optional);
  return isNeeded || rows.some(({ cells }) => (cells[name] ?? '') !== '');
}

/** Rows of several sources below one another, where no row is in two of them. */
function stacked(table: TableDescription, sources: readonly Converted[]) {
  const rows = sources.flatMap((source) => source.rows);
  return { rows, findings: sources.length < 2 ? [] : twoSources(table.file, sources) };
}

function twoTables(table: TableDescription, first: Converted, second: Converted): MadeFinding {
  const [row] = second.rows;
  const sheet = second.sheet === null ? {} : { sheet: second.sheet };
  return finding(
    'two-sources',
    { file: second.file, ...sheet, ...(row ? { line: row.number } : {}) },
    {
      message: `${titleOf(first)} and ${titleOf(second)} are both ${table.file}; expected one`,
      hint: 'put the rows into one sheet, or leave one of them out; a sheet that is another table can be named with --sheet NAME=TABLE',
    },
  );
}
