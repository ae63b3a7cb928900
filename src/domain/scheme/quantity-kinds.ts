import type { Day } from '../day.ts';
import {
  blocksIn,
  type ChangeQuantity,
  type ClaimsQuantity,
  type EachLineQuantity,
  type MeasureQuantity,
  type Quantity,
} from './quantity.ts';

/** Whether a block goes by claims. */
export function isByClaims(block: Quantity): block is ClaimsQuantity {
  return block.kind === 'events' || block.kind === 'claimed';
}

/** Whether a block takes all claims, or figures, up to the end of the period, so that what it comes to adds up over the term. */
export function isToDate(block: Quantity): boolean {
  return block.kind === 'measure' ? block.at === 'to-date' : isByClaims(block) && block.at === undefined;
}

/** Whether a quantity can differ from one period to the next. */
export function variesByPeriod(quantity: Quantity): boolean {
  return blocksIn(quantity).some(
    ({ block }) =>
      block.kind === 'over-time' ||
      isByClaims(block) ||
      ((block.kind === 'patients' || block.kind === 'each-line') && isEach(block.at)) ||
      (block.kind === 'measure' && (block.at === 'to-date' || isEach(block.at) || typeof block.at === 'object')),
  );
}

/** Whether patients or a figure are those of each period, or of its quarter. */
export function isEach(at: Day | string | object | undefined): boolean {
  return at === 'each-period' || at === 'each-quarter';
}

/** Whether a block goes by a measure. */
export function namesMeasure(block: Quantity): block is MeasureQuantity | ChangeQuantity | EachLineQuantity {
  return block.kind === 'measure' || block.kind === 'change' || block.kind === 'each-line';
}
