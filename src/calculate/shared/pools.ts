import { at } from '../../domain/at.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { isZero, multiply, type Ratio, sum, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import type { Component, Grouping, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate, ofEachOf } from '../../domain/scheme/shared.ts';
import { inWords } from '../../domain/words/words.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { groupNames } from '../identity/groups.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { askedIn, type Evaluated, type EvaluatedValue, firstPeriod, type Unknown } from '../quantity/evaluated.ts';
import { addedUp, awaited, type Figures, sayWhose } from '../quantity/figures.ts';
import { type ComponentValue, componentValueByPeriod } from '../value/component-value.ts';
import { type Qualified, qualifiedOf } from './among.ts';
import { envelopeToDatePool } from './envelope-to-date.ts';
import { envelopePool } from './envelopes.ts';
import { partsOfEach } from './of-each.ts';
import { dueIn, type Pool, type Pot, type Seat } from './pot.ts';
import { type PoolQuestion, type Sharers, sharersOf } from './sharers.ts';
import { splitToDate } from './split-to-date.ts';

/** Every pool of a scheme by component id: B_q = R(B·S_q), split by list size unless said, ties to the lower practice code (RULES, Schedule). */
export function sharePools(question: PoolQuestion): ReadonlyMap<string, Pool> {
  const anew = { ...question, figures: question.figures.map(awaited) };
  const pools = question.scheme.components.flatMap((component): [string, Pool][] => {
    const { value } = component;
    const asked = component.schedule?.eachPeriod ? anew : question;
    if (value.kind === 'pool') return [[component.id, sharedPool(component, 'all', byList, asked)]];
    if (value.kind === 'shared')
      return [[component.id, sharedPool(component, value.within, value.by ?? byList, asked)]];
    if (value.kind !== 'envelope') return [];
    const pool = isEnvelopeToDate(value)
      ? envelopeToDatePool(component, value, asked)
      : envelopePool(component, value, asked);
    return [[component.id, pool]];
  });
  return new Map(pools);
}

const byList: Quantity = { kind: 'patients' };

function sharedPool(component: Component, within: Grouping, by: Quantity, question: PoolQuestion): Pool {
  const { scheme, facts } = question;
  const sharers = sharersOf(component, question);
  const names = scheme.periods.map((period) => groupNames(scheme, facts, within, period));
  const seats = facts.practices.map((): Seat[] => []);
  for (const name of new Set(names.flat())) {
    if (name === null) continue;
    const members = [...seats.keys()].filter((index) => names.some((of) => of[index] === name));
    const takingPart = names.map((of, q) => members.map((index) => of[index] === name && at(at(sharers, q), index)));
    const figures = members.map((index) => at(question.figures, index));
    const qualified = qualifiedOf(component, figures, takingPart, question);
    const { isIn, outside } = qualified;
    const { pot, weights } = potOf(component, by, figures, takingPart, qualified, question);
    members.forEach((index, place) => {
      const own = {
        weights: weights.map((of) => at(of, place)),
        isIn: isIn.map((of) => at(of, place)),
        outside: outside.map((of) => at(of, place)),
      };
      at(seats, index).push({ pot, place, ...own, alone: null });
    });
  }
  return seats;
}

function potOf(
  component: Component,
  by: Quantity,
  members: readonly Figures[],
  takingPart: Sharers,
  { isIn, unknown: awaited }: Qualified,
  question: PoolQuestion,
): { readonly pot: Pot; readonly weights: readonly (readonly (EvaluatedValue | null)[])[] } {
  const { scheme } = question;
  const budgets = budgetsOf(component, members, takingPart, question);
  const keys = keysOf(component, by, members, question);
  const evaluated = keys.map((own, q) => own.map((key, place) => (at(at(isIn, q), place) ? key : null)));
  const unknown = budgets.map((budget, q) => {
    const own = at(evaluated, q);
    const known = own.filter((each) => each !== null).filter(isKnown);
    return budget.unknown ?? at(awaited, q) ?? missingOf(own, members) ?? nothingToShareBy(known, component);
  });
  const weights = evaluated.map((own, q) =>
    own.map((each) => (each !== null && isKnown(each) && unknown[q] === null ? each : null)),
  );
  if (ofEachOf(component.value).adjustments.length > 0) {
    return { pot: adjustedPot(component, budgets, weights, unknown, members, question), weights };
  }
  const amounts = weights.map((own) => own.map((each) => each?.value ?? zero));
  const toDate = dueIn(component, budgets).map((due) => roundPounds(due, scheme.rounding));
  const { shared, exact, shares } = splitToDate(toDate, amounts);
  return { pot: { budgets, weights: amounts.map(sum), toDate: shared, exact, shares, unknown }, weights };
}

