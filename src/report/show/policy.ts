import { sayDay } from '../../domain/day.ts';
import { formatShare, zero } from '../../domain/money/ratio.ts';
import { eventsOfValue, quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import { blocksIn } from '../../domain/scheme/quantity.ts';
import type {
  ClaimWindow,
  Component,
  Period,
  Population,
  Recovery,
  Schedule,
  Scheme,
  SchemeRounding,
} from '../../domain/scheme/scheme.ts';
import { sayList, sayLong, sayPounds } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { cite } from './cite.ts';

/** The rules that hold for the scheme as a whole, one sentence each. */
export function sayPolicies(scheme: Scheme): string[] {
  return [
    ...(countsPatients(scheme) ? [sayPopulation(scheme.population)] : []),
    sayRounding(scheme),
    ...saySchedules(scheme),
    ...(scheme.claimWindow === null ? [] : [sayClaimWindow(scheme.claimWindow)]),
    ...sayRecoveries(scheme),
    sayLeaving(scheme),
    sayJoining(scheme),
    ...saySmallestPayment(scheme),
    ...(scheme.allOrNothing ?? []).map(
      ({ components, clause }) => `All or nothing: ${sayList(components)} ${cite(clause)}`,
    ),
  ];
}

function sayPopulation({ kind, at, acceptedInstead, clause }: Population): string {
  const instead = acceptedInstead.length === 0 ? '' : `, or in its place at ${sayList(acceptedInstead.map(sayDay))}`;
  return `Patients: the ${kind} list at ${sayDay(at)}${instead} ${cite(clause)}`;
}

function sayRounding({ words, rounding: { at, unit, mode, clause } }: Scheme): string {
  const where =
    at === 'component'
      ? 'each component for itself, on what has fallen due to date'
      : 'what all components have fallen due to date together, then split over them by largest remainder';
  return `Rounding: to the ${inWords(words, unit)}, ${sayMode[mode]}: ${where} ${cite(clause)}`;
}

const sayMode: Readonly<Record<SchemeRounding['mode'], string>> = {
  'half-away-from-zero': 'halves away from zero',
  'half-to-even': 'halves to the even one',
  up: 'up',
  down: 'down',
};

function sayClaimWindow(window: ClaimWindow): string {
  return `Claims: considered ${sayLastDay(window)}${sayCountsIn(window)} ${cite(window.clause)}`;
}

function sayLastDay(window: ClaimWindow): string {
  switch (window.kind) {
    case 'end-of-next-period':
      return 'until the end of the period after that of the event';
    case 'days':
    case 'months':
      return `for ${sayLong(window)} after ${window.after === 'period' ? 'the end of the period of the event' : 'the event'}`;
  }
}

function sayCountsIn({ countsIn, closes }: ClaimWindow): string {
  if (countsIn !== 'period-of-claim') return '';
  if (!closes) return '; an event belongs to the period in which it is claimed';
  return `; an event belongs to the first period, from its own on, by ${sayLong(closes)} after the end of which it is claimed`;
}

function saySchedules({ components, periods }: Scheme): string[] {
  return sayAlike('Schedule', components, (component) => {
    return component.schedule === null ? sayWhatAddsUp(component) : saySchedule(component.schedule, periods);
  });
}

/** When what adds up over the term is paid. */
function sayWhatAddsUp(component: Component): string {
  const blocks = quantitiesOf(component).flatMap((quantity) => blocksIn(quantity).map(({ block }) => block));
  const byFigures = blocks.some((block) => block.kind === 'measure' && block.at === 'to-date');
  const byEvents = eventsOfValue(component.value).length > 0;
  if (!byFigures) return 'in the period of each event';
  return byEvents ? 'in the period of each event and of each figure' : 'in the period of each figure';
}

function saySchedule({ shares, eachPeriod, rounded, clause }: Schedule, periods: readonly Period[]): string {
  if (eachPeriod) return `the value is that of one period, worked out anew in each ${cite(clause)}`;
  const parts = periods.map(({ id }, index) => `${formatShare(shares[index] ?? zero)} in ${id}`);
  const each = rounded ? ', each instalment rounded for itself, and the last takes the rest' : '';
  return `${sayList(parts)}${each} ${cite(clause)}`;
}

function sayRecoveries({ words, components }: Scheme): string[] {
  return sayAlike('Recovery', components, ({ recovery }) => sayRecovery(words, recovery));
}

/** One sentence for all components of which the same is to be said. */
function sayAlike(rule: string, components: readonly Component[], say: (component: Component) => string): string[] {
  const groups = new Map<string, string[]>();
  for (const component of components) {
    const says = say(component);
    groups.set(says, [...(groups.get(says) ?? []), component.id]);
  }
  if (groups.size === 1) return [...groups.keys()].map((says) => `${rule}: ${says}`);
  return [...groups].map(([says, ids]) => `${rule} for ${sayList(ids)}: ${says}`);
}

function saySmallestPayment(scheme: Scheme): string[] {
  if (!scheme.smallestPayment) return [];
  const { pounds, clause } = scheme.smallestPayment;
  const to = inWords(scheme.words, 'to a practice');
  const last = scheme.periods.at(-1)?.id ?? '';
  return [
    `Small payments: less than ${sayPounds(scheme.words, pounds)} ${to} is carried to a later run; the run for ${last} pays it ${cite(clause)}`,
  ];
}

function sayRecovery(words: Words, { from, waitsForDecision, tolerance, smallest, clause }: Recovery): string {
  const decided = waitsForDecision ? 'only after a decision to recover' : 'at once';
  const when = from === null ? decided : `from the run for ${from.id} on, deferred until then`;
  const after = from !== null && waitsForDecision ? `, and ${decided}` : '';
  const inside = tolerance ? `, but nothing within ${formatShare(tolerance)} of what was paid` : '';
  const least = smallest ? `, but nothing below ${sayPounds(words, smallest)}` : '';
  return `money paid and no longer earned comes back ${when}${after}${inside}${least} ${cite(clause)}`;
}

function sayLeaving(scheme: Scheme): string {
  const { notice, prorate, comesBack = [], clause } = scheme.leaving;
  const given = notice === null ? 'no notice period' : `${sayLong(notice)} of notice`;
  const owed =
    prorate === 'days'
      ? 'the period in which a practice leaves is paid by the day'
      : 'the period in which a practice leaves is paid whole if its conditions are met, later ones not at all';
  const back = comesBack.map(({ within, share, components, clause: own }) => {
    const whose = components === undefined ? '' : ` of ${sayList(components)}`;
    return `; within ${sayLong(within)} of its start ${formatShare(share)} of all that was earned${whose} comes back ${cite(own)}`;
  });
  return `Leaving: ${given}; ${inWords(scheme.words, owed)} ${cite(clause)}${back.join('')}`;
}

function sayJoining(scheme: Scheme): string {
  const { joining } = scheme;
  if (joining === null) {
    const says = 'Joining: no practice may join after the term began, as the scheme does not say what becomes of it';
    return inWords(scheme.words, says);
  }
  const { prorate, list, clause } = joining;
  const owed =
    prorate === 'days'
      ? 'the period in which a practice joins is paid by the day'
      : 'a period that had begun before a practice joined pays it nothing';
  const counts =
    list === 'first-after'
      ? 'its list is the earliest from that day on, or else the one at the date of the scheme'
      : 'it earns nothing by its list';
  return `Joining: ${inWords(scheme.words, owed)}; ${counts} ${cite(clause)}`;
}
