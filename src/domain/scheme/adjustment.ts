import type { Day } from '../day.ts';
import { inPounds } from '../money/money.ts';
import { compare, greatest, least, multiply, type Ratio, subtract, zero } from '../money/ratio.ts';
import { roundPounds, roundTo } from '../money/rounding.ts';
import type { Quantity } from './quantity.ts';
import { constantOf } from './quantity-range.ts';
import type { Adjustment } from './scheme.ts';

/**
 * What an adjustment takes off an amount, in exact pounds; below zero for what it adds (RULES, Value). `figure` is what
 * the quantity of the adjustment comes to; left out, only a constant one counts, as in a budget before any data.
 */
export function takenOff(pounds: Ratio, adjustment: Adjustment, figure?: Ratio): Ratio {
  switch (adjustment.kind) {
    case 'reduce': {
      const exact = multiply(pounds, adjustment.by);
      if (adjustment.roundedTo === null) return exact;
      const rounded = inPounds(roundPounds(exact, { unit: adjustment.roundedTo, mode: adjustment.mode }));
      return compare(pounds, zero) < 0 ? greatest(rounded, pounds) : least(rounded, pounds);
    }
    case 'remove':
      return pounds;
    case 'round':
      return subtract(pounds, roundTo(pounds, adjustment.places, adjustment.mode));
    case 'cap':
    case 'floor':
    case 'deduct':
    case 'multiply': {
      const known = figure ?? constantOf(figureOf(adjustment));
      return known === null ? zero : takenOffBy(pounds, adjustment.kind, known);
    }
  }
}

type Figured = Extract<Adjustment, { kind: 'cap' | 'floor' | 'deduct' | 'multiply' }>;

/** The quantity on which an adjustment rests, where it has one. */
export function figureOf(adjustment: Figured): Quantity {
  return adjustment.kind === 'multiply' ? adjustment.by : adjustment.pounds;
}

function takenOffBy(pounds: Ratio, kind: Figured['kind'], figure: Ratio): Ratio {
  switch (kind) {
    case 'cap':
      return subtract(pounds, least(pounds, figure));
    case 'floor':
      return subtract(pounds, greatest(pounds, figure));
    case 'deduct':
      return least(pounds, figure);
    case 'multiply':
      return subtract(pounds, multiply(pounds, figure));
  }
}

/** Whether an adjustment holds in a period that starts on a day, for a run as at another. */
export function holds({ from, agreedOn }: Adjustment, start: Day, asAt: Day): boolean {
  return (from === undefined || from <= start) && (agreedOn === undefined || agreedOn <= asAt);
}
