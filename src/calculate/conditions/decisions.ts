import { type Day, formatDay } from '../../domain/day.ts';
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

/** Late claims that were accepted, by event_id, with the first decision that says so. */
export function acceptedLateClaims(decisions: readonly Decision[], asAt: Day): ReadonlyMap<string, Decision> {
  const accepted = new Map<string, Decision>();
  for (const row of decisions) {
    const { decision, evidence, decidedOn } = row;
    if (decision !== 'accept-late' || evidence === null || decidedOn > asAt) continue;
    const before = accepted.get(evidence);
    if (before === undefined || decidedOn < before.decidedOn) accepted.set(evidence, row);
  }
  return accepted;
}

/** Who decided, when and why, as the workings name it. */
export function sayDecision({ decidedBy, decidedOn, reason }: Decision): string {
  return `decided by ${decidedBy} on ${formatDay(decidedOn)}: ${reason}`;
}
