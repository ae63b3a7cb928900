import { day } from '../../src/domain/day.ts';
import { add, type Ratio, ratio, zero } from '../../src/domain/money/ratio.ts';
import { toThePenny } from '../../src/domain/money/rounding.ts';
import type { Component, EvidenceKind, Period, Schedule, Scheme, Value } from '../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../src/domain/words/words.ts';

/** A year from April 2015 in four quarters. */
export const quarters: readonly Period[] = [
  ['Q1', '2015-04-01', '2015-06-30'],
  ['Q2', '2015-07-01', '2015-09-30'],
  ['Q3', '2015-10-01', '2015-12-31'],
  ['Q4', '2016-01-01', '2016-03-31'],
].map(([id = '', start = '', end = ''], index) => ({
  id,
  title: id,
  index,
  start: day(start),
  end: day(end),
  clause: 'periods',
}));

/** A schedule of these shares. */
export function scheduleOf(shares: readonly Ratio[]): Schedule {
  let soFar = zero;
  const cumulative = shares.map((share) => {
    soFar = add(soFar, share);
    return soFar;
  });
  return { shares, cumulative, clause: 'schedule' };
}

/** A component that asks for nothing and is recovered at once, but for what is given. */
export function component(id: string, value: Value, given: Partial<Component> = {}): Component {
  return {
    id,
    title: id,
    clause: `clause of ${id}`,
    index: 0,
    value,
    adjustments: [],
    achievement: null,
    schedule: value.kind === 'per-event' ? null : scheduleOf(quarters.map(() => ratio(1, 4))),
    conditions: quarters.map(() => ({ needs: [], keeps: [] })),
    recovery: { from: null, waitsForDecision: false, clause: 'recovery' },
    ...given,
  };
}

/** A kind of evidence without a deadline, but for what is given. */
export function evidence(id: string, given: Partial<EvidenceKind> = {}): EvidenceKind {
  return {
    id,
    title: id,
    deadline: null,
    perComponent: false,
    perPeriod: false,
    minimum: null,
    clause: `clause of ${id}`,
    ...given,
  };
}

/** A scheme of these components over the four quarters, rounded at `component`. */
export function scheme(components: readonly Component[], given: Partial<Scheme> = {}): Scheme {
  return {
    id: 'made-up',
    title: 'A made-up scheme',
    commissioner: 'Nobody',
    status: 'agreed',
    words: plainWords,
    source: { title: 'no paper', reference: null },
    term: { start: day('2015-04-01'), end: day('2016-03-31') },
    periods: quarters,
    population: { kind: 'registered', at: day('2015-03-31'), acceptedInstead: [], clause: 'population' },
    evidence: [],
    measures: [],
    components: components.map((each, index) => ({ ...each, index })),
    groups: [],
    rounding: { ...toThePenny, at: 'component', clause: 'rounding' },
    claimWindow: { kind: 'end-of-next-period', clause: 'window' },
    joining: null,
    leaving: { notice: { days: 28 }, prorate: 'days', clause: 'leaving' },
    toBeConfirmed: [],
    assumptions: [],
    headlines: [],
    examples: [],
    ...given,
  };
}
