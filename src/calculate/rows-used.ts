import type { Day } from '../domain/day.ts';
import type { Facts } from '../domain/facts.ts';

/** Is told of every row on which something turned: a condition, a figure, a decision, who is paid. */
export type Used = (row: object) => void;

/**
 * By file and in order, the lines of the rows known at the as-at date on which nothing turned in this run: another stood in their place,
 * or nothing asked for them. Practices, the lists that the scheme names and what was paid are always asked for. So is a figure of a
 * period after that of the run, as the whole term is worked out.
 */
export function linesWithoutEffect(
  facts: Facts,
  asAt: Day,
  used: ReadonlySet<object>,
): ReadonlyMap<string, readonly number[]> {
  const isIdle = (row: object) => !used.has(row);
  return new Map([
    ['evidence.csv', linesOf(facts.evidence, (row) => row.receivedOn <= asAt && isIdle(row))],
    ['measures.csv', linesOf(facts.measures, (row) => row.asAt <= asAt && isIdle(row))],
    ['decisions.csv', linesOf(facts.decisions, (row) => row.decidedOn <= asAt && isIdle(row))],
    ['payees.csv', linesOf(facts.payees, (row) => row.agreedOn <= asAt && isIdle(row))],
  ]);
}

function linesOf<Row extends { readonly line: number }>(
  byPractice: ReadonlyMap<string, readonly Row[]>,
  which: (row: Row) => boolean,
): readonly number[] {
  const lines: number[] = [];
  for (const rows of byPractice.values()) for (const row of rows) if (which(row)) lines.push(row.line);
  return lines.sort((a, b) => a - b);
}
