import { calculate } from '../../calculate/calculate.ts';
import { openClaimJudge } from '../../calculate/claims/claim-judge.ts';
import type { Clawback } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Example, Scheme } from '../../domain/scheme/scheme.ts';
import { eventBlock } from '../../scheme/example-coverage.ts';
import { exampleFacts, inNamesOf } from '../../scheme/example-facts.ts';
import type { ExampleEntitlement, ExampleStep } from '../../scheme/examples.ts';

/** An example, and what the scheme makes of it; null where it makes nothing of it, and why. */
export interface WorkedExample {
  readonly example: Example;
  readonly entitlements: readonly ExampleEntitlement[] | null;
  readonly mistakes: readonly Finding[];
}

/** Works out an example as a run, for the last period unless it says. */
export function workedExample(scheme: Scheme, example: Example, reached: (block: object) => void): WorkedExample {
  const period = example.run?.period ?? scheme.periods.at(-1);
  if (!period) throw new Error(`${scheme.id} has no period`);
  const { facts, claims, asAt } = exampleFacts(scheme, example);
  const judge = openClaimJudge(scheme, facts, asAt);
  const claimsOf = (practice: number) => claims.filter((claim) => claim.practice === practice);
  for (const practice of facts.practices.keys()) judge.look?.(practice, claimsOf(practice));
  for (const practice of facts.practices.keys()) {
    const own = claimsOf(practice);
    for (const [index, verdict] of judge.judge(practice, own).entries()) {
      if (typeof verdict === 'object' && verdict.code === 'over-cap') reached(eventBlock(scheme, at(own, index).event));
    }
  }
  const { value: calculation, findings } = calculate(scheme, facts, { period, asAt, claims: judge.counted, reached });
  const named = (text: string) => inNamesOf(example, text);
  const namedStep = (step: ExampleStep) => ({ ...step, formula: named(step.formula) });
  if (!calculation) {
    const mistakes = findings.map((each) => ({ ...each, message: named(each.message), hint: named(each.hint) }));
    return { example, entitlements: null, mistakes };
  }
  const entitlements: ExampleEntitlement[] = [...calculation.accounts()].flatMap(({ lines }, practice) =>
    lines.flatMap(({ component, steps: termSteps, positions }) =>
      positions.map(({ period, entitlement, settlement, unpaid, steps }) => ({
        practice,
        component: component.id,
        period: period.id,
        entitlement,
        payment: settlement.kind === 'payment' ? settlement.amount : noPence,
        clawback: settlement.kind === 'clawback' ? clawedBack(settlement.parts) : noPence,
        unpaid: unpaid.map((each) => ({ ...each, reason: named(each.reason) })),
        termSteps: termSteps.map(namedStep),
        steps: steps
          .filter(({ step }) => step !== 'entitlement' && step !== 'set-off' && step !== 'settlement')
          .map(namedStep),
      })),
    ),
  );
  return { example, entitlements, mistakes: [] };
}

/** What comes back, now or later. */
function clawedBack(parts: readonly Clawback[]): Pence {
  return sumPence(parts.filter(({ status }) => status !== 'waived').map(({ amount }) => amount));
}
