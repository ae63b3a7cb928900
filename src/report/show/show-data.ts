import { at } from '../../domain/at.ts';
import { formatDay, type Span } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatExact, type Ratio } from '../../domain/money/ratio.ts';
import { deadlineOf } from '../../domain/scheme/claim-window.ts';
import { headlineTerms } from '../../domain/scheme/headline.ts';
import { paysPractices } from '../../domain/scheme/member.ts';
import type {
  Achievement,
  ClaimWindow,
  Component,
  Conditions,
  EvidenceKind,
  Group,
  MeasureKind,
  Period,
  Recovery,
  Scheme,
  ToBeConfirmed,
} from '../../domain/scheme/scheme.ts';
import { type EventKind, shortTitleData } from '../../domain/scheme/titles.ts';
import type { GroupData, ShowDocument } from '../../formats/show.ts';
import { budgetData } from './budget-data.ts';
import { leavingData } from './leaving-data.ts';
import { quantityData } from './quantity-data.ts';
import { scaleData } from './scale-data.ts';
import { scheduleData } from './schedule-data.ts';
import type { SchemeWords } from './scheme-words.ts';
import { adjustmentData, holeData, valueData } from './value-data.ts';

/** A scheme as data for `show --format json`: dates as text, pounds and shares as exact text, names as their ids. */
export function showJson(scheme: Scheme): ShowDocument {
  return {
    format: 'quarterday/show/1',
    ...currencyKey(scheme.words),
    id: scheme.id,
    title: scheme.title,
    commissioner: scheme.commissioner,
    status: scheme.status,
    ...(!paysPractices(scheme.words) && { member: scheme.words.member }),
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
    ...(scheme.events && { events: scheme.events.map(eventData) }),
    measures: scheme.measures.map(measureData),
    components: scheme.components.map((component) => componentData(scheme, component)),
    groups: scheme.groups.map((group) => groupData(group, scheme)),
    rounding: scheme.rounding,
    claim_window: scheme.claimWindow && claimWindowData(scheme.claimWindow),
    ...(scheme.holidays && {
      holidays: { days: scheme.holidays.days.map(formatDay), clause: scheme.holidays.clause },
    }),
    leaving: leavingData(scheme.leaving),
    joining: scheme.joining,
    ...(scheme.smallestPayment && {
      smallest_payment: { ...scheme.smallestPayment, pounds: formatExact(scheme.smallestPayment.pounds) },
    }),
    ...(scheme.allOrNothing && { all_or_nothing: scheme.allOrNothing }),
    budget: budgetData(scheme),
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
    ...shortTitleData(evidence),
    per_component: perComponent,
    per_period: perPeriod,
    minimum: minimum === null ? null : { kind: minimum.kind, number: formatExact(minimum.number) },
    deadlines,
    clause,
  };
}

function eventData(event: EventKind) {
  const { id, title, clause } = event;
  return { id, title, ...shortTitleData(event), clause };
}

function measureData({ numeratorUnit, denominatorUnit, mayExceed, lines, ...measure }: MeasureKind) {
  const { id, title, numerator, denominator, clause } = measure;
  return {
    id,
    title,
    numerator,
    ...(denominator !== undefined && { denominator }),
    ...(numeratorUnit !== undefined && { numerator_unit: numeratorUnit }),
    ...(denominatorUnit !== undefined && { denominator_unit: denominatorUnit }),
    ...(mayExceed !== undefined && { may_exceed: mayExceed }),
    ...(lines !== undefined && { lines }),
    clause,
  };
}

function claimWindowData({ countsIn, ...window }: ClaimWindow) {
  return { ...window, ...(countsIn !== undefined && { counts_in: countsIn }) };
}

function componentData(scheme: Scheme, component: Component) {
  const { id, title, clause, value, adjustments, achievement, schedule, conditions, recovery } = component;
  return {
    id,
    title,
    ...shortTitleData(component),
    value: valueData(value, scheme),
    adjustments: adjustments.map((adjustment) => adjustmentData(adjustment, scheme)),
    achievement: achievement === null ? null : achievementData(achievement, scheme),
    schedule: schedule === null ? null : scheduleData(schedule),
    conditions: conditions.map((asked, index) => ({
      period: at(scheme.periods, index).id,
      ...conditionsData(asked, scheme),
    })),
    recovery: recoveryData(recovery),
    clause,
  };
}

function achievementData(achievement: Achievement, scheme: SchemeWords) {
  if (achievement.kind === 'to-be-confirmed') return holeData(achievement);
  const { kind, measure, scale, zeroDenominator, onAccount, clause } = achievement;
  const { measuredAt, smallestDenominator: smallest, points } = achievement;
  return {
    kind,
    measure,
    scale: scaleData(scale),
    zero_denominator: formatExact(zeroDenominator),
    on_account:
      onAccount === null ? null : 'kind' in onAccount ? quantityData(onAccount, scheme) : formatExact(onAccount),
    ...(measuredAt && { measured_at: measuredAt }),
    ...(smallest && {
      smallest_denominator: { number: formatExact(smallest.number), pays: formatExact(smallest.pays) },
    }),
    ...(points && { points: { ...points, number: formatExact(points.number) } }),
    clause,
  };
}

function conditionsData({ needs, keeps, tests }: Conditions, scheme: SchemeWords) {
  const named = (conditions: Conditions['needs']) =>
    conditions.map(({ evidence, clause }) => ({ evidence: evidence.id, clause }));
  const tested = tests?.map(({ title, is, atLeast, clause }) => ({
    title,
    is: quantityData(is, scheme),
    at_least: quantityData(atLeast, scheme),
    clause,
  }));
  return { needs: named(needs), keeps: named(keeps), ...(tested && { tests: tested }) };
}

function recoveryData({ from, waitsForDecision, tolerance, smallest, clause }: Recovery) {
  return {
    from: from?.id ?? null,
    waits_for_decision: waitsForDecision,
    ...(tolerance && { tolerance: formatExact(tolerance) }),
    ...(smallest && { smallest: formatExact(smallest) }),
    clause,
  };
}

function groupData(group: Group, scheme: SchemeWords): GroupData {
  const { title, level, clause, share, value, groups, components } = group;
  return {
    title,
    level,
    share: share === null ? null : shareData(share),
    value: value === null ? null : valueData(value, scheme),
    groups: groups.map((inner) => groupData(inner, scheme)),
    components,
    clause,
  };
}

function shareData(share: Ratio | ToBeConfirmed) {
  return 'kind' in share ? holeData(share) : formatExact(share);
}
