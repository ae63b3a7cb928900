import { groupingsOf } from '../../domain/scheme/groupings.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { folded } from '../../domain/words/folded.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';

/** The columns that name a group of practices. */
export type GroupColumn = 'locality' | 'pcn_code';

/** Tells of a name that differs from an earlier one only in its spelling, once for each spelling. */
export type GroupSpellings = (
  column: GroupColumn,
  name: string | null,
  at: { readonly file: string; readonly line: number },
) => CellMistake | null;

/** Remembers how localities and networks were spelt, in whatever table: two spellings of one would be two groups. */
export function watchGroupSpellings(scheme: Scheme): GroupSpellings {
  const groupings = groupingsOf(scheme);
  const goesBy = { locality: groupings.has('locality'), pcn_code: groupings.has('pcn') };
  const first = new Map<string, { readonly name: string; readonly place: string }>();
  const told = new Set<string>();
  return (column, name, { file, line }) => {
    if (name === null || told.has(`${column} ${name}`)) return null;
    const key = `${column} ${folded(name)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, { name, place: `${file} line ${line}` });
    if (before === undefined || before.name === name) return null;
    told.add(`${column} ${name}`);
    return spelt(column, before, goesBy[column]);
  };
}

function spelt(column: GroupColumn, first: { name: string; place: string }, goesBy: boolean): CellMistake {
  const other = JSON.stringify(first.name);
  const what = column === 'locality' ? 'locality' : 'network';
  return goesBy
    ? new CellMistake(
        'group-in-two-spellings',
        ours`is spelt ${other} in ${first.place}, and the scheme takes the practices of each ${what} together; expected one spelling`,
        `write ${other} in both, or give the two names that differ by more than their spelling`,
      )
    : new CellMistake(
        'two-spellings',
        `is spelt ${other} in ${first.place}, so that totals are made for each by itself; expected one spelling`,
        `write ${other} in both`,
      );
}
