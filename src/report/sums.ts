import { type ClawbackStatus, clawbackStatuses, type Position } from '../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence } from '../domain/money.ts';

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

/** A tally with one line more. */
export function counted(tally: Tally, amount: Pence): Tally {
  return { lines: tally.lines + 1, amount: addPence(tally.amount, amount) };
}

/** The sums with one position more. */
export function withPosition(sums: Sums, { entitlement, alreadyPaid, settlement }: Position): Sums {
  const so: Sums = {
    entitlement: addPence(sums.entitlement, entitlement),
    alreadyPaid: addPence(sums.alreadyPaid, alreadyPaid),
    payments: sums.payments,
    clawbacks: sums.clawbacks,
    net: sums.net,
  };
  switch (settlement.kind) {
    case 'settled':
      return so;
    case 'payment':
      return {
        ...so,
        payments: counted(sums.payments, settlement.amount),
        net: addPence(sums.net, settlement.amount),
      };
    case 'clawback': {
      const { status, amount } = settlement;
      const clawbacks = { ...sums.clawbacks, [status]: counted(sums.clawbacks[status], amount) };
      return { ...so, clawbacks, net: status === 'due' ? subtractPence(sums.net, amount) : sums.net };
    }
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
