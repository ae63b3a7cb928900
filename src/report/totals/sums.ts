import {
  type Clawback,
  type ClawbackStatus,
  clawbackStatuses,
  type KeptBackStatus,
  keptBackStatuses,
  type Position,
} from '../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';

/** How many lines there are and what they add up to. */
export interface Tally {
  readonly lines: number;
  readonly amount: Pence;
}

/** What is paid and what comes back. */
export interface PayeeSums {
  readonly payments: Tally;
  readonly clawbacks: Readonly<Record<ClawbackStatus, Tally>>;
  /** Payments less clawbacks that are due. */
  readonly net: Pence;
}

/**
 * What a set of positions adds up to. Worth less what is kept back is the entitlement; the entitlement less what was already paid is
 * payments, carried and set off less clawbacks of every status.
 */
export interface Sums extends PayeeSums {
  readonly worth: Pence;
  readonly keptBack: Readonly<Record<KeptBackStatus, Pence>>;
  readonly entitlement: Pence;
  readonly alreadyPaid: Pence;
  readonly carried: Tally;
  /** Nothing for a component as a whole. */
  readonly setOff: Pence;
}

export const noLines: Tally = { lines: 0, amount: noPence };

export const noPayeeSums: PayeeSums = {
  payments: noLines,
  clawbacks: { due: noLines, deferred: noLines, proposed: noLines, waived: noLines },
  net: noPence,
};

const nothingKeptBack = { withheld: noPence, forfeited: noPence, 'below-nothing': noPence, proportion: noPence };

export const noSums: Sums = {
  ...noPayeeSums,
  worth: noPence,
  keptBack: nothingKeptBack,
  entitlement: noPence,
  alreadyPaid: noPence,
  carried: noLines,
  setOff: noPence,
};

/** A tally that is still being counted. */
export interface OpenTally {
  lines: number;
  amount: Pence;
}

/** Sums that are still being added up: a run has as many positions as a new object for each would be waste. */
export interface OpenPayeeSums {
  readonly payments: OpenTally;
  readonly clawbacks: Readonly<Record<ClawbackStatus, OpenTally>>;
  net: Pence;
}

export interface OpenSums extends OpenPayeeSums {
  worth: Pence;
  readonly keptBack: Record<KeptBackStatus, Pence>;
  entitlement: Pence;
  alreadyPaid: Pence;
  readonly carried: OpenTally;
  setOff: Pence;
}

/** A tally of nothing yet. */
export function openTally(): OpenTally {
  return { ...noLines };
}

/** Sums of one payee, of nothing yet. */
export function openPayeeSums(): OpenPayeeSums {
  const [due, deferred, proposed, waived] = [openTally(), openTally(), openTally(), openTally()];
  return { payments: openTally(), clawbacks: { due, deferred, proposed, waived }, net: noPence };
}

/** Sums of nothing yet. */
export function openSums(): OpenSums {
  return {
    ...openPayeeSums(),
    worth: noPence,
    keptBack: { ...nothingKeptBack },
    entitlement: noPence,
    alreadyPaid: noPence,
    carried: openTally(),
    setOff: noPence,
  };
}

/** Counts one line more. */
export function countAmount(tally: OpenTally, amount: Pence): void {
  tally.lines += 1;
  tally.amount = addPence(tally.amount, amount);
}

/** Adds one position to sums. */
export function addPosition(sums: OpenSums, position: Position): void {
  const { scheduled, entitlement, alreadyPaid, setOff, settlement, unpaid } = position;
  sums.worth = addPence(sums.worth, scheduled);
  for (const { status, amount } of unpaid) {
    const kept = keptBackStatuses.find((each) => each === status);
    if (kept) sums.keptBack[kept] = addPence(sums.keptBack[kept], amount);
  }
  sums.entitlement = addPence(sums.entitlement, entitlement);
  sums.alreadyPaid = addPence(sums.alreadyPaid, alreadyPaid);
  sums.setOff = addPence(sums.setOff, setOff);
  switch (settlement.kind) {
    case 'settled':
      return;
    case 'payment':
      addPayment(sums, settlement.amount);
      return;
    case 'carried':
      countAmount(sums.carried, settlement.amount);
      return;
    case 'clawback':
      for (const part of settlement.parts) addClawback(sums, part);
      return;
  }
}

/** Adds a payment to what is paid. */
export function addPayment(sums: OpenPayeeSums, amount: Pence): void {
  countAmount(sums.payments, amount);
  sums.net = addPence(sums.net, amount);
}

/** Adds what a payee is asked for to what comes back; only what is due is taken off the net. */
export function addClawback(sums: OpenPayeeSums, { status, amount }: Pick<Clawback, 'status' | 'amount'>): void {
  countAmount(sums.clawbacks[status], amount);
  if (status === 'due') sums.net = subtractPence(sums.net, amount);
}

/** The sums of a payee from two places as one. */
export function addPayeeSums(a: PayeeSums, b: PayeeSums): PayeeSums {
  return {
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

/** Two sets of sums as one. */
export function addSums(a: Sums, b: Sums): Sums {
  return {
    ...addPayeeSums(a, b),
    worth: addPence(a.worth, b.worth),
    keptBack: {
      withheld: addPence(a.keptBack.withheld, b.keptBack.withheld),
      forfeited: addPence(a.keptBack.forfeited, b.keptBack.forfeited),
      'below-nothing': addPence(a.keptBack['below-nothing'], b.keptBack['below-nothing']),
      proportion: addPence(a.keptBack.proportion, b.keptBack.proportion),
    },
    entitlement: addPence(a.entitlement, b.entitlement),
    alreadyPaid: addPence(a.alreadyPaid, b.alreadyPaid),
    carried: addTallies(a.carried, b.carried),
    setOff: addPence(a.setOff, b.setOff),
  };
}

/** Whether two ways of adding up have come to the same, line for line and penny for penny. */
export function sameSums(a: Sums, b: Sums): boolean {
  return (
    a.worth === b.worth &&
    keptBackStatuses.every((status) => a.keptBack[status] === b.keptBack[status]) &&
    a.entitlement === b.entitlement &&
    a.alreadyPaid === b.alreadyPaid &&
    a.setOff === b.setOff &&
    sameTally(a.carried, b.carried) &&
    samePayeeSums(a, b)
  );
}

/** The same of what is paid and comes back. */
export function samePayeeSums(a: PayeeSums, b: PayeeSums): boolean {
  return (
    a.net === b.net &&
    sameTally(a.payments, b.payments) &&
    clawbackStatuses.every((status) => sameTally(a.clawbacks[status], b.clawbacks[status]))
  );
}

/** The two sums that foot: what stands on either side of each. */
export function identities(sums: Sums): readonly (readonly [what: string, one: Pence, other: Pence])[] {
  const kept = sumPence(keptBackStatuses.map((status) => sums.keptBack[status]));
  const clawedBack = sumPence(clawbackStatuses.map((status) => sums.clawbacks[status].amount));
  const settled = subtractPence(sumPence([sums.payments.amount, sums.carried.amount, sums.setOff]), clawedBack);
  return [
    ['worth less what is kept back', subtractPence(sums.worth, kept), sums.entitlement],
    ['entitlement less already paid', subtractPence(sums.entitlement, sums.alreadyPaid), settled],
  ];
}

function sameTally(a: Tally, b: Tally): boolean {
  return a.lines === b.lines && a.amount === b.amount;
}

function addTallies(a: Tally, b: Tally): Tally {
  return { lines: a.lines + b.lines, amount: addPence(a.amount, b.amount) };
}
