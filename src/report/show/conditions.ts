import { sayDay } from '../../domain/day.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import { deadlineOf } from '../../domain/scheme/claim-window.ts';
import type { Component, ConditionOn, EvidenceKind, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayList, sayLong } from '../../domain/words/say.ts';
import { cite } from './cite.ts';
import { sayQuantity } from './quantities.ts';

/** What the components ask for before and after paying, each sentence once for all that ask the same. */
export function sayConditions(scheme: Scheme): string[] {
  const groups = new Map<string, Component[]>();
  for (const component of scheme.components) {
    const key = sentencesOf(scheme, component).join('\n');
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].flatMap((components) => {
    const [first] = components;
    if (!first) return [];
    const who =
      components.length === scheme.components.length ? 'Every component' : sayList(components.map(({ id }) => id));
    return sentencesOf(scheme, first).map((sentence) => `${who}, ${sentence}`);
  });
}

/** One sentence for each run of periods that ask the same. */
function sentencesOf(scheme: Scheme, component: Component): string[] {
  const groups: { periods: Period[]; says: string }[] = [];
  for (const period of scheme.periods) {
    const says = sentenceOf(scheme, component, period);
    const last = groups.at(-1);
    if (last?.says === says) last.periods.push(period);
    else groups.push({ periods: [period], says });
  }
  return groups.map(({ periods, says }) => {
    const when = periods.length === scheme.periods.length ? 'every period' : sayList(periods.map(({ title }) => title));
    return `${when}: ${says}`;
  });
}

function sentenceOf(scheme: Scheme, component: Component, period: Period): string {
  const { needs, keeps, tests = [] } = component.conditions[period.index] ?? { needs: [], keeps: [] };
  if (needs.length + keeps.length + tests.length === 0) return 'no conditions';
  const say = (conditions: readonly ConditionOn[]): string =>
    sayList(conditions.map(({ evidence }) => sayAsked(scheme, evidence, period)));
  const needed = needs.length === 0 ? 'needs nothing' : `needs ${say(needs)}`;
  const kept = keeps.length === 0 ? '' : `; kept only with ${say(keeps)}`;
  const tested = tests.map(
    ({ title, is, atLeast }) =>
      `; paid only if ${sayQuantity(is, scheme)} is at least ${sayQuantity(atLeast, scheme)} (${title})`,
  );
  return `${needed}${kept}${tested.join('')} ${cite(...[...needs, ...keeps, ...tests].map(({ clause }) => clause))}`;
}

function sayAsked(scheme: Scheme, evidence: EvidenceKind, period: Period): string {
  if (evidence.deadline?.kind === 'claim-window' && evidence.deadline.period === 'own') {
    return `${evidence.id} by the end of its claim window`;
  }
  if (evidence.deadline?.kind === 'after-period' && evidence.deadline.period === 'own') {
    return `${evidence.id} by ${sayLong(evidence.deadline.after)} after its end`;
  }
  const deadline = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
  return deadline === null ? evidence.id : `${evidence.id} by ${sayDay(deadline)}`;
}

/** When a piece of evidence is due, for a table: each period's own day where it has one. */
export function sayDeadline(scheme: Scheme, evidence: EvidenceKind): string {
  const { deadline } = evidence;
  if (deadline === null) return 'no last day';
  const days = scheme.periods.map((period) => {
    const on = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
    return { period, says: on === null ? '' : sayDay(on) };
  });
  if (deadline.kind !== 'date' && deadline.period === 'own') {
    return days.map(({ period, says }) => `${period.id} by ${says}`).join(', ');
  }
  return `by ${days[0]?.says ?? ''}`;
}

/** For which component and period a piece of evidence counts, and how much of it is asked for. */
export function sayScope({ perComponent, perPeriod, minimum }: EvidenceKind): string {
  const per = [...(perComponent ? ['component'] : []), ...(perPeriod ? ['period'] : [])];
  const scope = per.length === 0 ? 'once' : `once for each ${per.join(' and ')}`;
  if (minimum === null) return scope;
  const number = formatExact(minimum.number);
  const least = minimum.kind === 'number' ? number : `${number} for every 1,000 patients, rounded up`;
  return `${scope}, with a quantity of at least ${least}`;
}
