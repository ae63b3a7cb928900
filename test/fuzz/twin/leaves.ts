import type { Block, Component, Group, Node } from './written.ts';

/** The components of a scheme in their order, those in groups among them: what has a share of a group's value is worth that share of it. */
export function leavesOf(nodes: readonly Node[]): Component[] {
  return nodes.flatMap((node) => leavesUnder(node, null));
}

function leavesUnder(node: Node, above: Block | null): Component[] {
  if ('group' in node) {
    const whole = node.value ? written(node.value) : shareOf(node.share, above);
    return node.components.flatMap((each) => leavesUnder(each, whole));
  }
  if ('value' in node) return [node];
  const { share, ...own } = node;
  const value = shareOf(share, above);
  if (!value) throw new Error(`${node.id} has a share of nothing`);
  return [{ ...own, value: { ...value, clause: node.clause } }];
}

function written(value: NonNullable<Group['value']>): Block {
  return value.kind === 'fixed'
    ? { kind: 'pounds', pounds: value.pounds }
    : { kind: 'rate', pounds: value.pounds, for: { kind: 'patients' } };
}

function shareOf(share: string | undefined, of: Block | null): Block | null {
  return share === undefined || !of ? null : { kind: 'share', share, of };
}
