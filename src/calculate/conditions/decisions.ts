import { formatDay } from '../../domain/day.ts';
import type { Decision, DecisionKind } from '../../domain/facts.ts';

/** The latest decision of these kinds for a component, or null. Two that disagree on one day are an error of the data. */
export function latestDecision(
  decisions: readonly Decision[],
  component: string,
  kinds: readonly DecisionKind[],
): Decision | null {
  let found: Decision | null = null;
  for (const decision of decisions) {
    const applies = decision.component === component && kinds.includes(decision.decision);
    if (applies && (found === null || decision.decidedOn >= found.decidedOn)) found = decision;
  }
  return found;
}

/** Who decided, when and why, as the workings name it. */
export function sayDecision({ decidedBy, decidedOn, reason }: Decision): string {
  return `decided by ${decidedBy} on ${formatDay(decidedOn)}: ${reason}`;
}
