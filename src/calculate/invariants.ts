import {
  type ComponentAccount,
  keptBackStatuses,
  type Position,
  type PracticeAccount,
  settledAmount,
} from '../domain/account.ts';
import { at } from '../domain/at.ts';
import { mapped } from '../domain/mapped.ts';
import { addPence, formatAmount, noPence, type Pence, subtractPence, sumPence } from '../domain/money/money.ts';
import { goesBelowNothing } from '../domain/scheme/may-fall.ts';
import type { Pool } from './shared/pot.ts';

/** What must be true of every account; anything else is a fault of ours (RULES, Sums that foot). */
export function accountHolds({ practice, lines }: PracticeAccount): void {
  for (const line of lines) {
    const place = ({ period }: Position) => `${practice.code} ${line.component.id} ${period.id}`;
    for (const position of line.positions) {
      everyPoundIsAccountedFor(position, place);
      worthIsEntitlementAndWhatIsKeptBack(position, place);
      entitlementIsPaidOrSettled(position, place);
    }
    noMoreIsAskedThanWasPaid(line, practice.code);
    stepsAreThere(line, practice.code);
  }
  setOffComesToNothing(lines, practice.code);
}

/** Σ_x a(x,q) = B_q, in every pot of a pool. */
export function poolHolds(pool: Pool): void {
  for (const { shares, toDate } of new Set(pool.flatMap((seats) => seats.map(({ pot }) => pot)))) {
    shares.forEach((share, q) => {
      const shared = sumPence(share);
      if (shared !== toDate[q]) broken(`shares of ${shared} make ${toDate[q]} up to period ${q + 1}`);
    });
  }
}

/** What is listed as not paid but is no part of the full amount. */
const besideTheFull: ReadonlySet<string> = new Set(['capped', 'set-off', 'carried']);

const keptBack: ReadonlySet<string> = new Set(keptBackStatuses);

/** Names a position, where one does not hold. */
type PlaceOf = (position: Position) => string;

/** Nothing of the full amount is lost without a row; pennies of joint rounding may fall the other way, and are no loss. */
function everyPoundIsAccountedFor(position: Position, place: PlaceOf): void {
  const { full, entitlement, unpaid } = position;
  let lost = noPence;
  for (const { status, amount } of unpaid) if (!besideTheFull.has(status)) lost = addPence(lost, amount);
  if (full > entitlement + lost) {
    broken(
      `${place(position)}: ${formatAmount(full)} is more than ${formatAmount(entitlement)} and ${formatAmount(lost)} not paid`,
    );
  }
}

/** Worth to date − withheld − forfeited − below nothing − by decision on a proportion = entitlement. */
function worthIsEntitlementAndWhatIsKeptBack(position: Position, place: PlaceOf): void {
  const { scheduled, entitlement, unpaid } = position;
  let kept = noPence;
  for (const { status, amount } of unpaid) if (keptBack.has(status)) kept = addPence(kept, amount);
  if (subtractPence(scheduled, kept) === entitlement) return;
  broken(
    `${place(position)}: ${formatAmount(scheduled)} less ${formatAmount(kept)} is not ${formatAmount(entitlement)}`,
  );
}

/** Entitlement − already paid = payments + carried + set off − clawbacks of every status. */
function entitlementIsPaidOrSettled(position: Position, place: PlaceOf): void {
  const { entitlement, alreadyPaid, setOff, settlement } = position;
  const due = subtractPence(entitlement, alreadyPaid);
  const told = addPence(settledAmount(settlement), setOff);
  if (due !== told) broken(`${place(position)}: ${formatAmount(due)} is due, and settled with ${formatAmount(told)}`);
}

/** For each component, or for the practice where one goes below nothing by itself. */
function setOffComesToNothing(lines: readonly ComponentAccount[], code: string): void {
  const sums = mapped(lines, setOffIn);
  if (sums.every((sum) => sum === 0n)) return;
  const together = lines.some(({ component }) => goesBelowNothing(component)) ? [sumPence(sums)] : sums;
  for (const sum of together) if (sum !== 0n) broken(`${code}: what is set off comes to ${formatAmount(sum)}`);
}

function setOffIn({ positions }: ComponentAccount): Pence {
  let sum = noPence;
  for (const { setOff } of positions) sum = addPence(sum, setOff);
  return sum;
}

/** Nobody is asked for more than they were paid for a component, nor are all together. */
export function nobodyIsAskedForMoreThanWasPaid(
  asked: readonly { readonly payeeCode: string; readonly amount: Pence }[],
  paid: readonly { readonly payeeCode: string; readonly amount: Pence }[],
  place: string,
): void {
  const rest = new Map<string, Pence>();
  for (const { payeeCode, amount } of paid) rest.set(payeeCode, addPence(rest.get(payeeCode) ?? noPence, amount));
  for (const { payeeCode, amount } of asked) {
    const left = subtractPence(rest.get(payeeCode) ?? noPence, amount);
    if (left < 0n) broken(`${place}: ${payeeCode} would be left with ${formatAmount(left)} of what was paid`);
    rest.set(payeeCode, left);
  }
}

/** Rounded at `component`, what falls due over all periods is R(V), or R of the part of V that a leaver is owed. */
export function periodsAddUp(amounts: readonly Pence[], whole: Pence): void {
  const total = sumPence(amounts);
  if (total !== whole) broken(`instalments of ${total} make ${whole}`);
}

/** Rounded at `period`, Σ_c A(x,c,q) = T_q − T_{q−1}. */
export function componentsAddUp(lines: readonly (readonly Pence[])[], totals: readonly Pence[]): void {
  totals.forEach((total, q) => {
    let shared = noPence;
    for (const amounts of lines) shared = addPence(shared, at(amounts, q));
    if (shared !== total) broken(`period ${q + 1}: parts of ${shared} make ${total}`);
  });
}

/** A period may give back what earlier ones were entitled to, as their pennies move or their value falls, but never more. */
function noMoreIsAskedThanWasPaid({ component, positions }: ComponentAccount, code: string): void {
  let toDate = noPence;
  for (const { entitlement, period } of positions) {
    toDate = addPence(toDate, entitlement);
    if (toDate < 0n && !goesBelowNothing(component))
      broken(`${code} ${component.id} ${period.id}: ${formatAmount(toDate)} to date`);
  }
}

function stepsAreThere({ positions, component }: ComponentAccount, code: string): void {
  if (positions.some(({ steps }) => steps.length === 0))
    broken(`${code} ${component.id}: a figure without its working`);
}

function broken(what: string): never {
  throw new Error(`the figures do not hold: ${what}`);
}
