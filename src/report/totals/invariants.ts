import { clawbackStatuses, type PracticeAccount, type Settlement, type Unpaid } from '../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Report, ReportName } from '../reports/reports.ts';
import { addSums, noSums, sameSums } from './sums.ts';
import type { Totals } from './totals.ts';

/** Throws where a position does not settle what it says, or asks for more than was paid: faults of ours (contract 5). */
export function assertSettled({ practice, lines }: PracticeAccount): void {
  for (const { component, positions } of lines) {
    // A period may give back what earlier ones are entitled to, but no more.
    let toDate = noPence;
    for (const { period, entitlement, alreadyPaid, settlement, unpaid } of positions) {
      const fault = (what: string) => new Error(`${practice.code} ${component.id} ${period.id}: ${what}`);
      const due = subtractPence(entitlement, alreadyPaid);
      if (due !== addPence(settled(settlement), carriedIn(unpaid)))
        throw fault('the settlement is not entitlement less paid');
      toDate = addPence(toDate, entitlement);
      if (toDate < 0n) throw fault('more is asked for than was paid');
      if (settlement.kind !== 'settled' && settlement.amount <= 0n) {
        throw fault(`a settlement of ${settlement.amount}`);
      }
    }
  }
}

/** A payment too small to be made yet is owed, and not settled. */
function carriedIn(unpaid: readonly Unpaid[]): Pence {
  let carried = noPence;
  for (const { status, amount } of unpaid) if (status === 'carried') carried = addPence(carried, amount);
  return carried;
}

function settled(settlement: Settlement): Pence {
  switch (settlement.kind) {
    case 'settled':
      return noPence;
    case 'payment':
      return settlement.amount;
    case 'clawback':
      return subtractPence(noPence, settlement.amount);
  }
}

/** Throws where the lines of a report do not add up to the totals: a fault of ours, and no figure may leave the house (contract 5). */
export function assertReportsFoot(totals: Totals, reports: Readonly<Record<ReportName, Report>>): void {
  const { all, unpaid } = totals;
  const localities = totals.localities.map(({ sums }) => sums).reduce(addSums, noSums);
  const payees = totals.payees.map(({ sums }) => sums).reduce(addSums, noSums);
  if (!sameSums(all, localities)) throw new Error('the localities do not add up to the components');
  if (!sameSums(all, payees)) throw new Error('the payees do not add up to the components');
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
  const clawedBack = sumPence(clawbackStatuses.map((status) => all.clawbacks[status].amount));
  const owed = addPence(all.payments.amount, unpaid.get('carried')?.amount ?? noPence);
  same('due', subtractPence(owed, clawedBack), subtractPence(all.entitlement, all.alreadyPaid));
}

function same(what: string, written: Pence, expected: Pence): void {
  if (written !== expected) throw new Error(`${what} adds up to ${written} pence, not to ${expected}`);
}
