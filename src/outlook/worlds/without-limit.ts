import { type EventLimits, namedBy, type Quantity } from '../../domain/scheme/quantity.ts';
import type { Adjustment, Component, Value } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../../domain/scheme/shared.ts';
import { directionsIn, isCountedAnew, type Mover } from './directions.ts';

type Movers = ReadonlySet<Mover>;

const none: Movers = new Set();

/** By what a component can grow without an end; nothing where its value, a limit or an adjustment ends it. */
export function withoutLimit({ value, adjustments, achievement }: Component): Movers {
  const byScale = achievement?.kind === 'measured' && achievement.scale.kind === 'line' && achievement.scale.beyond;
  const beyond: Movers = byScale ? new Set([`numerator ${achievement.measure}` as const]) : none;
  return all([adjustments.reduce(afterAdjustment, inValue(value)), beyond]);
}

function afterAdjustment(soFar: Movers, adjustment: Adjustment): Movers {
  switch (adjustment.kind) {
    case 'cap':
      return fewest([soFar, inQuantity(adjustment.pounds)]);
    case 'floor':
      return all([soFar, inQuantity(adjustment.pounds)]);
    case 'multiply':
      return all([soFar, inQuantity(adjustment.by)]);
    case 'deduct':
    case 'reduce':
    case 'round':
    case 'remove':
      return soFar;
  }
}

function inValue(value: Value): Movers {
  switch (value.kind) {
    case 'per-event':
      return inEvents(value.event, { atMost: value.atMost ?? undefined, atMostPerPeriod: value.atMostPerPeriod });
    case 'quantity':
    case 'shared':
      return inQuantity(value.of);
    case 'envelope':
      // What adds up to date is counted on from what came in so far, and may come to less than the envelope holds.
      return isEnvelopeToDate(value) ? inQuantity(value.of) : inQuantity(value.pounds);
    case 'share':
      return inValue(value.of);
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'to-be-confirmed':
      return none;
  }
}

function inEvents(event: string, { atMost, atMostPerPeriod }: EventLimits): Movers {
  if (typeof atMost === 'number' || atMostPerPeriod !== undefined) return none;
  return atMost === undefined ? new Set([`events ${event}` as const]) : inQuantity(atMost);
}

function inQuantity(quantity: Quantity): Movers {
  switch (quantity.kind) {
    case 'pounds':
    case 'number':
      return none;
    case 'patients':
      return isCountedAnew(quantity) ? new Set(['lists' as const]) : none;
    case 'measure':
      return quantity.part === 'share' ? none : new Set([`${quantity.part} ${quantity.measure}` as const]);
    case 'change':
      return new Set([`${quantity.part} ${quantity.measure}` as const]);
    case 'each-line':
      // Nobody knows how many lines there will be.
      return new Set([`numerator ${quantity.measure}` as const, ...inQuantity(quantity.of)]);
    case 'events':
      return inEvents(quantity.event, quantity);
    case 'claimed':
      return new Set([`events ${quantity.event}` as const]);
    case 'rate':
      return inQuantity(quantity.for);
    case 'share':
    case 'rounded':
      return inQuantity(quantity.of);
    case 'sum':
    case 'product':
    case 'greatest':
      return all(quantity.of.map(inQuantity));
    case 'least':
      return fewest(quantity.of.map(inQuantity));
    case 'difference':
      return quantity.below !== undefined
        ? all([inQuantity(quantity.from), inQuantity(quantity.less)])
        : inQuantity(quantity.from);
    case 'ratio':
      // What is divided by a small figure is large.
      return all([inQuantity(quantity.of), new Set(directionsIn(quantity.to).keys())]);
    case 'bands':
      return quantity.how === 'marginal'
        ? inQuantity(quantity.on)
        : all(quantity.bands.map(({ is }) => inQuantity(is)));
    case 'line':
      return quantity.beyond === 'goes-on'
        ? new Set(directionsIn(quantity.on).keys())
        : all(quantity.points.map(({ is }) => inQuantity(is)));
    case 'named':
      return inQuantity(namedBy(quantity));
    case 'of-all':
      return inQuantity(quantity.of);
    case 'rank':
      return none;
    case 'over-time':
      return all(quantity.values.map(({ is }) => inQuantity(is)));
  }
}

function all(of: readonly Movers[]): Movers {
  return new Set(of.flatMap((each) => [...each]));
}

/** Of a least the part that ends ends the whole. */
function fewest(of: readonly Movers[]): Movers {
  return of.some(({ size }) => size === 0) ? none : all(of);
}
