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

/** The claims of one practice, and the decisions by which some that came late would count. */
export interface Accepted extends LateClaims {
  readonly accepted: readonly Decision[];
}

/** What is counted if late claims of some practices, by their places, are accepted; what the others claimed stays as it is. */
export function withLateAccepted(
  about: { readonly scheme: Scheme; readonly lastDay: Day },
  before: { readonly facts: AccountFacts; readonly claims: CountedClaims },
  of: ReadonlyMap<number, Accepted>,
): CountedClaims {
  const judged = new Map(
    [...of].map(([place, accepted]) => [place, judgedAlone(about, before.facts, place, accepted)]),
  );
  const { claims } = before;
  return {
    ...claims,
    later: claims.later,
    counted: (place, ...rest) => judged.get(place)?.counted(0, ...rest) ?? claims.counted(place, ...rest),
    overCap: (place, ...rest) => judged.get(place)?.overCap(0, ...rest) ?? claims.overCap(place, ...rest),
    tallied: (place, ...rest) => {
      const own = judged.get(place);
      return own ? own.tallied(0, ...rest) : claims.tallied(place, ...rest);
    },
  };
}

/** What counts of the claims of one practice, by a judge of it alone, in whose order it is the first. */
function judgedAlone(
  { scheme, lastDay }: { readonly scheme: Scheme; readonly lastDay: Day },
  facts: AccountFacts,
  place: number,
  { all, accepted }: Accepted,
): CountedClaims {
  const practice = at(facts.practices, place);
  const decisions = new Map([[practice.code, [...(facts.decisions.get(practice.code) ?? []), ...accepted]]]);
  const judge = openClaimJudge(scheme, { ...facts, practices: [practice], decisions }, lastDay);
  const own = all.map((claim) => ({ ...claim, practice: 0 }));
  judge.look?.(0, own);
  judge.judge(0, own);
  return judge.counted;
}
