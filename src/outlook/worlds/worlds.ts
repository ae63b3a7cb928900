import { type Calculation, calculate } from '../../calculate/calculate.ts';
import { type ClaimJudge, openClaimJudge, type Verdict } from '../../calculate/claims/claim-judge.ts';
import type { CountedClaims } from '../../calculate/claims/counted-claims.ts';
import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import type { Finding, Outcome } from '../../domain/findings/finding.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { factsAllIn, factsNothingMore } from './all-in.ts';
import { factsKnownAt, lastDayOf } from './known-at.ts';
import type { LateClaims } from './late-claims.ts';
import { placeEvents } from './place-events.ts';

/** One way in which a year may go on, worked out to its end. */
export interface World {
  readonly facts: AccountFacts;
  readonly claims: CountedClaims | null;
  readonly calculation: Calculation;
}

/** What a year comes to if nothing more comes in, and if all of it does: the same calculation of two sets of facts. */
export interface Worlds {
  readonly scheme: Scheme;
  readonly asAt: Day;
  /** The day as at which both are worked out: nothing can come in any more. */
  readonly lastDay: Day;
  /** What is known at the day, and nothing else. */
  readonly known: World;
  readonly certain: World;
  readonly most: World;
  /** By place, the practices whose claims came late in part, and are accepted by nobody. */
  readonly late: ReadonlyMap<number, LateClaims>;
}

/** Both sets of facts before the claims, which come practice after practice. */
export interface OpenWorlds {
  /** Is shown the claims of every practice before any is taken, where a person counts for one practice alone; else it is left out. */
  readonly look?: (practice: number, claims: readonly Claim[]) => void;
  /** Takes all claims of the practice at a place; those made after the day are left out. */
  readonly judge: (practice: number, claims: readonly Claim[]) => void;
  /** Works both out when all claims were taken. */
  readonly close: () => Outcome<Worlds | null>;
}

/** Opens the two worlds of an outlook as at a day. */
export function openWorlds(scheme: Scheme, facts: AccountFacts, asAt: Day): OpenWorlds {
  const lastDay = lastDayOf(scheme, asAt);
  const known = factsKnownAt(facts, asAt);
  const hasEvents = paidEvents(scheme).length > 0;
  const open = (of: AccountFacts) => ({ facts: of, judge: hasEvents ? openClaimJudge(scheme, of, lastDay) : null });
  const [certain, most] = [open(factsNothingMore(scheme, known, asAt, lastDay)), open(factsAllIn(scheme, known, asAt))];
  const isMade = ({ claimedOn }: Claim) => claimedOn <= asAt;
  const looking = [certain.judge?.look, most.judge?.look].filter((look) => look !== undefined);
  const look: OpenWorlds['look'] = (practice, claims) => {
    for (const each of looking) each(practice, claims.filter(isMade));
  };
  const late = new Map<number, LateClaims>();
  return {
    ...(looking.length > 0 && { look }),
    judge: (practice, claims) => {
      const made = claims.filter(isMade);
      const verdicts = certain.judge?.judge(practice, made) ?? [];
      most.judge?.judge(practice, made);
      const isLate = (verdict: Verdict | undefined) => typeof verdict === 'object' && verdict.code === 'late';
      const tooLate = made.filter((_, index) => isLate(verdicts[index]));
      if (tooLate.length > 0) late.set(practice, { all: [...made], late: tooLate });
    },
    close: () => {
      const about = { scheme, asAt, lastDay };
      const low = workOut(certain, 'certain', about);
      if (low.value === null) return { value: null, findings: low.findings };
      const high = workOut(most, 'most', about);
      const claims = certain.judge?.counted ?? null;
      const isCertain = low.value.facts === known && low.value.claims === claims;
      const calculation = isCertain ? low.value.calculation : calculated(about, known, claims).value;
      if (high.value === null || calculation === null) return { value: null, findings: low.findings };
      const plain = { facts: known, claims, calculation };
      return { value: { ...about, known: plain, certain: low.value, most: high.value, late }, findings: low.findings };
    },
  };
}

/** For which scheme an outlook is, and as at which days. */
export type OutlookAbout = Pick<Worlds, 'scheme' | 'asAt' | 'lastDay'>;

function workOut(
  { facts, judge }: { readonly facts: AccountFacts; readonly judge: ClaimJudge | null },
  which: 'certain' | 'most',
  about: OutlookAbout,
): Outcome<World | null> {
  const workOutWith = (claims: CountedClaims | null) => calculated(about, facts, claims);
  const before = workOutWith(judge?.counted ?? null);
  const findings: readonly Finding[] = before.findings;
  if (before.value === null || judge === null) {
    return { value: before.value && { facts, claims: null, calculation: before.value }, findings };
  }
  const claims = placeEvents({ facts, claims: judge.counted, calculation: before.value }, which, about);
  if (claims === judge.counted) return { value: { facts, claims, calculation: before.value }, findings };
  const { value: calculation } = workOutWith(claims);
  return { value: calculation && { facts, claims, calculation }, findings };
}

/** What facts and claims come to on the last day of an outlook. */
export function calculated(
  { scheme, lastDay }: OutlookAbout,
  facts: AccountFacts,
  claims: CountedClaims | null,
  period = lastPeriod(scheme),
): Outcome<Calculation | null> {
  return calculate(scheme, facts, { period, asAt: lastDay, claims });
}

/** The period to which an outlook reaches. */
export function lastPeriod({ periods }: Scheme): Period {
  return at(periods, periods.length - 1);
}
