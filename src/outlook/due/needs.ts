import { type Day, earliestOf } from '../../domain/day.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { Component, EvidenceKind, Period } from '../../domain/scheme/scheme.ts';
import { type FigureAsked, nameOfFigure } from '../worlds/figures-asked.ts';

/** Something that is still asked of a practice: evidence, a figure, or a decision on evidence that came late. */
export type Need = NeedOfAnyKind &
  (
    | { readonly kind: 'evidence' | 'decision'; readonly of: EvidenceKind }
    | { readonly kind: 'figure'; readonly of: FigureAsked }
  );

interface NeedOfAnyKind {
  readonly id: string;
  readonly title: string;
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
    component: evidence.perComponent ? component : null,
    period: evidence.perPeriod ? period : null,
    lastDay: kind === 'decision' || accepted !== null ? null : deadline,
    state: stateOf(outcome),
    clauses: [clause],
  };
}

function kindOf({ state, lacks, by, deadline }: ConditionOutcome): 'evidence' | 'decision' | null {
  switch (state) {
    case 'open':
      return 'evidence';
    case 'not due':
      // Evidence without a last day that is owed after payment never brings the money back.
      return by === 'keeps' && deadline === null ? null : 'evidence';
    case 'failed':
      return lacks === 'late' ? 'decision' : null;
    case 'met':
    case 'not asked':
      return null;
  }
}

function stateOf({ row, lacks, least }: ConditionOutcome): string {
  if (lacks === 'late') return 'late, needs a decision';
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

/** The same need wherever it is asked has the same name. */
export function nameOfNeed(need: Need): string {
  if (need.kind === 'figure') return `figure ${nameOfFigure(need.of)}`;
  const { kind, id, component, period } = need;
  return [kind, id, component?.id ?? '', period?.id ?? ''].join(' ');
}

/** One need of several places: the earliest of its last days, and every clause that asks for it. */
export function joinedNeed(a: Need, b: Need): Need {
  const days = [a.lastDay, b.lastDay].filter((day) => day !== null);
  const lastDay = earliestOf(days);
  return { ...a, lastDay, clauses: [...new Set([...a.clauses, ...b.clauses])] };
}
