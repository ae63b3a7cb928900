import type { WorkingStep } from '../../domain/account.ts';
import { mapped } from '../../domain/mapped.ts';
import { compare } from '../../domain/money/ratio.ts';
import type { Period, Test } from '../../domain/scheme/scheme.ts';
import { citeTogether } from '../../domain/words/say.ts';
import type { AchievementQuestion } from '../earnings/achievement.ts';
import type { Earnings } from '../earnings/earnings.ts';
import { reckon } from '../quantity/evaluate.ts';
import { askedIn } from '../quantity/evaluated.ts';
import type { Standing, StandingOf } from './conditions.ts';

/** Where every component stands in every period, by component id: its conditions, its tests, its figures, and those it stands or falls with. */
export function standingsOf(
  earnings: readonly Earnings[],
  periods: readonly Period[],
  byEvidence: StandingOf,
  question: AchievementQuestion,
): ReadonlyMap<string, readonly Standing[]> {
  const alone = new Map(
    mapped(earnings, (each) => [
      each.component.id,
      mapped(periods, (period) => standingAlone(each, period, byEvidence(each.component, period), question)),
    ]),
  );
  return withCompanions(alone, earnings, question);
}

function standingAlone(
  { component, unmeasured }: Earnings,
  period: Period,
  byEvidence: Standing,
  question: AchievementQuestion,
): Standing {
  const tests = component.conditions[period.index]?.tests ?? [];
  const tested = tests.reduce((standing, test) => both(standing, standingByTest(test, period, question)), byEvidence);
  const missing = unmeasured[period.index];
  if (!missing || tested.status === 'forfeited') return tested;
  return both(tested, { status: 'withheld', reason: missing.reason, clause: missing.clause, steps: [] });
}

/** The worse of two standings, with the reasons of both where they are equally bad. */
function both(a: Standing, b: Standing): Standing {
  const [worst, other] = rank(b) > rank(a) ? [b, a] : [a, b];
  const because = worst.status === 'released' || worst.status !== other.status ? [worst] : [a, b];
  return {
    status: worst.status,
    reason: because
      .map(({ reason }) => reason)
      .filter(Boolean)
      .join('; '),
    clause: citeTogether(because.map(({ clause }) => clause)),
    steps: [...a.steps, ...b.steps],
  };
}

function rank({ status }: Standing): number {
  return status === 'forfeited' ? 2 : status === 'withheld' ? 1 : 0;
}

/** A figure that must reach another: open while either is missing or the period runs, else met or failed. */
function standingByTest({ title, is, atLeast, clause }: Test, period: Period, question: AchievementQuestion): Standing {
  const [figure, bound] = [is, atLeast].map((each) => reckon(each, askedIn(question, period), clause));
  if (!figure || !bound) throw new Error('a test of nothing');
  if (figure.kind === 'unknown') return openTest(title, figure.reason, clause);
  if (bound.kind === 'unknown') return openTest(title, bound.reason, clause);
  const met = compare(figure.value, bound.value) >= 0;
  const says = `${figure.says}, at least ${bound.says} asked for`;
  const steps = [...figure.steps, ...bound.steps];
  if (met)
    return { status: 'released', reason: '', clause: '', steps: [...steps, testStep(title, says, 'met', clause)] };
  question.reached(is);
  if (question.asAt <= period.end)
    return { ...openTest(title, says, clause), steps: [...steps, testStep(title, says, 'open', clause)] };
  return {
    status: 'forfeited',
    reason: `${title}: ${says}`,
    clause,
    steps: [...steps, testStep(title, says, 'failed', clause)],
  };
}

function openTest(title: string, reason: string, clause: string): Standing {
  return {
    status: 'withheld',
    reason: `${title}: ${reason}`,
    clause,
    steps: [testStep(title, reason, 'open', clause)],
  };
}

function testStep(title: string, says: string, state: string, clause: string): WorkingStep {
  return { step: 'condition', formula: `tests ${title}: ${says}`, value: state, rounded: null, clause };
}

/** Of components that stand or fall together, none is paid where one is not, or earns nothing by its measure. */
function withCompanions(
  alone: ReadonlyMap<string, readonly Standing[]>,
  earnings: readonly Earnings[],
  { scheme }: AchievementQuestion,
): ReadonlyMap<string, readonly Standing[]> {
  if (!scheme.allOrNothing) return alone;
  const standings = new Map(alone);
  for (const { components, clause } of scheme.allOrNothing) {
    for (const id of components) {
      const own = standings.get(id) ?? [];
      const together = own.map((standing, q) => {
        const others = components
          .filter((other) => other !== id)
          .map((other) => companion(other, q, alone, earnings, clause));
        return others.reduce(both, standing);
      });
      standings.set(id, together);
    }
  }
  return standings;
}

function companion(
  id: string,
  q: number,
  alone: ReadonlyMap<string, readonly Standing[]>,
  earnings: readonly Earnings[],
  clause: string,
): Standing {
  const standing = alone.get(id)?.[q];
  const earned = earnings.find(({ component }) => component.id === id);
  if (!standing || !earned) throw new Error(`no standing of ${id}`);
  const earnsNothing = earned.full[q] !== 0n && earned.scheduled[q] === 0n;
  if (standing.status !== 'released')
    return { ...standing, reason: `all or nothing with ${id}: ${standing.reason}`, clause, steps: [] };
  if (!earnsNothing) return { status: 'released', reason: '', clause: '', steps: [] };
  return { status: 'forfeited', reason: `all or nothing with ${id}, which earns nothing`, clause, steps: [] };
}
