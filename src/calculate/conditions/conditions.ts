import type { Position, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { mapped } from '../../domain/mapped.ts';
import { deadlineOf } from '../../domain/scheme/claim-window.ts';
import type { Component, ConditionOn, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { citeTogether } from '../../domain/words/say.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type AskedEvidence, type AskedOf, type Judgement, judge } from './judge-evidence.ts';

/** Where a component stands in a period: its status, why, and a step for each condition. */
export interface ComponentStatus {
  readonly status: Position['status'];
  readonly reason: string;
  readonly clause: string;
  /** What stands in the way beside evidence. */
  readonly besides: readonly string[];
  readonly steps: readonly WorkingStep[];
}

/** Whether a component is released, withheld or forfeited in a period. */
export type StatusOf = (component: Component, period: Period) => ComponentStatus;

/** A condition of one component and period. */
interface Condition extends AskedEvidence {
  readonly clause: string;
  /** The number of what it turns on: conditions that turn on the same are judged once. */
  readonly matter: number;
}

/** What is said of a judgement, with the steps that tell it, by the clause that asks. */
interface Told extends Pick<Judgement, 'state' | 'says'> {
  readonly steps: Map<string, WorkingStep>;
}

/**
 * The conditions of a scheme as at a day, judged for one practice after another (RULES, Conditions). Most stand in
 * several components and periods, and thousands of practices meet them on the same days: what reads the same is made once.
 */
export class ConditionJudge {
  readonly #scheme: Scheme;
  readonly #asAt: Day;
  /** By component and period, in the order in which they are asked. */
  readonly #conditions: readonly (readonly (readonly Condition[])[])[];
  /** By matter, then by what they say: the judgements of practices before. */
  readonly #toldBefore: readonly Map<string, Told>[];
  /** By what is asked of a component in a period: where the practice before stood, and what it was told. */
  readonly #stoodBefore = new Map<
    readonly Condition[],
    { readonly told: readonly Told[]; readonly conditionStatus: ComponentStatus }
  >();

  constructor(scheme: Scheme, asAt: Day) {
    this.#scheme = scheme;
    this.#asAt = asAt;
    const matters = new Map<string, number>();
    this.#conditions = mapped(scheme.components, (component) =>
      mapped(scheme.periods, (period) => conditionsOf(scheme, component, period, matters)),
    );
    this.#toldBefore = [...matters].map(() => new Map());
  }

  /** What became of each condition of one practice, with the rows that it turned on. */
  outcomesOf(known: PracticeAsAt): (component: Component, period: Period) => ConditionOutcome[] {
    const of = { known, scheme: this.#scheme, asAt: this.#asAt };
    return (component, period) =>
      mapped(this.#conditionsOf(component, period), (condition) => {
        const { by, evidence, deadline, clause } = condition;
        const { state, row, lacks, least, accepted } = judge(condition, of);
        return { by, evidence, state, row, lacks, deadline, least, accepted, clause };
      });
  }

  /** Where the components of one practice stand. */
  of(known: PracticeAsAt): StatusOf {
    const of = { known, scheme: this.#scheme, asAt: this.#asAt };
    const told = new Array<Told | undefined>(this.#toldBefore.length);
    const tell = (condition: Condition): Told => {
      const found = told[condition.matter] ?? this.#tell(condition, of);
      told[condition.matter] = found;
      return found;
    };
    return (component, period) => {
      const conditions = this.#conditionsOf(component, period);
      return this.#stand(conditions, mapped(conditions, tell));
    };
  }

  #conditionsOf(component: Component, period: Period): readonly Condition[] {
    return at(at(this.#conditions, component.index), period.index);
  }

  /** The practice before was most often told the very same. */
  #stand(conditions: readonly Condition[], told: readonly Told[]): ComponentStatus {
    const before = this.#stoodBefore.get(conditions);
    if (before?.told.every((each, place) => each === told[place])) return before.conditionStatus;
    const conditionStatus = statusBy(conditions, told);
    this.#stoodBefore.set(conditions, { told, conditionStatus });
    return conditionStatus;
  }

  #tell(condition: Condition, of: AskedOf): Told {
    const { state, says } = judge(condition, of);
    // A quantity of a practice's own is unlikely to be met again.
    if (condition.evidence.minimum !== null) return { state, says, steps: new Map() };
    const before = this.#toldBefore[condition.matter];
    const reads = `${state} ${says}`;
    const known = before?.get(reads);
    if (known) return known;
    const told = { state, says, steps: new Map() };
    before?.set(reads, told);
    return told;
  }
}

function conditionsOf(
  scheme: Scheme,
  component: Component,
  period: Period,
  matters: Map<string, number>,
): readonly Condition[] {
  const { needs = [], keeps = [] } = at(component.conditions, period.index);
  const condition = ({ evidence, clause }: ConditionOn, by: AskedEvidence['by']): Condition => {
    const deadline = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
    const asked: AskedEvidence = { by, evidence, component, period, deadline };
    const key = whatItTurnsOn(asked);
    const matter = matters.get(key) ?? matters.size;
    matters.set(key, matter);
    return { ...asked, clause, matter };
  };
  return [...mapped(needs, (each) => condition(each, 'needs')), ...mapped(keeps, (each) => condition(each, 'keeps'))];
}

/** The evidence, and the component and period where they make a difference. */
function whatItTurnsOn({ by, evidence, component, period }: AskedEvidence): string {
  const { id, perComponent, perPeriod, deadline } = evidence;
  const turnsOnPeriod = perPeriod || (deadline !== null && deadline.kind !== 'date' && deadline.period === 'own');
  return `${by} ${id} ${perComponent ? component.id : ''} ${turnsOnPeriod ? period.id : ''}`;
}

function statusBy(conditions: readonly Condition[], told: readonly Told[]): ComponentStatus {
  const steps = mapped(told, (each, place) => stepOf(each, at(conditions, place)));
  const worst = (['failed', 'open'] as const).find((state) => told.some((each) => each.state === state));
  if (worst === undefined) return { status: 'released', reason: '', clause: '', besides: [], steps };
  const because = conditions.flatMap(({ evidence, clause }, place) => {
    const { state, says } = at(told, place);
    return state === worst ? [{ reason: `${evidence.id}: ${says}`, clause }] : [];
  });
  return {
    status: worst === 'failed' ? 'forfeited' : 'withheld',
    reason: mapped(because, ({ reason }) => reason).join('; '),
    clause: citeTogether(mapped(because, ({ clause }) => clause)),
    besides: [],
    steps,
  };
}

function stepOf({ state, says, steps }: Told, { by, evidence, clause }: Condition): WorkingStep {
  const step = steps.get(clause) ?? {
    step: 'condition',
    formula: `${by} ${evidence.id}: ${says}`,
    value: state,
    rounded: null,
    clause,
  };
  steps.set(clause, step);
  return step;
}
