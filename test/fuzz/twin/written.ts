// Scheme files and data folders as they are written, as far as the second evaluator knows them. Read from schemes/README.md.

export type Long = { days: number } | { months: number };

export interface EventLimits {
  atMost?: number | Block;
  atMostPerPeriod?: number;
  atMostPerPerson?: number;
  personOver?: 'all';
  limitsOf?: string;
}

export interface EventDays {
  from?: string;
  until?: string;
  on?: string[];
}

export type Price = string | PriceFrom[];

export interface PriceFrom extends EventDays {
  pounds: string;
  agreedOn?: string;
}

export type OfPeriod = 'each-period' | { periodsBefore: number };

export interface Ceiling {
  per: string[];
  pounds: Price;
}

export type Rounding = 'half-away-from-zero' | 'half-to-even' | 'up' | 'down';

export interface Events extends EventLimits, EventDays {
  kind: 'events' | 'claimed';
  event: string;
  at?: OfPeriod;
  ceilings?: Ceiling[];
}

export interface Measure {
  kind: 'measure';
  measure: string;
  part: 'numerator' | 'denominator' | 'share';
  at?: string | OfPeriod;
  zeroDenominator?: string;
  ifMissing?: string;
}

export type From = string | { years: number } | Long | { afterPeriod: Long };

/** A quantity. */
export type Block =
  | { kind: 'pounds'; pounds: string; per?: string }
  | { kind: 'number'; number: string; unit?: string }
  | { kind: 'patients'; population?: string; at?: string }
  | Measure
  | { kind: 'change'; measure: string; part: 'numerator' | 'denominator'; from: string; to: string; below?: 'zero' }
  | { kind: 'each-line'; measure: string; at?: string; of: Block }
  | Events
  | { kind: 'rate'; pounds: string; for: Block }
  | { kind: 'sum' | 'product' | 'greatest' | 'least'; of: Block[] }
  | { kind: 'difference'; from: Block; less: Block; below?: 'zero' | 'comes-back' }
  | { kind: 'ratio'; of: Block; to: Block }
  | { kind: 'share'; share: string; of: Block }
  | { kind: 'rounded'; of: Block; places: number; mode?: Rounding }
  | {
      kind: 'bands';
      how: 'whole' | 'marginal';
      on: Block;
      bands: { from: string | Block; edge?: 'excluded'; is: Block }[];
    }
  | { kind: 'line'; on: Block; points: Point[]; beyond?: 'goes-on' }
  | { kind: 'of-all'; how: 'total' | 'average' | 'least' | 'greatest'; of: Block }
  | { kind: 'rank'; of: Block; from: 'lowest' | 'highest' }
  | { kind: 'named'; name: string }
  | { kind: 'over-time'; by?: 'period' | 'start' | { received: string }; byDays?: true; values: Dated[] };

export interface Point {
  at: string | Block;
  is: Block;
  below?: Block;
  above?: Block;
}

export interface Dated {
  from: From;
  is: Block;
  agreedOn?: string;
  clause: string;
}

export type Value = { clause: string } & (
  | { kind: 'per-patient' | 'fixed'; pounds: string }
  | { kind: 'pool'; pounds: string }
  | ({ kind: 'per-event'; pounds: Price; event: string } & EventLimits)
  | Shared
  | Envelope
  | Block
);

export interface Shared {
  kind: 'shared';
  within?: 'all' | 'locality' | 'pcn';
  of: Block;
  by?: Block;
  among?: Among[];
  ofEach?: Adjustment[];
  unspent?: 'stays' | 'shared-again';
}

export interface Envelope {
  kind: 'envelope';
  pounds: string | Block;
  of: Block;
  scales?: 'what-is-new' | 'all-to-date';
  among?: Among[];
}

/** What is asked of who shares. */
export type Among = { received: string } | { is: Block; atLeast: Block };

export type Adjustment = { id: string; title: string; clause: string; from?: string; agreedOn?: string } & (
  | { kind: 'reduce'; by: string; roundedTo?: 'penny' | 'pound' }
  | { kind: 'remove' }
  | { kind: 'cap' | 'floor' | 'deduct'; pounds: string | Block }
  | { kind: 'multiply'; by: string | Block }
  | { kind: 'round'; places: number; mode?: Rounding }
);

