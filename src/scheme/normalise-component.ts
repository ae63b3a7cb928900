import { add, one, type Ratio, ratio, zero } from '../domain/ratio.ts';
import type {
  Achievement,
  Adjustment,
  Component,
  Conditions,
  EvidenceKind,
  Period,
  Recovery,
  Schedule,
  Value,
} from '../domain/scheme.ts';
import { found } from './found.ts';
import type { WrittenAchievement } from './grammar/achievement.ts';
import type { WrittenCondition, WrittenRecovery, WrittenSchedule } from './grammar/conditions.ts';
import type { WrittenScheme } from './grammar/scheme.ts';
import type { WrittenAdjustment, WrittenValue } from './grammar/value.ts';
import type { Leaf } from './tree.ts';

/** What a component takes from the scheme around it. */
interface Surroundings {
  readonly written: WrittenScheme;
  readonly periods: readonly Period[];
  readonly evidence: readonly EvidenceKind[];
}

/** A component with everything that it takes from the scheme and from the groups around it. */
export function componentOf(leaf: Leaf, index: number, { written, periods, evidence }: Surroundings): Component {
  const { component } = leaf;
  const schedule = component.schedule ?? written.schedule;
  const conditions = component.conditions ?? written.conditions;
  return {
    id: component.id,
    title: component.title,
    clause: component.clause,
    index,
    value: componentValue(leaf),
    adjustments: component.adjustments.map(adjustmentOf),
    achievement: component.achievement ? achievementOf(component.achievement) : null,
    schedule: schedule && component.value?.kind !== 'per-event' ? scheduleOf(schedule, periods) : null,
    conditions: periods.map(({ id }) => conditionsOf(id, conditions, evidence)),
    recovery: recoveryOf(component.recovery ?? written.recovery, periods),
  };
}

/** The value of a component: its own, or the shares of the value above it that lead down to it. */
function componentValue({ component, groups }: Leaf): Value {
  if (component.value) return plainValue(component.value);
  const top = groups.findIndex(({ group }) => group.value !== undefined);
  const above = groups[top]?.group.value;
  if (!above) throw new Error(`the checks let a component without a value through: ${component.id}`);
  if (above.kind === 'to-be-confirmed') return above;
  const below = groups.slice(top + 1).map(({ group }) => ({ ...group, title: group.group }));
  const path: { title: string; share: Ratio; clause: string }[] = [];
  for (const { title, share, clause } of [...below, component]) {
    if (share === undefined) throw new Error(`the checks let a missing share through: ${title}`);
    if ('kind' in share) return share;
    path.push({ title, share, clause });
  }
  return { kind: 'share', of: plainValue(above), path, clause: component.clause };
}

function plainValue(value: WrittenValue): Value {
  return value.kind === 'per-event' ? { ...value, atMost: value.atMost ?? null } : value;
}

function adjustmentOf(adjustment: WrittenAdjustment): Adjustment {
  return adjustment.kind === 'reduce' ? { ...adjustment, roundedTo: adjustment.roundedTo ?? null } : adjustment;
}

function achievementOf(achievement: WrittenAchievement): Achievement {
  if (achievement.kind === 'to-be-confirmed') return achievement;
  const { kind, measure, scale, zeroDenominator, onAccount, clause } = achievement;
  return { kind, measure, scale, zeroDenominator, onAccount: onAccount ?? null, clause };
}

function scheduleOf(schedule: WrittenSchedule, periods: readonly Period[]): Schedule {
  const shares = periods.map(({ id }) => shareOf(schedule, id, periods.length));
  let soFar = zero;
  const cumulative = shares.map((share, index) => {
    soFar = add(soFar, share);
    return index === shares.length - 1 ? one : soFar;
  });
  return { shares, cumulative, clause: schedule.clause };
}

function shareOf(schedule: WrittenSchedule, period: string, periods: number): Ratio {
  switch (schedule.kind) {
    case 'equal':
      return ratio(1, periods);
    case 'shares':
      return schedule.shares[period] ?? zero;
  }
}

function conditionsOf(
  period: string,
  written: readonly WrittenCondition[],
  evidence: readonly EvidenceKind[],
): Conditions {
  const asked = written.filter(({ periods }) => periods === 'every' || periods.includes(period));
  const on = (key: 'needs' | 'keeps') =>
    asked.flatMap((condition) =>
      condition[key].map((id) => ({ evidence: found(evidence, id), clause: condition.clause })),
    );
  return { needs: on('needs'), keeps: on('keeps') };
}

function recoveryOf({ takenFrom, waitsFor, clause }: WrittenRecovery, periods: readonly Period[]): Recovery {
  return {
    from: takenFrom === undefined ? null : found(periods, takenFrom),
    waitsForDecision: waitsFor === 'decision',
    clause,
  };
}
