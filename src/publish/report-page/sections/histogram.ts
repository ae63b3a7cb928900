import { at } from '../../../domain/at.ts';
import {
  addPence,
  formatPounds,
  greaterPence,
  lesserPence,
  noPence,
  type Pence,
  pence,
  subtractPence,
} from '../../../domain/money/money.ts';
import { ours } from '../../../domain/words/sentence.ts';
import type { Words } from '../../../domain/words/words.ts';
import { barCell, ofBars, stacked } from '../drawings.ts';
import { backSum, grouped, practicesCounted, shownSum } from '../figures.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import type { ListedPractice } from '../rows/practice-row.ts';
import { niceStep } from './nice-step.ts';
import { head, scrolling, sumCell } from './parts.ts';

/** Of many practices: how many are paid how much, and how much of what they could they earned. */
export function histogram(words: Words, practices: readonly ListedPractice[]): Child[] {
  const nets = practices.map(({ net }) => net).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [
    tag('figure', { class: 'hist' }, title(words, nets), drawing(words, nets)),
    quantiles(nets),
    shares(practices),
  ];
}

/** Whole pounds, as a headline may say them. */
function wholePounds(words: Words, amount: Pence): string {
  return formatPounds(words, pence(amount - (amount % 100n))).replace('.00', '');
}

function quantile(sorted: readonly Pence[], share: number): Pence {
  return at(sorted, Math.min(sorted.length - 1, Math.floor(share * sorted.length)));
}

function title(words: Words, nets: readonly Pence[]): Markup {
  const below = nets.filter((net) => net < noPence).length;
  const none = nets.filter((net) => net === noPence).length;
  const ends = [
    ...(below > 0 ? [`${grouped(below)} end below nothing`] : []),
    ...(none > 0 ? [`${grouped(none)}${below > 0 ? '' : ' end'} at nothing`] : []),
  ];
  const middle = ours`Half of the practices are paid between ${wholePounds(words, quantile(nets, 0.25))} and ${wholePounds(words, quantile(nets, 0.75))}`;
  const { step, first, last } = binsOf(nets);
  const sum = (amount: Pence) => tag('span', { class: 'nw' }, wholePounds(words, amount));
  const note: Child[] = [
    ours`Practices by the net of this run, in steps of ${wholePounds(words, step)}, with their number. The first bar is everything below `,
    sum(addPence(first, step)),
    ', the last everything from ',
    sum(last),
    ' up.',
  ];
  return tag(
    'figcaption',
    {},
    tag('b', {}, ends.length === 0 ? middle : ours`${middle}; ${ends.join(', ')}`),
    tag('span', { class: 'note' }, note),
  );
}

interface Bins {
  readonly step: Pence;
  /** Where the first and the last bar begin; both are open. */
  readonly first: Pence;
  readonly last: Pence;
  readonly counts: readonly number[];
}

/** About twenty bars of a round width over nearly all; the few at the ends stand in the first and the last. What is exactly nothing is named, not drawn. */
function binsOf(nets: readonly Pence[]): Bins {
  const drawn = nets.filter((net) => net !== noPence);
  if (drawn.length === 0) return { step: pence(10000), first: noPence, last: noPence, counts: [0] };
  const [start, end] = fences(drawn);
  // Who owes stands left of the line, in a bar of its own.
  const low = lesserPence(start, at(drawn, 0) < noPence ? pence(-1n) : noPence);
  const high = greaterPence(end, noPence);
  const reach = subtractPence(high, low);
  const step = niceStep(greaterPence(reach, pence(10000)), 18n);
  const first = floorTo(low, step);
  const last = floorTo(high, step);
  const bins = Number((last - first) / step) + 1;
  const counts = new Array<number>(bins).fill(0);
  for (const net of drawn) {
    const bin = Number((floorTo(net, step) - first) / step);
    const kept = Math.max(0, Math.min(bins - 1, bin));
    counts[kept] = at(counts, kept) + 1;
  }
  return { step, first, last, counts };
}

/** Where nearly all lie: not further from the middle half than twice its width, and not beyond the last of a hundred at either end. */
function fences(sorted: readonly Pence[]): readonly [Pence, Pence] {
  const [quarter, threeQuarters] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const wide = pence(2n * (threeQuarters - quarter));
  return [
    greaterPence(quantile(sorted, 0.01), subtractPence(quarter, wide)),
    lesserPence(quantile(sorted, 0.985), addPence(threeQuarters, wide)),
  ];
}

function floorTo(amount: Pence, step: Pence): Pence {
  const down = amount < 0n && amount % step !== 0n ? 1n : 0n;
  return pence((amount / step - down) * step);
}

const height = 200;

