import { clawbackStatuses } from '../../domain/account.ts';
import { formatAmount, noPence, type Pence, parseAmount, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import { isObject, parsedJson } from '../files/plain-json.ts';
import type { Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';

type Data = Readonly<Record<string, unknown>>;

/** Holds summary.json against the control totals: its totals, and each way of adding them up; and its two sums must foot. A sum that cannot be read agrees with none. */
export function summaryDifferences({ controls }: Manifest, text: string): Difference[] {
  const summary = parsedJson(text);
  if (!isObject(summary) || !isObject(summary.totals)) return [told('is not a summary')];
  const unread: Difference[] = [];
  const totals = figuresOf(summary.totals, 'totals', [...ofAll, ...besides], unread);
  const parts = {
    by_component: added(summary, 'by_component', ofAll, unread),
    by_locality: added(summary, 'by_locality', ofAll, unread),
    by_payee: added(summary, 'by_payee', ofPayees, unread),
  };
  if (unread.length > 0) return unread;
  const expected = expectedOf(controls);
  return [
    ...Object.entries({ totals, ...parts }).flatMap(([where, figures]) => figuresAgree(where, figures, expected)),
    ...footing(totals),
  ];
}

/** Who is paid and gives back is told by payee, not what is earned. */
const ofPayees = ['payments', ...clawbackStatuses.map((status) => `clawbacks ${status}`), 'net'];
const ofAll = ['entitlement', 'already_paid', ...ofPayees];
/** What the totals have besides: worth and entitlement, and what is paid, are to foot. */
const besides = ['worth', 'withheld', 'forfeited', 'below_nothing', 'proportion', 'carried', 'set_off'];

/** Worth less what is kept back is the entitlement; less already paid it is payments, carried and set off less clawbacks. */
function footing(totals: Figures): Difference[] {
  const at = (key: string) => totals.get(key) ?? noPence;
  const kept = sumPence(['withheld', 'forfeited', 'below_nothing', 'proportion'].map(at));
  const settled = sumPence(['payments', 'carried', 'set_off'].map(at));
  const clawbacks = sumPence(clawbackStatuses.map((status) => at(`clawbacks ${status}`)));
  return [
    ...foots('the entitlement', subtractPence(at('worth'), kept), at('entitlement')),
    ...foots(
      'what is settled',
      subtractPence(at('entitlement'), at('already_paid')),
      subtractPence(settled, clawbacks),
    ),
  ];
}

function foots(what: string, one: Pence, other: Pence): Difference[] {
  if (one === other) return [];
  return [
    told(`has totals of which ${what} comes to ${formatAmount(one)} one way, and to ${formatAmount(other)} the other`),
  ];
}

/** Sums by their names: `net`, `clawbacks due`. */
type Figures = ReadonlyMap<string, Pence>;

function figuresAgree(where: string, figures: Figures, all: Figures): Difference[] {
  return [...figures].flatMap(([what, written]) => {
    const expected = all.get(what);
    if (expected === undefined || written === expected) return [];
    const says = `has ${what} of ${formatAmount(written)} in ${where}; expected the control total ${formatAmount(expected)}`;
    return [told(says)];
  });
}

function expectedOf({ entitlement, alreadyPaid, payments, clawbacks, net }: Controls): Figures {
  const byStatus = clawbackStatuses.map((status) => [`clawbacks ${status}`, clawbacks[status]] as const);
  return new Map([
    ['entitlement', entitlement],
    ['already_paid', alreadyPaid],
    ['payments', payments],
    ...byStatus,
    ['net', net],
  ]);
}

/** The sums of those names, all rows of a list together. */
function added(summary: Data, list: string, names: readonly string[], unread: Difference[]): Figures {
  const rows = summary[list];
  if (!Array.isArray(rows)) {
    unread.push(told(`has no list ${list}`));
    return new Map();
  }
  const all = rows.map((row, place) => figuresOf(row, `${list}[${place}]`, names, unread));
  return new Map(names.map((name) => [name, sumPence(all.map((each) => each.get(name) ?? noPence))]));
}

/** The sums of those names; what cannot be read is told. */
function figuresOf(data: unknown, where: string, names: readonly string[], unread: Difference[]): Figures {
  return new Map(
    names.map((name) => {
      const written = name.split(' ').reduce(within, data);
      const amount = amountOf(isObject(written) ? written.amount : written);
      if (amount === null) unread.push(told(`has no amount that can be read for ${name} in ${where}`));
      return [name, amount ?? noPence];
    }),
  );
}

function within(data: unknown, key: string): unknown {
  return isObject(data) ? data[key] : undefined;
}

function amountOf(value: unknown): Pence | null {
  return typeof value === 'string' ? parseAmount(value) : null;
}

function told(says: string): Difference {
  return { file: 'summary.json', says };
}
