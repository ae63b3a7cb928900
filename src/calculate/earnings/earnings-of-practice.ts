import type { Day } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import { noPence } from '../../domain/money/money.ts';
import { isPaidByEvents } from '../../domain/scheme/paid-events.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../../domain/scheme/shared.ts';
import { leftBeforeTheTerm } from '../../domain/scheme/stay.ts';
import type { CountedClaims } from '../claims/counted-claims.ts';
import type { ConditionJudge } from '../conditions/conditions.ts';
import { takesPartIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Everyone, Reached } from '../quantity/evaluated.ts';
import { figuresOf } from '../quantity/figures.ts';
import type { FiguresTogether } from '../quantity/figures-together.ts';
import type { Pool } from '../shared/pot.ts';
import type { AchievementQuestion } from './achievement.ts';
import { stopped } from './all-or-nothing.ts';
import { lessWhatComesBack } from './comes-back.ts';
import type { Earnings } from './earnings.ts';
import { envelopeToDateEarnings } from './envelope-to-date-earnings.ts';
import { eventEarnings } from './event-earnings.ts';
import { poolEarnings } from './pool-earnings.ts';
import { scheduledEarnings } from './scheduled-earnings.ts';
import { talliedEarnings } from './tallied-earnings.ts';

/** What everything outside one practice says, worked out once for all practices. */
export interface Surroundings {
  readonly pools: ReadonlyMap<string, Pool>;
  readonly claims: CountedClaims | null;
  readonly conditions: ConditionJudge;
  readonly together: FiguresTogether;
  readonly everyone: Everyone;
  readonly reached: Reached;
}

/** A(x,c,q) of every component for one practice, in the scheme's order (RULES, Value; Schedule; Achievement; Leaving; Events). */
export function earningsOf(known: PracticeAsAt, question: AchievementQuestion, around: Surroundings): Earnings[] {
  const { scheme } = question;
  const { earnings: scheduled, stops } = scheduledEarnings(known, question);
  return mapped(scheme.components, (component) => lessWhatComesBack(earningsIn(component), scheme, known));

  function earningsIn(component: Component): Earnings {
    const { value } = component;
    if (leftBeforeTheTerm(scheme, known.practice))
      return noPart(component, scheme, 'left before the term began', 'leaving');
    if (!takesPartIn(known, component)) return noPart(component, scheme, onlyWhereCountedAnew, 'joining');
    const seats = around.pools.get(component.id)?.[known.index];
    const [seat] = seats ?? [];
    if (seat && isEnvelopeToDate(value))
      return stopped(envelopeToDateEarnings(component, value, seat, known, question), stops);
    if (seats) return stopped(poolEarnings(component, seats, known, question), stops);
    if (value.kind === 'per-event')
      return stopped(eventEarnings(scheme, component, value, known, around.claims), stops);
    if (isPaidByEvents(value)) return stopped(talliedEarnings(component, known, question), stops);
    const earnings = scheduled.get(component.id);
    if (!earnings) throw new Error(`${component.id} earns in no way that is known`);
    return earnings;
  }
}

const onlyWhereCountedAnew = 'takes part only where patients are counted anew: here the codes that it stands for go on';

/** An account that takes no part: nothing, and no reason to ask for it. */
function noPart(component: Component, { periods }: Scheme, formula: string, step: 'joining' | 'leaving'): Earnings {
  const nothing = mapped(periods, () => noPence);
  return {
    component,
    termSteps: [],
    full: nothing,
    scheduled: nothing,
    isDue: mapped(periods, () => false),
    periodSteps: mapped(periods, () => [{ step, formula, value: '0', rounded: noPence, clause: component.clause }]),
    losses: mapped(periods, () => []),
    unmeasured: mapped(periods, () => null),
  };
}

/** What is asked about one practice as at a day. */
export function questionAbout(
  scheme: Scheme,
  known: PracticeAsAt,
  asAt: Day,
  around: Surroundings,
): AchievementQuestion {
  return {
    scheme,
    figures: figuresOf(scheme, known, around.claims),
    asAt,
    withOverCap: false,
    reached: around.reached,
    everyone: around.everyone,
    together: (within, period, isAnew) => around.together(known.index, within, period, isAnew),
  };
}
