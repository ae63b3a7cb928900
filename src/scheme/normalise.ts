import type { Day } from '../domain/day.ts';
import type { EvidenceKind, Group, Headline, Period, Population, Scheme } from '../domain/scheme/scheme.ts';
import { type EventKind, withShortTitle } from '../domain/scheme/titles.ts';
import type { Document } from '../json/document.ts';
import { found } from './found.ts';
import type { WrittenGroup } from './grammar/component.ts';
import type { WrittenEvidence } from './grammar/conditions.ts';
import type { WrittenHeadline } from './grammar/examples.ts';
import type { WrittenScheme } from './grammar/scheme.ts';
import { componentOf, readyValue } from './normalise-component.ts';
import { exampleOf } from './normalise-example.ts';
import { holesIn } from './to-be-confirmed.ts';
import { isGroup, leavesOf } from './tree.ts';
import { wordsOf } from './words-of.ts';

/** The population of a scheme that counts no patients, and says nothing of one. */
function nobody(at: Day): Population {
  return { kind: 'registered', at, acceptedInstead: [], clause: '', isSaid: false };
}

/** The scheme that a person wrote, with names looked up and defaults passed down. The checks have passed: nothing can be missing. */
export function normalise(written: WrittenScheme, document: Document): Scheme {
  const periods = written.periods.map((period, index): Period => ({ ...period, index }));
  const evidence = written.evidence.map((kind) => evidenceOf(kind, periods));
  const components = leavesOf(written).map((leaf, index) => componentOf(leaf, index, { written, periods, evidence }));
  const componentIds = components.map(({ id }) => id);
  return {
    id: written.id,
    title: written.title,
    commissioner: written.commissioner,
    status: written.status,
    words: wordsOf(written),
    source: { title: written.source.title, reference: written.source.reference ?? null },
    term: { start: written.term.start, end: written.term.end },
    periods,
    population: written.population ?? nobody(written.term.start),
    evidence,
    ...(written.events.length > 0 && { events: written.events.map(eventOf) }),
    ...(written.quantities.length > 0 && { quantities: written.quantities }),
    measures: written.measures,
    components,
    groups: written.components.filter(isGroup).map((group) => groupOf(group, written)),
    rounding: written.rounding,
    claimWindow: written.claimWindow ?? null,
    ...(written.holidays && { holidays: written.holidays }),
    leaving: leavingOf(written.leaving),
    joining: written.joining ?? null,
    ...(written.smallestPayment && { smallestPayment: written.smallestPayment }),
    ...(written.allOrNothing.length > 0 && { allOrNothing: written.allOrNothing }),
    assumptions: written.assumptions,
    headlines: written.headlines.map((headline) => headlineOf(headline, componentIds)),
    examples: written.examples.map((example, index) => exampleOf(example, index, periods, document)),
    toBeConfirmed: holesIn(written).map(({ hole }) => hole),
  };
}

function evidenceOf(kind: WrittenEvidence, periods: readonly Period[]): EvidenceKind {
  const { id, title, deadline, per, minimum, clause } = kind;
  return {
    id,
    title,
    ...withShortTitle(kind),
    deadline: deadline ? deadlineOf(deadline, periods) : null,
    perComponent: per.includes('component'),
    perPeriod: per.includes('period'),
    minimum: minimum ?? null,
    clause,
  };
}

function eventOf({ id, title, clause, ...rest }: WrittenScheme['events'][number]): EventKind {
  return { id, title, ...withShortTitle(rest), clause };
}

function deadlineOf(
  deadline: NonNullable<WrittenEvidence['deadline']>,
  periods: readonly Period[],
): NonNullable<EvidenceKind['deadline']> {
  switch (deadline.kind) {
    case 'date':
      return deadline;
    case 'claim-window':
      return { kind: 'claim-window', period: ownOrFound(periods, deadline.period) };
    case 'after-period':
      return { kind: 'after-period', period: ownOrFound(periods, deadline.period), after: deadline.after };
  }
}

function ownOrFound(periods: readonly Period[], id: string | undefined): Period | 'own' {
  return id === undefined ? 'own' : found(periods, id);
}

function leavingOf({ notice, prorate, comesBack, clause }: WrittenScheme['leaving']): Scheme['leaving'] {
  return { notice: notice ?? null, prorate, ...(comesBack.length > 0 && { comesBack }), clause };
}

function groupOf({ group, level, clause, share, value, components }: WrittenGroup, written: WrittenScheme): Group {
  return {
    title: group,
    level,
    clause,
    share: share ?? null,
    value: value ? readyValue(value, clause, written) : null,
    groups: components.filter(isGroup).map((inner) => groupOf(inner, written)),
    components: components.flatMap((node) => (isGroup(node) ? [] : [node.id])),
  };
}

function headlineOf(headline: WrittenHeadline, componentIds: readonly string[]): Headline {
  return { ...headline, components: headline.components === 'all' ? componentIds : headline.components };
}
