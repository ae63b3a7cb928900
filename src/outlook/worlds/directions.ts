import { compare, type Ratio, zero } from '../../domain/money/ratio.ts';
import { type Band, isFromData, type PatientsQuantity, partsOf, type Quantity } from '../../domain/scheme/quantity.ts';
import { constantOf, rangeOf } from '../../domain/scheme/quantity-range.ts';
import type { Achievement, Adjustment, Component, Scale, Scheme, Value } from '../../domain/scheme/scheme.ts';
import { amongOf, ofEachOf } from '../../domain/scheme/shared.ts';

/** Which way a component goes as a figure grows: up, down, or by what else there is either way. */
export type Direction = 'up' | 'down' | 'both';

/** What a component is moved by: a number of a measure, the events of a kind, or lists that are counted anew. */
export type Mover = `numerator ${string}` | `denominator ${string}` | `events ${string}` | 'lists';

export type Directions = ReadonlyMap<Mover, Direction>;

const opposite: Readonly<Record<Direction, Direction>> = { up: 'down', down: 'up', both: 'both' };

/** Which way everything that a scheme pays goes; a figure that raises one component and lowers another goes both. */
export function directionsOfAll({ components }: Scheme): Directions {
  return together(components.map(directionsOf));
}

/** Which way one component goes, by whatever moves it. It may say `both` of what goes one way, never the other way round. */
export function directionsOf(component: Component): Directions {
  const { value, adjustments, achievement, conditions } = component;
  const tests = conditions.flatMap(({ tests = [] }) =>
    tests.flatMap(({ is, atLeast }) => [directionsIn(is), turned(directionsIn(atLeast))]),
  );
  return together([
    ofValue(value),
    ...adjustments.map(ofAdjustment),
    ...(achievement === null ? [] : [ofAchievement(achievement)]),
    ...tests,
  ]);
}

function ofValue(value: Value): Directions {
  switch (value.kind) {
    case 'per-event':
      return together([
        new Map<Mover, Direction>([[`events ${value.event}`, 'up']]),
        ...(typeof value.atMost === 'object' && value.atMost !== null ? [directionsIn(value.atMost)] : []),
      ]);
    case 'quantity':
      return directionsIn(value.of);
    case 'shared':
      // What one has more of the key, another has less: the sum that is shared goes one way all the same.
      return together([
        directionsIn(value.of),
        ...(value.by === null ? [] : [directionsIn(value.by)]),
        ...ofAmong(value),
        ...ofEachOf(value).adjustments.map(ofAdjustment),
      ]);
    case 'envelope':
      return together([directionsIn(value.pounds), directionsIn(value.of), ...ofAmong(value)]);
    case 'share':
      return ofValue(value.of);
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'to-be-confirmed':
      return new Map();
  }
}

/** Who shares takes of the others: their tests go as theirs do. */
function ofAmong(value: Value): readonly Directions[] {
  return amongOf(value).flatMap((each) =>
    'received' in each ? [] : [directionsIn(each.is), turned(directionsIn(each.atLeast))],
  );
}

function ofAdjustment(adjustment: Adjustment): Directions {
  switch (adjustment.kind) {
    case 'cap':
    case 'floor':
      return directionsIn(adjustment.pounds);
    case 'deduct':
      return turned(directionsIn(adjustment.pounds));
    case 'multiply':
      return directionsIn(adjustment.by);
    case 'reduce':
    case 'remove':
    case 'round':
      return new Map();
  }
}

function ofAchievement(achievement: Achievement): Directions {
  if (achievement.kind !== 'measured') return new Map();
  const rises = scaleRises(achievement.scale);
  return new Map<Mover, Direction>([
    [`numerator ${achievement.measure}`, rises ? 'up' : 'down'],
    [`denominator ${achievement.measure}`, rises ? 'down' : 'up'],
  ]);
}

/** Whether a scale pays more for a higher share; the checks of a scheme see that it goes one way. */
export function scaleRises(scale: Scale): boolean {
  if (scale.kind === 'steps') {
    const [first, last] = [scale.steps[0], scale.steps.at(-1)];
    return first === undefined || last === undefined || first === last || compare(last.pays, first.pays) >= 0;
  }
  if (scale.kind === 'linear') return compare(scale.from, scale.to) < 0;
  const [first, last] = [scale.points[0], scale.points.at(-1)];
  return first === undefined || last === undefined || compare(last.pays, first.pays) >= 0;
}

