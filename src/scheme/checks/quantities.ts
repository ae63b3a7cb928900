import { day } from '../../domain/day.ts';
import { compare } from '../../domain/money/ratio.ts';
import { addLong } from '../../domain/scheme/days-or-months.ts';
import { blocksIn, type Edge, type FromDay, isFromData, type Quantity } from '../../domain/scheme/quantity.ts';
import { isByClaims, namesMeasure } from '../../domain/scheme/quantity-kinds.ts';
import type { Among } from '../../domain/scheme/value.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import type { WrittenAdjustment } from '../grammar/value.ts';
import { groupsOf, leavesOf } from '../tree.ts';
import { addsUpInEnvelope, isQuantity } from './events.ts';
import { idsOf, isKnown, type Placed, wherever } from './names.ts';

/** What the place of a quantity asks of its unit. */
export interface PlacedQuantity extends Placed<Quantity> {
  /** Whether it is worked out from the figures of several practices together. */
  readonly isOfSeveral?: true;
  /** Whether it belongs to what practices share, or are scaled down by. */
  readonly isShared?: true;
  /** Whether it is what a member earns for itself, and so owns the limits of the events that it counts. */
  readonly isOfMember?: true;
  readonly wants: 'pounds' | 'number' | 'count' | 'anything' | { readonly as: Quantity };
}

/** Every quantity of a scheme that stands by itself, with its place and what that asks for. */
export function quantitiesIn(scheme: WrittenScheme): PlacedQuantity[] {
  const values = [
    ...groupsOf(scheme).map(({ group: { value }, at }) => ({ value, at })),
    ...leavesOf(scheme).map(({ component: { value }, at }) => ({ value, at })),
  ];
  return [
    ...scheme.quantities.map(({ is: it }, index) => ({
      it,
      at: ['quantities', index, 'is'],
      wants: 'anything' as const,
    })),
    ...values.flatMap(({ value, at }) => (value ? quantitiesOfValue(value, [...at, 'value']) : [])),
    ...leavesOf(scheme).flatMap(({ component: { value, adjustments, achievement }, at }) => [
      ...quantitiesOfAdjustments(adjustments, [...at, 'adjustments']).map((each) =>
        value?.kind === 'pool' || value?.kind === 'shared' ? { ...each, isOfSeveral: true as const } : each,
      ),
      ...(achievement?.kind === 'measured' && achievement.onAccount && 'kind' in achievement.onAccount
        ? [{ it: achievement.onAccount, at: [...at, 'achievement', 'onAccount'], wants: 'number' as const }]
        : []),
    ]),
    ...tests(scheme).flatMap(({ it, at }) => quantitiesOfTest(it, at)),
  ];
}

function quantitiesOfAdjustments(adjustments: readonly WrittenAdjustment[], above: Path): PlacedQuantity[] {
  return adjustments.flatMap((adjustment, index): PlacedQuantity[] => {
    const place = [...above, index];
    if ('pounds' in adjustment) return [{ it: adjustment.pounds, at: [...place, 'pounds'], wants: 'pounds' }];
    return adjustment.kind === 'multiply' ? [{ it: adjustment.by, at: [...place, 'by'], wants: 'number' }] : [];
  });
}

function quantitiesAmong(among: readonly Among[], above: Path): PlacedQuantity[] {
  return among.flatMap((each, index) => ('received' in each ? [] : quantitiesOfTest(each, [...above, index])));
}

function quantitiesOfTest(it: { readonly is: Quantity; readonly atLeast: Quantity }, at: Path): PlacedQuantity[] {
  return [
    { it: it.is, at: [...at, 'is'], wants: 'anything' },
    { it: it.atLeast, at: [...at, 'atLeast'], wants: isPlainNumber(it.atLeast) ? 'anything' : { as: it.is } },
  ];
}

type Value = NonNullable<ReturnType<typeof leavesOf>[number]['component']['value']>;

function quantitiesOfValue(value: Value, at: Path): PlacedQuantity[] {
  if (isQuantity(value)) return [{ it: value, at, wants: 'pounds', isOfMember: true }, ...limits(value, at)];
  if (value.kind === 'shared') {
    const by = value.by
      ? [{ it: value.by, at: [...at, 'by'], wants: 'anything' as const, isShared: true as const }]
      : [];
    return [
      { it: value.of, at: [...at, 'of'], wants: 'pounds', isOfSeveral: true, isShared: true },
      ...by,
      ...quantitiesAmong(value.among, [...at, 'among']),
      ...quantitiesOfAdjustments(value.ofEach, [...at, 'ofEach']),
    ];
  }
  if (value.kind === 'envelope') {
    return [
      { it: value.of, at: [...at, 'of'], wants: 'pounds', ...(addsUpInEnvelope(value) && { isOfMember: true }) },
      ...limits(value.of, [...at, 'of']),
      { it: value.pounds, at: [...at, 'pounds'], wants: 'pounds', isOfSeveral: true, isShared: true },
      ...quantitiesAmong(value.among, [...at, 'among']),
    ];
  }
  if (value.kind !== 'per-event' || typeof value.atMost !== 'object') return [];
  return [{ it: value.atMost, at: [...at, 'atMost'], wants: 'count' }];
}

