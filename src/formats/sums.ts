import { count, keys, money } from './words.ts';

// The sums that a run comes to, as several documents tell them.

/** So many lines, and what they come to. */
export const tally = keys({ lines: count, amount: money });

/** What is paid and comes back. */
const payeeSums = {
  payments: tally.describe('What is paid now.'),
  clawbacks: keys(
    { due: tally, deferred: tally, proposed: tally, waived: tally },
    'What comes back, by status; only what is due is taken in this run.',
  ),
  net: money.describe('Payments less clawbacks due.'),
};
export const sumsOfPayee = payeeSums;

/** In the order in which the two sums foot: worth less what is kept back, then entitlement less what was already paid. */
export const sums = {
  worth: money.describe('Worth to date, before conditions and decisions.'),
  withheld: money.describe('Of that, what waits for an open condition.'),
  forfeited: money.describe('Of that, what a failed condition costs.'),
  below_nothing: money.describe('Of that, a fall that cannot be given back.'),
  proportion: money.describe('Of that, what a decision on a proportion does not pay.'),
  entitlement: money.describe('What is left.'),
  already_paid: money.describe('What was paid before, for periods up to this one.'),
  payments: payeeSums.payments,
  carried: tally.describe('Payments too small to be made yet.'),
  set_off: money.describe('What makes up for a fall on another line.'),
  clawbacks: payeeSums.clawbacks,
  net: payeeSums.net,
};
