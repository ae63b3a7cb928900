import { clawbackStatuses } from '../../domain/account.ts';
import { addPence, formatAmount, noPence, type Pence, parseAmount } from '../../domain/money/money.ts';
import { isObject, parsedJson } from '../files/plain-json.ts';
import type { Controls, Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';

type Data = Readonly<Record<string, unknown>>;

/** Holds summary.json against the control totals: its totals, and each way of adding them up. */
export function summaryDifferences({ controls }: Manifest, text: string): Difference[] {
  const summary = parsedJson(text);
  if (!isObject(summary) || !isObject(summary.totals)) return [{ file: 'summary.json', says: 'is not a summary' }];
  const ways = ['by_component', 'by_locality', 'by_payee'] as const;
  return [
    ...figuresAgree('totals', figuresOf(summary.totals), controls),
    ...ways.flatMap((way) => figuresAgree(way, added(summary[way]), controls)),
  ];
}

type Figures = Readonly<Record<string, Pence>>;

function figuresAgree(where: string, figures: Figures, controls: Controls): Difference[] {
  return Object.entries(expectedOf(controls)).flatMap(([what, expected]) => {
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
