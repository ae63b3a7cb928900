import type { Chance } from './chance.ts';
import { type DrawableDays, drawOverTime } from './draw-dated.ts';
import { drawFromDays } from './draw-events.ts';
import { drawNumber, drawPounds, drawShare } from './draw-numbers.ts';
import type { Block, MeasureKind, OfPeriod, Rounding, Value } from './written.ts';

/** What a quantity can be drawn from. */
export interface Drawable extends DrawableDays {
  readonly measures: readonly MeasureKind[];
  /** Days of measures that may be asked by name. */
  readonly days: readonly string[];
  /** Whether figures of each period may be asked. */
  readonly eachPeriod: boolean;
  /** Whether figures of all members may be asked. */
  readonly amongAll?: boolean;
  /** Names of sums of pounds. */
  readonly named: readonly string[];
}

export const modes: readonly Rounding[] = ['half-away-from-zero', 'half-to-even', 'up', 'down'];

/** A quantity in pounds. */
export function drawInPounds(from: Drawable, depth: number): Block {
  const { chance } = from;
  const deeper = () => drawInPounds(from, depth - 1);
  const simple: [number, () => Block][] = [
    [2, () => ({ kind: 'pounds', pounds: drawPounds(chance) })],
    [3, () => ({ kind: 'rate', pounds: drawPounds(chance, 20), for: drawInUnit(from, drawUnit(from), depth - 1) })],
  ];
  if (depth <= 0) return chance.way(simple);
  return chance.way<Block>([
    ...simple,
    [2, () => ({ kind: chance.of(['sum', 'greatest', 'least'] as const), of: chance.times(1, 3, deeper) })],
    [1, () => ({ kind: 'product', of: shuffled(chance, [deeper(), drawPlain(from, depth - 1)]) })],
    [1, () => priced(from, depth - 1)],
    [2, () => ({ kind: 'difference', from: deeper(), less: deeper() })],
    [1, () => notBelow(deeper)],
    [1, () => ({ kind: 'share', share: drawShare(chance), of: deeper() })],
    [1, () => rounded(chance, deeper())],
    [2, () => wholeBands(from, deeper, depth)],
    [2, () => marginalBands(from, depth)],
    [1, () => drawLine(from, deeper, depth)],
    [2, () => drawOverTime(from, deeper)],
    ...linesIn(from),
    ...(from.amongAll ? [[9, () => drawOfAll(from, depth)] as [number, () => Block]] : []),
    ...(from.named.length === 0
      ? []
      : [[2, () => ({ kind: 'named', name: chance.of(from.named) })] as [number, () => Block]]),
  ]);
}

/** A sum of all, or a sum by one's place among all. */
export function drawOfAll(from: Drawable, depth: number): Block {
  const { chance } = from;
  const own: Drawable = { ...from, amongAll: false, named: [] };
  const of = drawInPounds(own, depth - 1);
  if (chance.oneIn(2))
    return { kind: 'of-all', how: chance.of(['total', 'average', 'least', 'greatest'] as const), of };
  return {
    kind: 'bands',
    how: 'whole',
    on: { kind: 'rank', from: chance.of(['lowest', 'highest'] as const), of },
    bands: ['1', '2', '3'].map((edge) => ({ from: edge, is: drawInPounds(own, 0) })),
  };
}

/** A difference that may be below nothing, inside what is not. */
function notBelow(is: () => Block): Block {
  const left: Block = { kind: 'difference', below: 'zero', from: is(), less: is() };
  return { kind: 'greatest', of: [{ kind: 'pounds', pounds: '0' }, left] };
}

/** A figure, and what it must reach. */
export function drawTest(from: Drawable): { is: Block; atLeast: string | Block } {
  const { chance } = from;
  const unit = drawUnit(from);
  return chance.way<{ is: Block; atLeast: string | Block }>([
    [1, () => ({ is: drawInPounds(from, 1), atLeast: drawInPounds(from, 0) })],
    [1, () => ({ is: drawPlain(from, 0), atLeast: { kind: 'number', number: drawShare(chance) } })],
    [2, () => ({ is: drawInUnit(from, unit, 1), atLeast: drawInUnit(from, unit, 0) })],
    [1, () => ({ is: drawInUnit(from, unit, 0), atLeast: `${chance.from(0, 200)}` })],
  ]);
}

