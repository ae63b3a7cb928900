import type { PracticeAccount } from '../domain/account.ts';
import { at } from '../domain/at.ts';
import type { Decision, Plan } from '../domain/facts.ts';
import { hasErrors, type Outcome } from '../domain/findings/finding.ts';
import type { Grounds } from '../domain/grounds.ts';
import { dependenciesOf } from '../domain/scheme/depends-on.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { accountOf, type RunAsAt } from './account.ts';
import { findingsOfRun } from './checks.ts';
import type { CountedClaims } from './claims/counted-claims.ts';
import { ConditionJudge } from './conditions/conditions.ts';
import type { Surroundings } from './earnings/earnings-of-practice.ts';
import type { AccountFacts } from './identity/account-facts.ts';
import { accountHolds, poolHolds } from './invariants.ts';
import { type PracticeAsAt, practiceAsAt, rowsLaterThan, type Used } from './practice-as-at.ts';
import { type Reached, toNobody } from './quantity/evaluated.ts';
import { everyoneIn } from './quantity/everyone.ts';
import { figuresOfAll } from './quantity/figures.ts';
import { figuresTogether } from './quantity/figures-together.ts';
import { copyOf, copyOfRows, type GivenSoFar } from './settlement/given-so-far.ts';
import type { PlansTogether } from './settlement/planned.ts';
import { plansTogether, sharersOfPlans } from './settlement/plans-together.ts';
import { sumsUsedUp } from './settlement/sums-used-up.ts';
import { sharePools } from './shared/pools.ts';

/** A run worked out as it is asked for. */
export interface Calculation {
  /** The account of every practice, in order of code, each worked out when it is its turn. */
  readonly accounts: () => Iterable<PracticeAccount>;
  /** The account at one place of that order, with the rows that it rests on. */
  readonly groundsAt: (index: number) => Grounds;
  /**
   * The account at a place by other facts of its own, or with other events; what all accounts have in common, such as pools, stays as it
   * is. Of decided sums nothing counts as used by accounts before it.
   */
  readonly accountBy: (index: number, own: OwnFacts) => PracticeAccount;
  /** By file, how many rows are dated later than the as-at date. */
  readonly laterThanAsAt: ReadonlyMap<string, number>;
}

/** What one account is worked out by; of the facts nobody else's rows are looked at. */
export interface OwnFacts {
  readonly facts: AccountFacts;
  readonly claims: CountedClaims | null;
}

type RunOfClaims = RunAsAt & {
  readonly claims: CountedClaims | null;
  readonly reached?: Reached;
  readonly used?: Used;
};

/**
 * All of RULES.md: (scheme, facts, claims, period, as-at date) -> accounts. The same facts give the same accounts. The value is
 * null where the facts do not allow a run, and the findings say why.
 */
export function calculate(scheme: Scheme, facts: AccountFacts, run: RunOfClaims): Outcome<Calculation | null> {
  const findings = findingsOfRun(scheme, facts, run);
  if (hasErrors(findings)) return { value: null, findings };
  const around = surroundings(scheme, facts, run);
  for (const pool of around.pools.values()) poolHolds(pool);
  const turns = openTurns(scheme, facts, run, around);
  const accounts = () => accountsOf(scheme, run, around, turns);
  const groundsAt = (index: number) => groundsOf(scheme, run, around, turns, index);
  const accountBy = (index: number, own: OwnFacts) =>
    accountOf(scheme, run, practiceAsAt(scheme, own.facts, index, run.asAt, toNobody), {
      ...around,
      claims: own.claims,
    });
  return { value: { accounts, groundsAt, accountBy, laterThanAsAt: rowsLaterThan(facts, run.asAt) }, findings };
}

function groundsOf(scheme: Scheme, run: RunOfClaims, around: Surroundings, turns: Turns, index: number): Grounds {
  // A sum that was decided for several accounts is used in their order: those before it take theirs first.
  const before = turns.sharingASum(index);
  const knownAt = turns.knownBy([...before, index]);
  for (const place of before) accountOf(scheme, run, knownAt(place), around);
  const known = knownAt(index);
  const account = accountOf(scheme, run, known, around);
  accountHolds(account);
  return { account, conditions: around.conditions.outcomesOf(known), paid: known.paid };
}