function limits(quantity: Quantity, above: Path): PlacedQuantity[] {
  return blocksIn(quantity).flatMap(({ block, at }) =>
    isByClaims(block) && typeof block.atMost === 'object'
      ? [{ it: block.atMost, at: [...above, ...at, 'atMost'], wants: 'count' as const }]
      : [],
  );
}

function isPlainNumber(quantity: Quantity): boolean {
  return quantity.kind === 'number' && quantity.unit === undefined;
}

/** The tests of conditions, each with its place. */
export function tests(scheme: WrittenScheme) {
  return wherever(scheme, 'conditions', scheme.conditions, ({ conditions }) => conditions).flatMap(({ it, at }) =>
    it.flatMap((condition, index) =>
      condition.tests.map((test, place) => ({ it: test, at: [...at, index, 'tests', place] })),
    ),
  );
}

interface PlacedBlock extends Placed<Quantity> {}

function blocks(scheme: WrittenScheme): PlacedBlock[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above }) =>
    blocksIn(it).map(({ block, at }) => ({ it: block, at: [...above, ...at] })),
  );
}

/** Every measure named in a quantity is written in the scheme. */
export function quantitiesNameWhatExists(scheme: WrittenScheme): JsonMistake[] {
  const { measures } = idsOf(scheme);
  const names = scheme.quantities.map(({ id }) => id);
  return blocks(scheme).flatMap(({ it, at }) => {
    if (namesMeasure(it)) return isKnown('measure', it.measure, measures, [...at, 'measure']);
    if (it.kind !== 'named' || it.is) return [];
    if (!names.includes(it.name)) return isKnown('quantity', it.name, names, [...at, 'name']);
    const message = `${it.name} stands below, or is this quantity itself; expected the name of one before it`;
    return [blockMistake([...at, 'name'], message, 'put the quantities in the order in which they name one another')];
  });
}

/** The measures that quantities name. */
export function measuresInQuantities(scheme: WrittenScheme): string[] {
  return blocks(scheme).flatMap(({ it }) => (namesMeasure(it) ? [it.measure] : []));
}

/** Bands, points and dated values ascend. */
export function bandsAndDatesAscend(scheme: WrittenScheme): JsonMistake[] {
  return blocks(scheme).flatMap(({ it, at }): JsonMistake[] => {
    switch (it.kind) {
      case 'bands':
        return edgesAscend(
          it.bands.map(({ from }) => from),
          (index) => [...at, 'bands', index, 'from'],
          'band',
        );
      case 'line':
        return [
          ...edgesAscend(
            it.points.map((point) => point.at),
            (index) => [...at, 'points', index, 'at'],
            'point',
          ),
          ...(it.beyond && it.points.length < 2
            ? [blockMistake([...at, 'points'], 'a line that goes on has one point; expected two', 'add another point')]
            : []),
        ];
      case 'over-time':
        return it.values.flatMap(({ from }, index) => {
          const before = it.values[index - 1];
          if (!before || isNoLater(before.from, from)) return [];
          const message =
            'this value does not begin after the one above it, or its day is counted from another; expected the days to ascend';
          return [blockMistake([...at, 'values', index, 'from'], message, 'put the values in the order of their days')];
        });
      default:
        return [];
    }
  });
}

/** Whether one first day is no later than another: days by themselves, and so long after one day in whatever measure it is written. */
function isNoLater(before: FromDay, from: FromDay): boolean {
  if (typeof before === 'number' || typeof from === 'number') return before <= from && typeof before === typeof from;
  const [a, b] = [before, from].map((each) => ('afterPeriod' in each ? each.afterPeriod : each));
  if ('afterPeriod' in before !== 'afterPeriod' in from || !a || !b) return false;
  return addLong(aDay, a) <= addLong(aDay, b);
}

const aDay = day('2001-01-01');

/** Edges as written ascend; those that the data give are held to it in a run. */
function edgesAscend(edges: readonly Edge[], placeOf: (index: number) => Path, what: string): JsonMistake[] {
  return edges.flatMap((edge, index) => {
    const before = edges[index - 1];
    if (!before || isFromData(before) || isFromData(edge) || compare(before, edge) < 0) return [];
    const message = `this ${what} does not begin above the one before; expected the bounds to ascend`;
    return [blockMistake(placeOf(index), message, `put the ${what}s in the order of their bounds`)];
  });
}

/** A share of a measure says what it counts as where there is nothing to measure. */
export function sharesSayWhatZeroMeans(scheme: WrittenScheme): JsonMistake[] {
  return blocks(scheme).flatMap(({ it, at }): JsonMistake[] => {
    if (it.kind !== 'measure' || it.part !== 'share' || it.zeroDenominator !== undefined) return [];
    const message = `the share ${it.measure} does not say what it is where its denominator is zero; expected "zeroDenominator"`;
    return [blockMistake(at, message, 'add "zeroDenominator", such as "0%"')];
  });
}

/** Components that stand or fall together are written in the scheme. */
export function companionsExist(scheme: WrittenScheme): JsonMistake[] {
  const { components } = idsOf(scheme);
  return scheme.allOrNothing.flatMap(({ components: named }, index) =>
    named.flatMap((id, place) => isKnown('component', id, components, ['allOrNothing', index, 'components', place])),
  );
}

/** What is wrong with a block of a quantity. */
export function blockMistake(at: Path, message: string, hint: string): JsonMistake {
  return { code: 'scheme-quantity', at, message, hint };
}
