import * as z from 'zod';
import { moneyForm, type Told } from './document.ts';
import { count, day, keys, list, money, orNull, prose, shortTitle } from './words.ts';

// What due and forecast print.

const outlook = {
  scheme: prose,
  scheme_title: prose,
  as_at: day,
  worked_out_as_at: day.describe('The day after which nothing can come in any more.'),
};

export const dueForm = moneyForm('quarterday/due/1', 'What is still asked for, by when, and what it is worth.', {
  ...outlook,
  practices: list(
    keys({
      practice_code: prose,
      practice_name: prose,
      worth: money.describe('In all; what hangs together counts once.'),
      paid_already: money.describe('Of that, what was paid and would come back.'),
      next_last_day: orNull(day),
    }),
    'In the order in which their rows come first.',
  ),
  rows: list(
    keys({
      practice_code: prose,
      practice_name: prose,
      kind: z.enum(['evidence', 'decision', 'figure']),
      id: prose,
      title: prose,
      short_title: shortTitle,
      component: orNull(prose),
      component_title: orNull(prose),
      component_short_title: shortTitle,
      period: orNull(prose),
      period_title: orNull(prose),
      last_day: orNull(day),
      days_left: orNull(z.int(), 'Below nothing where the last day has passed.'),
      state: prose.describe('missing; 49 of 50; late, needs a decision.'),
      worth: money,
      paid_already: money.describe('Of that, what was paid and would come back.'),
      together: count.describe('How many needs have that worth between them, this one among them.'),
      joint: orNull(prose, 'The same for needs of a practice that have one worth between them.'),
      without: orNull(z.enum(['comes back', 'forfeited', 'withheld'])),
      priced_anew: z
        .boolean()
        .describe('Whether another price is paid after the last day, so that not all of the sum is lost.'),
      clause: prose,
    }),
    'Most pounds first, then least days.',
  ),
});
export type DueDocument = Told<typeof dueForm>;

const bounds = { certain: money, most: money };
const sums = {
  paid: money,
  certain: money.describe('If nothing more comes in.'),
  expected: orNull(money, 'By what is assumed; null where nothing is.'),
  most: money.describe('If all of it comes in in time.'),
  at_risk: money.describe('What was paid and comes back if nothing more comes in.'),
};

export const forecastForm = moneyForm('quarterday/forecast/1', 'What a scheme will come to.', {
  ...outlook,
  outturn: list(
    keys({
      component: orNull(prose, 'Null for all of them.'),
      budget: orNull(money),
      ...sums,
      budget_left: orNull(money, 'The budget less the most; below nothing where that exceeds it.'),
      variance: orNull(money, 'What is expected, or else the most, less the budget.'),
      variance_percent: orNull(z.string().regex(/^-?\d+\.\d$/), 'To one decimal.'),
    }),
  ),
  lines: list(keys({ practice_code: prose, component: prose, period: prose, ...sums, basis: prose })),
  next_steps: list(
    keys({
      practice_code: prose,
      component: prose,
      figure: prose.describe('The measure, or the kind of event.'),
      now: prose,
      next: prose,
      needed: prose.describe('How many more.'),
      worth: money,
    }),
  ),
  not_bounded: keys({
    always: prose.describe('What no forecast bounds.'),
    components: list(
      keys({
        component: prose,
        because: z.enum([
          'no limit',
          'either way',
          'falls without limit',
          'replaced',
          'day or cost',
          'day of receipt',
          'others',
          'lists',
        ]),
        says: prose,
      }),
    ),
    bounded_in_all_only: list(prose, 'Components of which only the sum of all practices is bounded.'),
    bounded_over_the_term_only: list(
      prose,
      'Components of which only the sum of the term is bounded, not each period.',
    ),
    by_period: prose.describe('How sharp the bounds of one period are.'),
  }),
  against: orNull(
    list(
      keys({
        component: orNull(prose, 'Null for all of them.'),
        earlier: keys({ ...bounds, expected: orNull(money) }),
        now: keys(bounds),
        outside: money.describe('How far what is known now lies outside the earlier two.'),
        miss: orNull(money, 'What it came to less what was expected.'),
        practices_outside: list(prose),
      }),
    ),
    'An earlier forecast held against this one; null where none was given.',
  ),
});
export type ForecastDocument = Told<typeof forecastForm>;