/** A plain number: a share that was reached, a ratio. */
export function drawPlain(from: Drawable, depth: number): Block {
  const { chance } = from;
  const measures = from.measures.filter(({ numeratorUnit, denominatorUnit }) => numeratorUnit === denominatorUnit);
  const deeper = () => drawPlain(from, depth - 1);
  const simple: [number, () => Block][] = [
    [2, () => ({ kind: 'number', number: drawShare(chance) })],
    ...(measures.length === 0
      ? []
      : [[2, () => measureOf(from, chance.of(measures), 'share')] as [number, () => Block]]),
  ];
  if (depth <= 0) return chance.way(simple);
  return chance.way<Block>([
    ...simple,
    [1, () => ({ kind: chance.of(['sum', 'product', 'greatest', 'least'] as const), of: chance.times(1, 3, deeper) })],
    [1, () => ({ kind: 'difference', from: deeper(), less: deeper() })],
    [1, () => rounded(chance, deeper())],
    [1, () => ratio(from, depth)],
    [1, () => wholeBands(from, deeper, depth)],
    [1, () => drawLine(from, deeper, depth)],
    [1, () => drawOverTime(from, deeper)],
  ]);
}

export function drawUnit({ chance, measures }: Drawable): string {
  return chance.of(['patient', ...measures.flatMap(({ numeratorUnit = 'patient' }) => [numeratorUnit])]);
}

/** So many of something. */
export function drawInUnit(from: Drawable, unit: string, depth: number): Block {
  const { chance, measures } = from;
  const deeper = () => drawInUnit(from, unit, depth - 1);
  const parts = measures.flatMap((each) => [
    ...(each.numeratorUnit === unit ? [() => measureOf(from, each, 'numerator')] : []),
    ...(each.denominatorUnit === unit ? [() => measureOf(from, each, 'denominator')] : []),
  ]);
  const simple: [number, () => Block][] = [
    [1, () => ({ kind: 'number', number: drawNumber(chance, 300), unit })],
    ...(unit === 'patient' ? [[2, () => drawPatients(from)] as [number, () => Block]] : []),
    ...(parts.length === 0 ? [] : [[3, () => chance.of(parts)()] as [number, () => Block]]),
    ...changesIn(from, unit),
  ];
  if (depth <= 0) return chance.way(simple);
  return chance.way<Block>([
    ...simple,
    [1, () => ({ kind: chance.of(['sum', 'greatest', 'least'] as const), of: chance.times(1, 3, deeper) })],
    [1, () => ({ kind: 'product', of: shuffled(chance, [deeper(), drawPlain(from, depth - 1)]) })],
    [1, () => ({ kind: 'difference', from: deeper(), less: deeper() })],
    [1, () => ({ kind: 'share', share: drawShare(chance), of: deeper() })],
    [1, () => rounded(chance, deeper())],
    [1, () => wholeBands(from, deeper, depth)],
  ]);
}

function measureOf(from: Drawable, { id }: MeasureKind, part: 'numerator' | 'denominator' | 'share'): Block {
  const { chance } = from;
  const ofPeriod: (string | OfPeriod)[] = ['each-period', { periodsBefore: chance.from(1, 2) }];
  const at = chance.way<string | OfPeriod>([
    [4, () => 'latest'],
    ...(from.days.length === 0 ? [] : [[1, () => chance.of(from.days)] as [number, () => string]]),
    ...(from.eachPeriod ? [[3, () => chance.of(ofPeriod)] as [number, () => string | OfPeriod]] : []),
  ]);
  return {
    kind: 'measure',
    measure: id,
    part,
    ...(at === 'latest' && chance.oneIn(2) ? {} : { at }),
    ...(part === 'share' ? { zeroDenominator: drawShare(chance) } : {}),
    ...(from.ofSeveral
      ? {}
      : chance.maybe(4, () => ({ ifMissing: part === 'share' ? drawShare(chance) : drawNumber(chance, 100) }))),
  };
}

