import { clawbackStatuses, type PracticeAccount, type Settlement, settledAmount } from '../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { goesBelowNothing } from '../../domain/scheme/may-fall.ts';
import type { Reports } from '../reports/reports.ts';
import { addPayeeSums, addSums, identities, noPayeeSums, noSums, samePayeeSums, sameSums } from './sums.ts';
import type { Totals } from './totals.ts';

/** Throws where a position does not settle what it says, or asks for more than was paid: faults of ours (RULES, Sums that foot). */
export function assertSettled({ practice, lines }: PracticeAccount): void {
  for (const { component, positions } of lines) {
    // A period may give back what earlier ones are entitled to, but no more.
    let toDate = noPence;
    for (const { period, entitlement, alreadyPaid, setOff, settlement } of positions) {
      const fault = (what: string) => new Error(`${practice.code} ${component.id} ${period.id}: ${what}`);
      const due = subtractPence(entitlement, alreadyPaid);
      if (due !== addPence(settledAmount(settlement), setOff))
        throw fault('the settlement is not entitlement less paid');
      toDate = addPence(toDate, entitlement);
      if (toDate < 0n && !goesBelowNothing(component)) throw fault('more is asked for than was paid');
      for (const amount of amountsIn(settlement)) if (amount <= 0n) throw fault(`a settlement of ${amount}`);
    }
  }
}

function amountsIn(settlement: Settlement): readonly Pence[] {
  switch (settlement.kind) {
    case 'settled':
      return [];
    case 'payment':
    case 'carried':
      return [settlement.amount];
    case 'clawback':
      return settlement.parts.map(({ amount }) => amount);
  }
}

/** Throws where the lines of a report do not add up to the totals: a fault of ours, and no figure may leave the house (RULES, Sums that foot). */
export function assertReportsFoot(totals: Totals, reports: Reports): void {
  const { all, unpaid } = totals;
  const localities = totals.localities.map(({ sums }) => sums).reduce(addSums, noSums);
  const payees = totals.payees.map(({ sums }) => sums).reduce(addPayeeSums, noPayeeSums);
  if (!sameSums(all, localities)) throw new Error('the localities do not add up to the components');
  if (!samePayeeSums(all, payees)) throw new Error('the payees do not add up to the components');
  const [payments, clawbacks] = [reports['payments.csv'], reports['clawbacks.csv']];
  const [statements, withheld] = [reports['statements.csv'], reports['withheld.csv']];
  same('payments.csv', payments.total('amount'), all.payments.amount);
  for (const status of clawbackStatuses) {
    same(`clawbacks.csv ${status}`, clawbacks.total('amount', status), all.clawbacks[status].amount);
  }
  same('statements.csv payments', statements.total('payments'), all.payments.amount);
  same('statements.csv clawbacks', statements.total('clawbacks'), all.clawbacks.due.amount);
  same('statements.csv net', statements.total('net'), all.net);
  same('withheld.csv', withheld.total('amount'), sumPence([...unpaid.values()].map(({ amount }) => amount)));
  same('net', all.net, subtractPence(all.payments.amount, all.clawbacks.due.amount));
  for (const [what, one, other] of sumsThatFoot(totals)) same(what, one, other);
  same('set off', all.setOff, unpaid.get('set-off')?.amount ?? noPence);
  same('carried', all.carried.amount, unpaid.get('carried')?.amount ?? noPence);
  same('set off', all.setOff, noPence);
  if (totals.components.some(({ component }) => goesBelowNothing(component))) return;
  for (const { component, all: own } of totals.components) same(`set off of ${component.id}`, own.setOff, noPence);
}

/** Both identities: in all, and of each component, period and locality. */
function sumsThatFoot({ all, components, localities }: Totals) {
  const parts = components.flatMap((each) => [each.all, ...each.periods.map(({ sums }) => sums)]);
  return [all, ...parts, ...localities.map(({ sums }) => sums)].flatMap(identities);
}

function same(what: string, written: Pence, expected: Pence): void {
  if (written !== expected) throw new Error(`${what} adds up to ${written} pence, not to ${expected}`);
}
