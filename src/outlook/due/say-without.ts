import type { DueRow } from './due.ts';

/** What becomes of the sum of needs that hang together where they are not met: of what came too late, where nobody accepts it. */
export function sayWithout(group: readonly DueRow[]): string {
  const isLate = group.every(({ need }) => need.state === 'late, needs a decision');
  const [it, itIs] = group.length === 1 ? ['it', 'it is'] : ['them', 'they are'];
  const happens = new Set(group.map(({ without }) => without));
  // Whether it is taken back then is a decision too, where the scheme asks for one, and is told by itself.
  if (happens.has('comes back')) {
    return isLate
      ? `Unless ${itIs} accepted, what was paid is not earned.`
      : `Without ${it}, what was paid comes back.`;
  }
  if (happens.has('forfeited')) {
    if (group.every(({ need }) => need.kind === 'evidence' && need.pricedAnew))
      return 'After that day another price is paid.';
    return isLate ? `Unless ${itIs} accepted, the sum is not paid.` : `Without ${it}, the sum is not paid.`;
  }
  return `Without ${it}, the sum waits.`;
}
