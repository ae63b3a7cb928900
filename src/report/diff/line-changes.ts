import type { ClawbackStatus } from '../../domain/account.ts';
import { noPence, type Pence } from '../../domain/money/money.ts';
import type { ComponentStory, PeriodStory } from '../explain/story.ts';

export const figureNames = [
  'entitlement',
  'payment',
  'clawback due',
  'clawback deferred',
  'clawback proposed',
  'clawback waived',
] as const satisfies readonly ('entitlement' | 'payment' | `clawback ${ClawbackStatus}`)[];
type FigureName = (typeof figureNames)[number];

export type LineFigures = Readonly<Record<FigureName, Pence>>;

/** A component and period of one practice whose amounts, or whose payee, are not the same in two runs. */
export interface LineChange {
  readonly component: string;
  readonly period: string;
  readonly before: LineFigures;
  readonly after: LineFigures;
  /** Who is paid, or pays back, where that changed. */
  readonly payee: { readonly before: string; readonly after: string } | null;
}

/** What differs in the lines of one practice, in the order of the second run, then what only the first has. */
export function lineChanges(before: readonly ComponentStory[], after: readonly ComponentStory[]): LineChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const line = is.get(key) ?? was.get(key);
    const [from, to] = [figuresOf(was.get(key)?.story), figuresOf(is.get(key)?.story)];
    const payee = payeeChange(was.get(key)?.story, is.get(key)?.story);
    if (!line || (payee === null && figureNames.every((name) => from[name] === to[name]))) return [];
    const { component, story } = line;
    return [{ component, period: story.period.id, before: from, after: to, payee }];
  });
}

interface Line {
  readonly component: string;
  readonly story: PeriodStory;
}

function linesOf(stories: readonly ComponentStory[]): ReadonlyMap<string, Line> {
  const lines = stories.flatMap(({ component, periods }) =>
    periods.map((story): [string, Line] => [`${component.id} ${story.period.id}`, { component: component.id, story }]),
  );
  return new Map(lines);
}

const none: LineFigures = {
  entitlement: noPence,
  payment: noPence,
  'clawback due': noPence,
  'clawback deferred': noPence,
  'clawback proposed': noPence,
  'clawback waived': noPence,
};

function figuresOf(story: PeriodStory | undefined): LineFigures {
  if (!story) return none;
  const figures = { ...none, entitlement: story.entitlement ?? noPence };
  const { outcome } = story;
  switch (outcome.kind) {
    case 'settled':
    case 'left-alone':
      return figures;
    case 'payment':
      return { ...figures, payment: outcome.amount };
    case 'clawback':
      return { ...figures, [clawbackFigures[outcome.status]]: outcome.amount };
  }
}

const clawbackFigures = {
  due: 'clawback due',
  deferred: 'clawback deferred',
  proposed: 'clawback proposed',
  waived: 'clawback waived',
} as const satisfies Record<ClawbackStatus, FigureName>;

function payeeChange(was: PeriodStory | undefined, is: PeriodStory | undefined): LineChange['payee'] {
  const [before, after] = [payeeOf(was), payeeOf(is)];
  return before === null || after === null || before === after ? null : { before, after };
}

function payeeOf(story: PeriodStory | undefined): string | null {
  return story && 'payee' in story.outcome ? story.outcome.payee : null;
}
