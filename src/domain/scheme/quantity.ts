import type { Day } from '../day.ts';
import type { Ratio } from '../money/ratio.ts';
import type { RoundingMode } from '../money/rounding.ts';
import type { Ceiling, DaysOfEvents, OfPeriod } from './event-prices.ts';
import type { ChangeQuantity, FromDay, MeasureQuantity, Of, PatientsQuantity } from './figure-blocks.ts';

export type { ChangeQuantity, FromDay, MeasureQuantity, PatientsQuantity } from './figure-blocks.ts';

/**
 * Something that a scheme works out, as a tree of named blocks. Each has a value and a unit; where it names no clause, that
 * of the block around it holds. It is written and worked with in one and the same form.
 */
export type Quantity = { readonly clause?: string | undefined } & (
  | { readonly kind: 'pounds'; readonly pounds: Ratio; readonly per?: string | undefined }
  | { readonly kind: 'number'; readonly number: Ratio; readonly unit?: string | undefined }
  | PatientsQuantity
  | MeasureQuantity
  | ChangeQuantity
  | EachLineQuantity
  | EventsQuantity
  | ClaimedQuantity
  | { readonly kind: 'rate'; readonly pounds: Ratio; readonly for: Quantity }
  | { readonly kind: 'sum' | 'product' | 'greatest' | 'least'; readonly of: readonly Quantity[] }
  | {
      readonly kind: 'difference';
      readonly from: Quantity;
      readonly less: Quantity;
      readonly below?: 'zero' | 'comes-back' | undefined;
    }
  | { readonly kind: 'ratio'; readonly of: Quantity; readonly to: Quantity }
  | { readonly kind: 'share'; readonly share: Ratio; readonly of: Quantity }
  | RoundedQuantity
  | BandsQuantity
  | LineQuantity
  | OfAllQuantity
  | RankQuantity
  | OverTimeQuantity
  | NamedQuantity
);

/** What is worked out for each line of a measure by itself, added up: inside, the measure is that of the line. */
export type EachLineQuantity = Of<'each-line'> & {
  readonly measure: string;
  /** Which row of each line: of a day, the latest one, or the latest of the period. */
  readonly at: Day | 'latest' | 'each-period';
  readonly of: Quantity;
};

/** Events that are claimed in time and count under their limits. */
export type EventsQuantity = { readonly kind: 'events'; readonly clause?: string | undefined } & EventLimits &
  EventChoice;

/** What was claimed for events that count, each claim up to its ceilings. */
export type ClaimedQuantity = { readonly kind: 'claimed'; readonly clause?: string | undefined } & EventLimits &
  EventChoice & { readonly ceilings: readonly Ceiling[] };

/** The blocks that go by claims. */
export type ClaimsQuantity = EventsQuantity | ClaimedQuantity;

/** Which events a block takes: of a kind, those up to the end of the period or those of a period alone, and those of some days. */
export interface EventChoice extends DaysOfEvents {
  readonly event: string;
  /** The component whose limits hold for this kind of event; left out, those of this block do. */
  readonly limitsOf?: string | undefined;
  /** Left out, all events up to the end of the period. */
  readonly at?: OfPeriod | undefined;
}

/** How many events count: in all, in a period, and by what one event is told from another. */
export interface EventLimits {
  readonly atMost?: number | Quantity | undefined;
  readonly atMostPerPeriod?: number | undefined;
  /** How many count for one person. */
  readonly atMostPerPerson?: number | undefined;
  /** Whether a person is paid for to one member alone, whose claim came first. */
  readonly personOver?: 'all' | undefined;
}

export type RoundedQuantity = Of<'rounded'> & {
  readonly of: Quantity;
  /** How many decimal places are kept: 2 for pence, 0 for whole pounds, points or patients. */
  readonly places: number;
  readonly mode: RoundingMode;
};

/**
 * Bands with ascending inclusive lower bounds; below the first there is nothing. `whole` pays what stands at the band reached;
 * `marginal` pays each band's own rate for the part that lies in it.
 */
export type BandsQuantity = Of<'bands'> & {
  readonly on: Quantity;
  readonly how: 'whole' | 'marginal';
  readonly bands: readonly Band[];
};

export interface Band {
  readonly from: Edge;
  /** Set where the band holds only above its edge, and not at it. */
  readonly edge?: 'excluded' | undefined;
  readonly is: Quantity;
}

/** A place on a scale: a number as written, or one that the data give. */
export type Edge = Ratio | Quantity;

/** Whether an edge is given by the data. */
export function isFromData(edge: Edge): edge is Quantity {
  return 'kind' in edge;
}

/** Points in ascending order and straight lines between them. Outside the points it is level, or the last line goes on. */
export type LineQuantity = Of<'line'> & {
  readonly on: Quantity;
  readonly points: readonly LinePoint[];
  readonly beyond?: 'goes-on' | undefined;
};

