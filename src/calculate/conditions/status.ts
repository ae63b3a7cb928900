import type { WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { compare } from '../../domain/money/ratio.ts';
import { variesByPeriod } from '../../domain/scheme/quantity-kinds.ts';
import type { Period, Test } from '../../domain/scheme/scheme.ts';
import { citeTogether } from '../../domain/words/say.ts';
import type { AchievementQuestion } from '../earnings/achievement.ts';
import type { Earnings } from '../earnings/earnings.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn } from '../quantity/evaluated.ts';
import type { ComponentStatus, StatusOf } from './conditions.ts';

/** Where every component stands in every period, by component id: its conditions, its tests, its figures, and those it stands or falls with. */
export function statusesOf(
  earnings: readonly Earnings[],
  periods: readonly Period[],
  byEvidence: StatusOf,
  question: AchievementQuestion,
): ReadonlyMap<string, readonly ComponentStatus[]> {
  const alone = new Map(
    mapped(earnings, (each) => [
      each.component.id,
      mapped(periods, (period) => statusAlone(each, period, byEvidence(each.component, period), question)),
    ]),
  );
  return withCompanions(alone, earnings, question);
}

function statusAlone(
  { component, unmeasured }: Earnings,
  period: Period,
  byEvidence: ComponentStatus,
  question: AchievementQuestion,
): ComponentStatus {
  const tests = at(component.conditions, period.index).tests ?? [];
  const tested = tests.reduce(
    (conditionStatus, test) => both(conditionStatus, statusByTest(test, period, question)),
    byEvidence,
  );
  const missing = at(unmeasured, period.index);
  if (!missing) return tested;
  return both(tested, {
    status: 'withheld',
    reason: missing.reason,
    clause: missing.clause,
    besides: [missing.reason],
    steps: [],
  });
}

/** The worse of two statuses, with the reasons of both where they are equally bad. */
function both(a: ComponentStatus, b: ComponentStatus): ComponentStatus {
  const [worst, other] = rank(b) > rank(a) ? [b, a] : [a, b];
  const because = worst.status === 'released' || worst.status !== other.status ? [worst] : [a, b];
  return {
    status: worst.status,
    reason: mapped(because, ({ reason }) => reason).join('; '),
    clause: citeTogether(mapped(because, ({ clause }) => clause)),
    besides: [...new Set(because.flatMap(({ besides }) => besides))],
    steps: [...a.steps, ...b.steps],
  };
}

function rank({ status }: ComponentStatus): number {
  return status === 'forfeited' ? 2 : status === 'withheld' ? 1 : 0;
}

/** A figure that must reach another: open while either is missing or the period runs, else met or failed. */
function statusByTest(
  { title, is, atLeast, clause }: Test,
  period: Period,
  question: AchievementQuestion,
): ComponentStatus {
  const [figure, bound] = [is, atLeast].map((each) => evaluate(each, askedIn(question, period), clause));
  if (!figure || !bound) throw new Error('a test of nothing');
  if (figure.kind === 'unknown') return openTest(title, figure.reason, clause);
  if (bound.kind === 'unknown') return openTest(title, bound.reason, clause);
  const met = compare(figure.value, bound.value) >= 0;
  const says = `${figure.says}, at least ${bound.says} asked for`;
  const steps = [...figure.steps, ...bound.steps];
  const isOver = question.asAt >= period.end;
  // While its period runs, what varies by period can still change.
  if (met && (isOver || ![is, atLeast].some(variesByPeriod)))
    return {
      status: 'released',
      reason: '',
      clause: '',
      besides: [],
      steps: [...steps, testStep(title, says, 'met', clause)],
    };
  if (!met) question.reached(is);
  if (!isOver) {
    const waits = met ? `${says}; it counts when ${period.id} is over` : says;
    return { ...openTest(title, waits, clause), steps: [...steps, testStep(title, waits, 'open', clause)] };
  }
  return {
    status: 'forfeited',
    reason: `${title}: ${says}`,
    clause,
    besides: [`${title}: ${says}`],
    steps: [...steps, testStep(title, says, 'failed', clause)],
  };
}

function openTest(title: string, reason: string, clause: string): ComponentStatus {
  return {
    status: 'withheld',
    reason: `${title}: ${reason}`,
    clause,
    besides: [`${title}: ${reason}`],
    steps: [testStep(title, reason, 'open', clause)],
  };
}

function testStep(title: string, says: string, state: string, clause: string): WorkingStep {
  return { step: 'condition', formula: `tests ${title}: ${says}`, value: state, rounded: null, clause };
}

/** Of components that stand or fall together, none is paid where one of which anything is due is not. */
function withCompanions(
  alone: ReadonlyMap<string, readonly ComponentStatus[]>,
  earnings: readonly Earnings[],
  { scheme }: AchievementQuestion,
): ReadonlyMap<string, readonly ComponentStatus[]> {
  if (!scheme.allOrNothing) return alone;
  const statuses = new Map(alone);
  for (const { components, clause } of scheme.allOrNothing) {
    for (const id of components) {
      const own = statuses.get(id);
      if (!own) throw new Error(`no status of ${id}`);
      const together = mapped(own, (conditionStatus, q) => {
        const others = components
          .filter((other) => other !== id)
          .map((other) => companion(other, q, alone, earnings, clause));
        return others.reduce(both, conditionStatus);
      });
      statuses.set(id, together);
    }
  }
  return statuses;
}

function companion(
  id: string,
  q: number,
  alone: ReadonlyMap<string, readonly ComponentStatus[]>,
  earnings: readonly Earnings[],
  clause: string,
): ComponentStatus {
  const conditionStatus = alone.get(id)?.[q];
  const earned = earnings.find(({ component }) => component.id === id);
  if (!conditionStatus || !earned) throw new Error(`no conditionStatus of ${id}`);
  if (conditionStatus.status === 'released' || !at(earned.isDue, q))
    return { status: 'released', reason: '', clause: '', besides: [], steps: [] };
  return standsWith(conditionStatus.status, `all or nothing with ${id}: ${conditionStatus.reason}`, clause);
}

function standsWith(status: ComponentStatus['status'], reason: string, clause: string): ComponentStatus {
  return { status, reason, clause, besides: [reason], steps: [] };
}
