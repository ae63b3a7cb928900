import { blocksIn, type Quantity, variesByPeriod } from '../../domain/scheme/quantity.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { paysAsItGrows } from './events.ts';
import { blockMistake, quantitiesIn } from './quantities.ts';

/** What is added up to date belongs to the periods, stands in the value of a component that is paid as it grows, and in no figure of all. */
export function sumsToDateStandInValues(scheme: WrittenScheme): JsonMistake[] {
  const growing = leavesOf(scheme).flatMap(({ component: { value }, at }) =>
    value && paysAsItGrows(value) ? [`${at}`] : [],
  );
  return quantitiesIn(scheme).flatMap(({ it, at: above }) => {
    const isOfGrowing = growing.some((at) => `${above}`.startsWith(`${at},`)) && !above.includes('conditions');
    return blocksIn(it).flatMap(({ block, at }): JsonMistake[] => {
      const place = [...above, ...at];
      if ((block.kind === 'of-all' || block.kind === 'rank') && blocksIn(block.of).some(isToDateOrEvents)) {
        const message =
          'figures of all are those of the period or of a day; expected no sum to date and no events inside';
        return [blockMistake(place, message, 'write the figure that is to be compared')];
      }
      if (block.kind !== 'to-date') return [];
      if (!isOfGrowing) {
        const message =
          'what is added up to date is paid as it grows; expected it only in the value of a component, or in its adjustments';
        return [blockMistake(place, message, 'write it in "value", without a schedule')];
      }
      if (variesByPeriod(block.of)) return [];
      const message =
        'nothing in this belongs to a period, so the same would be added up again in each; expected a figure "at": "each-period"';
      return [blockMistake([...place, 'of'], message, 'write "at": "each-period" in the figures that are added up')];
    });
  });
}

function isToDateOrEvents({ block }: { readonly block: Quantity }): boolean {
  return block.kind === 'to-date' || block.kind === 'events';
}
