import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { compare, isZero, least, type Ratio, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { Component, Envelope, Grouping, Scheme } from '../../domain/scheme/scheme.ts';
import { evaluate } from '../quantity/evaluate.ts';
import {
  askedIn,
  type Evaluated,
  type EvaluatedValue,
  firstPeriod,
  type OpenQuestion,
  type Question,
  type Unknown,
} from '../quantity/evaluated.ts';
import { addedUp, type Figures, groupNames } from '../quantity/figures.ts';
import { adjusted, type ComponentValue, componentValueByPeriod, componentValueOfValue } from './component-value.ts';
import { type DueToDate, dueToDate } from './instalments.ts';

/** A sum split over practices, computed once for all of them. */
export interface Pot {
  /** The budget after its reductions, in each period, with its steps. */
  readonly budgets: readonly ComponentValue[];
  /** How much there is in all of what it is shared by. */
  readonly weights: Ratio;
  /** B_q: what is to be shared up to and including each period. */
  readonly toDate: readonly Pence[];
  /** a(x,q): for each period, what each practice has up to then, by the order of practices in the pot. */
  readonly shares: readonly (readonly Pence[])[];
  /** Why it cannot be shared yet. */
  readonly unknown: Unknown | null;
}

/** Where one practice finds its share: its pot, its place in it and its weight. */
export interface Seat {
  readonly pot: Pot;
  readonly place: number;
  /** By what it shares; null for an envelope, in which each has what it earns. */
  readonly weight: EvaluatedValue | null;
  /** What it would have by itself, in an envelope. */
  readonly alone: { readonly values: readonly ComponentValue[]; readonly due: DueToDate } | null;
}

/** The seats of all practices, by their order. */
export type Pool = readonly Seat[];

/** What pools are worked out from: everything about every practice, as at the day of the run. */
export type PoolQuestion = Omit<OpenQuestion, 'figures'> & {
  readonly figures: readonly Figures[];
  readonly facts: Facts;
};

/** Every pool of a scheme by component id: B_q = R(B·S_q), split by list size unless said, ties to the lower practice code (contract 5, Schedule). */
export function sharePools(question: PoolQuestion): ReadonlyMap<string, Pool> {
  const pools = question.scheme.components.flatMap((component): [string, Pool][] => {
    const { value } = component;
    if (value.kind === 'pool') return [[component.id, sharedPool(component, 'all', byList, question)]];
    if (value.kind === 'shared')
      return [[component.id, sharedPool(component, value.within, value.by ?? byList, question)]];
    return value.kind === 'envelope' ? [[component.id, envelopePool(component, value, question)]] : [];
  });
  return new Map(pools);
}

const byList: Quantity = { kind: 'patients' };

function sharedPool(component: Component, within: Grouping, by: Quantity, question: PoolQuestion): Pool {
  const names = groupNames(question.facts, within);
  const seats: Seat[] = [];
  for (const name of new Set(names)) {
    const members = [...names.keys()].filter((index) => names[index] === name);
    const figures = members.flatMap((index) => question.figures[index] ?? []);
    const pot = potOf(component, by, figures, question);
    members.forEach((index, place) => {
      seats[index] = { pot: pot.pot, place, weight: pot.weights[place] ?? null, alone: null };
    });
  }
  return seats;
}

function potOf(component: Component, by: Quantity, members: readonly Figures[], question: PoolQuestion) {
  const { scheme } = question;
  const budgets = componentValueByPeriod(component, { ...question, figures: addedUp(members) });
  const period = firstPeriod(scheme);
  const evaluated = members.map((figures) => evaluate(by, askedIn({ ...question, figures }, period), component.clause));
  const weights = evaluated.filter(isKnown);
  const amounts = weights.map(({ value }) => value);
  const unknown =
    budgets.find((budget) => budget.unknown)?.unknown ??
    evaluated.find(isUnknown) ??
    nothingToShareBy(amounts, component);
  const toDate = unknown
    ? budgets.map(() => noPence)
    : dueIn(component, budgets).map((due) => roundPounds(due, scheme.rounding));
  const shares = toDate.map((amount) =>
    unknown ? members.map(() => amount) : allocateByLargestRemainder(amount, amounts),
  );
  const pot: Pot = { budgets, weights: sum(amounts), toDate, shares, unknown };
  return { pot, weights: unknown ? [] : weights };
}

/** What each practice earns by itself; where all of it is more than the envelope, the envelope is split in that proportion. */
function envelopePool(component: Component, value: Envelope, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const all = { ...question, figures: addedUp(question.figures) };
  const own = question.figures.map((figures) => componentValueByPeriod(component, { ...question, figures }));
  const dues = own.map((values) => dueIn(component, values));
  const budgets = scheme.periods.map((period) => componentValueOfEnvelope(value, askedIn(all, period)));
  const unknown = budgets.find((budget) => budget.unknown)?.unknown ?? null;
  const most = dueIn(component, budgets);
  const toDate: Pence[] = [];
  const shares = scheme.periods.map(({ index }) => {
    const due = dues.map((each) => each[index] ?? zero);
    const [together, envelope] = [sum(due), most[index] ?? zero];
    const fits = unknown !== null || compare(together, envelope) <= 0;
    const alone = due.map((pounds) => roundPounds(pounds, scheme.rounding));
    const share = fits
      ? alone
      : allocateByLargestRemainder(roundPounds(least(together, envelope), scheme.rounding), due);
    toDate.push(sumPence(share));
    return share;
  });
  const pot: Pot = { budgets, weights: sum(dues.map((due) => due.at(-1) ?? zero)), toDate, shares, unknown };
  return facts.practices.map((_, place) => {
    const alone = { values: own[place] ?? [], due: dues[place] ?? [] };
    return { pot, place, weight: null, alone };
  });
}

function componentValueOfEnvelope(value: Envelope, question: Question): ComponentValue {
  return adjusted(
    componentValueOfValue({ kind: 'quantity', of: value.pounds, clause: value.clause }, question),
    [],
    question,
  );
}

function dueIn({ schedule }: Component, values: readonly ComponentValue[]): DueToDate {
  return dueToDate(
    values.map(({ pounds }) => pounds),
    schedule ?? { shares: [], cumulative: [] },
    [],
  );
}

function isKnown(evaluated: Evaluated): evaluated is EvaluatedValue {
  return evaluated.kind === 'known';
}

function isUnknown(evaluated: Evaluated): evaluated is Unknown {
  return evaluated.kind === 'unknown';
}

function nothingToShareBy(weights: readonly Ratio[], { clause }: Component): Unknown | null {
  return isZero(sum(weights)) ? { kind: 'unknown', reason: 'there is nothing to share by', clause } : null;
}

/** A pool over practices without a single patient cannot be shared: an error of the data. */
export function poolsHavePatients(scheme: Scheme, facts: Facts): Finding[] {
  const patients = sum([...facts.listSizes.values()].map((list) => list.patients));
  if (!scheme.components.some(({ value }) => value.kind === 'pool')) return [];
  if (facts.practices.length === 0 || !isZero(patients)) return [];
  return [
    finding(
      'pool-without-patients',
      { file: 'list-sizes.csv', field: 'patients' },
      {
        message: 'all practices together have no patients, so there is nothing to share the budgets by',
        value: '0',
        hint: 'check the patients column of list-sizes.csv: at least one practice needs a list above zero',
      },
    ),
  ];
}
