import type { Pence } from '../../domain/money/money.ts';
import type { Said } from '../../domain/words/sentence.ts';
import { length } from './figures.ts';
import type { BarKind } from './gather/kinds.ts';
import { type Markup, tag } from './markup.ts';

// Bars that stand in the row of their number, and are not read aloud. x positions are per cent, so that no drawing is scaled.

export type Fill = BarKind | 'paid' | 'back';

export interface BarPart {
  readonly from: Pence;
  readonly to: Pence;
  readonly fill: Fill;
}

/** Parts of a bar on a scale from its left end to `most`; where nothing lies within it, a line stands there. */
export function bar(parts: readonly BarPart[], most: Pence, nothingAt: Pence | null = null, height = 12): Markup {
  const drawn = parts.filter(({ from, to }) => from !== to).map((part) => barPart(part, most, height));
  const x = nothingAt === null ? '0' : length(nothingAt, most);
  const axis = nothingAt === null ? null : tag('line', { x1: x, x2: x, y1: 0, y2: height + 4, class: 'ax' });
  return tag('svg', { width: '100%', height: height + 4, 'aria-hidden': 'true', focusable: 'false' }, drawn, axis);
}

function barPart({ from, to, fill }: BarPart, most: Pence, height: number): Markup {
  const [low, high] = from < to ? [from, to] : [to, from];
  const width = length((high - low) as Pence, most);
  // The smallest sum is still seen.
  const seen = Number.parseFloat(width) < 0.4 ? '0.4%' : width;
  return tag('rect', { x: length(low < 0n ? 0n : low, most), y: 2, width: seen, height, class: `b-${fill}` });
}

/** Parts one after another, from nothing. */
export function stacked(parts: readonly (readonly [Fill, Pence])[], most: Pence, height = 12): Markup {
  let from: bigint = 0n;
  const placed = parts.map(([fill, amount]): BarPart => {
    const part = { from: from as Pence, to: (from + amount) as Pence, fill };
    from += amount;
    return part;
  });
  return bar(placed, most, null, height);
}

export function barCell(drawing: Markup, more = ''): Markup {
  return tag('td', { class: more === '' ? 'bar' : `bar ${more}`, 'aria-hidden': 'true' }, drawing);
}

/** The stripes of what is open, once for the page. */
export function stripes(): Markup {
  const pattern = tag(
    'pattern',
    { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    tag('rect', { width: 5, height: 5, class: 'h0' }),
    tag('rect', { width: 2, height: 5, class: 'h1' }),
  );
  return tag(
    'svg',
    { class: 'defs', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
    tag('defs', {}, pattern),
  );
}

/** What is said of bars: it goes where they go, on a narrow screen. */
export function ofBars(text: Said): Markup {
  return tag('span', { class: 'of-bars' }, text);
}
