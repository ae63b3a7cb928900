import { calculate } from '../../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../../src/calculate/claims/claim-judge.ts';
import type { PracticeAccount } from '../../../src/domain/account.ts';
import { at } from '../../../src/domain/at.ts';
import type { Day } from '../../../src/domain/day.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { factsKnownAt, lastDayOf } from '../../../src/outlook/worlds/known-at.ts';
import { lastPeriod, openWorlds } from '../../../src/outlook/worlds/worlds.ts';
import { judgeAll } from '../../make/facts.ts';
import type { Year } from '../../make/random-year.ts';

/** What a practice came to in a component and period, between what it was bounded by. */
export interface Bounds {
  readonly practice: string;
  readonly component: string;
  readonly period: string;
  readonly certain: bigint;
  readonly final: bigint;
  readonly most: bigint;
}

/** By practice, component and period, what a year came to and what bounded it as at a day. A leaving that is not known by then does not happen. */
export function boundsOf(scheme: Scheme, { facts, claims }: Year, asAt: Day): readonly Bounds[] {
  const open = openWorlds(scheme, facts, asAt);
  for (const place of facts.practices.keys()) {
    open.judge(
      place,
      claims.filter(({ practice }) => practice === place),
    );
  }
  const { value: worlds } = open.close();
  const asKnown = { ...facts, practices: factsKnownAt(facts, asAt).practices };
  const lastDay = lastDayOf(scheme, asAt);
  const judge = openClaimJudge(scheme, asKnown, lastDay);
  judgeAll(judge, asKnown, claims);
  const run = { period: lastPeriod(scheme), asAt: lastDay, claims: judge.counted };
  const { value: finished, findings } = calculate(scheme, asKnown, run);
  if (!worlds || !finished) throw new Error(findings.map(({ message }) => message).join());
  const [certain, most] = [worlds.certain, worlds.most].map((world) => [...world.calculation.accounts()].flatMap(sums));
  return [...finished.accounts()].flatMap(sums).map(({ practice, component, period, sum }, place) => ({
    practice,
    component,
    period,
    certain: at(certain ?? [], place).sum,
    final: sum,
    most: at(most ?? [], place).sum,
  }));
}

function sums({ practice, lines }: PracticeAccount) {
  return lines.flatMap(({ component, positions }) =>
    positions.map(({ period, entitlement }) => ({
      practice: practice.code,
      component: component.id,
      period: period.id,
      sum: entitlement,
    })),
  );
}
