import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Converted } from '../convert/converted.ts';

/** What tells one row of a table that public files fill from another. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'list-sizes.csv': ['practice_code', 'as_at', 'population'],
  'measures.csv': ['practice_code', 'measure', 'as_at'],
  'memberships.csv': ['practice_code', 'from'],
};

/** Rows that stand in two sources of a table, told once for each pair of them. */
export function twoSources(table: string, sources: readonly Converted[]): MadeFinding[] {
  const key = keys[table];
  if (!key) return [];
  const seen = new Map<string, { readonly from: Converted; readonly source: string }>();
  const told = new Set<string>();
  const findings: MadeFinding[] = [];
  for (const from of sources) {
    for (const { cells, source, number } of from.rows) {
      const id = key
        .map((name) => cells[name] ?? '')
        .join(' ')
        .trim();
      const first = seen.get(id);
      if (!first) seen.set(id, { from, source });
      else if (first.from !== from && !told.has(pairOf(first.from, from))) {
        told.add(pairOf(first.from, from));
        findings.push(both(from, number, id, first.source, source));
      }
    }
  }
  return findings;
}

function pairOf(first: Converted, second: Converted): string {
  return `${titleOf(first)}\n${titleOf(second)}`;
}

function both(from: Converted, line: number, id: string, first: string, second: string): MadeFinding {
  return finding(
    'two-sources',
    { file: from.file, ...(from.sheet === null ? {} : { sheet: from.sheet }), line },
    {
      message: `${id} stands in ${first} and in ${second}; expected one source of each row`,
      value: id,
      hint: 'leave out the file or the rows that are not to count',
    },
  );
}

/** `evidence.xlsx Evidence`, or the file alone where it has no sheets. */
export function titleOf({ file, sheet }: Converted): string {
  return sheet === null ? file : `${file} ${sheet}`;
}
