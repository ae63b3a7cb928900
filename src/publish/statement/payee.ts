import type { Clawback, ClawbackStatus } from '../../domain/account.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { ComponentStory, PeriodStory } from '../../report/explain/story.ts';
import type { Contact, PublishedPractice, RunPublished } from '../publication.ts';

/** One letter: everything that the runs of a publication say to one payee. */
export interface Payee {
  readonly code: string;
  /** Null where nobody gives the payee a name of its own. */
  readonly name: string | null;
  readonly contact: Contact | null;
  /** In the order of the publication; those alone that say something to it. */
  readonly schemes: readonly PayeeScheme[];
}

export interface PayeeScheme {
  readonly run: RunPublished;
  /** In order of code. */
  readonly practices: readonly PublishedPractice[];
}

/** What one practice, or one component of it, comes to for one payee: earned − before = now − stays − waits + kept. */
export interface PayeeAmounts {
  readonly earned: Pence;
  /** What the payee had before; of a line of which others are asked for something back, without that. */
  readonly before: Pence;
  /** Overpaid, and not taken back. */
  readonly stays: Pence;
  /** Overpaid, and not taken now: a decision, or a later run, is waited for. */
  readonly waits: Pence;
  /** Earned, and kept for the next payment. */
  readonly kept: Pence;
  /** Paid now. */
  readonly paid: Pence;
  /** Taken back now. */
  readonly back: Pence;
}

const noSums: PayeeAmounts = {
  earned: noPence,
  before: noPence,
  stays: noPence,
  waits: noPence,
  kept: noPence,
  paid: noPence,
  back: noPence,
};

export function addAmounts(all: Iterable<PayeeAmounts>): PayeeAmounts {
  let sum = noSums;
  for (const each of all) {
    sum = {
      earned: sumPence([sum.earned, each.earned]),
      before: sumPence([sum.before, each.before]),
      stays: sumPence([sum.stays, each.stays]),
      waits: sumPence([sum.waits, each.waits]),
      kept: sumPence([sum.kept, each.kept]),
      paid: sumPence([sum.paid, each.paid]),
      back: sumPence([sum.back, each.back]),
    };
  }
  return sum;
}

/** What is paid now less what comes back now. */
export function net({ paid, back }: PayeeAmounts): Pence {
  return subtractPence(paid, back);
}

/** What a component of a practice comes to for a payee; one that is not its payee today is told of what it is asked for alone. */
export function sumsOf(payee: string, { line, periods }: ComponentStory): PayeeAmounts {
  const isPayee = line.payeeCode === payee;
  const sums = addAmounts(periods.map((period) => sumsOfPeriod(payee, isPayee, period)));
  const foots = sumPence([
    net(sums),
    subtractPence(noPence, sums.stays),
    subtractPence(noPence, sums.waits),
    sums.kept,
  ]);
  if (foots !== subtractPence(sums.earned, sums.before)) {
    throw new Error(`the sums of ${line.component.id} for ${payee} do not foot`);
  }
  return sums;
}

function sumsOfPeriod(payee: string, isPayee: boolean, { position }: PeriodStory): PayeeAmounts {
  const { settlement, entitlement, alreadyPaid, setOff } = position;
  const parts = settlement.kind === 'clawback' ? settlement.parts : [];
  const own = parts.filter((part) => part.payeeCode === payee);
  const asked = sumPence(own.map(({ amount }) => amount));
  const ofOthers = subtractPence(sumPence(parts.map(({ amount }) => amount)), asked);
  const amountOf = (kind: 'payment' | 'carried') => (isPayee && settlement.kind === kind ? settlement.amount : noPence);
  return {
    // What is set off moves between the lines of a component, and is nothing in all.
    earned: isPayee ? subtractPence(entitlement, setOff) : noPence,
    before: isPayee ? subtractPence(alreadyPaid, ofOthers) : asked,
    stays: amountWith(own, 'waived'),
    waits: sumPence([amountWith(own, 'proposed'), amountWith(own, 'deferred')]),
    kept: amountOf('carried'),
    paid: amountOf('payment'),
    back: amountWith(own, 'due'),
  };
}

function amountWith(parts: readonly Clawback[], status: ClawbackStatus): Pence {
  return sumPence(parts.filter((part) => part.status === status).map(({ amount }) => amount));
}

/** The components of a practice that a payee is told of, in the scheme's order. */
export function componentsFor(payee: string, { story }: PublishedPractice): ComponentStory[] {
  return story.components.filter(
    ({ line, periods }) =>
      line.payeeCode === payee ||
      periods.some(({ position: { settlement } }) =>
        settlement.kind === 'clawback' ? settlement.parts.some((part) => part.payeeCode === payee) : false,
      ),
  );
}
