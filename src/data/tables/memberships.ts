import { formatDay } from '../../domain/day.ts';
import type { Membership } from '../../domain/facts.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { name, optional } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import type { GroupSpellings } from './group-spellings.ts';
import { membershipsTable } from './tables.ts';

/** Reads memberships.csv: from which day on a practice belongs to another locality or network. */
export async function readMemberships(
  source: TableSource,
  known: ReadonlySet<string> | null,
  spelling: GroupSpellings,
  memberships: ByPractice<Membership>,
): Promise<TableEnd> {
  const firstLine = rememberLines();
  const readers = {
    practice_code: practiceAmong(known),
    from: date,
    locality: optional(name),
    pcn_code: optional(name),
  };
  const end = await readTable(membershipsTable, readers, source, {
    row({ line, values, mistake }) {
      const { practice_code: practice, from, locality, pcn_code: pcn } = values;
      const first = firstLine(line, practice, from);
      if (first !== null) return mistake('from', membershipTwice(first, formatDay(from)));
      for (const column of ['locality', 'pcn_code'] as const) {
        const spelt = spelling(column, values[column], { file: membershipsTable.file, line });
        if (spelt) mistake(column, spelt);
      }
      gather(memberships, practice, { from, locality, pcn, line });
    },
  });
  for (const rows of memberships.values()) rows.sort((a, b) => a.from - b.from);
  return end;
}

function membershipTwice(first: number, day: string): CellMistake {
  return new CellMistake(
    'membership-twice',
    ours`line ${first} says already where the practice belongs from ${day} on; expected one row a day`,
    'put the locality and the network into one row, or correct the day',
  );
}