/** Which way a quantity goes. */
export function directionsIn(quantity: Quantity): Directions {
  const inside = () => partsOf(quantity).map(({ part }) => directionsIn(part));
  switch (quantity.kind) {
    case 'pounds':
    case 'number':
      return new Map();
    case 'patients':
      return isCountedAnew(quantity) ? new Map<Mover, Direction>([['lists', 'up']]) : new Map();
    case 'measure':
      if (quantity.part !== 'share') return new Map<Mover, Direction>([[`${quantity.part} ${quantity.measure}`, 'up']]);
      return new Map<Mover, Direction>([
        [`numerator ${quantity.measure}`, 'up'],
        [`denominator ${quantity.measure}`, 'down'],
      ]);
    case 'change':
      // The later figure raises it and the earlier one lowers it: only the later one is still to come.
      return new Map<Mover, Direction>([[`${quantity.part} ${quantity.measure}`, 'up']]);
    case 'events':
    case 'claimed':
      return together([new Map<Mover, Direction>([[`events ${quantity.event}`, 'up']]), ...inside()]);
    case 'rate':
      return isNegative(quantity.pounds) ? turned(together(inside())) : together(inside());
    case 'share':
      return isNegative(quantity.share) ? turned(together(inside())) : together(inside());
    case 'sum':
    case 'greatest':
    case 'least':
    case 'rounded':
    case 'each-line':
    case 'of-all':
    case 'named':
    case 'over-time':
      return together(inside());
    case 'product':
      return partsOf(quantity).every(({ part }) => isNeverNegative(part))
        ? together(inside())
        : eitherWay(together(inside()));
    case 'difference':
      return together([directionsIn(quantity.from), turned(directionsIn(quantity.less))]);
    case 'ratio':
      return isNeverNegative(quantity.of) && isNeverNegative(quantity.to)
        ? together([directionsIn(quantity.of), turned(directionsIn(quantity.to))])
        : eitherWay(together(inside()));
    case 'bands':
      return together([
        along(directionsIn(quantity.on), quantity.how === 'whole' ? risesBy(quantity.bands) : 'up'),
        ...quantity.bands.map(({ is }) => directionsIn(is)),
        ...quantity.bands.map(({ from }) => (isFromData(from) ? eitherWay(directionsIn(from)) : new Map())),
      ]);
    case 'line': {
      const ends = quantity.points.flatMap(({ is, below, above }) =>
        [below, is, above].flatMap((each) => (each === undefined ? [] : [{ from: zero, is: each }])),
      );
      return together([
        along(directionsIn(quantity.on), risesBy(ends)),
        ...ends.map(({ is }) => directionsIn(is)),
        ...quantity.points.map(({ at }) => (isFromData(at) ? eitherWay(directionsIn(at)) : new Map())),
      ]);
    }
    case 'rank':
      return eitherWay(together(inside()));
  }
}

/** Whether a list is that of a day in each period. */
export function isCountedAnew({ at }: PatientsQuantity): boolean {
  return at === 'each-period' || at === 'each-quarter';
}

/** Which way the values of bands go; below the first there is nothing. */
function risesBy(bands: readonly Band[]): Direction {
  const values = bands.map(({ is }) => constantOf(is));
  const steps = values.slice(1).map((value, place) => {
    const before = values[place];
    return value && before ? compare(value, before) : null;
  });
  if (steps.every((step) => step !== null && step >= 0)) return 'up';
  // The first band lies above nothing below it, unless it begins there.
  const beginsAtNothing = bands[0] !== undefined && !isFromData(bands[0].from) && compare(bands[0].from, zero) <= 0;
  return beginsAtNothing && steps.every((step) => step !== null && step <= 0) ? 'down' : 'both';
}

function along(directions: Directions, way: Direction): Directions {
  switch (way) {
    case 'up':
      return directions;
    case 'down':
      return turned(directions);
    case 'both':
      return eitherWay(directions);
  }
}

function turned(directions: Directions): Directions {
  return new Map([...directions].map(([mover, way]) => [mover, opposite[way]]));
}

function eitherWay(directions: Directions): Directions {
  return new Map([...directions].map(([mover]) => [mover, 'both']));
}

function together(all: readonly Directions[]): Directions {
  const joined = new Map<Mover, Direction>();
  for (const directions of all) {
    for (const [mover, way] of directions) {
      const before = joined.get(mover) ?? way;
      joined.set(mover, before === way ? way : 'both');
    }
  }
  return joined;
}

function isNegative(number: Ratio): boolean {
  return compare(number, zero) < 0;
}

function isNeverNegative(quantity: Quantity): boolean {
  const { least } = rangeOf(quantity);
  return least !== null && compare(least, zero) >= 0;
}
