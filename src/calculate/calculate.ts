import type { PracticeAccount } from '../domain/account.ts';
import type { Facts } from '../domain/facts.ts';
import { hasErrors, type Outcome } from '../domain/finding.ts';
import type { Scheme } from '../domain/scheme.ts';
import { accountOf, type RunAsAt } from './account.ts';
import { findingsOfRun } from './checks.ts';
import type { CountedClaims } from './claims.ts';
import type { Surroundings } from './earnings.ts';
import { accountHolds, poolsHold } from './invariants.ts';
import { knownPractice, rowsLaterThan } from './known.ts';
import { sharePools } from './pools.ts';

/** A run worked out as it is asked for. */
export interface Calculation {
  /** The account of every practice, in order of code, each worked out when it is its turn. */
  readonly accounts: () => Iterable<PracticeAccount>;
  /** By file, how many rows are dated later than the as-at date. */
  readonly laterThanAsAt: ReadonlyMap<string, number>;
}

/**
 * The whole of contract 5: (scheme, facts, claims, period, as-at date) -> accounts. The same facts give the same accounts. The value is
 * null where the facts do not allow a run, and the findings say why.
 */
export function calculate(
  scheme: Scheme,
  facts: Facts,
  run: RunAsAt & { readonly claims: CountedClaims | null },
): Outcome<Calculation | null> {
  const findings = findingsOfRun(scheme, facts, run);
  if (hasErrors(findings)) return { value: null, findings };
  const pools = sharePools(scheme, facts);
  poolsHold(pools);
  const accounts = () => accountsOf(scheme, facts, run, { pools, claims: run.claims });
  return { value: { accounts, laterThanAsAt: rowsLaterThan(facts, run.asAt) }, findings };
}

function* accountsOf(scheme: Scheme, facts: Facts, run: RunAsAt, around: Surroundings): Iterable<PracticeAccount> {
  for (const index of facts.practices.keys()) {
    const account = accountOf(scheme, run, knownPractice(scheme, facts, index, run.asAt), around);
    accountHolds(account);
    yield account;
  }
}
