import { addPence, lesserPence, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { type Cause, touchesOne } from './cause.ts';
import type { FigureName, LineChange } from './line-changes.ts';
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
  /** What the second run pays and asks for, against the first. */
  readonly repeated: Repeated;
  /** How many practices were compared. */
  readonly compared: number;
  /** What differs beside the amounts, a sentence each. */
  readonly otherwise: readonly string[];
}

export interface ComparedRun extends RunHead {
  readonly totals: ControlTotals;
  /** What the ledger held for the scheme, all postings together. */
  readonly posted: Pence;
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
  /** Its own, those of what it shares with others, and nothing that holds for all. */
  readonly causes: readonly Cause[];
}

/** A sum of the second run that stands in the first too, line by line; what is new in it, and what of the first it has no more. */
export interface RepeatedSum {
  readonly again: Pence;
  readonly fresh: Pence;
  readonly gone: Pence;
}

export interface Repeated {
  readonly payments: RepeatedSum;
  readonly clawbacksDue: RepeatedSum;
}

/** What of the second run stood in the first: all of a line that did not change, and the lesser sum of one that did. */
export function repeatedIn(lines: readonly LineChange[], { totals }: ComparedRun): Repeated {
  return {
    payments: repeatedSum(lines, 'payment', totals.payments),
    clawbacksDue: repeatedSum(lines, 'clawback due', totals.clawbacksDue),
  };
}

/** `total` is that of the second run: what is not new in it stood in the first. */
function repeatedSum(lines: readonly LineChange[], name: FigureName, total: Pence): RepeatedSum {
  let [fresh, gone] = [noPence, noPence];
  for (const { before, after } of lines) {
    const again = lesserPence(before[name], after[name]);
    fresh = addPence(fresh, subtractPence(after[name], again));
    gone = addPence(gone, subtractPence(before[name], again));
  }
  return { again: subtractPence(total, fresh), fresh, gone };
}

/** Whether what a practice is worth changed, and not only what is paid of it now. */
export function changesEntitlement({ lines }: PracticeChange): boolean {
  return lines.some(({ before, after }) => before.entitlement !== after.entitlement);
}

/** Whether nothing changed for a practice but what the ledger has paid it since. */
export function changesByLedgerAlone(change: PracticeChange): boolean {
  const { causes, lines } = change;
  const isPosted = causes.length > 0 && causes.every(({ kind }) => kind === 'ledger');
  return isPosted && !changesEntitlement(change) && lines.every(({ payee }) => payee === null);
}

/** Those causes that can touch a component whose amounts changed. */
export function causesOf(lines: readonly LineChange[], causes: readonly Cause[]): Cause[] {
  const components = lines.map(({ component }) => component);
  return causes.filter((cause) => touchesOne(cause, components));
}
