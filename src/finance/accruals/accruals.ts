import type { ComponentAccount, Position, PracticeAccount } from '../../domain/account.ts';
import { type Day, daysIn } from '../../domain/day.ts';
import {
  addPence,
  atLeastNothing,
  inPounds,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
  sumPence,
} from '../../domain/money/money.ts';
import { multiply, one, type Ratio, ratio } from '../../domain/money/ratio.ts';
import { roundPounds, toThePenny } from '../../domain/money/rounding.ts';
import { dependenciesOf } from '../../domain/scheme/depends-on.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';

/** Where a component stands at the end of a month. What one practice is owed is never set against what another owes. */
export interface Accrual {
  readonly component: Component;
  /** Worth less what is forfeited and less by decision, by the days of each period that have passed; with what a waiver leaves. */
  readonly earned: Pence;
  /** How much of that still waits for something. */
  readonly waiting: Pence;
  /** What was paid by the day: posted, or outside. */
  readonly posted: Pence;
  /** Earned beyond what is posted. */
  readonly creditor: Pence;
  /** Posted beyond what is earned, and not to be taken back. */
  readonly prepaid: Pence;
  /** Recoveries that are due or decided. */
  readonly debtor: Pence;
}

/** As at which day, and for the run of which period, accounts were worked out. */
export interface AccruedAsAt {
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asAt: Day;
}

type Sums = Omit<Accrual, 'component'>;

const nothing: Sums = {
  earned: noPence,
  waiting: noPence,
  posted: noPence,
  creditor: noPence,
  prepaid: noPence,
  debtor: noPence,
};

/** What every component of a scheme comes to at a day, in the scheme's order. */
export function accrualsOf(at: AccruedAsAt, accounts: Iterable<PracticeAccount>): readonly Accrual[] {
  const sums = new Map<string, Sums>();
  for (const { lines } of accounts) {
    for (const line of lines) {
      const { id } = line.component;
      sums.set(id, linesOf(line, at).reduce(added, sums.get(id) ?? nothing));
    }
  }
  return at.scheme.components.map((component) => ({ component, ...(sums.get(component.id) ?? nothing) }));
}

/** What a period of a line comes to by the day, or several that are set off one against another. */
interface Part {
  readonly earned: Pence;
  readonly waiting: Pence;
  readonly posted: Pence;
  readonly waived: Pence;
  readonly toCome: Pence;
}

/**
 * One sum for each period of a line, and for each that was paid before it came. Periods of which one is made smaller by what another gives
 * back are one sum: what was never posted is neither owed nor paid in advance.
 */
function linesOf({ component, positions, paidAhead }: ComponentAccount, at: AccruedAsAt): Sums[] {
  const byDays = dependenciesOf(component, at.scheme).events.size === 0;
  const partOf = (position: Position) =>
    partOfPeriod(position, byDays ? sharePassed(position.period, at.asAt) : one, component, at);
  const setOff = positions.filter((position) => position.setOff !== 0n).map(partOf);
  return [
    ...positions.filter((position) => position.setOff === 0n).map((position) => sumsOf(partOf(position))),
    ...(setOff.length === 0 ? [] : [sumsOf(setOff.reduce(together))]),
    ...paidAhead.map(({ amount }) => ({ ...nothing, posted: amount, prepaid: amount })),
  ];
}

function together(a: Part, b: Part): Part {
  return {
    earned: addPence(a.earned, b.earned),
    waiting: addPence(a.waiting, b.waiting),
    posted: addPence(a.posted, b.posted),
    waived: addPence(a.waived, b.waived),
    toCome: addPence(a.toCome, b.toCome),
  };
}

/** How much of a period has passed by the end of a day. An event is earned on its own day, and what is not claimed is not known. */
function sharePassed({ start, end }: Period, asAt: Day): Ratio {
  if (asAt >= end) return one;
  return asAt < start ? ratio(0) : ratio(daysIn({ start, end: asAt }), daysIn({ start, end }));
}

function partOfPeriod(position: Position, share: Ratio, component: Component, at: AccruedAsAt): Part {
  const { entitlement, alreadyPaid: posted, unpaid } = position;
  const withheld = sumPence(unpaid.filter(({ status }) => status === 'withheld').map(({ amount }) => amount));
  const passed = (sum: Pence) => roundPounds(multiply(share, inPounds(sum)), toThePenny);
  const earned = passed(addPence(entitlement, withheld));
  return { earned, waiting: passed(withheld), posted, ...recoveriesIn(position, component, at) };
}

function sumsOf({ earned, waiting, posted, waived, toCome }: Part): Sums {
  const beyond = atLeastNothing(subtractPence(posted, earned));
  const kept = lesserPence(beyond, waived);
  const debtor = lesserPence(subtractPence(beyond, kept), toCome);
  return {
    earned: addPence(earned, kept),
    waiting,
    posted,
    creditor: atLeastNothing(subtractPence(earned, posted)),
    prepaid: subtractPence(subtractPence(beyond, kept), debtor),
    debtor,
  };
}

/** What of a line is waived, and what comes back by a rule or a decision: due now, or deferred by a plan. */
function recoveriesIn({ settlement }: Position, { recovery }: Component, { period }: AccruedAsAt) {
  const parts = settlement.kind === 'clawback' ? settlement.parts : [];
  const sum = (status: string) => sumPence(parts.filter((part) => part.status === status).map(({ amount }) => amount));
  const isTooEarly = recovery.from !== null && period.index < recovery.from.index;
  return { waived: sum('waived'), toCome: addPence(sum('due'), isTooEarly ? noPence : sum('deferred')) };
}

function added(a: Sums, b: Sums): Sums {
  return {
    earned: addPence(a.earned, b.earned),
    waiting: addPence(a.waiting, b.waiting),
    posted: addPence(a.posted, b.posted),
    creditor: addPence(a.creditor, b.creditor),
    prepaid: addPence(a.prepaid, b.prepaid),
    debtor: addPence(a.debtor, b.debtor),
  };
}
