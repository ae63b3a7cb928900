import {
  type Clawback,
  clawbackStatuses,
  type Position,
  type Settlement,
  type Unpaid,
  type WorkingStep,
} from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import {
  addPence,
  formatExactPounds,
  formatPounds,
  lesserPence,
  noPence,
  type Pence,
  subtractPence,
} from '../../domain/money/money.ts';
import { goesBelowNothing } from '../../domain/scheme/may-fall.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { citeTogether, sayList } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { nobodyIsAskedForMoreThanWasPaid } from '../invariants.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { withWaiting } from './below-nothing.ts';
import { type Asked, MoneyHeld } from './money-held.ts';
import type { PlanLimits } from './plan-limits.ts';
import { recoveriesOf } from './recovery.ts';
import type { RecoveryParts } from './recovery-parts.ts';
import { type Due, duesAfterSetOff } from './set-off.ts';

/** A period before it is settled: what it is worth to the practice, and why it is not worth more. */
export type EntitledPosition = Omit<Position, 'setOff' | 'settlement'>;

/** What a settlement depends on beside the amounts. */
export interface SettlementCase {
  readonly scheme: Scheme;
  readonly component: Component;
  readonly known: PracticeAsAt;
  /** The period of the run. */
  readonly runFor: Period;
  readonly asAt: Day;
  /** The most that plans may take of a period of a component in this run; null where no plan says a most. */
  readonly planLimits: PlanLimits | null;
}

/** Settles the periods of a component: E − paid is paid, is set off, or comes back from whoever had the money (RULES, Payment). */
export function settleComponent(of: SettlementCase, entitled: readonly EntitledPosition[]): readonly Position[] {
  return entitled.some(isShort) ? settleWithShortage(of, entitled) : mapped(entitled, settledAlone);
}

function isShort({ entitlement, alreadyPaid }: EntitledPosition): boolean {
  return entitlement < alreadyPaid;
}

/** Where no period is short, as nearly always, each is settled by itself. */
function settledAlone(position: EntitledPosition): Position {
  const due = subtractPence(position.entitlement, position.alreadyPaid);
  return withSettlement(position, noPence, due === 0n ? nothingDue : { kind: 'payment', amount: due });
}

const nothingDue: Settlement = { kind: 'settled' };

/** Written out, as V8 spreads an object ten times as slowly, and there is one for every practice, component and period. */
function withSettlement(position: EntitledPosition, setOff: Pence, settlement: Settlement): Position {
  const { period, full, scheduled, status, entitlement, alreadyPaid, unpaid, steps } = position;
  return { period, full, scheduled, status, entitlement, alreadyPaid, setOff, settlement, unpaid, steps };
}

/** The whole way, which answers the same where nothing is short: a due below nothing is set off or comes back. */
export function settleWithShortage(of: SettlementCase, entitled: readonly EntitledPosition[]): readonly Position[] {
  const { scheme, component, known, runFor, asAt, planLimits } = of;
  // Money for periods after the run's own is left alone, and so is what was taken back of it.
  const places = new Map(mapped(entitled, ({ period }, place) => [period.id, place]));
  const paid = known.paid.filter((row) => row.component === component.id && places.has(row.period));
  const held = new MoneyHeld(paid, (id) => placeIn(places, id));
  const dues = duesAfterSetOff(entitled, held, goesBelowNothing(component));
  nobodyIsAskedForMoreThanWasPaid(
    dues.flatMap(({ asked }) => asked),
    paid,
    `${known.practice.code} ${component.id}`,
  );
  const short = entitled.flatMap(({ period, alreadyPaid }, q) => {
    const { due } = at(dues, q);
    return due < 0n ? [{ period, paid: alreadyPaid, short: subtractPence(noPence, due) }] : [];
  });
  const mostByPlan = planLimits && ((period: Period) => planLimits(component, period));
  const recoveries = recoveriesOf(
    { words: scheme.words, component, known, runFor, asAt, periods: scheme.periods, mostByPlan },
    short,
  );
  const recoveryOf = new Map(mapped(short, ({ period }, at) => [period.id, recoveries[at]]));
  return mapped(entitled, (position, q) => {
    const due = at(dues, q);
    const settledPosition = settled(position, due, recoveryOf.get(position.period.id) ?? null, of);
    return withWaiting(settledPosition, due.waiting, component);
  });
}