/** A pot of which each one's part has adjustments of its own: what they leave is no part of what is shared. */
function adjustedPot(
  component: Component,
  budgets: readonly ComponentValue[],
  weights: readonly (readonly (EvaluatedValue | null)[])[],
  withoutParts: readonly (Unknown | null)[],
  members: readonly Figures[],
  question: PoolQuestion,
): Pot {
  const { scheme } = question;
  const parts = scheme.periods.map((period, q) =>
    partsOfEach(component, at(budgets, q).pounds, at(weights, q), members, period, question),
  );
  const unknown = parts.map(
    (own, q) =>
      at(withoutParts, q) ??
      missingOf(
        own.map((part) => part?.value.unknown ?? null),
        members,
      ),
  );
  const pounds = parts.map((own, q) => own.map((part) => (at(unknown, q) === null && part ? part.value.pounds : zero)));
  const exact = scheme.periods.map((_, q) =>
    members.map((_, place) =>
      dueUpTo(
        component,
        pounds.slice(0, q + 1).map((own) => at(own, place)),
      ),
    ),
  );
  const toDate = exact.map((own) => roundPounds(sum(own), scheme.rounding));
  const shares = exact.map((own, q) => allocateByLargestRemainder(at(toDate, q), own));
  const all = weights.map((own) => sum(own.map((each) => each?.value ?? zero)));
  return { budgets, weights: all, toDate, exact, shares, unknown, parts };
}

/** What has fallen due of the parts of some periods. */
function dueUpTo({ schedule, id }: Component, parts: readonly Ratio[]): Ratio {
  if (schedule === null) throw new Error(`${id} shares a sum without a schedule`);
  return sum(parts.map((pounds, q) => multiply(pounds, at(schedule.shares, q))));
}

/** By what each shares, in each period: by that of the period where the value is worked out anew in each, else by one and the same. */
function keysOf(
  component: Component,
  by: Quantity,
  members: readonly Figures[],
  question: PoolQuestion,
): readonly (readonly Evaluated[])[] {
  const { scheme } = question;
  const keysIn = (period: Period) =>
    members.map((figures) => evaluate(by, askedIn({ ...question, figures }, period), component.clause));
  if (component.schedule?.eachPeriod) return scheme.periods.map(keysIn);
  const keys = keysIn(firstPeriod(scheme));
  return scheme.periods.map(() => keys);
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
    const present = members.filter((_, place) => at(at(isIn, index), place));
    const key = at(isIn, index).join();
    const budgets = known.get(key) ?? componentValueByPeriod(component, { ...question, figures: addedUp(present) });
    known.set(key, budgets);
    const budget = at(budgets, index);
    return present.length > 0 ? budget : { ...budget, unknown: null };
  });
}

/** Why nothing can be shared yet: the figure that is missing, and whose. */
function missingOf(evaluated: readonly (Evaluated | null)[], members: readonly Figures[]): Unknown | null {
  const missing = evaluated.flatMap((each, place) =>
    each !== null && isUnknown(each) && at(members, place).isAwaited ? [{ each, place }] : [],
  );
  const [first] = missing;
  if (!first) return null;
  const whose = missing.flatMap(({ place }) => at(members, place).whose);
  return { ...first.each, reason: sayWhose(first.each.reason, whose) };
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
        message: inWords(
          scheme.words,
          'all practices together have no patients, so there is nothing to share the budgets by',
        ),
        value: '0',
        hint: inWords(
          scheme.words,
          'check the patients column of list-sizes.csv: at least one practice needs a list above zero',
        ),
      },
    ),
  ];
}
