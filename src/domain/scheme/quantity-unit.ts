import { partsOf, type Quantity } from './quantity.ts';
import type { MeasureKind } from './scheme.ts';
import { inPoundsUnit, noUnit, type Unit, unitOf, unitOver, unitTimes } from './unit.ts';

/** What the measures of a scheme count. */
export type MeasureUnits = readonly Pick<MeasureKind, 'id' | 'numeratorUnit' | 'denominatorUnit'>[];

/** In what a block is counted, from the units of the blocks directly inside it, in their order. */
export function unitFrom(quantity: Quantity, parts: readonly Unit[], measures: MeasureUnits): Unit {
  const [first = noUnit, second = noUnit] = parts;
  switch (quantity.kind) {
    case 'pounds':
      return quantity.per === undefined ? inPoundsUnit : unitOver(inPoundsUnit, unitOf(quantity.per));
    case 'number':
      return quantity.unit === undefined ? noUnit : unitOf(quantity.unit);
    case 'patients':
      return unitOf('patient');
    case 'events':
      return unitOf('event');
    case 'claimed':
      return inPoundsUnit;
    case 'measure':
    case 'change':
      return unitOfMeasure(quantity.measure, quantity.part, measures);
    case 'rate':
      return inPoundsUnit;
    case 'sum':
    case 'greatest':
    case 'least':
    case 'difference':
    case 'share':
    case 'rounded':
    case 'over-time':
    case 'each-line':
    case 'of-all':
    case 'named':
      return first;
    case 'rank':
      return unitOf('place');
    case 'product':
      return parts.reduce(unitTimes, noUnit);
    case 'ratio':
      return unitOver(first, second);
    case 'bands':
      return quantity.how === 'whole' ? second : unitTimes(first, second);
    case 'line':
      return second;
  }
}

/** In what a quantity is counted. */
export function unitOfQuantity(quantity: Quantity, measures: MeasureUnits): Unit {
  const parts = partsOf(quantity).map(({ part }) => unitOfQuantity(part, measures));
  return unitFrom(quantity, parts, measures);
}

/** In what a number of a measure is counted, or the share that its two make. */
function unitOfMeasure(id: string, part: 'numerator' | 'denominator' | 'share', measures: MeasureUnits): Unit {
  const measure = measures.find((each) => each.id === id);
  const unit = (base: string | undefined) => (base === undefined ? noUnit : unitOf(base));
  const [numerator, denominator] = [unit(measure?.numeratorUnit), unit(measure?.denominatorUnit)];
  switch (part) {
    case 'numerator':
      return numerator;
    case 'denominator':
      return denominator;
    case 'share':
      return unitOver(numerator, denominator);
  }
}
