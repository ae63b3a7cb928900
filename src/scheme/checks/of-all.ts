import { blocksIn } from '../../domain/scheme/quantity.ts';
import { isToDate } from '../../domain/scheme/quantity-kinds.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { blockMistake, quantitiesIn } from './quantities.ts';

/** Figures of all are those of a period or of a day: what adds up by claims or to date has no place among them. */
export function figuresOfAllAddUpNothing(scheme: WrittenScheme): JsonMistake[] {
  return quantitiesIn(scheme).flatMap(({ it, at: above }) =>
    blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      if (block.kind !== 'of-all' && block.kind !== 'rank') return [];
      if (!blocksIn(block.of).some((inside) => isToDate(inside.block) || inside.block.kind === 'events')) return [];
      const message =
        'figures of all are those of a period or of a day; expected no events and no figure to date inside';
      return [blockMistake([...above, ...at], message, 'write the figure that is to be compared')];
    }),
  );
}
