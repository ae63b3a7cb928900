import { CellMistake } from '../../data/cells/cell-mistake.ts';
import { number } from '../../data/cells/numbers.ts';
import { formatDay } from '../../domain/day.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { plainName } from '../../domain/words/nearest.ts';
import { placeIn, sourceOf } from '../sheet.ts';
import { type Converted, type ConvertedRow, LeftRows } from './converted.ts';
import { columnPlace, convertedOf, dataRows, type PublicContext, type PublicSheet, rowReader } from './public-sheet.ts';
import { commissionerColumn, takesPart } from './whose.ts';

interface Pair {
  readonly code: string;
  readonly measure: string;
  readonly indicator: string;
  numerator: string | null;
  denominator: string | null;
  readonly row: number;
}

/** Numerators and denominators of the indicators that the scheme measures, from a file with one number a row. */
export function convertAchievement(source: PublicSheet, context: PublicContext): Converted {
  const read = rowReader(source);
  const commissioner = commissionerColumn(source) ?? '';
  const measures = new Map(context.scheme.measures.map(({ id }) => [plainName(id), id]));
  const left = new LeftRows();
  const pairs = new Map<string, Pair>();
  const findings: MadeFinding[] = [];
  for (const row of dataRows(source)) {
    const code = read(row, 'PRACTICE_CODE').toUpperCase();
    const indicator = read(row, 'INDICATOR_CODE');
    const part = read(row, 'MEASURE').toLowerCase();
    const measure = measures.get(plainName(indicator));
    if (!takesPart(context, code, read(row, commissioner))) left.add('of practices that do not take part', row.number);
    else if (measure === undefined) left.add('of indicators that the scheme does not measure', row.number);
    else if (part !== 'numerator' && part !== 'denominator') left.add('neither numerator nor denominator', row.number);
    else {
      const key = `${code} ${measure}`;
      const pair = pairs.get(key) ?? { code, measure, indicator, numerator: null, denominator: null, row: row.number };
      pairs.set(key, pair);
      const value = read(row, 'VALUE');
      const mistake = number(value);
      if (mistake instanceof CellMistake) findings.push(cellMistake(source, row.number, value, mistake));
      else if (pair[part] !== null) findings.push(twice(source, row.number, value, part));
      else pair[part] = value;
    }
  }
  if (context.asAt === null) findings.push(noDay(source));
  const asAt = context.asAt === null ? '' : formatDay(context.asAt);
  const rows: ConvertedRow[] = [];
  for (const { code, measure, indicator, numerator, denominator, row } of pairs.values()) {
    if (numerator === null || denominator === null) {
      findings.push(half(source, row, indicator, numerator === null));
      continue;
    }
    const cells = { practice_code: code, measure, as_at: asAt, numerator, denominator };
    rows.push({ cells, source: sourceOf(source.sheet, row), number: row });
  }
  const columns = {
    practice_code: 'PRACTICE_CODE',
    measure: 'INDICATOR_CODE',
    numerator: 'VALUE',
    denominator: 'VALUE',
  };
  return convertedOf(source, 'measures.csv', columns, { rows, left: left.list(), findings });
}

function cellMistake(
  source: PublicSheet,
  row: number,
  value: string,
  { code, message, hint }: CellMistake,
): MadeFinding {
  return finding(code, placeIn(source.sheet, row, columnPlace(source, 'VALUE'), 'VALUE'), { message, value, hint });
}

function twice(source: PublicSheet, row: number, value: string, part: string): MadeFinding {
  return finding('measure-twice', placeIn(source.sheet, row, columnPlace(source, 'VALUE'), 'VALUE'), {
    message: `the ${part} of this indicator and practice stands in a row above already; expected it once`,
    value,
    hint: 'take the file again from where it is published, or remove the row that is wrong',
  });
}

function half(source: PublicSheet, row: number, indicator: string, isNumerator: boolean): MadeFinding {
  return finding('blank-cell', placeIn(source.sheet, row, columnPlace(source, 'MEASURE'), 'MEASURE'), {
    message: `there is no ${isNumerator ? 'NUMERATOR' : 'DENOMINATOR'} of ${indicator} for this practice; expected both numbers`,
    hint: 'take the file again from where it is published, or leave its rows of this practice out',
  });
}

function noDay(source: PublicSheet): MadeFinding {
  return finding('as-at-missing', placeIn(source.sheet), {
    message: 'the file does not say at which day its numbers were counted; expected --as-at',
    hint: 'give --as-at with the last day of the year of the file, such as 2018-03-31',
  });
}
