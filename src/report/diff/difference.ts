import type { Pence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { type Cause, touchesOne } from './cause.ts';
import type { LineChange } from './line-changes.ts';
import type { RunHead } from './run-causes.ts';

/** What two runs of one scheme differ in. */
export interface RunComparison {
  /** The scheme of the second run. */
  readonly scheme: Scheme;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Causes that hold for every practice. */
  readonly forAll: readonly Cause[];
  /** In order of code: those whose amounts or payees differ. */
  readonly practices: readonly PracticeChange[];
  /** How many practices were compared. */
  readonly compared: number;
  /** What differs beside the amounts, a sentence each. */
  readonly otherwise: readonly string[];
}

export interface ComparedRun extends RunHead {
  readonly totals: ControlTotals;
}

/** The control totals of a run. */
export interface ControlTotals {
  readonly entitlement: Pence;
  readonly alreadyPaid: Pence;
  readonly payments: Pence;
  readonly clawbacksDue: Pence;
  readonly net: Pence;
}

export interface PracticeChange {
  readonly code: string;
  readonly name: string;
  readonly lines: readonly LineChange[];
  /** Its own, those of the pools that it shares in, and nothing that holds for all. */
  readonly causes: readonly Cause[];
}

/** Those causes that can touch a component whose amounts changed. */
export function causesOf(lines: readonly LineChange[], causes: readonly Cause[]): Cause[] {
  const components = lines.map(({ component }) => component);
  return causes.filter((cause) => touchesOne(cause, components));
}
