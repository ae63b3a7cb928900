import { deadlineOf } from '../domain/claim-window.ts';
import { formatDay, type Span } from '../domain/day.ts';
import { headlineTerms } from '../domain/headline.ts';
import { formatExact, type Ratio } from '../domain/ratio.ts';
import type {
  Achievement,
  Adjustment,
  Component,
  Conditions,
  EvidenceKind,
  Group,
  Period,
  Recovery,
  Scale,
  Scheme,
  ToBeConfirmed,
  Value,
} from '../domain/scheme.ts';

/** A scheme as data for `show --format json`: dates as text, pounds and shares as exact text, names as their ids. */
export function showJson(scheme: Scheme) {
  return {
    id: scheme.id,
    title: scheme.title,
    commissioner: scheme.commissioner,
    status: scheme.status,
    source: scheme.source,
    term: spanData(scheme.term),
    periods: scheme.periods.map(periodData),
    population: {
      kind: scheme.population.kind,
      at: formatDay(scheme.population.at),
      accepted_instead: scheme.population.acceptedInstead.map(formatDay),
      clause: scheme.population.clause,
    },
    evidence: scheme.evidence.map((evidence) => evidenceData(scheme, evidence)),
    measures: scheme.measures,
    components: scheme.components.map((component) => componentData(scheme, component)),
    groups: scheme.groups.map(groupData),
    rounding: scheme.rounding,
    claim_window: scheme.claimWindow,
    leaving: scheme.leaving,
    headlines: scheme.headlines.map((headline) => ({
      kind: headline.kind,
      title: headline.title,
      pounds: formatExact(headline.pounds),
      terms: headlineTerms(scheme, headline).flatMap((term) =>
        term === null ? [] : [{ component: term.component.id, pounds: formatExact(term.pounds) }],
      ),
      clause: headline.clause,
    })),
    to_be_confirmed: scheme.toBeConfirmed.map(holeData),
    assumptions: scheme.assumptions,
  };
}

function spanData({ start, end }: Span) {
  return { start: formatDay(start), end: formatDay(end) };
}

function periodData({ id, title, clause, ...span }: Period) {
  return { id, title, ...spanData(span), clause };
}

function evidenceData(scheme: Scheme, evidence: EvidenceKind) {
  const { id, title, perComponent, perPeriod, minimum, clause } = evidence;
  const deadlines = scheme.periods.map((period) => {
    const on = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
    return { period: period.id, by: on === null ? null : formatDay(on) };
  });
  return {
    id,
    title,
    per_component: perComponent,
    per_period: perPeriod,
    minimum: minimum === null ? null : { kind: minimum.kind, number: formatExact(minimum.number) },
    deadlines,
    clause,
  };
}

function componentData({ periods }: Scheme, component: Component) {
  const { id, title, clause, value, adjustments, achievement, schedule, conditions, recovery } = component;
  return {
    id,
    title,
    value: valueData(value),
    adjustments: adjustments.map(adjustmentData),
    achievement: achievement === null ? null : achievementData(achievement),
    schedule: schedule === null ? null : { shares: schedule.shares.map(formatExact), clause: schedule.clause },
    conditions: conditions.map((asked, index) => ({ period: periods[index]?.id, ...conditionsData(asked) })),
    recovery: recoveryData(recovery),
    clause,
  };
}

function valueData(value: Value): object {
  switch (value.kind) {
    case 'per-patient':
    case 'fixed':
    case 'pool':
      return { kind: value.kind, pounds: formatExact(value.pounds), clause: value.clause };
    case 'per-event': {
      const { kind, pounds, event, atMost, clause } = value;
      return { kind, pounds: formatExact(pounds), event, at_most: atMost, clause };
    }
    case 'share': {
      const path = value.path.map(({ title, share, clause }) => ({ title, share: formatExact(share), clause }));
      return { kind: value.kind, of: valueData(value.of), path, clause: value.clause };
    }
    case 'to-be-confirmed':
      return holeData(value);
  }
}

function adjustmentData(adjustment: Adjustment) {
  const { id, title, kind, clause } = adjustment;
  switch (adjustment.kind) {
    case 'reduce':
      return { id, title, kind, by: formatExact(adjustment.by), rounded_to: adjustment.roundedTo, clause };
    case 'remove':
      return { id, title, kind, clause };
    case 'cap':
      return { id, title, kind, pounds: formatExact(adjustment.pounds), clause };
  }
}

function achievementData(achievement: Achievement) {
  if (achievement.kind === 'to-be-confirmed') return holeData(achievement);
  const { kind, measure, scale, zeroDenominator, onAccount, clause } = achievement;
  return {
    kind,
    measure,
    scale: scaleData(scale),
    zero_denominator: formatExact(zeroDenominator),
    on_account: onAccount === null ? null : formatExact(onAccount),
    clause,
  };
}

function scaleData(scale: Scale) {
  switch (scale.kind) {
    case 'linear':
      return { kind: scale.kind, from: formatExact(scale.from), to: formatExact(scale.to) };
    case 'steps':
      return {
        kind: scale.kind,
        steps: scale.steps.map(({ from, pays }) => ({ from: formatExact(from), pays: formatExact(pays) })),
      };
  }
}

function conditionsData({ needs, keeps }: Conditions) {
  const named = (conditions: Conditions['needs']) =>
    conditions.map(({ evidence, clause }) => ({ evidence: evidence.id, clause }));
  return { needs: named(needs), keeps: named(keeps) };
}

function recoveryData({ from, waitsForDecision, clause }: Recovery) {
  return { from: from?.id ?? null, waits_for_decision: waitsForDecision, clause };
}

function groupData(group: Group): object {
  const { title, level, clause, share, value, groups, components } = group;
  return {
    title,
    level,
    share: share === null ? null : shareData(share),
    value: value === null ? null : valueData(value),
    groups: groups.map(groupData),
    components,
    clause,
  };
}

function shareData(share: Ratio | ToBeConfirmed) {
  return 'kind' in share ? holeData(share) : formatExact(share);
}

function holeData({ kind, what, clause }: ToBeConfirmed) {
  return { kind, what, clause };
}