function drawing(words: Words, nets: readonly Pence[]): Markup {
  const { step, first, counts } = binsOf(nets);
  const most = Math.max(...counts, 1);
  const width = 100 / counts.length;
  const zeroAt = Number(-first / step);
  const bars = counts.flatMap((count, place) => barMarks(count, place, most, width, place < zeroAt));
  const line = per(zeroAt * width);
  const below = nets.filter((net) => net < noPence).length;
  const paid = nets.filter((net) => net > noPence).length;
  const every = Math.max(1, Math.ceil(counts.length / 8));
  const ticks = counts.flatMap((_, place) =>
    (place - zeroAt) % every === 0 ? [tick(words, place, step, first, width, counts.length)] : [],
  );
  const says = ours`Histogram of ${practicesCounted(nets.length)} by the net of this run: ${grouped(below)} below nothing, ${grouped(paid)} paid something. Its numbers are in the table below.`;
  return tag(
    'div',
    { role: 'img', 'aria-label': says },
    tag(
      'svg',
      { width: '100%', height: height + 52, 'aria-hidden': 'true', focusable: 'false' },
      bars,
      below === 0 ? null : tag('line', { x1: line, x2: line, y1: 0, y2: height + 26, class: 'mk' }),
      below === 0
        ? null
        : tag('text', { x: line, y: 12, dx: -8, 'text-anchor': 'end', class: 'side' }, `owe: ${grouped(below)}`),
      below === 0 ? null : tag('text', { x: line, y: 12, dx: 8, class: 'side' }, `are paid: ${grouped(paid)}`),
      tag('line', { x1: 0, x2: '100%', y1: height + 26, y2: height + 26, class: 'ax' }),
      ticks,
    ),
  );
}

function barMarks(count: number, place: number, most: number, width: number, owes: boolean): Markup[] {
  if (count === 0) return [];
  const tall = Math.max(1, Math.round((count / most) * (height - 20)));
  const top = height + 26 - tall;
  return [
    tag('rect', {
      x: per(place * width + width * 0.04),
      y: top,
      width: per(width * 0.92),
      height: tall,
      class: owes ? 'b-back' : 'b-earned',
    }),
    tag(
      'text',
      { x: per(place * width + width / 2), y: top - 5, 'text-anchor': 'middle', class: 'count' },
      grouped(count),
    ),
  ];
}

function tick(words: Words, place: number, step: Pence, first: Pence, width: number, bins: number): Markup {
  const amount = pence(first + step * BigInt(place));
  const anchor = place === 0 ? 'start' : place === bins - 1 ? 'end' : 'middle';
  return tag('text', { x: per(place * width), y: height + 44, 'text-anchor': anchor }, wholePounds(words, amount));
}

function per(share: number): string {
  return `${Number(share.toFixed(3))}%`;
}

const quantilesTold = [
  ['Lowest', 0],
  ['5% are below', 0.05],
  ['A quarter are below', 0.25],
  ['Half are below', 0.5],
  ['Three quarters are below', 0.75],
  ['95% are below', 0.95],
  ['Highest', 1],
] as const;

function quantiles(nets: readonly Pence[]): Markup {
  const cells = quantilesTold.map(([words, share]) => {
    const net = quantile(nets, share);
    return sumCell(words, net < noPence ? backSum(net) : shownSum(net));
  });
  return scrolling(
    ours`The net of practices, in numbers`,
    tag(
      'table',
      { class: 'stack quant' },
      tag('caption', {}, ours`The net of practices, in numbers.`),
      head([['', 'vh'], ...quantilesTold.map(([words]) => [words, 'n'] as const)]),
      tag('tbody', {}, tag('tr', {}, tag('th', { scope: 'row', class: 'vh' }, 'Net'), cells)),
    ),
  );
}

const bands: readonly (readonly [words: string, holds: (practice: ListedPractice) => boolean])[] = [
  ['all of it', ({ earned, could }) => earned >= could],
  ['three quarters or more', ({ earned, could }) => earned * 4n >= could * 3n],
  ['half or more', ({ earned, could }) => earned * 2n >= could],
  ['less than half', ({ earned }) => earned > noPence],
  ['nothing', () => true],
];

/** How much of what they could have earned practices earned. */
function shares(practices: readonly ListedPractice[]): Markup {
  const inBand = bands.map((): ListedPractice[] => []);
  for (const practice of practices)
    at(
      inBand,
      bands.findIndex(([, holds]) => holds(practice)),
    ).push(practice);
  const most = Math.max(...inBand.map(({ length }) => length));
  const rows = bands.flatMap(([words], place) => {
    const own = at(inBand, place);
    return own.length === 0 ? [] : [bandRow(words, own, BigInt(most))];
  });
  return scrolling(
    ours`How much practices earned`,
    tag(
      'table',
      { class: 'stack bands' },
      tag(
        'caption',
        {},
        ours`How much of what they could have earned practices earned.`,
        ofBars(ours` Bar: the number of practices.`),
      ),
      head([
        ['Earned'],
        [ours`Practices`, 'n'],
        ['Not earned', 'n'],
        ['Of it can still come in', 'n p2'],
        ['', 'hd bar p2'],
      ]),
      tag('tbody', {}, rows),
      tag('tfoot', {}, bandRow('All', practices, null)),
    ),
  );
}

function bandRow(words: string, own: readonly ListedPractice[], most: bigint | null): Markup {
  const lost = own.map(({ could, earned }) => subtractPence(could, earned)).reduce(addPence, noPence);
  const open = own.map((each) => each.open).reduce(addPence, noPence);
  const drawn = most === null ? null : stacked([['earned', pence(own.length)]], pence(most));
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, words),
    sumCell(ours`Practices`, grouped(own.length)),
    sumCell('Not earned', shownSum(lost)),
    sumCell('Of it can still come in', shownSum(open), 'p2'),
    drawn === null ? tag('td', { class: 'p2' }) : barCell(drawn, 'p2'),
  );
}