/** What holds at a place; a jump says besides to what the line before it comes (`below`), or from what the line after it goes (`above`). */
export interface LinePoint {
  readonly at: Edge;
  readonly is: Quantity;
  readonly below?: Quantity | undefined;
  readonly above?: Quantity | undefined;
}

/** One figure of all that take part: their figures added up, their average, the least or the greatest of them. */
export type OfAllQuantity = Of<'of-all'> & {
  readonly how: 'total' | 'average' | 'least' | 'greatest';
  readonly of: Quantity;
};

/** The place of a member's figure among those of all that take part, from 1; equal figures have the better place together. */
export type RankQuantity = Of<'rank'> & { readonly of: Quantity; readonly from: 'lowest' | 'highest' };

/** Of several values the last that has begun: by the first day of the period unless said otherwise. */
export type OverTimeQuantity = Of<'over-time'> & {
  /** Whose day decides: the period's, the member's own start, or that on which evidence came. */
  readonly by?: 'period' | 'start' | { readonly received: string } | undefined;
  /** A period in which it changes is worth the days of each. */
  readonly byDays?: true | undefined;
  readonly values: readonly DatedQuantity[];
};

/** A quantity of the scheme by its name. */
export type NamedQuantity = Of<'named'> & {
  readonly name: string;
  /** What it stands for, put there when the scheme is read. */
  readonly is?: Quantity | undefined;
};

/** A quantity under a name. */
export interface NamedOfScheme {
  readonly id: string;
  readonly title: string;
  readonly is: Quantity;
  readonly clause: string;
}

/** What a name stands for. */
export function namedBy({ name, is }: NamedQuantity): Quantity {
  if (!is) throw new Error(`nothing stands for the name ${name}`);
  return is;
}

/** What holds from a day on, for runs that know of it. */
export interface DatedQuantity {
  readonly from: FromDay;
  readonly is: Quantity;
  /** The day on which it was agreed; a run as at an earlier day goes by what held before. */
  readonly agreedOn?: Day | undefined;
  /** The clause or letter that changed it. */
  readonly clause: string;
}

/** The blocks directly inside a block, each with the way to it. */
export function partsOf(
  quantity: Quantity,
): readonly { readonly part: Quantity; readonly at: readonly (string | number)[] }[] {
  switch (quantity.kind) {
    case 'pounds':
    case 'number':
    case 'patients':
    case 'measure':
    case 'change':
      return [];
    case 'events':
    case 'claimed':
      return typeof quantity.atMost === 'object' ? [{ part: quantity.atMost, at: ['atMost'] }] : [];
    case 'rate':
      return [{ part: quantity.for, at: ['for'] }];
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least':
      return quantity.of.map((part, index) => ({ part, at: ['of', index] }));
    case 'difference':
      return [
        { part: quantity.from, at: ['from'] },
        { part: quantity.less, at: ['less'] },
      ];
    case 'ratio':
      return [
        { part: quantity.of, at: ['of'] },
        { part: quantity.to, at: ['to'] },
      ];
    case 'share':
    case 'rounded':
    case 'each-line':
      return [{ part: quantity.of, at: ['of'] }];
    case 'bands':
      return [
        { part: quantity.on, at: ['on'] },
        ...quantity.bands.map(({ is }, index) => ({ part: is, at: ['bands', index, 'is'] })),
        ...quantity.bands.flatMap(({ from }, index) => edgePart(from, ['bands', index, 'from'])),
      ];
    case 'line':
      return [
        { part: quantity.on, at: ['on'] },
        ...quantity.points.map(({ is }, index) => ({ part: is, at: ['points', index, 'is'] })),
        ...quantity.points.flatMap(({ at, below, above }, index) => [
          ...edgePart(at, ['points', index, 'at']),
          ...(below ? [{ part: below, at: ['points', index, 'below'] }] : []),
          ...(above ? [{ part: above, at: ['points', index, 'above'] }] : []),
        ]),
      ];
    case 'of-all':
    case 'rank':
      return [{ part: quantity.of, at: ['of'] }];
    case 'named':
      return quantity.is ? [{ part: quantity.is, at: ['is'] }] : [];
    case 'over-time':
      return quantity.values.map(({ is }, index) => ({ part: is, at: ['values', index, 'is'] }));
  }
}

function edgePart(edge: Edge, at: readonly (string | number)[]) {
  return isFromData(edge) ? [{ part: edge, at }] : [];
}

/** A block and every block inside it, each with the way to it. */
export function blocksIn(
  quantity: Quantity,
  above: readonly (string | number)[] = [],
): { readonly block: Quantity; readonly at: readonly (string | number)[] }[] {
  return [
    { block: quantity, at: above },
    ...partsOf(quantity).flatMap(({ part, at }) => blocksIn(part, [...above, ...at])),
  ];
}
