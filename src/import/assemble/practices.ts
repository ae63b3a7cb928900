import { practicesTable } from '../../data/tables/tables.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { ours } from '../../domain/words/sentence.ts';
import type { Converted, ConvertedRow } from '../convert/converted.ts';
import { titleOf } from './two-sources.ts';

/** Columns that a practice has once, from one source. */
const filled = practicesTable.columns.map(({ name }) => name).filter((name) => name !== 'practice_code');

interface Joined {
  readonly rows: readonly ConvertedRow[];
  readonly findings: readonly MadeFinding[];
}

/** Practices of one's own file, with what public files add to it; or those of the public files, where there is none. */
export function joinPractices(own: readonly Converted[], added: readonly Converted[]): Joined {
  const has = new Set(own.flatMap(({ columns }) => [...columns.keys()]));
  const { rows: more, findings } = gathered(added, has);
  if (own.length === 0) return { rows: [...more.values()].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)), findings };
  const joined = own
    .flatMap(({ rows }) => rows)
    .map((row) => {
      const found = more.get(codeOf(row));
      if (!found || Object.keys(found.cells).length < 2) return row;
      return { ...row, cells: { ...found.cells, ...row.cells }, source: `${row.source}; ${found.source}` };
    });
  return { rows: joined, findings: [...findings, ...withoutNames(own, joined)] };
}

/** What public files say of each practice, in the columns that are not there already; two of one column are a finding. */
function gathered(added: readonly Converted[], has: ReadonlySet<string>) {
  const rows = new Map<string, ConvertedRow>();
  const findings: MadeFinding[] = [];
  const givenBy = new Map<string, Converted>();
  for (const from of added) {
    const names = filled.filter((name) => from.columns.has(name) && !has.has(name));
    for (const name of names) {
      const other = givenBy.get(name);
      if (other) findings.push(twoColumns(name, other, from));
      else givenBy.set(name, from);
    }
    const own = names.filter((name) => givenBy.get(name) === from);
    for (const row of from.rows) {
      const known = rows.get(codeOf(row));
      const cells = Object.fromEntries(own.map((name) => [name, row.cells[name] ?? '']));
      const source = known ? `${known.source}; ${row.source}` : row.source;
      rows.set(codeOf(row), {
        cells: { practice_code: codeOf(row), ...known?.cells, ...cells },
        source,
        number: row.number,
      });
    }
  }
  return { rows, findings };
}

function codeOf({ cells }: ConvertedRow): string {
  return cells.practice_code ?? '';
}

function twoColumns(name: string, first: Converted, second: Converted): MadeFinding {
  return finding(
    'two-sources',
    { file: second.file, field: name },
    {
      message: `${titleOf(first)} and ${titleOf(second)} both give ${name}; expected one source of a column`,
      hint: ours`give the practices with their ${name} in a file of your own, which goes before both, or leave one of them out`,
    },
  );
}

/** A file of codes alone is enough where a directory has the names. */
function withoutNames(own: readonly Converted[], rows: readonly ConvertedRow[]): MadeFinding[] {
  return own
    .filter(({ columns }) => !columns.has('practice_name'))
    .flatMap((source) => {
      const nameless = rows.filter(({ cells }) => (cells.practice_name ?? '') === '');
      const [first] = nameless;
      if (!first) return [];
      return [
        finding(
          'missing-column',
          { file: source.file, ...(source.sheet === null ? {} : { sheet: source.sheet }), field: 'practice_name' },
          {
            message: `the column practice_name is missing, and no directory names ${first.cells.practice_code ?? ''}${nameless.length > 1 ? ` and ${nameless.length - 1} more` : ''}`,
            hint: 'add the column practice_name, or give epraccur beside the file',
          },
        ),
      ];
    });
}
