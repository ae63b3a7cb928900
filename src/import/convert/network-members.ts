import { addDays, type Day, formatDay } from '../../domain/day.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { placeIn, sourceOf } from '../sheet.ts';
import { type Converted, type ConvertedRow, LeftRows } from './converted.ts';
import {
  columnPlace,
  convertedOf,
  dataRows,
  directoryDay,
  type PublicContext,
  type PublicSheet,
  rowReader,
} from './public-sheet.ts';
import { commissionerColumn, takesPart } from './whose.ts';

const columns = {
  practice_code: 'PARTNER_ORGANISATION_CODE',
  from: 'PRACTICE_TO_PCN_RELATIONSHIP_START_DATE',
  pcn_code: 'PCN_CODE',
} as const;
const endColumn = 'PRACTICE_TO_PCN_RELATIONSHIP_END_DATE';

interface Member {
  readonly code: string;
  readonly network: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly row: number;
}

/** The networks of practices by day. From the day after one ends, and before another begins, a practice has none: `U`. */
export function convertNetworkMembers(source: PublicSheet, context: PublicContext): Converted {
  const read = rowReader(source);
  const commissioner = commissionerColumn(source) ?? '';
  const left = new LeftRows();
  const members: Member[] = [];
  const findings: MadeFinding[] = [];
  for (const row of dataRows(source)) {
    const code = read(row, columns.practice_code).toUpperCase();
    if (!takesPart(context, code, read(row, commissioner))) {
      left.add('of practices that do not take part', row.number);
      continue;
    }
    const from = directoryDay(read(row, columns.from));
    const until = directoryDay(read(row, endColumn));
    if (from === null) findings.push(noDay(source, row.number, columns.from, read(row, columns.from)));
    else if (until === null && read(row, endColumn) !== '')
      findings.push(noDay(source, row.number, endColumn, read(row, endColumn)));
    else members.push({ code, network: read(row, columns.pcn_code), from, until, row: row.number });
  }
  const rows = members.flatMap((member) => rowsOf(source, member, members));
  return convertedOf(source, 'memberships.csv', columns, { rows, left: left.list(), findings });
}

function rowsOf(
  { sheet }: PublicSheet,
  { code, network, from, until, row }: Member,
  all: readonly Member[],
): ConvertedRow[] {
  const rowAt = (day: Day, pcn: string) => ({
    cells: { practice_code: code, from: formatDay(day), pcn_code: pcn },
    source: sourceOf(sheet, row),
    number: row,
  });
  const begins = rowAt(from, network);
  if (until === null) return [begins];
  const next = addDays(until, 1);
  const goesOn = all.some(
    (other) => other.code === code && other.from <= next && other.from > from && isAfter(other, next),
  );
  return goesOn ? [begins] : [begins, rowAt(next, 'U')];
}

function isAfter({ until }: Member, day: Day): boolean {
  return until === null || until >= day;
}

function noDay(source: PublicSheet, row: number, field: string, value: string): MadeFinding {
  return finding('not-a-date', placeIn(source.sheet, row, columnPlace(source, field), field), {
    message: 'is no day as the national directory writes it; expected YYYYMMDD or YYYY-MM-DD',
    value,
    hint: 'take the file again from where it is published',
  });
}
