import * as z from 'zod';
import { budget } from './budget.ts';
import { moneyForm, type Told } from './document.ts';
import { count, day, exact, keys, list, orNull, prose, shortTitle } from './words.ts';

// What `show` prints: a scheme as the program understands it, pounds and shares as exact text.

const hole = keys({ kind: z.literal('to-be-confirmed'), what: prose, clause: prose }, 'What a draft leaves open.');
const quantity = keys({ kind: prose, says: prose.describe('In words.') }, 'Something that is worked out.');
const mode = z.enum(['half-away-from-zero', 'half-to-even', 'up', 'down']);
const unit = z.enum(['penny', 'pound']);
const grouping = z.enum(['all', 'locality', 'pcn']);
const shareOrHole = z.union([exact, hole]);
const daysOrMonths = z.union([keys({ days: count }), keys({ months: count })]);
const long = z.union([keys({ days: count }), keys({ months: count }), keys({ years: count })]);

const adjusted = {
  id: prose,
  title: prose,
  from: day.describe('It holds in periods that begin on or after this day.').optional(),
  agreed_on: day.optional(),
  clause: prose,
};
const adjustment = z.discriminatedUnion('kind', [
  keys({ ...adjusted, kind: z.literal('reduce'), by: exact, rounded_to: orNull(unit) }),
  keys({ ...adjusted, kind: z.literal('remove') }),
  keys({ ...adjusted, kind: z.enum(['cap', 'floor', 'deduct']), pounds: z.union([exact, quantity]) }),
  keys({ ...adjusted, kind: z.literal('multiply'), by: quantity }),
  keys({ ...adjusted, kind: z.literal('round'), places: count, mode }),
]);
export type AdjustmentData = Told<typeof adjustment>;

const among = list(
  z.union([keys({ is: quantity, at_least: quantity }), keys({ received: prose })]),
  'What is asked of who shares; left out, all do.',
).optional();

const plainValue = z.discriminatedUnion('kind', [
  keys({ kind: z.enum(['per-patient', 'fixed', 'pool']), pounds: exact, clause: prose }),
  keys({
    kind: z.literal('per-event'),
    pounds: exact.describe('Where an event has one price.').optional(),
    prices: list(keys({ pounds: exact, days: prose }), 'Where the day of the event decides.').optional(),
    event: prose,
    at_most: z.union([count, quantity, z.null()]),
    at_most_per_period: count.optional(),
    at_most_per_person: count.optional(),
    person_over: z.literal('all').optional(),
    limits_of: prose.optional(),
    clause: prose,
  }),
  keys({ kind: z.literal('quantity'), of: quantity, clause: prose }),
  keys({
    kind: z.literal('shared'),
    of: quantity,
    by: orNull(quantity),
    within: grouping,
    among,
    of_each: list(adjustment, 'What each part is subject to, after the sharing.').optional(),
    unspent: z.enum(['stays', 'shared-again']).optional(),
    clause: prose,
  }),
  keys({
    kind: z.literal('envelope'),
    pounds: quantity,
    of: quantity,
    scales: z.enum(['what-is-new', 'all-to-date']).optional(),
    among,
    clause: prose,
  }),
  hole,
]);

const value = z.union([
  plainValue,
  keys({
    kind: z.literal('share'),
    of: plainValue,
    path: list(
      keys({ title: prose, share: exact, clause: prose }),
      'The share at each level of the tree, from the top.',
    ),
    clause: prose,
  }),
]);
export type ValueData = Told<typeof value>;
export type PlainValueData = Told<typeof plainValue>;

const scale = z.discriminatedUnion('kind', [
  keys({ kind: z.literal('linear'), from: exact, to: exact }),
  keys({
    kind: z.literal('steps'),
    steps: list(keys({ from: exact, edge: z.literal('excluded').optional(), pays: exact })),
  }),
  keys({
    kind: z.literal('line'),
    points: list(keys({ at: exact, pays: exact, below: exact.optional(), above: exact.optional() })),
    beyond: z.literal('goes-on').optional(),
  }),
]);

const achievement = z.union([
  hole,
  keys({
    kind: z.literal('measured'),
    measure: prose,
    scale,
    zero_denominator: exact,
    on_account: z.union([exact, quantity, z.null()]),
    measured_at: z.enum(['locality', 'pcn']).optional(),
    smallest_denominator: keys({ number: exact, pays: exact }).optional(),
    points: keys({ number: exact, places: count, mode }).optional(),
    clause: prose,
  }),
]);

