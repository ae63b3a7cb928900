import { isPlainFigure } from '../../domain/scheme/measure.ts';
import { type Edge, isFromData, type Quantity } from '../../domain/scheme/quantity.ts';
import { unitOfQuantity } from '../../domain/scheme/quantity-unit.ts';
import { inPoundsUnit, noUnit, sameUnit, sayUnit, type Unit } from '../../domain/scheme/unit.ts';
import { ours, type Said } from '../../domain/words/sentence.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { wordsOf } from '../words-of.ts';
import { type PlacedQuantity, quantitiesIn } from './quantities.ts';

/** Every quantity comes to the unit that its place asks for, and so does every block inside it. */
export function unitsGoTogether(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap((placed) => {
    const { unit, mistakes } = unitIn(placed.it, placed.at, scheme);
    return mistakes.length > 0 ? mistakes : fits(unit, placed, scheme);
  });
}

function fits(unit: Unit, { wants, at }: PlacedQuantity, scheme: WrittenScheme): JsonMistake[] {
  if (wants === 'anything') return [];
  const words = wordsOf(scheme);
  if (wants === 'count') {
    const counts = unit.length === 0 || (unit.length === 1 && unit[0]?.[1] === 1 && unit[0][0] !== 'pound');
    return counts ? [] : [mistake(at, `this comes to ${sayUnit(words, unit)}; expected a number of something`)];
  }
  if (typeof wants === 'object') {
    const other = unitIn(wants.as, at, scheme);
    return other.mistakes.length > 0 || sameUnit(unit, other.unit) || isPlainNumber(wants.as)
      ? []
      : [
          mistake(
            at,
            `this comes to ${sayUnit(words, unit)}; expected ${sayUnit(words, other.unit)}, as what it is compared with`,
          ),
        ];
  }
  const expected = wants === 'pounds' ? inPoundsUnit : noUnit;
  return sameUnit(unit, expected)
    ? []
    : [mistake(at, `this comes to ${sayUnit(words, unit)}; expected ${sayUnit(words, expected)}`)];
}

/** A number written as a text stands for as many of whatever it is compared with. */
function isPlainNumber(quantity: Quantity): boolean {
  return quantity.kind === 'number' && quantity.unit === undefined;
}

interface Found {
  readonly unit: Unit;
  readonly mistakes: readonly JsonMistake[];
}

