import type { ComponentAccount, Position, PracticeAccount } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import type { PaidRow } from '../../domain/facts.ts';
import type { ConditionOutcome, CountedClaim, Grounds, RefusedClaim } from '../../domain/grounds.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { boundTo, dependenciesOf, eventsOfValue } from '../../domain/scheme/depends-on.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';

/** Which run is explained. */
export interface RunTold {
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asAt: Day;
  readonly runId: string;
}

/** What a run says of one practice, with all that it rests on. */
export interface Story extends RunTold {
  readonly account: PracticeAccount;
  /** In the scheme's order: all of them, or the one that was asked about. */
  readonly components: readonly ComponentStory[];
  readonly refused: readonly RefusedClaim[];
  readonly payees: readonly PayeeStory[];
  /** Other practices of the run for which this one is paid, or pays back. */
  readonly payeeOf: readonly string[];
}

export interface ComponentStory {
  readonly line: ComponentAccount;
  readonly periods: readonly PeriodStory[];
  /** Money paid already for periods after that of the run. */
  readonly ahead: readonly { readonly period: Period; readonly amount: Pence; readonly paid: readonly PaidRow[] }[];
}

export interface PeriodStory {
  readonly position: Position;
  readonly conditions: readonly ConditionOutcome[];
  /** Whether a decision on a proportion goes before the conditions. */
  readonly isDecided: boolean;
  /** The events that count here, in order of line. */
  readonly claims: readonly CountedClaim[];
  /** Every sum that was paid before. */
  readonly paid: readonly PaidRow[];
}

/** What one payee gets and gives back for the practice. */
export interface PayeeStory {
  readonly payee: string;
  readonly payments: Pence;
  readonly clawbacksDue: Pence;
  readonly net: Pence;
}

/** The claims of a practice, judged. */
export interface JudgedClaims {
  readonly counted: readonly CountedClaim[];
  readonly refused: readonly RefusedClaim[];
}

/** Puts a story together; of one component alone where only that is asked about. */
export function storyOf(
  run: RunTold,
  grounds: Grounds,
  claims: JudgedClaims,
  payeeOf: readonly string[],
  only: Component | null,
): Story {
  const { account } = grounds;
  const lines = account.lines.filter(({ component }) => only === null || component === only);
  return {
    ...run,
    account,
    components: lines.map((line) => componentStory(line, grounds, claims.counted)),
    refused: claims.refused.filter(({ claim }) => only === null || turnsOn(only, claim.event, run.scheme)),
    payees: payeesOf(lines),
    payeeOf,
  };
}

function componentStory(line: ComponentAccount, grounds: Grounds, counted: readonly CountedClaim[]): ComponentStory {
  const { component, positions, paidAhead } = line;
  const events = new Set(eventsOfValue(component.value).map(({ event }) => event));
  const paidFor = (period: Period) =>
    grounds.paid.filter((row) => row.component === component.id && row.period === period.id);
  return {
    line,
    periods: positions.map((position) => ({
      position,
      conditions: grounds.conditions(component, position.period),
      isDecided: position.steps.some(({ step }) => step === 'decision'),
      claims: counted.filter(({ claim, period }) => events.has(claim.event) && period === position.period.index),
      paid: paidFor(position.period),
    })),
    ahead: paidAhead.map((each) => ({ ...each, paid: paidFor(each.period) })),
  };
}

/** Whether a component, or one that it stands or falls with, turns on events of a kind. */
function turnsOn(component: Component, event: string, scheme: Scheme): boolean {
  return boundTo(component, scheme).some((each) => dependenciesOf(each, scheme).events.has(event));
}

function payeesOf(lines: readonly ComponentAccount[]): PayeeStory[] {
  const sums = new Map<string, { payments: Pence[]; clawbacksDue: Pence[] }>();
  const of = (payee: string) => {
    const known = sums.get(payee) ?? { payments: [], clawbacksDue: [] };
    sums.set(payee, known);
    return known;
  };
  for (const { payeeCode, positions } of lines) {
    for (const { settlement } of positions) {
      if (settlement.kind === 'payment') of(payeeCode).payments.push(settlement.amount);
      if (settlement.kind !== 'clawback') continue;
      for (const part of settlement.parts) {
        const { clawbacksDue } = of(part.payeeCode);
        if (part.status === 'due') clawbacksDue.push(part.amount);
      }
    }
  }
  return [...sums]
    .map(([payee, { payments, clawbacksDue }]) => payeeStory(payee, sumPence(payments), sumPence(clawbacksDue)))
    .sort((a, b) => (a.payee < b.payee ? -1 : 1));
}

function payeeStory(payee: string, payments: Pence, clawbacksDue: Pence): PayeeStory {
  return { payee, payments, clawbacksDue, net: subtractPence(payments, clawbacksDue) };
}

/** What all payees come to together. */
export function allPayees({ payees }: Pick<Story, 'payees'>): Omit<PayeeStory, 'payee'> {
  const payments = sumPence(payees.map((each) => each.payments));
  const clawbacksDue = sumPence(payees.map((each) => each.clawbacksDue));
  return { payments, clawbacksDue, net: subtractPence(payments, clawbacksDue) };
}

/** Whether there is nothing to say of a period: nothing is worth anything, was paid, or is listed as not paid. */
export function isEmpty({ position, claims }: PeriodStory): boolean {
  const { full, scheduled, entitlement, alreadyPaid, settlement, unpaid } = position;
  const amounts = [full, scheduled, entitlement, alreadyPaid];
  return (
    amounts.every((amount) => amount === noPence) &&
    settlement.kind === 'settled' &&
    unpaid.length === 0 &&
    claims.length === 0
  );
}
