import { against, type Fraction, fraction, least, most, over, sum } from './fraction.ts';
import type { Place } from './place.ts';
import { takesPart } from './world.ts';
import type { Block } from './written.ts';

type OfAll = Extract<Block, { kind: 'of-all' | 'rank' }>;

/** What all come to together, or the place of one among them: of those who had joined by the first day of the period and had not left before it. */
export function amongAll(
  block: OfAll,
  place: Place,
  quantity: (of: Block, place: Place) => Fraction | null,
): Fraction | null {
  const { world, formula, member } = place;
  const span = world.periods[formula];
  if (!span) throw new Error('no such period');
  const there = world.members.filter(
    (each) =>
      takesPart(each, world) &&
      (each.joined === null || each.joined <= span.start) &&
      (each.left === null || each.left >= span.start),
  );
  const found = there.map((each) => ({ each, is: quantity(block.of, { ...place, member: each }) }));
  if (found.some(({ each, is }) => is === null && (each.left === null || each.left > world.asAt))) return null;
  const known = found.flatMap(({ is }) => (is === null ? [] : [is]));
  if (block.kind === 'rank') {
    const own = quantity(block.of, { ...place, member });
    if (!own) return null;
    const isBetter = (other: Fraction) => against(other, own) * (block.from === 'lowest' ? -1 : 1) > 0;
    return fraction(BigInt(1 + known.filter(isBetter).length));
  }
  if (block.how === 'total') return sum(known);
  if (known.length === 0) return null;
  if (block.how === 'average') return over(sum(known), fraction(BigInt(known.length)));
  return known.reduce(block.how === 'least' ? least : most);
}
