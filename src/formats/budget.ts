import type { Told } from './document.ts';
import { exact, keys, list, orNull, prose } from './words.ts';

// The budget of a scheme as `show` prints it: what its components add up to.

const byPeriod = list(keys({ period: prose, pounds: exact }));

export const budget = keys(
  {
    pools: orNull(
      keys({
        components: list(
          keys({
            component: prose,
            funding: exact,
            adjustments: list(keys({ id: prose, title: prose, off: exact, clause: prose })),
            budget: exact.describe('The funding less what the adjustments take off.'),
            clause: prose,
          }),
        ),
        funding: exact,
        adjustment: exact.describe('What all adjustments take off.'),
        budget: exact,
        in_turn: list(
          keys({ id: prose, off: exact, left: exact }),
          'The same as the paper adds it up: each adjustment of all pools in turn, and what is left after it.',
        ),
      }),
      'Sums that are shared; null where there are none.',
    ),
    rates: orNull(
      keys({
        components: list(keys({ component: prose, pounds: exact, by_period: byPeriod, clause: prose })),
        pounds: exact,
        by_period: byPeriod,
      }),
      'Pounds a patient, for the term and for each period; null where there are none.',
    ),
    sums: orNull(
      keys({ components: list(keys({ component: prose, at_most: exact, clause: prose })), at_most: exact }),
      'Fixed sums and events, for one practice; null where there are none.',
    ),
  },
  'What the components add up to.',
);
export type BudgetData = Told<typeof budget>;
