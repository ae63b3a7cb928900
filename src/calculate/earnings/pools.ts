import { type Finding, finding } from '../../domain/findings/finding.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { type Pence, sumPence } from '../../domain/money/money.ts';
import { compare, isZero, least, type Ratio, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { Component, Envelope, Grouping, Scheme } from '../../domain/scheme/scheme.ts';
import { joiningDay, leavingDay } from '../../domain/scheme/stay.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { groupNames } from '../identity/groups.ts';
import { hadJoinedBy, stayIn, takesPartIn } from '../identity/stay.ts';
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
import { addedUp, type Figures } from '../quantity/figures.ts';
import { adjusted, type ComponentValue, componentValueByPeriod, componentValueOfValue } from './component-value.ts';
import { type DueToDate, dueToDate } from './instalments.ts';
import { splitToDate } from './split-to-date.ts';

/** A sum split over practices, computed once for all of them. */
export interface Pot {
  /** The budget after its reductions, in each period, with its steps. */
  readonly budgets: readonly ComponentValue[];
  /** How much there is in all of what it is shared by, in each period. */
  readonly weights: readonly Ratio[];
  /** What is shared up to and including each period: B_q, less what nobody was there to share. */
  readonly toDate: readonly Pence[];
  /** a(x,q): for each period, what each practice has up to then, by the order of practices in the pot. */
  readonly shares: readonly (readonly Pence[])[];
  /** Why the money of a period cannot be shared yet. */
  readonly unknown: readonly (Unknown | null)[];
}

/** Where one practice finds its share: its pot, its place in it and its weight. */
export interface Seat {
  readonly pot: Pot;
  readonly place: number;
  /** By what it shares in each period; null in one in which it does not share, and in an envelope, in which each has what it earns. */
  readonly weights: readonly (EvaluatedValue | null)[];
  /** Whether the pot is its own in each period. */
  readonly isIn: readonly boolean[];
  /** What it would have by itself, in an envelope. */
  readonly alone: { readonly values: readonly ComponentValue[]; readonly due: DueToDate } | null;
}

/** The seats of all practices, by their order: one in every pot in which a practice ever was. */
export type Pool = readonly (readonly Seat[])[];

/** What pools are worked out from: everything about every practice, as at the day of the run. */
export type PoolQuestion = Omit<OpenQuestion, 'figures'> & {
  readonly figures: readonly Figures[];
  readonly facts: AccountFacts;
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

/** Who shares the money of each period: by period, then by practice. */
type Sharers = readonly (readonly boolean[])[];

/** Those who had joined by the first day of a period, and had not left before the term, or before the period in a value worked out anew in each. */
function sharersOf(component: Component, { scheme, facts, asAt }: PoolQuestion): Sharers {
  const stays = facts.practices.map((practice) => {
    const leavesOn = leavingDay(scheme.leaving, practice, asAt);
    const merger = facts.identities?.get(practice.code)?.merger ?? null;
    const whose = { joinsOn: joiningDay(scheme, practice), leavesOn, merger };
    return takesPartIn(whose, component) ? stayIn(scheme, whose, component) : null;
  });
  return scheme.periods.map((period) => {
    const since = component.schedule?.eachPeriod ? period.start : scheme.term.start;
    return stays.map(
      (stay) => stay !== null && hadJoinedBy(stay, period) && (stay.leavesOn === null || stay.leavesOn >= since),
    );
  });
}

function sharedPool(component: Component, within: Grouping, by: Quantity, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const sharers = sharersOf(component, question);
  const names = scheme.periods.map((period) => groupNames(scheme, facts, within, period));
  const seats = facts.practices.map((): Seat[] => []);
  for (const name of new Set(names.flat())) {
    if (name === null) continue;
    const members = [...seats.keys()].filter((index) => names.some((of) => of[index] === name));
    const isIn = names.map((of, q) => members.map((index) => of[index] === name && sharers[q]?.[index] === true));
    const figures = members.flatMap((index) => question.figures[index] ?? []);
    const { pot, weights } = potOf(component, by, figures, isIn, question);
    members.forEach((index, place) => {
      const own = { weights: weights.map((of) => of[place] ?? null), isIn: isIn.map((of) => of[place] ?? false) };
      seats[index]?.push({ pot, place, ...own, alone: null });
    });
  }
  return seats;
}

function potOf(
  component: Component,
  by: Quantity,
  members: readonly Figures[],
  isIn: Sharers,
  question: PoolQuestion,
): { readonly pot: Pot; readonly weights: readonly (readonly (EvaluatedValue | null)[])[] } {
  const { scheme } = question;
  const budgets = budgetsOf(component, members, isIn, question);
  const evaluated = scheme.periods.map((period, q) => {
    const keyPeriod = component.schedule?.eachPeriod ? period : firstPeriod(scheme);
    return members.map((figures, place) =>
      isIn[q]?.[place] ? evaluate(by, askedIn({ ...question, figures }, keyPeriod), component.clause) : null,
    );
  });
  const unknown = budgets.map((budget, q) => {
    const own = (evaluated[q] ?? []).filter((each) => each !== null);
    return budget.unknown ?? own.find(isUnknown) ?? nothingToShareBy(own.filter(isKnown), component);
  });
  const weights = evaluated.map((own, q) =>
    own.map((each) => (each !== null && isKnown(each) && unknown[q] === null ? each : null)),
  );
  const amounts = weights.map((own) => own.map((each) => each?.value ?? zero));
  const toDate = dueIn(component, budgets).map((due) => roundPounds(due, scheme.rounding));
  const { shared, shares } = splitToDate(toDate, amounts);
  return { pot: { budgets, weights: amounts.map(sum), toDate: shared, shares, unknown }, weights };
}

/** What is to be shared, by the figures of those who share it in each period; one and the same while nobody comes or goes. */
function budgetsOf(
  component: Component,
  members: readonly Figures[],
  isIn: Sharers,
  question: PoolQuestion,
): readonly ComponentValue[] {
  const ofAll = { ...question, figures: addedUp(members) };
  if (isIn.every((own) => own.every(Boolean))) return componentValueByPeriod(component, ofAll);
  const known = new Map<string, readonly ComponentValue[]>();
  return question.scheme.periods.map(({ index }) => {
    const present = members.filter((_, place) => isIn[index]?.[place]);
    const key = (isIn[index] ?? []).join();
    const budgets = known.get(key) ?? componentValueByPeriod(component, { ...question, figures: addedUp(present) });
    known.set(key, budgets);
    const budget = budgets[index];
    if (!budget) throw new Error(`${component.id} has no budget for period ${index + 1}`);
    return present.length > 0 ? budget : { ...budget, unknown: null };
  });
}

/** What each practice earns by itself; where all of it is more than the envelope, the envelope is split in that proportion. */
function envelopePool(component: Component, value: Envelope, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const sharers = sharersOf(component, question);
  const all = {
    ...question,
    figures: addedUp(question.figures.filter((_, place) => sharers.some((own) => own[place]))),
  };
  const own = question.figures.map((figures) => componentValueByPeriod(component, { ...question, figures }));
  const dues = own.map((values, place) =>
    dueIn(
      component,
      values.map((each, q) => (sharers[q]?.[place] ? each : { ...each, pounds: zero })),
    ),
  );
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
  const weights = scheme.periods.map(({ index }) => sum(dues.map((due) => due[index] ?? zero)));
  const pot: Pot = { budgets, weights, toDate, shares, unknown: scheme.periods.map(() => unknown) };
  return facts.practices.map((_, place) => {
    const alone = { values: own[place] ?? [], due: dues[place] ?? [] };
    const isIn = sharers.map((of) => of[place] ?? false);
    return [{ pot, place, weights: isIn.map(() => null), isIn, alone }];
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

/** Nobody is there to share, or those who are have nothing to share by. */
function nothingToShareBy(weights: readonly EvaluatedValue[], { clause }: Component): Unknown | null {
  return weights.length > 0 && isZero(sum(weights.map(({ value }) => value)))
    ? { kind: 'unknown', reason: 'there is nothing to share by', clause }
    : null;
}

/** A pool over practices without a single patient cannot be shared: an error of the data. */
export function poolsHavePatients(scheme: Scheme, facts: AccountFacts): Finding[] {
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