/** Patients of a population, at one day or at that of each period. */
function drawPatients({ chance, periods }: Drawable): Block {
  const later = periods.slice(1).map(({ start }) => start);
  return {
    kind: 'patients',
    ...chance.maybe(4, () => ({ population: 'adjusted' })),
    ...chance.maybe(3, () => ({ at: chance.of([...later, 'each-period', 'each-quarter']) })),
  };
}

/** A value of figures to date. */
export function drawToDate(from: Drawable): Value {
  const { chance } = from;
  const { id: measure, numeratorUnit: unit = '' } = chance.of(from.measures);
  const figure: Block = {
    kind: 'measure',
    measure,
    part: 'numerator',
    at: 'to-date',
    ...chance.maybe(2, () => ({ ifMissing: `${chance.from(0, 40)}` })),
  };
  const rate = (): Block => ({ kind: 'rate', pounds: drawPounds(chance, 20), for: figure });
  const priced = (per?: string): Block => ({ kind: 'pounds', pounds: drawPounds(chance, 20), ...(per ? { per } : {}) });
  const share: Block = { ...figure, part: 'share', zeroDenominator: drawShare(chance) };
  return chance.way<Value>([
    [2, () => ({ ...rate(), clause: '1' })],
    [
      2,
      () => ({
        kind: chance.of(['least', 'greatest'] as const),
        of: [drawFromDays(chance, from.periods, () => priced()), rate()],
        clause: '1',
      }),
    ],
    [
      2,
      () => ({
        kind: 'bands',
        how: 'marginal',
        on: figure,
        bands: edges(chance, 400).map((edge) => ({ from: edge, is: priced(unit) })),
        clause: '1',
      }),
    ],
    [
      1,
      () => ({
        kind: 'bands',
        how: 'whole',
        on: figure,
        bands: edges(chance, 400).map((edge) => ({ from: edge, is: priced() })),
        clause: '1',
      }),
    ],
    [1, () => ({ kind: 'least', of: [rate(), { kind: 'pounds', pounds: drawPounds(chance) }], clause: '1' })],
    [
      1,
      () => ({ kind: 'difference', from: { kind: 'pounds', pounds: drawPounds(chance) }, less: rate(), clause: '1' }),
    ],
    ...('ifMissing' in figure
      ? []
      : [
          [1, (): Value => ({ kind: 'product', of: [{ kind: 'pounds', pounds: '900' }, share], clause: '1' })] as [
            number,
            () => Value,
          ],
        ]),
  ]);
}

/** Lines of a measure, each worked out by itself. */
function linesIn(from: Drawable): [number, () => Block][] {
  const { chance, measures, days, eachPeriod } = from;
  const own = measures.filter(({ lines }) => lines);
  if (own.length === 0) return [];
  const drawn = (): Block => {
    const measure = chance.of(own);
    const { id, numeratorUnit: unit = '' } = measure;
    const inside: Drawable = { ...from, measures: [measure], days: [], eachPeriod: false, named: [] };
    const figure: Block = { kind: 'measure', measure: id, part: 'numerator' };
    const priced: Block = { kind: 'rate', pounds: drawPounds(chance, 20), for: figure };
    const most = (): Block => ({ kind: 'pounds', pounds: drawPounds(chance) });
    const bands = edges(chance, 200).map((edge) => ({ from: edge, is: most() }));
    const of = chance.way<Block>([
      [2, () => rounded(chance, priced)],
      [1, () => ({ kind: 'least', of: [priced, most()] })],
      [1, () => ({ kind: 'bands', how: 'whole', on: figure, bands })],
      [1, () => ({ kind: 'sum', of: [priced, drawInPounds(inside, 1)] })],
      [
        1,
        () => ({
          kind: 'rate',
          pounds: '2',
          for: { kind: 'greatest', of: [figure, { kind: 'number', number: '40', unit }] },
        }),
      ],
    ]);
    const at = chance.of(['latest', ...days, ...(eachPeriod ? ['each-period', 'each-period'] : [])]);
    return { kind: 'each-line', measure: id, ...(at === 'latest' && chance.oneIn(2) ? {} : { at }), of };
  };
  return [[3, drawn]];
}

