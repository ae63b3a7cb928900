import type { Path } from '../json/mistake.ts';
import type { WrittenComponent, WrittenGroup, WrittenNode } from './grammar/component.ts';
import type { WrittenScheme } from './grammar/scheme.ts';

/** A component where it hangs in the tree. */
export interface Leaf {
  readonly component: WrittenComponent;
  readonly at: Path;
  /** The groups around it, from the top. */
  readonly groups: readonly PlacedGroup[];
}

export interface PlacedGroup {
  readonly group: WrittenGroup;
  readonly at: Path;
}

export function isGroup(node: WrittenNode): node is WrittenGroup {
  return 'group' in node;
}

/** Every component of a scheme, in its order. */
export function leavesOf(scheme: WrittenScheme): Leaf[] {
  return leavesUnder(scheme.components, ['components'], []);
}

function leavesUnder(nodes: readonly WrittenNode[], above: Path, groups: readonly PlacedGroup[]): Leaf[] {
  return nodes.flatMap((node, index): Leaf[] => {
    const at = [...above, index];
    if (!isGroup(node)) return [{ component: node, at, groups }];
    return leavesUnder(node.components, [...at, 'components'], [...groups, { group: node, at }]);
  });
}

/** Every group of a scheme, each before those inside it. */
export function groupsOf(scheme: WrittenScheme): PlacedGroup[] {
  return groupsUnder(scheme.components, ['components']);
}

function groupsUnder(nodes: readonly WrittenNode[], above: Path): PlacedGroup[] {
  return nodes.flatMap((node, index): PlacedGroup[] => {
    const at = [...above, index];
    return isGroup(node) ? [{ group: node, at }, ...groupsUnder(node.components, [...at, 'components'])] : [];
  });
}
