import { drawPounds, drawShare } from './draw-numbers.ts';
import { type Drawable, drawInPounds, drawInUnit, drawPlain, drawUnit } from './draw-quantity.ts';
import type { Adjustment, Among, Block, Evidence, Value } from './written.ts';

const clause = '1';

/** A pool, a sum worked out for several together, or an envelope. */
export function drawPot(from: Drawable, evidence: readonly Evidence[], ofEach: () => Adjustment[]): Value {
  const { chance } = from;
  const together: Drawable = { ...from, ofSeveral: true };
  return chance.way<Value>([
    [2, () => ({ kind: 'pool', pounds: drawPounds(chance, 9000), clause })],
    [
      3,
      () => ({
        kind: 'shared',
        ...(chance.oneIn(3) ? {} : { within: chance.of(['all', 'locality', 'pcn'] as const) }),
        of: drawInPounds(together, chance.from(0, 2)),
        ...chance.maybe(2, () => ({ by: drawKey(from) })),
        ...chance.maybe(3, () => ({ among: drawAmong(from, evidence) })),
        ...chance.maybe(3, () => ({
          ofEach: ofEach(),
          ...chance.maybe(2, () => ({ unspent: chance.of(['stays', 'shared-again', 'shared-again'] as const) })),
        })),
        clause,
      }),
    ],
    [
      3,
      () => ({
        kind: 'envelope',
        pounds: chance.oneIn(3) ? drawInPounds(together, 1) : drawPounds(chance, 9000),
        of: drawInPounds(from, chance.from(0, 2)),
        ...chance.maybe(3, () => ({ among: drawAmong(from, evidence) })),
        clause,
      }),
    ],
  ]);
}

/** An envelope over a value that adds up to date. */
export function drawEnvelopeOver(from: Drawable, of: Block, evidence: readonly Evidence[]): Value {
  const { chance } = from;
  return {
    kind: 'envelope',
    pounds: chance.oneIn(4) ? drawInPounds({ ...from, ofSeveral: true }, 1) : drawPounds(chance, 2000),
    scales: chance.of(['what-is-new', 'all-to-date'] as const),
    of,
    ...chance.maybe(4, () => ({ among: drawAmong(from, evidence) })),
    clause,
  };
}

/** What is asked of who shares. */
function drawAmong(from: Drawable, evidence: readonly Evidence[]): Among[] {
  const { chance } = from;
  return chance.times(1, 2, (): Among => {
    if (evidence.length > 0 && chance.oneIn(2)) return { received: chance.of(evidence).id };
    const unit = drawUnit(from);
    return chance.oneIn(3)
      ? { is: drawInUnit(from, unit, 1), atLeast: drawInUnit(from, unit, 0) }
      : { is: drawPlain(from, 1), atLeast: { kind: 'number', number: drawShare(chance) } };
  });
}

/** By what a sum is shared: equally, or by a figure. */
function drawKey(from: Drawable): Block {
  const { chance, measures } = from;
  const units = ['patient', ...measures.flatMap(({ numeratorUnit = '' }) => [numeratorUnit])];
  return chance.oneIn(2) ? { kind: 'number', number: '1' } : drawInUnit(from, chance.of(units), chance.from(0, 1));
}
