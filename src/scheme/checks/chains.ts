import { isFromData, partsOf, type Quantity } from '../../domain/scheme/quantity.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { blockMistake, quantitiesIn } from './quantities.ts';

/** Every figure is exact, and each multiplication makes it longer: a chain of ten thousand would take hours, and no paper has one of a hundred. */
const longestChain = 100;

/** No figure comes from more multiplications, one upon the other, than can be worked out exactly in good time. */
export function chainsAreShort(scheme: WrittenScheme): JsonMistake[] {
  const ofQuantities = quantitiesIn(scheme).flatMap(({ it, at }) => mistakeOf(chainIn(it), at));
  const ofAdjustments = leavesOf(scheme).flatMap(({ component, at }) => {
    const multiplying = component.adjustments.filter(({ kind }) => kind === 'multiply' || kind === 'reduce');
    return mistakeOf(multiplying.length, [...at, 'adjustments']);
  });
  return [...ofQuantities, ...ofAdjustments];
}

function mistakeOf(length: number, at: JsonMistake['at']): JsonMistake[] {
  if (length <= longestChain) return [];
  const message = `this multiplies or divides ${length} times, one upon the other; expected at most ${longestChain}`;
  return [blockMistake(at, message, 'write what the constants among them come to as one number')];
}

/** How many multiplications lead to what a block comes to, at most. */
function chainIn(block: Quantity): number {
  const parts = partsOf(block).map(({ part }) => chainIn(part));
  const longest = Math.max(0, ...parts);
  switch (block.kind) {
    case 'product':
    case 'ratio':
      return parts.reduce((all, each) => all + each, parts.length - 1);
    case 'rate':
    case 'share':
    case 'of-all':
      return longest + 1;
    case 'bands':
      return block.how === 'marginal' ? longest + 1 + chainIn(block.on) : longest;
    case 'line':
      return (
        longest +
        2 +
        chainIn(block.on) +
        Math.max(0, ...block.points.map(({ at }) => (isFromData(at) ? chainIn(at) : 0)))
      );
    // What is rounded is short again.
    case 'rounded':
      return 0;
    default:
      return longest;
  }
}
