import type { Practice } from '../../domain/facts.ts';
import { finding } from '../../domain/findings/finding.ts';
import type { OfMembers } from '../../domain/scheme/member.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { likelyCode, ownCodeOf } from '../cells/practice-code.ts';
import { name, optional, words } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import type { GroupSpellings } from './group-spellings.ts';
import { practicesTable } from './tables.ts';

/** The practices of a data folder, as far as they have been read. */
export interface PracticesRead {
  /** In order of code. */
  practices: readonly Practice[];
  /** The codes that the file names, on spoilt rows too; null where it could not be read, so that nobody is missed in it. */
  named: ReadonlySet<string> | null;
}

/** Reads practices.csv: who takes part, each once. */
export async function readPractices(
  source: TableSource,
  scheme: OfMembers,
  spelling: GroupSpellings,
  who: PracticesRead,
): Promise<TableEnd> {
  const practices: Practice[] = [];
  const named = new Set<string>();
  const firstLine = rememberLines();
  const readers = {
    practice_code: ownCodeOf(scheme),
    practice_name: words,
    locality: optional(name),
    pcn_code: optional(name),
    joined_on: optional(date),
    notice_on: optional(date),
    left_on: optional(date),
  };
  const end = await readTable(practicesTable, readers, source, {
    row({ line, values, mistake }) {
      named.add(values.practice_code);
      const first = firstLine(line, values.practice_code);
      if (first !== null) return mistake('practice_code', practiceTwice(first));
      for (const column of ['locality', 'pcn_code'] as const) {
        const spelt = spelling(column, values[column], { file: practicesTable.file, line });
        if (spelt) mistake(column, spelt);
      }
      practices.push({
        code: values.practice_code,
        name: values.practice_name,
        locality: values.locality,
        pcn: values.pcn_code,
        joinedOn: values.joined_on,
        noticeOn: values.notice_on,
        leftOn: values.left_on,
        line,
      });
    },
    refused(cell) {
      const code = likelyCode(cell('practice_code'));
      if (code !== null) named.add(code);
    },
  });
  if (end.readable && end.rows === 0) source.note(noRows());
  who.practices = practices.sort((a, b) => (a.code < b.code ? -1 : 1));
  who.named = end.readable ? named : null;
  return end;
}

function practiceTwice(first: number): CellMistake {
  return new CellMistake(
    'practice-twice',
    ours`the practice is in line ${first} already; expected every practice once`,
    'remove one of the two rows',
  );
}

function noRows() {
  return finding(
    'no-rows',
    { file: practicesTable.file, line: 1 },
    {
      message: ours`there is no practice below the names of the columns; expected a row for every practice that takes part`,
      hint: ours`add the practices, one a row`,
    },
  );
}
