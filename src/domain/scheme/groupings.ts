import type { Grouping, Scheme } from './scheme.ts';

/** The network code of a practice that is in none: such a practice earns nothing by its network. */
export const noNetwork = 'U';

/** By what a scheme takes practices together: where a value goes by it, or a measure. */
export function groupingsOf({ components }: Pick<Scheme, 'components'>): ReadonlySet<Grouping> {
  return new Set(
    components.flatMap(({ value, achievement }) => [
      ...(value.kind === 'shared' ? [value.within] : []),
      ...(achievement?.kind === 'measured' && achievement.measuredAt ? [achievement.measuredAt] : []),
    ]),
  );
}
