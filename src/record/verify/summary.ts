import { clawbackStatuses } from '../../domain/account.ts';
import {
  addPence,
  formatAmount,
  noPence,
  type Pence,
  parseAmount,
  subtractPence,
  sumPence,
} from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import { isObject, parsedJson } from '../files/plain-json.ts';
import type { Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';

type Data = Readonly<Record<string, unknown>>;

/** Holds summary.json against the control totals: its totals, and each way of adding them up; and its two sums must foot. */
export function summaryDifferences({ controls }: Manifest, text: string): Difference[] {
  const summary = parsedJson(text);
  if (!isObject(summary) || !isObject(summary.totals)) return [{ file: 'summary.json', says: 'is not a summary' }];
  const { totals } = summary;
  const expected = expectedOf(controls);
  return [
    ...figuresAgree('totals', figuresOf(totals), expected),
    ...figuresAgree('by_component', added(summary.by_component), expected),
    ...figuresAgree('by_locality', added(summary.by_locality), expected),
    ...figuresAgree('by_payee', added(summary.by_payee), ofPayees(expected)),
    ...footing(totals),
  ];
}

/** Who is paid and gives back is told by payee, not what is earned. */
function ofPayees({ entitlement: _, already_paid: __, ...paid }: Figures): Figures {
  return paid;
}

/** Worth less what is kept back is the entitlement; less already paid it is payments, carried and set off less clawbacks. */
function footing(totals: Data): Difference[] {
  const at = (key: string) => (isObject(totals[key]) ? tallied(totals[key]) : amountOf(totals[key]));
  const byStatus = isObject(totals.clawbacks) ? Object.values(totals.clawbacks).map(tallied) : [];
  const kept = sumPence(['withheld', 'forfeited', 'below_nothing', 'proportion'].map(at));
  const settled = sumPence(['payments', 'carried', 'set_off'].map(at));
  return [
    ...foots('the entitlement', subtractPence(at('worth'), kept), at('entitlement')),
    ...foots(
      'what is settled',
      subtractPence(at('entitlement'), at('already_paid')),
      subtractPence(settled, sumPence(byStatus)),
    ),
  ];
}

function foots(what: string, one: Pence, other: Pence): Difference[] {
  if (one === other) return [];
  const says = `has totals of which ${what} comes to ${formatAmount(one)} one way, and to ${formatAmount(other)} the other`;
  return [{ file: 'summary.json', says }];
}

type Figures = Readonly<Record<string, Pence>>;

function figuresAgree(where: string, figures: Figures, all: Figures): Difference[] {
  return Object.entries(all).flatMap(([what, expected]) => {
    const written = figures[what] ?? noPence;
    if (written === expected) return [];
    const says = `has ${what} of ${formatAmount(written)} in ${where}; expected the control total ${formatAmount(expected)}`;
    return [{ file: 'summary.json', says }];
  });
}

function expectedOf({ entitlement, alreadyPaid, payments, clawbacks, net }: Controls): Figures {
  const byStatus = clawbackStatuses.map((status) => [`clawbacks ${status}`, clawbacks[status]] as const);
  return { entitlement, already_paid: alreadyPaid, payments, ...Object.fromEntries(byStatus), net };
}

function figuresOf({ entitlement, already_paid, payments, clawbacks, net }: Data): Figures {
  const byStatus = isObject(clawbacks) ? clawbacks : {};
  return {
    entitlement: amountOf(entitlement),
    already_paid: amountOf(already_paid),
    payments: tallied(payments),
    ...Object.fromEntries(clawbackStatuses.map((status) => [`clawbacks ${status}`, tallied(byStatus[status])])),
    net: amountOf(net),
  };
}

function added(parts: unknown): Figures {
  const all = Array.isArray(parts) ? parts.filter(isObject).map(figuresOf) : [];
  const totals: Record<string, Pence> = {};
  for (const figures of all) {
    for (const [what, amount] of Object.entries(figures)) totals[what] = addPence(totals[what] ?? noPence, amount);
  }
  return totals;
}

function tallied(tally: unknown): Pence {
  return isObject(tally) ? amountOf(tally.amount) : noPence;
}

function amountOf(value: unknown): Pence {
  return (typeof value === 'string' ? parseAmount(value) : null) ?? noPence;
}
