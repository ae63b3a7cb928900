import { at } from '../../../domain/at.ts';
import { type Day, sayDay } from '../../../domain/day.ts';
import type { Period } from '../../../domain/scheme/scheme.ts';
import type { CellFigures, RunGathered } from '../gather/gathered.ts';
import { addCells } from '../gather/practice-sums.ts';

/** A column of the table by period: a period, or several where there are many. */
export interface PeriodColumn {
  readonly title: string;
  readonly periods: readonly Period[];
}

/** More periods than this are put together, as a table of twelve columns cannot be read; each by itself is in the steps. */
const mostColumns = 6;

export function periodColumns({ run }: RunGathered): readonly PeriodColumn[] {
  const periods = run.scheme.periods.slice(0, run.period.index + 1);
  if (periods.length <= mostColumns) return periods.map((period) => ({ title: period.title, periods: [period] }));
  const size = run.scheme.periods.length % 3 === 0 ? 3 : Math.ceil(periods.length / 4);
  const groups = Array.from({ length: Math.ceil(periods.length / size) }, (_, group) =>
    periods.slice(group * size, (group + 1) * size),
  );
  return groups.map((group) => ({ title: spanOf(group), periods: group }));
}

function spanOf(group: readonly Period[]): string {
  const [first, last] = [at(group, 0), at(group, group.length - 1)];
  return group.length === 1 ? first.title : `${monthOf(first.start)} to ${monthOf(last.end)}`;
}

/** `April 2015` */
function monthOf(day: Day): string {
  return sayDay(day).split(' ').slice(1).join(' ');
}

/** What a component came to in the periods of a column. */
export function cellIn(cells: readonly CellFigures[], { periods }: PeriodColumn): CellFigures {
  return periods.map(({ index }) => at(cells, index)).reduce(addCells);
}
