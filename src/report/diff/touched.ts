import { boundTo, type Dependencies, dependenciesOf } from '../../domain/scheme/depends-on.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** The ids of the components of two schemes that something can touch, each once. */
export function touchedBy(schemes: readonly Scheme[], turnsOn: (on: Dependencies) => boolean): string[] {
  return [...new Set(schemes.flatMap((scheme) => touchedIn(scheme, turnsOn)))];
}

function touchedIn(scheme: Scheme, turnsOn: (on: Dependencies) => boolean): string[] {
  const { components, smallestPayment } = scheme;
  const touched = components.filter((component) =>
    boundTo(component, scheme).some((each) => turnsOn(dependenciesOf(each, scheme))),
  );
  // Where a small payment waits, it waits for all components together.
  const moved = smallestPayment && touched.length > 0 ? components : touched;
  return moved.map(({ id }) => id);
}
