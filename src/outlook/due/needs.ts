import { type Day, earliestOf, sayDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { Component, EvidenceKind, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { eventTitled, type Titled, withShortTitle } from '../../domain/scheme/titles.ts';
import { type FigureAsked, nameOfFigure } from '../worlds/figures-asked.ts';

/** Something that is still asked for: evidence, a figure, or a decision: on evidence or a claim that came late, or on what was overpaid. */
export type Need = NeedOfAnyKind &
  (
    | {
        readonly kind: 'evidence';
        readonly of: EvidenceKind /** The day from which it is worth something. */;
        readonly on?: Day;
        /** Whether it is paid at another price after its last day. */
        readonly pricedAnew?: boolean;
      }
    | { readonly kind: 'late evidence'; readonly of: EvidenceKind }
    | { readonly kind: 'figure'; readonly of: FigureAsked }
    | { readonly kind: 'late claim' | 'recovery' }
  );

/** What is asked for, as due.csv has it. */
export function kindOfNeed({ kind }: Need): 'evidence' | 'figure' | 'decision' {
  return kind === 'evidence' || kind === 'figure' ? kind : 'decision';
}

interface NeedOfAnyKind extends Titled {
  readonly id: string;
  /** Null where it is not asked for by component, or by period. */
  readonly component: Component | null;
  readonly period: Period | null;
  readonly lastDay: Day | null;
  /** `missing`, `49 of 50`, `late, needs a decision`. */
  readonly state: string;
  readonly clauses: readonly string[];
}

/** One component in one period, as far as something is still asked for it. */
export interface AskedLine {
  readonly component: Component;
  readonly period: Period;
}

/** What an outcome of a condition still asks for; `nothing` where it is met or not asked, `lost` where nobody can mend it. */
export function askedBy(outcome: ConditionOutcome, { component, period }: AskedLine): Need | 'nothing' | 'lost' {
  const { state, evidence, deadline, accepted, clause } = outcome;
  const kind = kindOf(outcome);
  if (kind === null) return state === 'failed' ? 'lost' : 'nothing';
  return {
    kind,
    of: evidence,
    id: evidence.id,
    title: evidence.title,
    ...withShortTitle(evidence),
    component: evidence.perComponent ? component : null,
    period: evidence.perPeriod ? period : null,
    lastDay: kind === 'late evidence' || accepted !== null ? null : deadline,
    state: stateOf(outcome),
    clauses: [clause],
  };
}

const late = 'late, needs a decision';

function kindOf({ state, lacks, by, deadline }: ConditionOutcome): 'evidence' | 'late evidence' | null {
  switch (state) {
    case 'open':
      return 'evidence';
    case 'not due':
      // Evidence without a last day that is owed after payment never brings the money back.
      return by === 'keeps' && deadline === null ? null : 'evidence';
    case 'failed':
      return lacks === 'late' ? 'late evidence' : null;
    case 'met':
    case 'not asked':
      return null;
  }
}

function stateOf({ row, lacks, least }: ConditionOutcome): string {
  if (lacks === 'late') return late;
  if (row === null || lacks === null) return 'missing';
  return `${row.quantity === null ? 'no number' : formatExact(row.quantity)} of ${least === null ? 'more' : formatExact(least)}`;
}

/** What a missing figure asks for. */
export function askedByFigure(of: FigureAsked, title: string): Need {
  const id = of.kind === 'list' ? of.population : of.measure;
  const period = typeof of.at === 'object' ? of.at : null;
  return {
    kind: 'figure',
    of,
    id,
    title,
    component: null,
    period,
    lastDay: null,
    state: 'missing',
    clauses: [of.clause],
  };
}

/** Evidence by whose day a line is worth more or less: from `on` to `lastDay` it is worth the most that it still can be. */
export function askedByPrice(
  of: EvidenceKind,
  { period }: AskedLine,
  { on, lastDay, pricedAnew }: { readonly on: Day; readonly lastDay: Day | null; readonly pricedAnew: boolean },
  clause: string,
): Need {
  return {
    kind: 'evidence',
    of,
    on,
    pricedAnew,
    id: of.id,
    title: of.title,
    ...withShortTitle(of),
    component: null,
    period: of.perPeriod ? period : null,
    lastDay,
    state: 'missing',
    clauses: [clause],
  };
}

/** A claim that came late: somebody may accept it by its event_id, for whatever counts it. */
export function askedByLateClaim(
  { event, eventId, eventDate }: Claim,
  { component, period }: AskedLine,
  isCountedOnce: boolean,
  clause: string,
  scheme: Scheme,
): Need {
  const claim = (name: string) => `claim ${eventId} for ${name} of ${sayDay(eventDate)}`;
  const named = eventTitled(event, scheme);
  return {
    kind: 'late claim',
    id: eventId,
    title: claim(named.title),
    ...(named.shortTitle !== undefined && { shortTitle: claim(named.shortTitle) }),
    component: isCountedOnce ? component : null,
    period,
    lastDay: null,
    state: late,
    clauses: [clause],
  };
}

/** What was overpaid for a component, and waits for somebody to recover or to waive it. */
export function askedByRecovery(component: Component, period: Period | null, clauses: readonly string[]): Need {
  const overpaid = (name: string) => `what was overpaid for ${name}`;
  return {
    kind: 'recovery',
    id: 'recover',
    title: overpaid(component.title),
    ...(component.shortTitle !== undefined && { shortTitle: overpaid(component.shortTitle) }),
    component,
    period,
    lastDay: null,
    state: 'needs a decision',
    clauses,
  };
}

/** The same need wherever it is asked has the same name. */
export function nameOfNeed(need: Need): string {
  if (need.kind === 'figure') return `figure ${nameOfFigure(need.of)}`;
  const { kind, id, component, period } = need;
  // A late claim is one need, whatever periods and components it counts for.
  if (kind === 'late claim') return `claim ${id}`;
  return [kind === 'late evidence' ? 'decision' : kind, id, component?.id ?? '', period?.id ?? ''].join(' ');
}

/** One need of several places: the earliest of its last days, and every clause that asks for it. */
export function joinedNeed(a: Need, b: Need): Need {
  const days = [a.lastDay, b.lastDay].filter((day) => day !== null);
  const lastDay = earliestOf(days);
  return { ...a, lastDay, clauses: [...new Set([...a.clauses, ...b.clauses])] };
}
