import type { Day } from '../../domain/day.ts';
import type { Cause, CauseKind } from './cause.ts';

/** How the rows of one table are told apart and told. */
export interface TableOfRows<Row> {
  readonly kind: CauseKind;
  /** What a row is: `payment`. */
  readonly noun: string;
  readonly file: string;
  /** What a row is about: two rows about the same are one row that changed. */
  readonly about: (row: Row) => string;
  /** What it says of that. */
  readonly says: (row: Row) => string;
  /** The day from which a run knows it; null where it always does. */
  readonly knownFrom: (row: Row) => Day | null;
  readonly touches: (row: Row) => Cause['touches'];
}

interface Line {
  readonly line: number;
}

/** A row by its words, so that the same row is the same in both runs whatever its line. */
interface Told<Row> {
  readonly row: Row;
  readonly about: string;
  readonly says: string;
  readonly isKnown: boolean;
}

/** The rows of one table for one practice, and as at when they are looked at. */
export interface RowsAsAt<Row> {
  readonly rows: readonly Row[];
  readonly asAt: Day;
}

/** What changed in the rows of one practice: added, removed, changed, or known to only one run by its as-at date. */
export function rowCauses<Row extends Line>(
  table: TableOfRows<Row>,
  before: RowsAsAt<Row>,
  after: RowsAsAt<Row>,
): Cause[] {
  const { same, onlyBefore, onlyAfter } = matched(told(table, before), told(table, after));
  const { changed, removed, added } = paired(onlyBefore, onlyAfter);
  const { noun } = table;
  return [
    ...same.filter(([was, is]) => was.isKnown !== is.isKnown).map(([, is]) => knownCause(table, is)),
    ...changed
      .filter(([was, is]) => was.isKnown || is.isKnown)
      .map(([was, is]) => causeOf(table, is, `${noun} changed: ${was.about}, ${was.says} → ${is.says}`)),
    ...removed
      .filter(({ isKnown }) => isKnown)
      .map((was) => causeOf(table, was, `${noun} removed: ${sentence(was)}`, ' before')),
    ...added.filter(({ isKnown }) => isKnown).map((is) => causeOf(table, is, `${noun} added: ${sentence(is)}`)),
  ];
}

function causeOf<Row extends Line>(table: TableOfRows<Row>, { row }: Told<Row>, words: string, when = ''): Cause {
  const { kind, file, touches } = table;
  return { kind, says: `${words} (${file} line ${row.line}${when})`, file, touches: touches(row) };
}

function knownCause<Row extends Line>(table: TableOfRows<Row>, is: Told<Row>): Cause {
  const why = is.isKnown ? 'since the as-at date before' : 'not known yet at the as-at date';
  return causeOf(table, is, `${why}: ${table.noun} ${sentence(is)}`);
}

function told<Row>({ about, says, knownFrom }: TableOfRows<Row>, { rows, asAt }: RowsAsAt<Row>): Told<Row>[] {
  return rows.map((row) => ({
    row,
    about: about(row),
    says: says(row),
    isKnown: (knownFrom(row) ?? asAt) <= asAt,
  }));
}

function sentence<Row>({ about, says }: Told<Row>): string {
  return `${about}, ${says}`;
}

interface Matched<Row> {
  readonly same: readonly (readonly [Told<Row>, Told<Row>])[];
  readonly onlyBefore: readonly Told<Row>[];
  readonly onlyAfter: readonly Told<Row>[];
}

/** Pairs the rows that say the same in both runs, each once. */
function matched<Row>(before: readonly Told<Row>[], after: readonly Told<Row>[]): Matched<Row> {
  const left = new Map<string, Told<Row>[]>();
  for (const is of after) left.set(sentence(is), [...(left.get(sentence(is)) ?? []), is]);
  const same: [Told<Row>, Told<Row>][] = [];
  const onlyBefore = before.filter((was) => {
    const is = left.get(sentence(was))?.shift();
    if (is) same.push([was, is]);
    return is === undefined;
  });
  return { same, onlyBefore, onlyAfter: [...left.values()].flat() };
}

interface Paired<Row> {
  readonly changed: readonly (readonly [Told<Row>, Told<Row>])[];
  readonly removed: readonly Told<Row>[];
  readonly added: readonly Told<Row>[];
}

/** Pairs the rows about the same of which only the rest differs; what is left was removed, or added. */
function paired<Row>(before: readonly Told<Row>[], after: readonly Told<Row>[]): Paired<Row> {
  const added = [...after];
  const changed: [Told<Row>, Told<Row>][] = [];
  const removed = before.filter((was) => {
    const at = added.findIndex(({ about }) => about === was.about);
    const [is] = at < 0 ? [] : added.splice(at, 1);
    if (is) changed.push([was, is]);
    return is === undefined;
  });
  return { changed, removed, added };
}
