import type { Day } from '../../domain/day.ts';
import type { Facts, PaidRow } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { addPence, formatAmount, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { mayFall } from '../../domain/scheme/may-fall.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { inWords } from '../../domain/words/words.ts';

/**
 * More cannot have been recovered than was paid: of a component up to any period, of any one payee of it, nor of a single period where
 * the component cannot fall.
 */
export function nothingIsPaidBelowNothing(scheme: Scheme, facts: Facts, { asAt }: { readonly asAt: Day }): Finding[] {
  if (facts.paid.size === 0) return [];
  return facts.practices.flatMap(({ code }) => {
    const rows = (facts.paid.get(code) ?? []).filter(({ posting, paidOn }) => posting !== null || paidOn <= asAt);
    if (rows.every(({ amount }) => amount >= 0n)) return [];
    return scheme.components.flatMap((component) => {
      const own = rows.filter((row) => row.component === component.id);
      const lines = mayFall(component, scheme) ? [] : linesBelowNothing(code, component, own, scheme);
      return lines.length > 0 ? lines : firstSumBelowNothing(code, component, own, scheme);
    });
  });
}

function linesBelowNothing(
  code: string,
  { id }: Component,
  rows: readonly PaidRow[],
  { periods }: Scheme,
): readonly Finding[] {
  return periods.flatMap((period) => {
    const own = rows.filter((row) => row.period === period.id);
    const total = sumPence(own.map(({ amount }) => amount));
    const what = `the rows of ${code} for ${id} in ${period.id} add up to less than nothing`;
    return total < 0n ? [belowNothing(own, total, what, addThePayment)] : [];
  });
}

/** What is told of a period holds for those after it too, so that the first is enough. */
function firstSumBelowNothing(
  code: string,
  { id }: Component,
  rows: readonly PaidRow[],
  { words, periods }: Scheme,
): readonly Finding[] {
  const byPayee = new Map<string, Pence>();
  for (const [q, period] of periods.entries()) {
    for (const { payeeCode, amount } of rows.filter((row) => row.period === period.id)) {
      byPayee.set(payeeCode, addPence(byPayee.get(payeeCode) ?? noPence, amount));
    }
    const before = periods.slice(0, q + 1).map((each) => each.id);
    const own = rows.filter((row) => before.includes(row.period));
    const total = sumPence(byPayee.values());
    const what = `the rows of ${code} for ${id} up to ${period.id} add up to less than nothing`;
    if (total < 0n) return [belowNothing(own, total, what, addThePayment)];
    for (const [payee, amount] of byPayee) {
      const ofPayee = own.filter(({ payeeCode }) => payeeCode === payee);
      // What the ledger took of one period may have been paid for a later one, after falls: of all periods it may not be more.
      if (amount >= 0n || (q < periods.length - 1 && !ofPayee.some(takesBackOutside))) continue;
      const told = `the rows of ${code} for ${id} up to ${period.id} add up to less than nothing for the payee ${payee}`;
      return [belowNothing(ofPayee, amount, told, inWords(words, nameWhoGaveBack))];
    }
  }
  return [];
}

const addThePayment = 'add the row of the payment that was recovered, or correct the amount';
const nameWhoGaveBack =
  'name in payee_code who was paid and who gave the money back (blank is the practice), or correct the amount';

/** Stands at the last row that takes back: in paid.csv if there is one, as nobody mends a ledger. */
function belowNothing(rows: readonly PaidRow[], total: Pence, what: string, hint: string): Finding {
  const row = rows.findLast(takesBackOutside) ?? rows.findLast(({ amount }) => amount < 0n);
  if (!row) throw new Error(`${what}, without a row below nothing`);
  const message = `${what}; more cannot have been recovered than was paid`;
  const place = { file: row.posting === null ? 'paid.csv' : 'posted.csv', line: row.line, field: 'amount' };
  return finding('paid-below-zero', place, { message, value: formatAmount(total), hint });
}

function takesBackOutside({ posting, amount }: PaidRow): boolean {
  return posting === null && amount < 0n;
}
