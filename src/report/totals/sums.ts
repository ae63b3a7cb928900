import { type ClawbackStatus, clawbackStatuses, type Position } from '../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';

/** How many lines there are and what they add up to. */
export interface Tally {
  readonly lines: number;
  readonly amount: Pence;
}

/** What a set of positions adds up to. */
export interface Sums {
  readonly entitlement: Pence;
  readonly alreadyPaid: Pence;
  readonly payments: Tally;
  readonly clawbacks: Readonly<Record<ClawbackStatus, Tally>>;
  /** Payments less clawbacks that are due. */
  readonly net: Pence;
}

export const noLines: Tally = { lines: 0, amount: noPence };

export const noSums: Sums = {
  entitlement: noPence,
  alreadyPaid: noPence,
  payments: noLines,
  clawbacks: { due: noLines, deferred: noLines, proposed: noLines, waived: noLines },
  net: noPence,
};

/** A tally that is still being counted. */
export interface OpenTally {
  lines: number;
  amount: Pence;
}

/** Sums that are still being added up: a run has as many positions as a new object for each would be waste. */
export interface OpenSums {
  entitlement: Pence;
  alreadyPaid: Pence;
  readonly payments: OpenTally;
  readonly clawbacks: Readonly<Record<ClawbackStatus, OpenTally>>;
  net: Pence;
}

/** A tally of nothing yet. */
export function openTally(): OpenTally {
  return { ...noLines };
}

/** Sums of nothing yet. */
export function openSums(): OpenSums {
  const [due, deferred, proposed, waived] = [openTally(), openTally(), openTally(), openTally()];
  const clawbacks = { due, deferred, proposed, waived };
  return { entitlement: noPence, alreadyPaid: noPence, payments: openTally(), clawbacks, net: noPence };
}

/** Counts one line more. */
export function count(tally: OpenTally, amount: Pence): void {
  tally.lines += 1;
  tally.amount = addPence(tally.amount, amount);
}

/** Adds one position to sums. */
export function addPosition(sums: OpenSums, { entitlement, alreadyPaid, settlement }: Position): void {
  sums.entitlement = addPence(sums.entitlement, entitlement);
  sums.alreadyPaid = addPence(sums.alreadyPaid, alreadyPaid);
  switch (settlement.kind) {
    case 'settled':
      return;
    case 'payment':
      count(sums.payments, settlement.amount);
      sums.net = addPence(sums.net, settlement.amount);
      return;
    case 'clawback':
      count(sums.clawbacks[settlement.status], settlement.amount);
      if (settlement.status === 'due') sums.net = subtractPence(sums.net, settlement.amount);
      return;
  }
}

/** Two sets of sums as one. */
export function addSums(a: Sums, b: Sums): Sums {
  return {
    entitlement: addPence(a.entitlement, b.entitlement),
    alreadyPaid: addPence(a.alreadyPaid, b.alreadyPaid),
    payments: addTallies(a.payments, b.payments),
    clawbacks: {
      due: addTallies(a.clawbacks.due, b.clawbacks.due),
      deferred: addTallies(a.clawbacks.deferred, b.clawbacks.deferred),
      proposed: addTallies(a.clawbacks.proposed, b.clawbacks.proposed),
      waived: addTallies(a.clawbacks.waived, b.clawbacks.waived),
    },
    net: addPence(a.net, b.net),
  };
}

/** Whether two ways of adding up have come to the same, line for line and penny for penny. */
export function sameSums(a: Sums, b: Sums): boolean {
  return (
    a.entitlement === b.entitlement &&
    a.alreadyPaid === b.alreadyPaid &&
    a.net === b.net &&
    sameTally(a.payments, b.payments) &&
    clawbackStatuses.every((status) => sameTally(a.clawbacks[status], b.clawbacks[status]))
  );
}

function sameTally(a: Tally, b: Tally): boolean {
  return a.lines === b.lines && a.amount === b.amount;
}

function addTallies(a: Tally, b: Tally): Tally {
  return { lines: a.lines + b.lines, amount: addPence(a.amount, b.amount) };
}