const conditionOn = list(keys({ evidence: prose, clause: prose }));

const component = keys({
  id: prose,
  title: prose,
  short_title: shortTitle,
  value,
  adjustments: list(adjustment, 'In the order in which they apply.'),
  achievement: orNull(achievement),
  schedule: orNull(
    keys({
      shares: list(exact),
      each_period: z.literal(true).optional(),
      rounded: z.literal('each').optional(),
      clause: prose,
    }),
    'The share of each period; null for what is paid by the event.',
  ),
  conditions: list(
    keys({
      period: prose,
      needs: conditionOn,
      keeps: conditionOn,
      tests: list(keys({ title: prose, is: quantity, at_least: quantity, clause: prose })).optional(),
    }),
  ),
  recovery: keys({
    from: orNull(prose),
    waits_for_decision: z.boolean(),
    tolerance: exact.optional(),
    smallest: exact.optional(),
    clause: prose,
  }),
  clause: prose,
});

const group = keys({
  title: prose,
  level: prose,
  share: orNull(shareOrHole),
  value: orNull(value),
  get groups() {
    return z.array(group);
  },
  components: list(prose),
  clause: prose,
});
export type GroupData = Told<typeof group>;

const claimed = {
  counts_in: z.enum(['period-of-event', 'period-of-claim']).optional(),
  closes: daysOrMonths.optional(),
  clause: prose,
};
const after = z.enum(['event', 'period']).optional();

export const showForm = moneyForm('quarterday/show/1', 'A scheme as the program understands it.', {
  id: prose,
  title: prose,
  commissioner: prose,
  status: z.enum(['agreed', 'draft']),
  member: keys(
    { one: prose, many: prose, codes: z.enum(['practice', 'any']) },
    'Whom it pays; left out, practices.',
  ).optional(),
  source: keys({ title: prose, reference: orNull(prose) }),
  term: keys({ start: day, end: day }),
  periods: list(keys({ id: prose, title: prose, start: day, end: day, clause: prose })),
  population: keys({ kind: prose, at: day, accepted_instead: list(day), clause: prose }),
  evidence: list(
    keys({
      id: prose,
      title: prose,
      short_title: shortTitle,
      per_component: z.boolean(),
      per_period: z.boolean(),
      minimum: orNull(keys({ kind: z.enum(['number', 'per-1000-patients']), number: exact })),
      deadlines: list(keys({ period: prose, by: orNull(day) })),
      clause: prose,
    }),
  ),
  events: list(keys({ id: prose, title: prose, short_title: shortTitle, clause: prose })).optional(),
  measures: list(
    keys({
      id: prose,
      title: prose,
      numerator: prose,
      denominator: prose.describe('Left out for a plain figure.').optional(),
      numerator_unit: prose.optional(),
      denominator_unit: prose.optional(),
      may_exceed: z.boolean().optional(),
      lines: z.boolean().optional(),
      clause: prose,
    }),
  ),
  components: list(component),
  groups: list(group),
  rounding: keys({ at: z.enum(['component', 'period']), unit, mode, clause: prose }),
  claim_window: orNull(
    z.discriminatedUnion('kind', [
      keys({ kind: z.literal('end-of-next-period'), ...claimed }),
      keys({ kind: z.literal('days'), days: count, after, ...claimed }),
      keys({ kind: z.literal('months'), months: count, after, ...claimed }),
    ]),
  ),
  holidays: keys({ days: list(day), clause: prose }).optional(),
  leaving: keys({
    notice: orNull(daysOrMonths),
    prorate: z.enum(['days', 'none']),
    comes_back: list(
      keys({ within: long, components: list(prose).optional(), clause: prose, share: exact }),
    ).optional(),
    clause: prose,
  }),
  joining: orNull(keys({ prorate: z.enum(['days', 'none']), list: z.enum(['first-after', 'none']), clause: prose })),
  smallest_payment: keys({ pounds: exact, clause: prose }).optional(),
  all_or_nothing: list(keys({ components: list(prose), clause: prose })).optional(),
  budget,
  headlines: list(
    keys({
      kind: z.enum(['rate', 'most', 'budget', 'reduction']),
      title: prose,
      pounds: exact,
      terms: list(keys({ component: prose, pounds: exact })),
      clause: prose,
    }),
    'What the paper itself says that it comes to.',
  ),
  to_be_confirmed: list(hole),
  assumptions: list(keys({ clause: prose, reading: prose })),
});
export type ShowDocument = Told<typeof showForm>;