function* accountsOf(scheme: Scheme, run: RunOfClaims, around: Surroundings, turns: Turns): Iterable<PracticeAccount> {
  const knownAt = turns.knownBy('all');
  for (const index of turns.places) {
    const account = accountOf(scheme, run, knownAt(index), around);
    accountHolds(account);
    yield account;
  }
}

/** What the accounts leave to one another of the sums decided on for several of them. */
interface Turns {
  readonly places: readonly number[];
  /** The accounts before one for which the same decision stands, as it does where two codes became one. */
  readonly sharingASum: (index: number) => readonly number[];
  /** The practices at these places, in turn, each as those of them before it leave those sums. */
  readonly knownBy: (places: readonly number[] | 'all') => (place: number) => PracticeAsAt;
}

/** Works out once what all accounts have in common; the sums as they stand before any account is worked out are never changed. */
function openTurns(scheme: Scheme, facts: AccountFacts, run: RunOfClaims, around: Surroundings): Turns {
  const { asAt, used = toNobody } = run;
  const decidedAt = decisionsByPlace(facts);
  const placesOf = new Map<Decision | Plan, number[]>();
  for (const [place, rows] of decidedAt.entries()) {
    for (const row of rows) placesOf.set(row, [...(placesOf.get(row) ?? []), place]);
  }
  const usedUp = sumsUsedUp(scheme, facts, asAt, used);
  const together = plansOfSharers(scheme, facts, run, around, copyOf(usedUp));
  return {
    places: [...facts.practices.keys()],
    sharingASum: (index) => {
      const sharing = new Set(at(decidedAt, index).flatMap((row) => placesOf.get(row) ?? []));
      return [...sharing].filter((place) => place < index).sort((a, b) => a - b);
    },
    knownBy: (places) => {
      const rows = places === 'all' ? 'all' : places.flatMap((place) => at(decidedAt, place));
      const givenSoFar = rows === 'all' ? copyOf(usedUp) : copyOfRows(usedUp, rows);
      return (place) => {
        const known = practiceAsAt(scheme, facts, place, asAt, used, givenSoFar);
        const plans = together.get(place);
        return plans === undefined ? known : { ...known, plansTogether: plans };
      };
    },
  };
}

function decisionsByPlace({ practices, decisions, plans }: AccountFacts): readonly (readonly (Decision | Plan)[])[] {
  return practices.map(({ code }) => [...(decisions.get(code) ?? []), ...(plans?.get(code) ?? [])]);
}

/** By place, what plans that count for several accounts take of each. */
function plansOfSharers(
  scheme: Scheme,
  facts: AccountFacts,
  run: RunOfClaims,
  around: Surroundings,
  onTrial: GivenSoFar,
): ReadonlyMap<number, PlansTogether> {
  const { asAt } = run;
  const sharers = sharersOfPlans(facts).map((place) => practiceAsAt(scheme, facts, place, asAt, toNobody, onTrial));
  const linesOf = (known: PracticeAsAt) => accountOf(scheme, run, { ...known, plans: [] }, around).lines;
  return plansTogether(scheme.components, sharers, { words: scheme.words, asAt, periods: scheme.periods }, linesOf);
}

/** What depends on all practices, worked out once: pools, and the figures of practices measured together. */
function surroundings(scheme: Scheme, facts: AccountFacts, run: RunOfClaims): Surroundings {
  const { asAt, claims, reached = toNobody, used = toNobody } = run;
  const figures = takesPracticesTogether(scheme) ? figuresOfAll(scheme, facts, asAt, claims, used) : [];
  const everyone = everyoneIn(scheme, facts, figures, asAt);
  return {
    pools: sharePools({ scheme, facts, figures, asAt, withOverCap: false, reached, everyone }),
    claims,
    conditions: new ConditionJudge(scheme, asAt),
    together: figuresTogether(scheme, facts, figures, asAt),
    everyone,
    reached,
  };
}

function takesPracticesTogether(scheme: Scheme): boolean {
  return scheme.components.some((component) => dependenciesOf(component, scheme).together.size > 0);
}
