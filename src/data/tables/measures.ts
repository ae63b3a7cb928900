import type { MeasureRow } from '../../domain/facts.ts';
import { compare, equals, one } from '../../domain/money/ratio.ts';
import { isPlainFigure, mayExceed } from '../../domain/scheme/measure.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { number } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { name, oneOf, optional } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { measuresTableOf } from './tables-of-scheme.ts';

/** Reads measures.csv: what each practice has achieved, as at some dates. */
export function readMeasures(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  measures: ByPractice<MeasureRow>,
): Promise<TableEnd> {
  const firstLine = rememberLines();
  const exceeding = new Set(scheme.measures.filter(mayExceed).map(({ id }) => id));
  const readers = {
    practice_code: practiceAmong(known),
    measure: oneOf(
      'measure',
      scheme.measures.map(({ id }) => id),
    ),
    item: optional(name),
    as_at: date,
    numerator: number,
    denominator: optional(number),
  };
  const plain = new Set(scheme.measures.filter(isPlainFigure).map(({ id }) => id));
  const withLines = new Set(scheme.measures.filter(({ lines }) => lines).map(({ id }) => id));
  return readTable(measuresTableOf(scheme), readers, source, {
    row({ line, values, mistake }) {
      const { practice_code: practice, measure, item, as_at: asAt, numerator, denominator } = values;
      const hasLines = withLines.has(measure);
      if (hasLines && item === null) return mistake('item', itemNeeded());
      const divisor = denominator ?? (plain.has(measure) ? one : null);
      if (divisor === null) return mistake('denominator', denominatorNeeded());
      if (plain.has(measure) && !equals(divisor, one)) return mistake('denominator', denominatorOfNone());
      const first = firstLine(line, practice, hasLines ? `${measure} ${item}` : measure, asAt);
      if (first !== null) return mistake('as_at', measureTwice(first));
      if (!exceeding.has(measure) && compare(numerator, divisor) > 0) mistake('numerator', numeratorAbove());
      gather(measures, practice, {
        measure,
        ...(hasLines && item !== null && { item }),
        asAt,
        numerator,
        denominator: divisor,
        line,
      });
    },
  });
}

function itemNeeded(): CellMistake {
  return new CellMistake(
    'blank-cell',
    'the cell is blank; the measure has lines; expected which of them it is',
    'write the parcel, the room, the child, as the scheme calls it',
  );
}

function denominatorNeeded(): CellMistake {
  return new CellMistake(
    'blank-cell',
    'the cell is blank; expected the denominator, as the measure is a share',
    'fill in out of how many',
  );
}

function denominatorOfNone(): CellMistake {
  return new CellMistake(
    'denominator-not-wanted',
    'the measure is a plain figure, without a denominator; expected a blank cell',
    'leave the cell blank, or check that this is the measure that is meant',
  );
}

function measureTwice(first: number): CellMistake {
  return new CellMistake(
    'measure-twice',
    ours`line ${first} has this measure of the practice at this date already; expected one row`,
    'remove the one that is wrong',
  );
}

function numeratorAbove(): CellMistake {
  return new CellMistake(
    'numerator-above-denominator',
    'the numerator is above the denominator, more than 100%; expected at most as many',
    'check that the two are not swapped',
  );
}
