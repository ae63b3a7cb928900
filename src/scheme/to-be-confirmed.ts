import type { ToBeConfirmed } from '../domain/scheme/scheme.ts';
import type { Path } from '../json/mistake.ts';
import type { WrittenNode } from './grammar/component.ts';
import type { WrittenScheme } from './grammar/scheme.ts';
import { isGroup } from './tree.ts';

/** A hole in a scheme and the place where it is written. */
export interface Hole {
  readonly hole: ToBeConfirmed;
  readonly at: Path;
}

/** Everything that a scheme leaves to be confirmed, in the order in which it is read. */
export function holesIn(scheme: WrittenScheme): Hole[] {
  const matters = scheme.toBeConfirmed.map(
    ({ what, clause }, index): Hole => ({
      hole: { kind: 'to-be-confirmed', what, clause },
      at: ['toBeConfirmed', index],
    }),
  );
  return [...matters, ...holesUnder(scheme.components, ['components'])];
}

function holesUnder(nodes: readonly WrittenNode[], above: Path): Hole[] {
  return nodes.flatMap((node, index) => {
    const at = [...above, index];
    const { value, share } = node;
    const achievement = isGroup(node) ? undefined : node.achievement;
    return [
      ...(value?.kind === 'to-be-confirmed' ? [{ hole: value, at: [...at, 'value'] }] : []),
      ...(share && 'kind' in share ? [{ hole: share, at: [...at, 'share'] }] : []),
      ...(achievement?.kind === 'to-be-confirmed' ? [{ hole: achievement, at: [...at, 'achievement'] }] : []),
      ...(isGroup(node) ? holesUnder(node.components, [...at, 'components']) : []),
    ];
  });
}
