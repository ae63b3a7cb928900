import type { Day } from '../day.ts';
import type { Ratio } from '../money/ratio.ts';
import type { RoundingMode, RoundingUnit } from '../money/rounding.ts';
import type { EventPrice } from './event-prices.ts';
import type { EventLimits, Quantity } from './quantity.ts';

/** What a component is worth over the whole term, in pounds: a value, or its share of the value of what it belongs to. */
export type Value =
  | PlainValue
  | {
      readonly kind: 'share';
      readonly of: PlainValue;
      /** The share at each level of the tree, from the top. */
      readonly path: readonly { readonly title: string; readonly share: Ratio; readonly clause: string }[];
      readonly clause: string;
    };

export type PlainValue =
  | { readonly kind: 'per-patient'; readonly pounds: Ratio; readonly clause: string }
  | { readonly kind: 'fixed'; readonly pounds: Ratio; readonly clause: string }
  | PerEvent
  | { readonly kind: 'pool'; readonly pounds: Ratio; readonly clause: string }
  /** Anything that comes to pounds, worked out for each practice. */
  | { readonly kind: 'quantity'; readonly of: Quantity; readonly clause: string }
  | Shared
  | Envelope
  | ToBeConfirmed;

/** So many pounds for each event: one price, or prices of which the last that holds on the day of the event decides. */
export interface PerEvent extends Omit<EventLimits, 'atMost'> {
  readonly kind: 'per-event';
  readonly event: string;
  readonly pounds: Ratio | readonly EventPrice[];
  readonly atMost: number | Quantity | null;
  readonly limitsOf?: string | undefined;
  readonly clause: string;
}

/** A hole that a draft leaves open; an agreed scheme has none. */
export interface ToBeConfirmed {
  readonly kind: 'to-be-confirmed';
  readonly what: string;
  readonly clause: string;
}

/** A sum worked out for all practices together, or for each locality or network, and shared back to its practices. */
export interface Shared {
  readonly kind: 'shared';
  readonly of: Quantity;
  /** By what it is shared back; null for the list. */
  readonly by: Quantity | null;
  readonly within: Grouping;
  /** Who shares it; left out, all. */
  readonly among?: readonly Among[] | undefined;
  /** What each one's part is subject to, after the sharing. */
  readonly ofEach?: readonly Adjustment[] | undefined;
  /** What becomes of what that leaves: it stays unspent, or is shared again over the others. */
  readonly unspent?: 'stays' | 'shared-again' | undefined;
  readonly clause: string;
}

/** What each practice earns for itself, all of them scaled down together where that is more than there is. */
export interface Envelope {
  readonly kind: 'envelope';
  readonly pounds: Quantity;
  readonly of: Quantity;
  /** Of what adds up to date, what is scaled where it is more than there is. */
  readonly scales?: EnvelopeScales | undefined;
  /** Who shares it; left out, all. */
  readonly among?: readonly Among[] | undefined;
  readonly clause: string;
}

/** What is new in a period, to what is left; or all that was earned to date, alike. */
export type EnvelopeScales = 'what-is-new' | 'all-to-date';

export type EnvelopeToDate = Envelope & { readonly scales: EnvelopeScales };

/** What one who shares has to meet: a figure that reaches another, or evidence in time. */
export type Among = { readonly is: Quantity; readonly atLeast: Quantity } | { readonly received: string };

/** Which practices are taken together. */
export type Grouping = 'all' | 'locality' | 'pcn';

/** A change to the value, applied in the order written. With `from` it holds in periods that begin on or after that day. */
export type Adjustment = {
  readonly id: string;
  readonly title: string;
  readonly from?: Day | undefined;
  /** A run as at an earlier day does not know of it. */
  readonly agreedOn?: Day | undefined;
  readonly clause: string;
} & (
  | {
      readonly kind: 'reduce';
      readonly by: Ratio;
      readonly roundedTo: RoundingUnit | null;
      readonly mode: RoundingMode;
    }
  | { readonly kind: 'remove' }
  | { readonly kind: 'cap'; readonly pounds: Quantity }
  | { readonly kind: 'floor'; readonly pounds: Quantity }
  | { readonly kind: 'deduct'; readonly pounds: Quantity }
  | { readonly kind: 'multiply'; readonly by: Quantity }
  | { readonly kind: 'round'; readonly places: number; readonly mode: RoundingMode }
);

/** How a measure scales the value. */
export type Achievement =
  | {
      readonly kind: 'measured';
      readonly measure: string;
      readonly scale: Scale;
      readonly zeroDenominator: Ratio;
      /** The share paid while no row of the measure exists, as written or worked out; null withholds. */
      readonly onAccount: Ratio | Quantity | null;
      /** Whose figures are added up before they are compared; left out, each practice stands for itself. */
      readonly measuredAt?: Exclude<Grouping, 'all'>;
      /** Below so many in the denominator the scale is not asked: this share is paid. */
      readonly smallestDenominator?: { readonly number: Ratio; readonly pays: Ratio };
      /** The scale counted in points, which are rounded before they are paid. */
      readonly points?: { readonly number: Ratio; readonly places: number; readonly mode: RoundingMode };
      readonly clause: string;
    }
  | ToBeConfirmed;

export type Scale =
  | { readonly kind: 'linear'; readonly from: Ratio; readonly to: Ratio }
  /** Ascending inclusive lower bounds; below the first nothing is paid. */
  | { readonly kind: 'steps'; readonly steps: readonly ScaleStep[] }
  | LineScale;

/** Points in ascending order and straight lines between them, level outside unless the last line goes on. */
export interface LineScale {
  readonly kind: 'line';
  readonly points: readonly ScalePoint[];
  readonly beyond?: 'goes-on' | undefined;
}

/** What a place pays; a jump says besides to what the line before it comes, or from what the line after it goes. */
export interface ScalePoint {
  readonly at: Ratio;
  readonly pays: Ratio;
  readonly below?: Ratio | undefined;
  readonly above?: Ratio | undefined;
}

export interface ScaleStep {
  readonly from: Ratio;
  /** Set where the step holds only above its edge, and not at it. */
  readonly edge?: 'excluded' | undefined;
  readonly pays: Ratio;
}
