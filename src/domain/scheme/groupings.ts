import { dependenciesOf } from './depends-on.ts';
import type { Grouping, Scheme } from './scheme.ts';

/** The network code of a practice that is in none: such a practice earns nothing by its network. */
export const noNetwork = 'U';

/** By what a scheme takes practices together: where a value goes by it, or a measure. */
export function groupingsOf(scheme: Pick<Scheme, 'components' | 'population'>): ReadonlySet<Grouping> {
  return new Set(scheme.components.flatMap((component) => [...dependenciesOf(component, scheme).together]));
}
