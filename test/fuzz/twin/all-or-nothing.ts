import type { Status } from './conditions.ts';
import type { World } from './world.ts';

/** Whether a component is stopped in a period: it stands or falls with one that earns nothing of what is due. */
export type IsStopped = (component: string, period: number) => boolean;

export const never: IsStopped = () => false;

/** What stops whom, by what each earns nothing of by its measure. */
export function stopsOf({ scheme }: World, earnsNothing: IsStopped): IsStopped {
  return (component, period) => companionsOf(component, scheme).some((other) => earnsNothing(other, period));
}

/** How a component stands once it stands or falls with those of which anything is due. */
export function together(
  component: string,
  { scheme }: World,
  alone: (component: string) => Status,
  isDue: (component: string) => boolean,
): Status {
  const others = companionsOf(component, scheme).filter(isDue);
  const all = [component, ...others].map(alone);
  if (all.includes('forfeited')) return 'forfeited';
  return all.includes('withheld') ? 'withheld' : 'released';
}

function companionsOf(component: string, { allOrNothing = [] }: World['scheme']): readonly string[] {
  return allOrNothing
    .filter(({ components }) => components.includes(component))
    .flatMap(({ components }) => components.filter((other) => other !== component));
}
