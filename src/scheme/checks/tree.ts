import { add, equals, formatShare, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import type { JsonMistake, Path } from '../../json/mistake.ts';
import type { WrittenNode } from '../grammar/component.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { groupsOf, isGroup } from '../tree.ts';

/** Each component has a value of its own or, below a group with a value, a share of it; never both, and never neither. */
export function valuesComeFromAboveOrStandAlone(scheme: WrittenScheme): JsonMistake[] {
  return misplaced(scheme.components, ['components'], null);
}

function misplaced(nodes: readonly WrittenNode[], above: Path, valued: string | null): JsonMistake[] {
  return nodes.flatMap((node, index) => {
    const at = [...above, index];
    const name = isGroup(node) ? node.group : node.id;
    const here = valued === null ? standsAlone(node, name, at) : shares(node, name, valued, at);
    if (!isGroup(node)) return here;
    const passes = valued ?? (node.value ? node.group : null);
    return [...here, ...misplaced(node.components, [...at, 'components'], passes)];
  });
}

function standsAlone(node: WrittenNode, name: string, at: Path): JsonMistake[] {
  const mistakes: JsonMistake[] = [];
  if (node.share) {
    const message = `${name} has a share, but no group above it has a value; expected a value`;
    mistakes.push({
      code: 'scheme-tree',
      at: [...at, 'share'],
      message,
      hint: 'give the group a "value", or write "value" here',
    });
  } else if (!isGroup(node) && !node.value) {
    const message = `${name} has no value; expected a value, or a share of the value of a group`;
    mistakes.push({ code: 'scheme-tree', at, message, hint: 'add "value"' });
  }
  return mistakes;
}

function shares(node: WrittenNode, name: string, valued: string, at: Path): JsonMistake[] {
  const mistakes: JsonMistake[] = [];
  if (node.value) {
    const message = `${name} has a value of its own, but stands below ${valued}, which has one; expected a share of that`;
    mistakes.push({ code: 'scheme-tree', at: [...at, 'value'], message, hint: 'write "share" in place of "value"' });
  }
  if (!node.share) {
    const message = `${name} has no share; expected the share that it has of the value of ${valued}`;
    mistakes.push({ code: 'scheme-tree', at, message, hint: 'add "share", such as "60%"' });
  }
  return mistakes;
}

/** The shares directly below each group add up to 1 exactly, unless one of them is still to be confirmed. */
export function groupSharesAddUpToOne(scheme: WrittenScheme): JsonMistake[] {
  return groupsOf(scheme).flatMap(({ group, at }): JsonMistake[] => {
    let total: Ratio = zero;
    for (const { share } of group.components) {
      if (share === undefined || 'kind' in share) return [];
      total = add(total, share);
    }
    if (equals(total, one)) return [];
    const message = `the shares below ${group.group} add up to ${formatShare(total)}; expected 100%`;
    return [
      {
        code: 'scheme-tree',
        at: [...at, 'components'],
        message,
        hint: 'correct the shares so that they make 1 in all',
      },
    ];
  });
}