/** The unit of a block, with what is wrong inside it; where something is, the unit is a guess and nothing more is said of it. */
function unitIn(quantity: Quantity, at: Path, scheme: WrittenScheme): Found {
  const words = wordsOf(scheme);
  const inside = (part: Quantity, ...way: Path) => unitIn(part, [...at, ...way], scheme);
  const alike = (parts: readonly Found[], ways: readonly Path[]): Found => {
    const mistakes = parts.flatMap((part) => part.mistakes);
    const first = parts[0]?.unit ?? noUnit;
    if (mistakes.length > 0) return { unit: first, mistakes };
    const odd = parts.findIndex(({ unit }) => !sameUnit(unit, first));
    if (odd < 0) return { unit: first, mistakes };
    const message = `this comes to ${sayUnit(words, parts[odd]?.unit ?? noUnit)}; expected ${sayUnit(words, first)}, as the one before it`;
    const hint = hintOf(parts[odd]?.unit ?? noUnit, first);
    return { unit: first, mistakes: [mistake([...at, ...(ways[odd] ?? [])], message, hint)] };
  };
  const unit = unitOfQuantity(quantity, scheme.measures);
  /** An edge that the data give is counted in what is banded. */
  const edgesFit = (edges: readonly Edge[], wayTo: (index: number) => Path): Found => {
    const on =
      quantity.kind === 'bands' || quantity.kind === 'line' ? unitOfQuantity(quantity.on, scheme.measures) : noUnit;
    return all(
      edges.map((edge, index): Found => {
        if (!isFromData(edge)) return { unit: on, mistakes: [] };
        const found = inside(edge, ...wayTo(index));
        if (found.mistakes.length > 0 || sameUnit(found.unit, on)) return found;
        const message = `this edge comes to ${sayUnit(words, found.unit)}; expected ${sayUnit(words, on)}, as what it is an edge of`;
        return { unit: on, mistakes: [mistake([...at, ...wayTo(index)], message, hintOf(found.unit, on))] };
      }),
    );
  };
  const all = (parts: readonly Found[]): Found => ({ unit, mistakes: parts.flatMap(({ mistakes }) => mistakes) });
  switch (quantity.kind) {
    case 'pounds':
    case 'number':
    case 'patients':
    case 'events':
    case 'claimed':
      return all([]);
    case 'measure':
    case 'change':
      return { unit, mistakes: measureSaysWhatItCounts(scheme, quantity.measure, quantity.part, at) };
    case 'rate':
      return all([inside(quantity.for, 'for')]);
    case 'sum':
    case 'greatest':
    case 'least':
      return alike(
        quantity.of.map((part, index) => inside(part, 'of', index)),
        quantity.of.map((_, index) => ['of', index]),
      );
    case 'product':
      return all(quantity.of.map((part, index) => inside(part, 'of', index)));
    case 'difference':
      return alike([inside(quantity.from, 'from'), inside(quantity.less, 'less')], [['from'], ['less']]);
    case 'ratio':
      return all([inside(quantity.of, 'of'), inside(quantity.to, 'to')]);
    case 'share':
    case 'rounded':
    case 'each-line':
    case 'of-all':
      return inside(quantity.of, 'of');
    case 'named':
      return quantity.is ? inside(quantity.is, 'is') : all([]);
    case 'rank':
      return all([inside(quantity.of, 'of')]);
    case 'bands': {
      const bands = alike(
        quantity.bands.map(({ is }, index) => inside(is, 'bands', index, 'is')),
        quantity.bands.map((_, index) => ['bands', index, 'is']),
      );
      const edges = edgesFit(
        quantity.bands.map(({ from }) => from),
        (index) => ['bands', index, 'from'],
      );
      return all([inside(quantity.on, 'on'), bands, edges]);
    }
    case 'line': {
      const ways = quantity.points.flatMap(({ is, below, above }, index) => [
        { part: is, way: ['points', index, 'is'] },
        ...(below ? [{ part: below, way: ['points', index, 'below'] }] : []),
        ...(above ? [{ part: above, way: ['points', index, 'above'] }] : []),
      ]);
      const ends = alike(
        ways.map(({ part, way }) => inside(part, ...way)),
        ways.map(({ way }) => way),
      );
      const edges = edgesFit(
        quantity.points.map((point) => point.at),
        (index) => ['points', index, 'at'],
      );
      return all([inside(quantity.on, 'on'), ends, edges]);
    }
    case 'over-time':
      return alike(
        quantity.values.map(({ is }, index) => inside(is, 'values', index, 'is')),
        quantity.values.map((_, index) => ['values', index, 'is']),
      );
  }
}

function measureSaysWhatItCounts(
  { measures }: WrittenScheme,
  id: string,
  part: 'numerator' | 'denominator' | 'share',
  at: Path,
): JsonMistake[] {
  const measure = measures.find((each) => each.id === id);
  if (measure && isPlainFigure(measure) && part !== 'numerator') {
    const message = `${id} is a plain figure, and has no ${part}; expected its numerator`;
    return [
      {
        code: 'scheme-units',
        at: [...at, 'part'],
        message,
        hint: 'write "part": "numerator", or give the measure its denominator',
      },
    ];
  }
  if (!measure || part === 'share') return [];
  if ((part === 'numerator' ? measure.numeratorUnit : measure.denominatorUnit) !== undefined) return [];
  const message = `the measure ${id} does not say what its ${part} counts; expected "${part}Unit" there`;
  const hint = `add "${part}Unit" to the measure, such as "patient" or "pound"`;
  return [{ code: 'scheme-units', at: [...at, 'part'], message, hint }];
}

const unitsHint = ours`pounds come from a rate for something counted, a plain number from a ratio or a share`;

function mistake(at: Path, message: string, hint: Said = unitsHint): JsonMistake {
  return { code: 'scheme-units', at, message, hint };
}

/** A plain number where something is counted lacks nothing but the word for it. */
function hintOf(found: Unit, expected: Unit): Said {
  const [[word, power] = ['', 0]] = expected;
  const isCount = expected.length === 1 && power === 1 && word !== 'pound';
  return found.length === 0 && isCount ? `a number says what it counts: "unit": ${JSON.stringify(word)}` : unitsHint;
}