export type Scale =
  | { kind: 'linear'; from: string; to: string }
  | { kind: 'steps'; steps: { from: string; edge?: 'excluded'; pays: string }[] }
  | { kind: 'line'; points: { at: string; pays: string; below?: string; above?: string }[]; beyond?: 'goes-on' };

export interface Achievement {
  kind: 'measured';
  measure: string;
  direction: 'higher-is-better' | 'lower-is-better';
  scale: Scale;
  zeroDenominator: string;
  onAccount?: string | Block;
  measuredAt?: 'locality' | 'pcn';
  smallestDenominator?: { number: string; pays: string };
  points?: { number: string; places: number; mode?: Rounding };
  clause: string;
}

export type Schedule = { clause: string } & (
  | { kind: 'each-period' }
  | { kind: 'equal'; rounded?: 'each' }
  | { kind: 'shares'; shares: Record<string, string>; rounded?: 'each' }
  | { kind: 'pounds'; pounds: Record<string, string>; rounded?: 'each' }
);

export interface Test {
  title: string;
  is: Block;
  atLeast: string | Block;
}

export interface Condition {
  periods: 'every' | string[];
  needs?: string[];
  keeps?: string[];
  tests?: Test[];
  clause: string;
}

export interface Recovery {
  takenFrom?: string;
  waitsFor?: 'decision';
  tolerance?: string;
  smallest?: string;
  clause: string;
}

export interface Component {
  id: string;
  title: string;
  clause: string;
  value: Value;
  adjustments?: Adjustment[];
  achievement?: Achievement;
  schedule?: Schedule;
  conditions?: Condition[];
  recovery?: Recovery;
}

/** A component that has a share of the value of the groups around it. */
export type Grouped = Omit<Component, 'value'> & { share: string };

/** Components under one heading; with a value, they share it. */
export interface Group {
  group: string;
  level: string;
  clause: string;
  value?: Extract<Value, { kind: 'per-patient' | 'fixed' }>;
  share?: string;
  components: Node[];
}

export type Node = Component | Grouped | Group;

export interface Period {
  id: string;
  title: string;
  start: string;
  end: string;
  clause: string;
}

export type Deadline =
  | { kind: 'date'; on: string }
  | { kind: 'claim-window'; period?: string }
  | { kind: 'after-period'; period?: string; after: Long };

export interface Evidence {
  id: string;
  title: string;
  deadline?: Deadline;
  per?: ('component' | 'period')[];
  minimum?: { kind: 'number' | 'per-1000-patients'; number: string };
  clause: string;
}

export interface MeasureKind {
  id: string;
  title: string;
  numerator: string;
  denominator: string;
  numeratorUnit?: string;
  denominatorUnit?: string;
  lines?: boolean;
  mayExceed?: boolean;
  clause: string;
}

export type Window = { countsIn?: 'period-of-event' | 'period-of-claim'; closes?: Long; clause: string } & (
  | { kind: 'end-of-next-period' }
  | { kind: 'days'; days: number; after?: 'event' | 'period' }
  | { kind: 'months'; months: number; after?: 'event' | 'period' }
);

export interface Scheme {
  language: 1;
  id: string;
  title: string;
  commissioner: string;
  status: 'agreed';
  source: { title: string };
  term: { start: string; end: string; clause: string };
  periods: Period[];
  population: { kind?: string; at: string; acceptedInstead?: string[]; clause: string };
  rounding: { at: 'component' | 'period'; unit?: 'penny' | 'pound'; mode?: Rounding; clause: string };
  evidence: Evidence[];
  measures: MeasureKind[];
  quantities?: { id: string; title: string; is: Block; clause: string }[];
  schedule?: Schedule;
  conditions?: Condition[];
  recovery: Recovery;
  claimWindow?: Window;
  holidays?: { days: string[]; clause: string };
  leaving: {
    notice?: Long;
    prorate: 'days' | 'none';
    comesBack?: { within: { years: number } | Long; share: string; components?: string[]; clause: string }[];
    clause: string;
  };
  joining?: { prorate: 'days' | 'none'; list: 'first-after' | 'none'; clause: string };
  smallestPayment?: { pounds: string; clause: string };
  allOrNothing?: { components: string[]; clause: string }[];
  components: Node[];
}

/** A row of a table; a blank cell is left out. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a data folder by file. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Everything that a run is made of. */
export interface Case {
  readonly scheme: Scheme;
  readonly tables: Tables;
  /** The place of the period of the run. */
  readonly period: number;
  readonly asAt: string;
}
