import type { Quantity } from '../../domain/scheme/quantity.ts';
import {
  inPoundsUnit,
  noUnit,
  sameUnit,
  sayUnit,
  type Unit,
  unitOf,
  unitOver,
  unitTimes,
} from '../../domain/scheme/unit.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { Path, SchemeMistake } from '../scheme-mistake.ts';
import { type PlacedQuantity, quantitiesIn } from './quantities.ts';

/** Every quantity comes to the unit that its place asks for, and so does every block inside it. */
export function unitsGoTogether(scheme: WrittenScheme): SchemeMistake[] {
  return quantitiesIn(scheme).flatMap((placed) => {
    const { unit, mistakes } = unitIn(placed.it, placed.at, scheme);
    return mistakes.length > 0 ? mistakes : fits(unit, placed, scheme);
  });
}

function fits(unit: Unit, { wants, at }: PlacedQuantity, scheme: WrittenScheme): SchemeMistake[] {
  if (wants === 'anything') return [];
  if (wants === 'count') {
    const counts = unit.length === 0 || (unit.length === 1 && unit[0]?.[1] === 1 && unit[0][0] !== 'pound');
    return counts ? [] : [mistake(at, `this comes to ${sayUnit(unit)}; expected a number of something`)];
  }
  if (typeof wants === 'object') {
    const other = unitIn(wants.as, at, scheme);
    return other.mistakes.length > 0 || sameUnit(unit, other.unit) || isPlain(wants.as)
      ? []
      : [mistake(at, `this comes to ${sayUnit(unit)}; expected ${sayUnit(other.unit)}, as what it is compared with`)];
  }
  const expected = wants === 'pounds' ? inPoundsUnit : noUnit;
  return sameUnit(unit, expected) ? [] : [mistake(at, `this comes to ${sayUnit(unit)}; expected ${sayUnit(expected)}`)];
}

/** A number written as a text stands for as many of whatever it is compared with. */
function isPlain(quantity: Quantity): boolean {
  return quantity.kind === 'number' && quantity.unit === undefined;
}

interface Found {
  readonly unit: Unit;
  readonly mistakes: readonly SchemeMistake[];
}

/** The unit of a block, with what is wrong inside it; where something is, the unit is a guess and nothing more is said of it. */
function unitIn(quantity: Quantity, at: Path, scheme: WrittenScheme): Found {
  const inside = (part: Quantity, ...way: Path) => unitIn(part, [...at, ...way], scheme);
  const alike = (parts: readonly Found[], ways: readonly Path[]): Found => {
    const mistakes = parts.flatMap((part) => part.mistakes);
    const first = parts[0]?.unit ?? noUnit;
    if (mistakes.length > 0) return { unit: first, mistakes };
    const odd = parts.findIndex(({ unit }) => !sameUnit(unit, first));
    if (odd < 0) return { unit: first, mistakes };
    const message = `this comes to ${sayUnit(parts[odd]?.unit ?? noUnit)}; expected ${sayUnit(first)}, as the one before it`;
    return { unit: first, mistakes: [mistake([...at, ...(ways[odd] ?? [])], message)] };
  };
  const combined = (parts: readonly Found[], unit: (units: readonly Unit[]) => Unit): Found => ({
    unit: unit(parts.map((part) => part.unit)),
    mistakes: parts.flatMap(({ mistakes }) => mistakes),
  });
  switch (quantity.kind) {
    case 'pounds':
      return just(quantity.per === undefined ? inPoundsUnit : unitOver(inPoundsUnit, unitOf(quantity.per)));
    case 'number':
      return just(quantity.unit === undefined ? noUnit : unitOf(quantity.unit));
    case 'patients':
      return just(unitOf('patient'));
    case 'events':
      return just(unitOf('event'));
    case 'measure':
      return measured(scheme, quantity.measure, quantity.part, at);
    case 'change':
      return measured(scheme, quantity.measure, quantity.part, at);
    case 'rate':
      return combined([inside(quantity.for, 'for')], ([counted = noUnit]) =>
        unitTimes(counted, unitOver(inPoundsUnit, counted)),
      );
    case 'sum':
    case 'greatest':
    case 'least':
      return alike(
        quantity.of.map((part, index) => inside(part, 'of', index)),
        quantity.of.map((_, index) => ['of', index]),
      );
    case 'product':
      return combined(
        quantity.of.map((part, index) => inside(part, 'of', index)),
        (units) => units.reduce(unitTimes, noUnit),
      );
    case 'difference':
      return alike([inside(quantity.from, 'from'), inside(quantity.less, 'less')], [['from'], ['less']]);
    case 'ratio':
      return combined([inside(quantity.of, 'of'), inside(quantity.to, 'to')], ([of = noUnit, to = noUnit]) =>
        unitOver(of, to),
      );
    case 'share':
    case 'rounded':
      return inside(quantity.of, 'of');
    case 'bands': {
      const on = inside(quantity.on, 'on');
      const bands = alike(
        quantity.bands.map(({ is }, index) => inside(is, 'bands', index, 'is')),
        quantity.bands.map((_, index) => ['bands', index, 'is']),
      );
      const unit = quantity.how === 'whole' ? bands.unit : unitTimes(on.unit, bands.unit);
      return { unit, mistakes: [...on.mistakes, ...bands.mistakes] };
    }
    case 'slope': {
      const on = inside(quantity.on, 'on');
      const ends = alike(
        [inside(quantity.from.is, 'from', 'is'), inside(quantity.to.is, 'to', 'is')],
        [
          ['from', 'is'],
          ['to', 'is'],
        ],
      );
      return { unit: ends.unit, mistakes: [...on.mistakes, ...ends.mistakes] };
    }
    case 'over-time':
      return alike(
        quantity.values.map(({ is }, index) => inside(is, 'values', index, 'is')),
        quantity.values.map((_, index) => ['values', index, 'is']),
      );
  }
}

function measured(
  { measures }: WrittenScheme,
  id: string,
  part: 'numerator' | 'denominator' | 'share',
  at: Path,
): Found {
  const measure = measures.find((each) => each.id === id);
  if (!measure) return just(noUnit);
  const { numeratorUnit, denominatorUnit } = measure;
  const unit = (base: string | undefined) => (base === undefined ? noUnit : unitOf(base));
  if (part === 'share') return just(unitOver(unit(numeratorUnit), unit(denominatorUnit)));
  const named = part === 'numerator' ? numeratorUnit : denominatorUnit;
  if (named !== undefined) return just(unitOf(named));
  const message = `the measure ${id} does not say what its ${part} counts; expected "${part}Unit" there`;
  const hint = `add "${part}Unit" to the measure, such as "patient" or "pound"`;
  return { unit: noUnit, mistakes: [{ code: 'scheme-units', at: [...at, 'part'], message, hint }] };
}

function just(unit: Unit): Found {
  return { unit, mistakes: [] };
}

function mistake(at: Path, message: string): SchemeMistake {
  const hint = 'pounds come from a rate for something counted, a plain number from a ratio or a share';
  return { code: 'scheme-units', at, message, hint };
}