/** The growth of a number between two days. */
function changesIn({ chance, measures, days }: Drawable, unit: string): [number, () => Block][] {
  const counted = measures.flatMap(({ id, numeratorUnit, denominatorUnit }) => [
    ...(numeratorUnit === unit ? [{ id, part: 'numerator' as const }] : []),
    ...(denominatorUnit === unit ? [{ id, part: 'denominator' as const }] : []),
  ]);
  if (counted.length === 0 || days.length === 0) return [];
  const drawn = (): Block => {
    const { id: measure, part } = chance.of(counted);
    const [from, to] = [chance.of(days), chance.of(days)];
    const growth: Block = { kind: 'change', measure, part, from, to };
    if (!chance.oneIn(4)) return growth;
    return {
      kind: 'greatest',
      of: [
        { ...growth, below: 'zero' },
        { kind: 'number', number: '0', unit },
      ],
    };
  };
  return [[1, drawn]];
}

function priced(from: Drawable, depth: number): Block {
  const { chance } = from;
  const unit = drawUnit(from);
  const price: Block = { kind: 'pounds', pounds: drawPounds(chance, 10), per: unit };
  return { kind: 'product', of: shuffled(chance, [price, drawInUnit(from, unit, depth)]) };
}

function ratio(from: Drawable, depth: number): Block {
  const unit = drawUnit(from);
  return { kind: 'ratio', of: drawInUnit(from, unit, depth - 1), to: drawInUnit(from, unit, depth - 1) };
}

function rounded(chance: Chance, of: Block): Block {
  return { kind: 'rounded', of, places: chance.from(0, 3), ...chance.maybe(2, () => ({ mode: chance.of(modes) })) };
}

/** Edges of bands in the unit of what is banded. */
function edges(chance: Chance, most: number): string[] {
  const drawn = new Set(chance.times(1, 4, () => chance.from(0, most)));
  return [...drawn].sort((a, b) => a - b).map(String);
}

function wholeBands(from: Drawable, is: () => Block, depth: number): Block {
  const { chance } = from;
  if (chance.oneIn(2)) {
    const bands = percents(chance).map((edge) => ({ from: edge, ...excluded(chance), is: is() }));
    return { kind: 'bands', how: 'whole', on: drawPlain(from, depth - 1), bands };
  }
  const unit = drawUnit(from);
  const bands = edges(chance, 300).map((edge) => ({
    from: edgeOf(from, edge, unit),
    ...excluded(chance),
    is: is(),
  }));
  return { kind: 'bands', how: 'whole', on: drawInUnit(from, unit, depth - 1), bands };
}

function excluded(chance: Chance) {
  return chance.maybe(4, () => ({ edge: 'excluded' as const }));
}

/** An edge as a number, or now and then as the data have it. */
function edgeOf(from: Drawable, edge: string, unit: string): string | Block {
  return from.chance.oneIn(6) ? drawInUnit(from, unit, 0) : edge;
}

function percents(chance: Chance): string[] {
  return edges(chance, 130).map((edge) => `${edge}%`);
}

function marginalBands(from: Drawable, depth: number): Block {
  const { chance } = from;
  const unit = drawUnit(from);
  const bands = edges(chance, 300).map((edge) => ({
    from: edgeOf(from, edge, unit),
    is: { kind: 'pounds', pounds: drawPounds(chance, 20), per: unit } satisfies Block,
  }));
  return { kind: 'bands', how: 'marginal', on: drawInUnit(from, unit, depth - 1), bands };
}

/** A line through points, some of which are jumps. */
function drawLine(from: Drawable, is: () => Block, depth: number): Block {
  const { chance } = from;
  const byShare = chance.oneIn(2);
  const unit = drawUnit(from);
  const places = byShare ? percents(chance) : edges(chance, 300).map((edge) => edgeOf(from, edge, unit));
  const points = places.map((at, place) => ({
    at,
    is: is(),
    ...(place > 0 && chance.oneIn(4) ? { below: is() } : {}),
    ...(place < places.length - 1 && chance.oneIn(4) ? { above: is() } : {}),
  }));
  return {
    kind: 'line',
    on: byShare ? drawPlain(from, depth - 1) : drawInUnit(from, unit, depth - 1),
    points,
  };
}

function shuffled<T>(chance: Chance, things: readonly T[]): T[] {
  return chance.oneIn(2) ? [...things] : [...things].reverse();
}
