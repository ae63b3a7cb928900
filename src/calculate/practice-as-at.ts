import type { Day } from '../domain/day.ts';
import type {
  Decision,
  EvidenceRow,
  Facts,
  ListSize,
  MeasureRow,
  OtherList,
  PaidRow,
  PayeeRow,
  Practice,
} from '../domain/facts.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { leavingDay } from './earnings/leaving.ts';

/** Is told of every row on which something turned: a condition, a figure, a decision, who is paid. */
export type Used = (row: object) => void;

/** Everything known about one practice at the as-at date: what is dated later does not exist for the run (contract 5). */
export interface PracticeAsAt {
  readonly practice: Practice;
  /** Its place in the order of practices, from 0. */
  readonly index: number;
  readonly listSize: ListSize;
  readonly otherLists: readonly OtherList[];
  readonly leavesOn: Day | null;
  readonly evidence: readonly EvidenceRow[];
  readonly measures: readonly MeasureRow[];
  readonly decisions: readonly Decision[];
  readonly paid: readonly PaidRow[];
  readonly payees: readonly PayeeRow[];
  /** To be told of each of these rows on which something turns. */
  readonly used: Used;
}

/** The practice at `index` as it is known at the as-at date. */
export function practiceAsAt(scheme: Scheme, facts: Facts, index: number, asAt: Day, used: Used): PracticeAsAt {
  const practice = facts.practices[index];
  const listSize = practice && facts.listSizes.get(practice.code);
  if (!practice || !listSize) throw new Error(`practice ${index} has no place or no list`);
  const { code } = practice;
  return {
    practice,
    index,
    listSize,
    otherLists: facts.otherLists?.get(code) ?? [],
    leavesOn: leavingDay(scheme.leaving, practice, asAt),
    evidence: rowsUntil(facts.evidence.get(code), (row) => row.receivedOn <= asAt),
    measures: rowsUntil(facts.measures.get(code), (row) => row.asAt <= asAt),
    decisions: rowsUntil(facts.decisions.get(code), (row) => row.decidedOn <= asAt),
    paid: rowsUntil(facts.paid.get(code), (row) => row.posting !== null || row.paidOn <= asAt),
    payees: rowsUntil(facts.payees.get(code), (row) => row.agreedOn <= asAt),
    used,
  };
}

/** How many rows of each file are dated later than the as-at date, and so take no part. */
export function rowsLaterThan(facts: Facts, asAt: Day): ReadonlyMap<string, number> {
  return new Map([
    ['evidence.csv', count(facts.evidence, (row) => row.receivedOn > asAt)],
    ['measures.csv', count(facts.measures, (row) => row.asAt > asAt)],
    ['decisions.csv', count(facts.decisions, (row) => row.decidedOn > asAt)],
    ['paid.csv', count(facts.paid, (row) => row.posting === null && row.paidOn > asAt)],
    ['payees.csv', count(facts.payees, (row) => row.agreedOn > asAt)],
  ]);
}

function rowsUntil<Row>(rows: readonly Row[] | undefined, isKnown: (row: Row) => boolean): readonly Row[] {
  return rows ? rows.filter(isKnown) : [];
}

function count<Row>(byPractice: ReadonlyMap<string, readonly Row[]>, isLater: (row: Row) => boolean): number {
  let later = 0;
  for (const rows of byPractice.values()) for (const row of rows) if (isLater(row)) later += 1;
  return later;
}
