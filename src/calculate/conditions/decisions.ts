import type { Decision, DecisionKind } from '../../domain/facts.ts';

/** The decision on a proportion that counts for a component: the latest, or null. Two on one day are an error of the data. */
export function latestProportion(decisions: readonly Decision[], component: string): Decision | null {
  let found: Decision | null = null;
  for (const decision of ofComponent(decisions, 'proportion', component)) {
    if (found === null || decision.decidedOn > found.decidedOn) found = decision;
  }
  return found;
}

/** The decisions of one kind on a component, or on one period of it. */
export function ofComponent(
  decisions: readonly Decision[],
  kind: DecisionKind,
  component: string,
): readonly Decision[] {
  return decisions.filter((each) => each.decision === kind && each.component === component);
}
