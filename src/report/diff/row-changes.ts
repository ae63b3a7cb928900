import type { Day } from '../../domain/day.ts';
import type { Cause, CauseKind } from './cause.ts';

/** How the rows of one table are told apart and told. */
export interface TableOfRows<Row> {
  readonly kind: CauseKind;
  readonly file: string;
  /** What a row is about: two rows about the same are one row that changed. */
  readonly about: (row: Row) => string;
  /** What it says of that. */
  readonly says: (row: Row) => string;
  /** The day from which a run knows it. */
  readonly knownFrom: (row: Row) => Day;
  readonly touches: (row: Row) => Cause['touches'];
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
export function rowCauses<Row extends { readonly line: number }>(
  table: TableOfRows<Row>,
  before: RowsAsAt<Row>,
  after: RowsAsAt<Row>,
): Cause[] {
  const { same, onlyBefore, onlyAfter } = matched(told(table, before), told(table, after));
  const { kind, file, touches } = table;
  const cause = (row: Row, words: string, when = ''): Cause => ({
    kind,
    says: `${words} (${file} line ${row.line}${when})`,
    touches: touches(row),
  });
  const causes = same.flatMap(([was, is]) => {
    if (was.isKnown === is.isKnown) return [];
    const why = is.isKnown
      ? `counts now, dated after the as-at date before`
      : `does not count now, dated after the as-at date`;
    return [cause(is.row, `${kind} ${why}: ${sentence(is)}`)];
  });
  const left = [...onlyAfter];
  for (const was of onlyBefore) {
    const at = left.findIndex(({ about }) => about === was.about);
    const [is] = at < 0 ? [] : left.splice(at, 1);
    if (is && (was.isKnown || is.isKnown)) {
      causes.push(cause(is.row, `${kind} changed: ${was.about}, ${was.says} → ${is.says}`));
    } else if (!is && was.isKnown) causes.push(cause(was.row, `${kind} removed: ${sentence(was)}`, ' before'));
  }
  const added = left.filter(({ isKnown }) => isKnown).map((is) => cause(is.row, `${kind} added: ${sentence(is)}`));
  return [...causes, ...added];
}

function told<Row>({ about, says, knownFrom }: TableOfRows<Row>, { rows, asAt }: RowsAsAt<Row>): Told<Row>[] {
  return rows.map((row) => ({ row, about: about(row), says: says(row), isKnown: knownFrom(row) <= asAt }));
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
  const left = [...after];
  const same: [Told<Row>, Told<Row>][] = [];
  const onlyBefore = before.filter((was) => {
    const at = left.findIndex((is) => sentence(is) === sentence(was));
    const [is] = at < 0 ? [] : left.splice(at, 1);
    if (is) same.push([was, is]);
    return is === undefined;
  });
  return { same, onlyBefore, onlyAfter: left };
}
