import type { Day } from '../../domain/day.ts';
import type { Claim, Decision, Facts } from '../../domain/facts.ts';
import { countingComponents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** The decisions that accept late claims of one practice. */
export interface AcceptedClaims {
  /** The first decision by which a late claim is taken; none where nobody accepted it. */
  readonly of: (claim: Claim) => Decision | undefined;
  /** The event_ids that they name. */
  readonly ids: ReadonlySet<string>;
}

/** What was accepted for each practice, in their order, by a day. A decision for a component covers its claims alone. */
export function acceptedClaims(scheme: Scheme, facts: Facts, asAt: Day): readonly AcceptedClaims[] {
  const components = countingComponents(scheme);
  return facts.practices.map(({ code }) => {
    const decisions = facts.decisions.get(code);
    return decisions ? acceptedOf(decisions, asAt, components) : nothingAccepted;
  });
}

const nothingAccepted: AcceptedClaims = { of: () => undefined, ids: new Set() };

function acceptedOf(
  decisions: readonly Decision[],
  asAt: Day,
  components: ReadonlyMap<string, readonly string[]>,
): AcceptedClaims {
  const known = decisions
    .filter(({ decision, decidedOn }) => decision === 'accept-late' && decidedOn <= asAt)
    .sort((a, b) => a.decidedOn - b.decidedOn || a.line - b.line);
  const byId = new Map<string, Decision[]>();
  for (const row of known) {
    if (row.evidence === null) continue;
    const same = byId.get(row.evidence);
    if (same) same.push(row);
    else byId.set(row.evidence, [row]);
  }
  return {
    of: ({ event, eventId }) =>
      byId.get(eventId)?.find(({ component }) => component === null || components.get(event)?.includes(component)),
    ids: new Set(byId.keys()),
  };
}
