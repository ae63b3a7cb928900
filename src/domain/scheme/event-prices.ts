import type { Day } from '../day.ts';
import type { Ratio } from '../money/ratio.ts';

// What the blocks that go by claims say of events.

/** Of the period itself, or of the one so many periods before. */
export type OfPeriod = 'each-period' | PeriodsBefore;

export interface PeriodsBefore {
  readonly periodsBefore: number;
}

/** Days of events: from one day, until another, and on days of some kinds. */
export interface DaysOfEvents {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly on?: readonly DayKind[] | undefined;
}

/** The price of an event of some days; of several the last that holds on the day of the event decides. */
export interface EventPrice extends DaysOfEvents {
  readonly pounds: Ratio;
  /** A run as at an earlier day does not know of it. */
  readonly agreedOn?: Day | undefined;
  readonly clause?: string | undefined;
}

/** One price, or several by the day of the event. */
export function isOnePrice(pounds: Ratio | readonly EventPrice[]): pounds is Ratio {
  return 'n' in pounds;
}

/** No more than so much is paid for all claims that have these in common. */
export interface Ceiling {
  readonly per: readonly CeilingPer[];
  readonly pounds: Ratio | readonly EventPrice[];
}

export const ceilingPers = ['claim', 'person', 'day', 'week', 'month', 'period', 'term'] as const;
export type CeilingPer = (typeof ceilingPers)[number];

export const dayKinds = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'holiday',
] as const;
export type DayKind = (typeof dayKinds)[number];
