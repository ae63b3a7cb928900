import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import type { Placed } from './names.ts';

/** No two periods, pieces of evidence, events, measures or components share an id. */
export function idsAreUnique(scheme: WrittenScheme): JsonMistake[] {
  return [
    ...areUnique('period', placed(scheme.periods, ['periods'])),
    ...areUnique('evidence', placed(scheme.evidence, ['evidence'])),
    ...areUnique('event', placed(scheme.events, ['events'])),
    ...areUnique('measure', placed(scheme.measures, ['measures'])),
    ...areUnique('quantity', placed(scheme.quantities, ['quantities'])),
    ...areUnique(
      'component',
      leavesOf(scheme).map(({ component, at }) => ({ it: component.id, at: [...at, 'id'] })),
    ),
  ];
}

/** No component has two adjustments of one id; several components may have one each, for a headline to name them together. */
export function adjustmentIdsAreUnique(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component, at }) => [
    ...areUnique('adjustment', placed(component.adjustments, [...at, 'adjustments'])),
    ...(component.value?.kind === 'shared'
      ? areUnique('adjustment', placed(component.value.ofEach, [...at, 'value', 'ofEach']))
      : []),
  ]);
}

function placed(named: readonly { readonly id: string }[], at: Path): Placed<string>[] {
  return named.map(({ id }, index) => ({ it: id, at: [...at, index, 'id'] }));
}

/** Capitals make no difference: in a folder or a spreadsheet nobody tells `q1` from `Q1`. */
function areUnique(what: string, ids: readonly Placed<string>[]): JsonMistake[] {
  const seen = new Set<string>();
  return ids.flatMap(({ it, at }): JsonMistake[] => {
    const id = it.toLowerCase();
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `the ${what} id ${JSON.stringify(it)} is already used; expected an id of its own`;
    return [{ code: 'scheme-duplicate-id', at, message, hint: 'give one of the two another id' }];
  });
}
