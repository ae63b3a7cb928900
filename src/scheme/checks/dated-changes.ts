import { type Day, sayDay } from '../../domain/day.ts';
import { blocksIn } from '../../domain/scheme/quantity.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { quantitiesIn } from './quantities.ts';

/** A change from a day that is not the first of a period holds from the next one: said, so that nobody expects it earlier. */
export function changesBeginWithAPeriod(scheme: WrittenScheme): JsonMistake[] {
  const { periods, term } = scheme;
  if (!Array.isArray(periods)) return [];
  return changesIn(scheme).flatMap(({ from, at }): JsonMistake[] => {
    if (from <= term.start || periods.some(({ start }) => start === from)) return [];
    const next = periods.find(({ start }) => start > from);
    const holds = next
      ? `it holds from period ${next.id}, which begins on ${sayDay(next.start)}`
      : 'it never holds: no period begins later';
    return [
      {
        code: 'scheme-change-within-period',
        at,
        message: `no period begins on ${sayDay(from)}; ${holds}`,
        hint: 'write the first day of the period from which it is to hold',
      },
    ];
  });
}

function changesIn(scheme: WrittenScheme): { readonly from: Day; readonly at: Path }[] {
  const adjustments = leavesOf(scheme).flatMap(({ component, at }) =>
    component.adjustments.flatMap(({ from }, index) =>
      from === undefined ? [] : [{ from, at: [...at, 'adjustments', index, 'from'] }],
    ),
  );
  const values = quantitiesIn(scheme).flatMap(({ it, at: above }) =>
    blocksIn(it).flatMap(({ block, at }) =>
      block.kind === 'over-time' && !block.byDays && (block.by === undefined || block.by === 'period')
        ? block.values.flatMap(({ from }, index) =>
            typeof from === 'number' ? [{ from, at: [...above, ...at, 'values', index, 'from'] }] : [],
          )
        : [],
    ),
  );
  return [...adjustments, ...values];
}
