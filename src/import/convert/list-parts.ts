import { CellMistake } from '../../data/cells/cell-mistake.ts';
import { publishedDate } from '../../data/cells/dates.ts';
import { wholeNumber } from '../../data/cells/numbers.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { placeIn, type SheetRow } from '../sheet.ts';
import { LeftRows } from './converted.ts';
import {
  columnAmong,
  columnPlace,
  dataRows,
  type PublicContext,
  type PublicSheet,
  type RowReader,
  rowReader,
} from './public-sheet.ts';
import { commissionerColumn, takesPart } from './whose.ts';

/** A number of patients of a practice in a national list, of everybody or of one sex. */
export interface ListPart {
  readonly source: PublicSheet;
  readonly code: string;
  readonly asAt: Day;
  readonly of: 'all' | 'male' | 'female';
  readonly patients: string;
  readonly row: number;
}

/** What a national list holds of the practices that take part. */
export interface ListRead {
  readonly source: PublicSheet;
  readonly parts: readonly ListPart[];
  /** Practices that take part of which only ages were found, and no total of any kind. */
  readonly byAgeOnly: ReadonlySet<string>;
  readonly left: LeftRows;
  readonly findings: readonly MadeFinding[];
}

const codeColumns = ['ORG_CODE', 'CODE', 'GP_PRACTICE_CODE', 'PRACTICE_CODE'];

/** Reads a national list of any layout: totals, or ages by row or across, whatever the spelling of its days and names. */
export function readListParts(source: PublicSheet, context: PublicContext): ListRead {
  const read = rowReader(source);
  const code = columnAmong(source, codeColumns) ?? '';
  const commissioner = commissionerColumn(source) ?? '';
  const patients = source.kind === 'list-across' ? 'TOTAL_ALL' : 'NUMBER_OF_PATIENTS';
  const left = new LeftRows();
  const findings: MadeFinding[] = [];
  const parts: ListPart[] = [];
  const byAge = new Set<string>();
  if (!hasDay(source) && context.asAt === null) findings.push(noDay(source));
  for (const row of dataRows(source)) {
    const practice = read(row, code).toUpperCase();
    const of = partOf(read, row);
    if (!isOfPractice(read, row)) left.add('of areas and other organisations', row.number);
    else if (!takesPart(context, practice, read(row, commissioner)))
      left.add('of practices that do not take part', row.number);
    else if (of === null) {
      left.add('by age', row.number);
      byAge.add(practice);
    } else {
      const value = read(row, patients);
      const number = wholeNumber(value);
      const asAt = hasDay(source) ? publishedDay(read(row, 'EXTRACT_DATE')) : context.asAt;
      if (number instanceof CellMistake) findings.push(cellMistake(source, row, patients, value, number));
      else if (asAt instanceof CellMistake)
        findings.push(cellMistake(source, row, 'EXTRACT_DATE', read(row, 'EXTRACT_DATE'), asAt));
      else if (asAt !== null) parts.push({ source, code: practice, asAt, of, patients: value, row: row.number });
    }
  }
  for (const part of parts) byAge.delete(part.code);
  return { source, parts, byAgeOnly: byAge, left, findings };
}

function hasDay({ header }: PublicSheet): boolean {
  return header.at.has('EXTRACT_DATE');
}

/** The publisher's own spellings; small letters and spaces too. */
function publishedDay(text: string): Day | CellMistake {
  return publishedDate(text.replaceAll(/\s+/g, '-').replace(/^(\d)(?=\D)/, '0$1'));
}

/** Rows of clinical groups and regions stand beside those of practices in some files. */
function isOfPractice(read: RowReader, row: SheetRow): boolean {
  return ['TYPE', 'ORG_TYPE'].every((column) => ['', 'GP'].includes(read(row, column).toUpperCase()));
}

/** Whether a row is of all ages, and of whom; null for a row of one age. */
function partOf(read: RowReader, row: SheetRow): ListPart['of'] | null {
  const ages = [read(row, 'AGE'), read(row, 'AGE_GROUP_5')].map((age) => age.toUpperCase());
  if (ages.some((age) => age !== '' && age !== 'ALL')) return null;
  const sex = read(row, 'SEX').toUpperCase();
  if (sex === '' || sex === 'ALL') return 'all';
  return sex === 'MALE' ? 'male' : sex === 'FEMALE' ? 'female' : null;
}

function noDay(source: PublicSheet): MadeFinding {
  return finding('as-at-missing', placeIn(source.sheet), {
    message: 'the file does not say at which day the patients were counted; expected --as-at',
    hint: 'give --as-at with the day of the file, such as 2015-04-01: its publisher states it on the page of the file',
  });
}

function cellMistake(
  source: PublicSheet,
  row: SheetRow,
  column: string,
  value: string,
  { code, message, hint }: CellMistake,
): MadeFinding {
  return finding(code, placeIn(source.sheet, row.number, columnPlace(source, column), column), {
    message,
    value,
    hint,
  });
}

/** `2022-01-01`, for a finding or a key. */
export function keyOf({ code, asAt }: Pick<ListPart, 'code' | 'asAt'>): string {
  return `${code} ${formatDay(asAt)}`;
}
