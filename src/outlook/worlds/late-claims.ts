import { openClaimJudge } from '../../calculate/claims/claim-judge.ts';
import type { CountedClaims } from '../../calculate/claims/counted-claims.ts';
import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { Claim, Decision } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** The claims of one practice, of which some came late and wait for somebody to accept them. */
export interface LateClaims {
  readonly all: readonly Claim[];
  readonly late: readonly Claim[];
}

/** A decision that nobody has made yet: to take what came late, evidence or a claim by its event_id. */
export function acceptanceOf(
  evidence: string,
  decidedOn: Day,
  of: { readonly component: string | null; readonly period: string | null } = { component: null, period: null },
): Decision {
  return {
    ...of,
    decision: 'accept-late',
    evidence,
    proportion: null,
    amount: null,
    decidedOn,
    decidedBy: 'nobody yet',
    reason: 'what it would be worth',
    line: 0,
  };
}

/** What is counted if late claims of one practice are accepted on a day, by their event_ids; what the others claimed stays as it is. */
export function withLateAccepted(
  { scheme, lastDay }: { readonly scheme: Scheme; readonly lastDay: Day },
  before: { readonly facts: AccountFacts; readonly claims: CountedClaims },
  place: number,
  { all }: LateClaims,
  accepted: readonly Decision[],
): CountedClaims {
  const practice = at(before.facts.practices, place);
  const decisions = new Map([[practice.code, [...(before.facts.decisions.get(practice.code) ?? []), ...accepted]]]);
  // A judge of this practice alone, in whose order it is the first.
  const judge = openClaimJudge(scheme, { ...before.facts, practices: [practice], decisions }, lastDay);
  const own = all.map((claim) => ({ ...claim, practice: 0 }));
  judge.look?.(0, own);
  judge.judge(0, own);
  const { counted } = judge;
  const { claims } = before;
  return {
    ...claims,
    later: claims.later,
    counted: (of, ...rest) => (of === place ? counted.counted(0, ...rest) : claims.counted(of, ...rest)),
    overCap: (of, ...rest) => (of === place ? counted.overCap(0, ...rest) : claims.overCap(of, ...rest)),
    tallied: (of, ...rest) => (of === place ? counted.tallied(0, ...rest) : claims.tallied(of, ...rest)),
  };
}
