import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import { figuresOf } from '../../calculate/quantity/figures.ts';
import type { Day } from '../../domain/day.ts';
import { quantitiesOf } from '../../domain/scheme/depends-on.ts';
import { dayOfLists } from '../../domain/scheme/lists-needed.ts';
import { blocksIn, type Quantity } from '../../domain/scheme/quantity.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';

/** A figure that a component asks of each practice: one of measures.csv, or a list that is counted anew. */
export type FigureAsked =
  | {
      readonly kind: 'measure';
      readonly measure: string;
      /** Of a day, the latest, or the latest of a period. */
      readonly at: Day | 'latest' | Period;
      /** Whether it is the earlier of two, so that more of it is worth less. */
      readonly isEarlier: boolean;
      readonly clause: string;
    }
  | {
      readonly kind: 'list';
      readonly population: string;
      /** The period for which it is counted, and the day on which. */
      readonly at: Period;
      readonly on: Day;
      readonly clause: string;
    };

/** Every figure that a component asks for, each once. */
export function figuresAsked(component: Component, scheme: Scheme): readonly FigureAsked[] {
  const { achievement } = component;
  const asked: FigureAsked[] = [];
  if (achievement?.kind === 'measured') {
    const { measure, clause } = achievement;
    asked.push({ kind: 'measure', measure, at: 'latest', isEarlier: false, clause });
  }
  for (const quantity of quantitiesOf(component)) {
    for (const { block } of blocksIn(quantity)) asked.push(...askedBy(block, component, scheme));
  }
  return [...new Map(asked.map((each) => [nameOfFigure(each), each])).values()];
}

function askedBy(block: Quantity, component: Component, scheme: Scheme): FigureAsked[] {
  const { periods } = scheme;
  const clause = block.clause ?? component.clause;
  switch (block.kind) {
    case 'measure': {
      const { measure, at } = block;
      const ats = typeof at === 'number' || at === 'latest' ? [at] : periods;
      return ats.map((each) => ({ kind: 'measure', measure, at: each, isEarlier: false, clause }));
    }
    case 'each-line': {
      const { measure, at } = block;
      const ats = at === 'each-period' ? periods : [at];
      return ats.map((each) => ({ kind: 'measure', measure, at: each, isEarlier: false, clause }));
    }
    case 'change': {
      const { measure, from, to } = block;
      return [
        { kind: 'measure', measure, at: from, isEarlier: true, clause },
        { kind: 'measure', measure, at: to, isEarlier: false, clause },
      ];
    }
    case 'patients': {
      const { at: when } = block;
      if (when !== 'each-period' && when !== 'each-quarter') return [];
      const of = block.population ?? scheme.population.kind;
      return periods.map((at) => ({ kind: 'list', population: of, at, on: dayOfLists(scheme, at, when), clause }));
    }
    default:
      return [];
  }
}

/** A name of its own for each figure. */
export function nameOfFigure(asked: FigureAsked): string {
  const at = typeof asked.at === 'object' ? asked.at.id : `on ${asked.at}`;
  return asked.kind === 'list' ? `list ${asked.population} on ${asked.on}` : `measure ${asked.measure} ${at}`;
}

/** Whether a figure is not there yet. */
export function isMissing(asked: FigureAsked, known: PracticeAsAt, scheme: Scheme): boolean {
  const figures = figuresOf(scheme, known, null);
  const figure =
    asked.kind === 'list' ? figures.patients(asked.population, asked.on) : figures.measured(asked.measure, asked.at);
  return figure.kind === 'unknown';
}
