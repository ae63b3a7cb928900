import { add, divide, one, type Ratio, ratio, sum, zero } from '../domain/money/ratio.ts';
import { isPaidByEvents } from '../domain/scheme/paid-events.ts';
import { namedBy, type Quantity } from '../domain/scheme/quantity.ts';
import type {
  Achievement,
  Adjustment,
  Component,
  Conditions,
  EvidenceKind,
  Period,
  PlainValue,
  Recovery,
  Schedule,
  Value,
} from '../domain/scheme/scheme.ts';
import { withShortTitle } from '../domain/scheme/titles.ts';
import type { Among } from '../domain/scheme/value.ts';
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
  const value = componentValue(leaf, written);
  return {
    id: component.id,
    title: component.title,
    ...withShortTitle(component),
    clause: component.clause,
    index,
    value,
    adjustments: component.adjustments.map((adjustment) => adjustmentOf(adjustment, written)),
    achievement: component.achievement ? achievementOf(component.achievement) : null,
    schedule: schedule && !isPaidByEvents(value) ? scheduleOf(schedule, periods) : null,
    conditions: periods.map(({ id }) => conditionsOf(id, conditions, evidence)),
    recovery: recoveryOf(component.recovery ?? written.recovery, periods),
  };
}

/** The value of a component: its own, or the shares of the value above it that lead down to it. */
function componentValue({ component, groups }: Leaf, written: WrittenScheme): Value {
  if (component.value) return readyValue(component.value, component.clause, written);
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
  return { kind: 'share', of: readyValue(above, component.clause, written), path, clause: component.clause };
}

/** A value as written; what works something out is a value by itself, under the clause around it unless it has its own. */
export function readyValue(value: WrittenValue, clause: string, written: Pick<WrittenScheme, 'rounding'>): PlainValue {
  switch (value.kind) {
    case 'per-event': {
      return { ...value, atMost: value.atMost ?? null };
    }
    case 'shared': {
      const { among, ofEach, by = null, ...shared } = value;
      return {
        ...shared,
        by,
        ...amongThose(among),
        ...(ofEach.length > 0 && { ofEach: ofEach.map((each) => adjustmentOf(each, written)) }),
      };
    }
    case 'envelope': {
      const { among, ...envelope } = value;
      return { ...envelope, ...amongThose(among) };
    }
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'to-be-confirmed':
      return value;
    default:
      // A value that is a name alone is what the name stands for.
      return { kind: 'quantity', of: standsFor(value), clause: value.clause ?? clause };
  }
}

function standsFor(quantity: Quantity): Quantity {
  return quantity.kind === 'named' ? standsFor(namedBy(quantity)) : quantity;
}

function amongThose(among: readonly Among[]): { among?: readonly Among[] } {
  return among.length > 0 ? { among } : {};
}

function adjustmentOf(
  adjustment: WrittenAdjustment,
  { rounding: { mode } }: Pick<WrittenScheme, 'rounding'>,
): Adjustment {
  return adjustment.kind === 'reduce' ? { ...adjustment, roundedTo: adjustment.roundedTo ?? null, mode } : adjustment;
}

function achievementOf(achievement: WrittenAchievement): Achievement {
  if (achievement.kind === 'to-be-confirmed') return achievement;
  const { kind, measure, scale, zeroDenominator, onAccount, clause } = achievement;
  const { measuredAt, smallestDenominator, points } = achievement;
  return {
    kind,
    measure,
    scale,
    zeroDenominator: zeroDenominator ?? zero,
    onAccount: onAccount ?? null,
    ...(measuredAt && { measuredAt }),
    ...(smallestDenominator && { smallestDenominator }),
    ...(points && { points }),
    clause,
  };
}

function scheduleOf(schedule: WrittenSchedule, periods: readonly Period[]): Schedule {
  const eachPeriod = schedule.kind === 'each-period';
  const shares = periods.map(({ id }) => shareOf(schedule, id, periods.length));
  let soFar = zero;
  const cumulative = shares.map((share, index) => {
    soFar = add(soFar, share);
    return index === shares.length - 1 && !eachPeriod ? one : soFar;
  });
  const isRoundedEach = schedule.kind !== 'each-period' && schedule.rounded === 'each';
  return {
    shares,
    cumulative,
    ...(eachPeriod && { eachPeriod }),
    ...(isRoundedEach && { rounded: 'each' as const }),
    clause: schedule.clause,
  };
}

function shareOf(schedule: WrittenSchedule, period: string, periods: number): Ratio {
  switch (schedule.kind) {
    case 'equal':
      return ratio(1, periods);
    case 'shares':
      return schedule.shares[period] ?? zero;
    case 'pounds':
      return divide(schedule.pounds[period] ?? zero, sum(Object.values(schedule.pounds)));
    case 'each-period':
      return one;
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
  const tests = asked.flatMap((condition) => condition.tests.map((test) => ({ ...test, clause: condition.clause })));
  return { needs: on('needs'), keeps: on('keeps'), ...(tests.length > 0 && { tests }) };
}

function recoveryOf(
  { takenFrom, waitsFor, tolerance, smallest, clause }: WrittenRecovery,
  periods: readonly Period[],
): Recovery {
  return {
    from: takenFrom === undefined ? null : found(periods, takenFrom),
    waitsForDecision: waitsFor === 'decision',
    ...(tolerance && { tolerance }),
    ...(smallest && { smallest }),
    clause,
  };
}
