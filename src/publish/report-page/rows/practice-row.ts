import { addPence, greaterPence, noPence, type Pence, subtractPence } from '../../../domain/money/money.ts';
import { backSum, length, minus, shownSum } from '../figures.ts';
import type { PracticeFigures } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';

// Rows of the list of practices: made for the page, and made again in the browser when the list is sorted or searched.

/** A practice as its row tells it. */
export type ListedPractice = Omit<PracticeFigures, 'patients'>;

export interface ListColumn {
  readonly key: string;
  readonly head: string;
  /** Shown from these widths up: 1 always, 2 from 40 rem, 3 from 64 rem. */
  readonly width: 1 | 2 | 3;
  readonly of: (practice: ListedPractice) => Pence;
  /** Money that comes back is red. */
  readonly isBack?: true;
}

const columns: readonly ListColumn[] = [
  { key: 'earned', head: 'Earned', width: 2, of: ({ earned }) => earned },
  { key: 'lost', head: 'Not earned', width: 3, of: ({ could, earned }) => subtractPence(could, earned) },
  { key: 'before', head: 'Paid before', width: 3, of: ({ paidBefore }) => paidBefore },
  { key: 'pays', head: 'Pays now', width: 2, of: ({ pays }) => pays },
  { key: 'back', head: 'Comes back', width: 2, of: ({ takenBack }) => minus(takenBack), isBack: true },
  { key: 'waits', head: 'Waits', width: 3, of: ({ waits }) => waits },
  { key: 'later', head: 'Comes back later', width: 3, of: ({ later }) => later },
  { key: 'carried', head: 'Kept for next time', width: 3, of: ({ carried }) => carried },
];

const netColumn: ListColumn = { key: 'net', head: 'Net', width: 1, of: ({ net }) => net };

/** The columns in which something stands; what is earned and the net always do. */
export function listColumns(practices: readonly ListedPractice[]): readonly ListColumn[] {
  const used = columns.filter(({ key, of }) => key === 'earned' || practices.some((each) => of(each) !== noPence));
  return [...used, netColumn];
}

/** The row of one practice. Where there is a scale it has a bar. */
export function practiceRow(
  practice: ListedPractice,
  shown: readonly ListColumn[],
  hasLocalities: boolean,
  scale: ListScale | null,
): Markup {
  const { code, name, locality, paidTo } = practice;
  const to = paidTo.length === 0 ? '' : ` · paid to ${paidTo.join(', ')}`;
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, tag('a', { href: `#${code}` }, name), tag('span', { class: 'code' }, `${code}${to}`)),
    hasLocalities ? tag('td', { class: 'p2', 'data-h': 'Locality' }, locality ?? '–') : null,
    shown.map((column) => cellOf(column, practice)),
    scale === null ? null : tag('td', { class: 'bar p2', 'aria-hidden': 'true' }, netBar(practice, scale)),
  );
}

function cellOf({ key, head, width, of, isBack }: ListColumn, practice: ListedPractice): Markup {
  const amount = of(practice);
  const isNet = key === 'net';
  const shown: Child[] = isBack || (isNet && amount < noPence) ? backSum(amount) : shownSum(amount);
  const attributes = { class: `n${width === 1 ? '' : ` p${width}`}`, 'data-h': head };
  return tag('td', attributes, isNet ? tag('b', {}, shown) : shown);
}

/** The largest sums on either side of the line, on one scale. */
export interface ListScale {
  readonly back: Pence;
  readonly paid: Pence;
}

export function listScale(practices: readonly ListedPractice[]): ListScale {
  const back = practices.map(({ takenBack, waits }) => addPence(takenBack, waits)).reduce(greaterPence, noPence);
  return { back, paid: practices.map(({ pays }) => pays).reduce(greaterPence, noPence) };
}

/** Left of the line what comes back (solid) and waits (striped), right of it what is paid. */
function netBar({ pays, takenBack, waits }: ListedPractice, { back, paid }: ListScale): Markup {
  const all = addPence(back, paid);
  const bar = (from: Pence, to: Pence, kind: string) =>
    from >= to
      ? null
      : tag('rect', { x: length(from, all), y: 2, width: length(to - from, all), height: 12, class: `b-${kind}` });
  const taken = subtractPence(back, takenBack);
  const line = length(back, all);
  return tag(
    'svg',
    { width: '100%', height: 16, 'aria-hidden': 'true', focusable: 'false' },
    bar(back, addPence(back, pays), 'earned'),
    bar(taken, back, 'back'),
    bar(subtractPence(taken, waits), taken, 'open'),
    tag('line', { x1: line, x2: line, y1: 0, y2: 16, class: 'ax' }),
  );
}

/** The order of a list of practices. */
export type ListOrder = (a: ListedPractice, b: ListedPractice) => number;

/** By a column: numbers largest first, or the other way; by code where they are equal. */
export function byColumn(of: (practice: ListedPractice) => Pence, largestFirst: boolean): ListOrder {
  return (a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === y) return a.code < b.code ? -1 : 1;
    return x > y === largestFirst ? -1 : 1;
  };
}

/** To sixty practices the largest net first; above that those who owe first. */
export function listOrder(practices: readonly ListedPractice[]): ListOrder {
  return byColumn(netColumn.of, practices.length <= mostWithBars);
}

/** Up to so many practices each has a bar; above, a histogram tells of all. */
export const mostWithBars = 60;
/** Up to so many rows are all drawn; above, so many at a time. */
export const mostDrawn = 200;
export const drawnAtOnce = 50;

/** Kinds of practices that the list can be narrowed to; only those that there are. */
export const listFilters: readonly (readonly [
  id: string,
  words: string,
  holds: (practice: ListedPractice) => boolean,
])[] = [
  ['below', 'Ends below nothing', ({ net }) => net < noPence],
  ['back', 'Something comes back now', ({ takenBack }) => takenBack > noPence],
  ['waits', 'Waits for a decision', ({ waits }) => waits > noPence],
  ['open', 'Can still earn more', ({ open }) => open > noPence],
  ['half', 'Earned less than half', ({ earned, could }) => earned * 2n < could],
  ['unpaid', 'Is paid nothing now', ({ pays }) => pays === noPence],
];
