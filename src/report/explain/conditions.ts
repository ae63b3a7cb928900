import type { ConditionOutcome } from '../../domain/grounds.ts';
import { noPence, type Pence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import type { ComponentStory, PeriodStory, Story } from './story.ts';

/** A condition that turned out the same wherever it is asked, told once. */
export interface ConditionTold {
  readonly outcome: ConditionOutcome;
  /** Every clause that asks it. */
  readonly clauses: readonly string[];
  /** The periods of components in which it is asked and something turns on it. */
  readonly places: readonly ConditionPlace[];
}

export interface ConditionPlace {
  readonly component: Component;
  readonly period: Period;
  /** What is withheld or forfeited there. */
  readonly amount: Pence;
}

/** The conditions of a practice in one state, each told once however many periods it holds for. */
export function conditionsTold(story: Story, state: ConditionOutcome['state']): ConditionTold[] {
  const told = new Map<string, { outcome: ConditionOutcome; clauses: Set<string>; places: ConditionPlace[] }>();
  for (const component of story.components) {
    for (const period of component.periods) {
      if (!turnsOnConditions(period)) continue;
      for (const outcome of period.conditions.filter((each) => each.state === state)) {
        const key = sameEverywhere(outcome, component, period);
        const known = told.get(key) ?? { outcome, clauses: new Set(), places: [] };
        told.set(key, known);
        known.clauses.add(outcome.clause);
        known.places.push(placeOf(component, period));
      }
    }
  }
  return [...told.values()].map(({ outcome, clauses, places }) => ({ outcome, clauses: [...clauses], places }));
}

/** Nothing turns on the conditions of a period that is worth nothing, or of which a decision settles what is paid. */
function turnsOnConditions({ position, isDecided }: PeriodStory): boolean {
  const { scheduled, alreadyPaid, unpaid } = position;
  return !isDecided && (scheduled !== noPence || alreadyPaid !== noPence || unpaid.length > 0);
}

function sameEverywhere(
  { evidence, row, deadline, accepted, least }: ConditionOutcome,
  { line }: ComponentStory,
  { position }: PeriodStory,
): string {
  const { perComponent, perPeriod, id } = evidence;
  const [component, period] = [line.component.id, position.period.id];
  const asked = row === null ? [perComponent ? component : '', perPeriod ? period : ''] : [row.line];
  return [id, ...asked, deadline, accepted?.line, least && `${least.n}/${least.d}`].join(' ');
}

function placeOf({ line }: ComponentStory, { position }: PeriodStory): ConditionPlace {
  const held = position.unpaid.find(({ status }) => status === 'withheld' || status === 'forfeited');
  return { component: line.component, period: position.period, amount: held?.amount ?? noPence };
}