function placeIn(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`${id} is no period of the run`);
  return place;
}

function settled(
  position: EntitledPosition,
  line: Due,
  recovery: RecoveryParts | null,
  { component, scheme }: SettlementCase,
): Position {
  const { due, setOff, with: others } = line;
  const settlement: Settlement =
    due === 0n
      ? nothingDue
      : due > 0n
        ? { kind: 'payment', amount: due }
        : clawbackOf(position, line.asked, recovery, component);
  if (setOff === 0n) return withSettlement(position, setOff, settlement);
  const periods = scheme.periods.filter((_, place) => others.includes(place));
  const unpaid = setOffRow(setOff, periods, component);
  const steps = [...position.steps, setOffStep(scheme.words, position, unpaid)];
  return { ...position, setOff, settlement, unpaid: [...position.unpaid, unpaid], steps };
}

function setOffRow(amount: Pence, periods: readonly Period[], { clause }: Component): Unpaid {
  const others = sayList(mapped(periods, ({ id }) => id));
  const give = periods.length === 1 ? 'gives' : 'give';
  const reason =
    amount > 0n
      ? `makes up for what ${others} ${give} back, and is not paid first`
      : `made up for by what is not paid for ${others}`;
  return { status: 'set-off', amount, reason, clause };
}

function setOffStep(
  words: Words,
  { entitlement, alreadyPaid }: EntitledPosition,
  { amount, reason, clause }: Unpaid,
): WorkingStep {
  const due = subtractPence(entitlement, alreadyPaid);
  const formula = `${formatPounds(words, amount)} of ${formatPounds(words, due)}: ${reason}`;
  return { step: 'set-off', formula, value: formatExactPounds(amount), rounded: amount, clause };
}

/** Gives each part of a recovery its payees: what is due to whoever was paid latest, what is waived to whoever was paid first. */
function clawbackOf(
  position: EntitledPosition,
  asked: readonly Asked[],
  recovery: RecoveryParts | null,
  component: Component,
): Settlement {
  if (recovery === null)
    throw new Error(`${component.id} ${position.period.id}: nobody says what becomes of a shortage`);
  const cause = causeOf(position);
  const rest = mapped(asked, (each) => ({ ...each }));
  const parts = clawbackStatuses.flatMap((status): Clawback[] => {
    const { amount, says } = recovery.parts[status];
    const reason = [cause.reason, says].filter(Boolean).join('; ');
    const clause = citeTogether([...cause.clauses, component.recovery.clause]);
    return mapped(byPayee(takeFirst(rest, amount)), (each) => ({ ...each, status, reason, says, clause }));
  });
  return { kind: 'clawback', parts, byPlan: recovery.byPlan };
}

/** Takes a sum from those who are asked, in order. */
function takeFirst(asked: { payeeCode: string; amount: Pence }[], sum: Pence): readonly Asked[] {
  let rest = sum;
  return asked.flatMap((each) => {
    const amount = lesserPence(each.amount, rest);
    each.amount = subtractPence(each.amount, amount);
    rest = subtractPence(rest, amount);
    return amount === 0n ? [] : [{ payeeCode: each.payeeCode, amount }];
  });
}

/** One sum for each payee, in order of code. */
function byPayee(asked: readonly Asked[]): readonly Asked[] {
  const sums = new Map<string, Pence>();
  for (const { payeeCode, amount } of asked) sums.set(payeeCode, addPence(sums.get(payeeCode) ?? noPence, amount));
  return [...sums].map(([payeeCode, amount]) => ({ payeeCode, amount })).sort(byCode);
}

function byCode(a: Asked, b: Asked): number {
  return a.payeeCode < b.payeeCode ? -1 : 1;
}

function causeOf({ entitlement, unpaid }: EntitledPosition): { reason: string; clauses: string[] } {
  const causes = unpaid.filter(({ status }) => status !== 'capped');
  if (causes.length === 0) {
    const reason = 'more was paid than is earned';
    return { reason: entitlement < 0n ? 'less is earned to date than up to the period before' : reason, clauses: [] };
  }
  return {
    reason: mapped(causes, ({ status, reason }) => `${status}: ${reason}`).join('; '),
    clauses: mapped(causes, ({ clause }) => clause),
  };
}
