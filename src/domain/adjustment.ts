import { inPounds } from './money.ts';
import { least, multiply, type Ratio, subtract } from './ratio.ts';
import { roundPounds } from './rounding.ts';
import type { Adjustment } from './scheme.ts';

/** What an adjustment takes off an amount, in exact pounds (contract 5, Value). */
export function takenOff(pounds: Ratio, adjustment: Adjustment): Ratio {
  switch (adjustment.kind) {
    case 'reduce': {
      const exact = multiply(pounds, adjustment.by);
      if (adjustment.roundedTo === null) return exact;
      return inPounds(roundPounds(exact, { unit: adjustment.roundedTo, mode: 'half-away-from-zero' }));
    }
    case 'remove':
      return pounds;
    case 'cap':
      return subtract(pounds, least(pounds, adjustment.pounds));
  }
}
