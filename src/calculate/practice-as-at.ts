import type { Day } from '../domain/day.ts';
import type {
  Decision,
  EvidenceRow,
  ListSize,
  MeasureRow,
  OtherList,
  PaidRow,
  PayeeRow,
  Plan,
  Practice,
} from '../domain/facts.ts';
import { zero } from '../domain/money/ratio.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { joiningDay, leavingDay } from '../domain/scheme/stay.ts';
import type { AccountFacts, Merger } from './identity/account-facts.ts';
import { type GivenSoFar, nothingGiven } from './settlement/given-so-far.ts';
import type { PlansTogether } from './settlement/planned.ts';

/** Is told of every row on which something turned: a condition, a figure, a decision, who is paid. */
export type Used = (row: object) => void;

/** Everything known about one practice at the as-at date: what is dated later does not exist for the run (RULES, Run). */
export interface PracticeAsAt {
  readonly practice: Practice;
  /** Its place in the order of accounts, from 0. */
  readonly index: number;
  /** The code that stands for it now, and is paid unless payees.csv says otherwise. */
  readonly codeNow: string;
  /** A list of nothing where the practice has none that counts. */
  readonly listSize: ListSize;
  /** Whether that is a list that was counted. */
  readonly isListed: boolean;
  readonly otherLists: readonly OtherList[];
  /** Of a practice, or a code, that began after the term did: for each population its earliest list from then on. */
  readonly firstLists: readonly OtherList[];
  /** J, where it lies after the term's first day. */
  readonly joinsOn: Day | null;
  readonly leavesOn: Day | null;
  /** What a merger of codes makes of it where patients are counted anew. */
  readonly merger: Merger | null;
  readonly evidence: readonly EvidenceRow[];
  readonly measures: readonly MeasureRow[];
  /** Those of them that are paid by their number elsewhere, as two codes became one. */
  readonly countedElsewhere: ReadonlySet<MeasureRow>;
  readonly decisions: readonly Decision[];
  readonly plans: readonly Plan[];
  /** What was given of decided sums before, by accounts for which the same decision counts. */
  readonly givenSoFar: GivenSoFar;
  /** Of components of which a plan counts for other accounts too. */
  readonly plansTogether: PlansTogether;
  readonly paid: readonly PaidRow[];
  readonly payees: readonly PayeeRow[];
  /** To be told of each of these rows on which something turns. */
  readonly used: Used;
}

const noRows: ReadonlySet<MeasureRow> = new Set();
const noPlans: PlansTogether = new Map();

/** The practice at `index` as it is known at the as-at date. */
export function practiceAsAt(
  scheme: Scheme,
  facts: AccountFacts,
  index: number,
  asAt: Day,
  used: Used,
  givenSoFar: GivenSoFar = nothingGiven(),
): PracticeAsAt {
  const practice = facts.practices[index];
  if (!practice) throw new Error(`practice ${index} has no place`);
  const { code } = practice;
  const identity = facts.identities?.get(code);
  return {
    practice,
    index,
    codeNow: identity?.codeNow ?? code,
    listSize: facts.listSizes.get(code) ?? { patients: zero, asAt: scheme.population.at, line: 0 },
    isListed: facts.listSizes.has(code),
    otherLists: rowsUntil(facts.otherLists?.get(code), (list) => list.asAt <= asAt),
    firstLists: facts.firstLists?.get(code) ?? [],
    joinsOn: joiningDay(scheme, practice),
    leavesOn: leavingDay(scheme.leaving, practice, asAt),
    merger: identity?.merger ?? null,
    evidence: rowsUntil(facts.evidence.get(code), (row) => row.receivedOn <= asAt),
    measures: rowsUntil(facts.measures.get(code), (row) => row.asAt <= asAt),
    countedElsewhere: identity?.countedElsewhere ?? noRows,
    decisions: rowsUntil(facts.decisions.get(code), (row) => row.decidedOn <= asAt),
    plans: rowsUntil(facts.plans?.get(code), (row) => row.decidedOn <= asAt),
    givenSoFar,
    plansTogether: noPlans,
    paid: rowsUntil(facts.paid.get(code), (row) => row.posting !== null || row.paidOn <= asAt),
    payees: rowsUntil(facts.payees.get(code), (row) => row.agreedOn <= asAt),
    used,
  };
}

/** How many rows of each file are dated later than the as-at date, and so take no part. */
export function rowsLaterThan(facts: AccountFacts, asAt: Day): ReadonlyMap<string, number> {
  return new Map([
    ['evidence.csv', count(facts.evidence, (row) => row.receivedOn > asAt)],
    ['measures.csv', count(facts.measures, (row) => row.asAt > asAt)],
    ['decisions.csv', count(facts.decisions, (row) => row.decidedOn > asAt)],
    ['plans.csv', count(facts.plans ?? new Map(), (row) => row.decidedOn > asAt)],
    ['paid.csv', count(facts.paid, (row) => row.posting === null && row.paidOn > asAt)],
    ['payees.csv', count(facts.payees, (row) => row.agreedOn > asAt)],
  ]);
}

/** The rows themselves where all are known, as they nearly always are. */
function rowsUntil<Row>(rows: readonly Row[] | undefined, isKnown: (row: Row) => boolean): readonly Row[] {
  if (!rows) return [];
  return rows.every(isKnown) ? rows : rows.filter(isKnown);
}

function count<Row>(byPractice: ReadonlyMap<string, readonly Row[]>, isLater: (row: Row) => boolean): number {
  // A row may count for several accounts, where their codes became one.
  const later = new Set<Row>();
  for (const rows of byPractice.values()) for (const row of rows) if (isLater(row)) later.add(row);
  return later.size;
}
