import type { ConditionJudge } from '../../calculate/conditions/conditions.ts';
import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import type { Position, PracticeAccount } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { type FigureAsked, isMissing } from '../worlds/figures-asked.ts';
import { isSharedMoney } from '../worlds/not-bounded.ts';
import { type AskedLine, askedBy, askedByFigure, joinedNeed, type Need, nameOfNeed } from './needs.ts';

/** What is asked for a line, or for several that stand or fall together: with all of it the money of the line can come. */
interface Asked {
  readonly lines: readonly AskedLine[];
  readonly needs: readonly Need[];
}

/** Needs that hang together: the money of some line asks for several of them. */
export interface NeedGroup {
  readonly needs: readonly { readonly need: Need; readonly lines: readonly AskedLine[] }[];
  /** Whether a figure of others is waited for too, as money is shared by it. */
  readonly withOthers: boolean;
}

/** How the needs of practices are found. */
export interface NeedsQuestion {
  readonly scheme: Scheme;
  /** As at the day of the outlook. */
  readonly conditions: ConditionJudge;
  /** By component id, what figures it asks for. */
  readonly figures: ReadonlyMap<string, readonly FigureAsked[]>;
}

/**
 * What is still asked of a practice, in groups that hang together. Of a line that is lost whatever comes in nothing is asked any more, nor of
 * a period in which the practice takes no part.
 */
export function needGroups(
  known: PracticeAsAt,
  account: () => PracticeAccount,
  question: NeedsQuestion,
): readonly NeedGroup[] {
  const { scheme } = question;
  const outcomesOf = question.conditions.outcomesOf(known);
  const own = scheme.periods.filter((period) => takesPart(known, period));
  const asked = own.flatMap((period) => {
    const lines = scheme.components.map((component) =>
      askedForLine({ component, period }, known, outcomesOf, question),
    );
    return standingTogether(lines, scheme);
  });
  if (asked.every(({ needs }) => needs.length === 0)) return [];
  const turns = turningLines(account());
  return grouped(
    asked,
    (line) => turns(line),
    (line) => isSharedMoney(line.component, scheme),
  );
}

function takesPart({ joinsOn, leavesOn }: PracticeAsAt, { start, end }: Period): boolean {
  return (leavesOn === null || leavesOn >= start) && (joinsOn === null || joinsOn <= end);
}

function askedForLine(
  line: AskedLine,
  known: PracticeAsAt,
  outcomesOf: ReturnType<ConditionJudge['outcomesOf']>,
  { scheme, figures }: NeedsQuestion,
): { readonly line: AskedLine; readonly needs: readonly Need[]; readonly isLost: boolean } {
  const asked = outcomesOf(line.component, line.period).map((outcome) => askedBy(outcome, line));
  const needs = asked.filter((each) => typeof each === 'object');
  const missing = (figures.get(line.component.id) ?? []).filter(
    (each) => (typeof each.at !== 'object' || each.at.index <= line.period.index) && isMissing(each, known, scheme),
  );
  const titleOf = (each: FigureAsked) =>
    each.kind === 'list'
      ? `the list of ${each.population} patients`
      : (scheme.measures.find(({ id }) => id === each.measure)?.title ?? each.measure);
  return {
    line,
    needs: [...needs, ...missing.map((each) => askedByFigure(each, titleOf(each)))],
    isLost: asked.includes('lost'),
  };
}

/** The lines of a period, those that stand or fall together as one; what is lost asks for nothing. */
function standingTogether(
  lines: readonly { readonly line: AskedLine; readonly needs: readonly Need[]; readonly isLost: boolean }[],
  { allOrNothing = [] }: Scheme,
): Asked[] {
  const companions = (component: Component) =>
    new Set([
      component.id,
      ...allOrNothing.flatMap(({ components }) => (components.includes(component.id) ? components : [])),
    ]);
  return lines.flatMap(({ line }) => {
    const ids = companions(line.component);
    const together = lines.filter((each) => ids.has(each.line.component.id));
    if (together.some(({ isLost }) => isLost)) return [];
    return [{ lines: [line], needs: together.flatMap(({ needs }) => needs) }];
  });
}

/** Whether money turns on a line: something falls due, was paid or waits, and no decision settles it. */
function turningLines({ lines }: PracticeAccount): (line: AskedLine) => boolean {
  return ({ component, period }) => turns(at(at(lines, component.index).positions, period.index));
}

function turns({ scheduled, alreadyPaid, unpaid, steps }: Position): boolean {
  if (steps.some(({ step }) => step === 'decision')) return false;
  return scheduled !== 0n || alreadyPaid !== 0n || unpaid.length > 0;
}

function grouped(
  asked: readonly Asked[],
  isTurning: (line: AskedLine) => boolean,
  isShared: (line: AskedLine) => boolean,
): readonly NeedGroup[] {
  const needs = new Map<string, { need: Need; lines: AskedLine[] }>();
  /** By need, the one that stands for its group. */
  const above = new Map<string, string>();
  const withOthers = new Set<string>();
  const top = (name: string): string => {
    const next = above.get(name) ?? name;
    return next === name ? name : top(next);
  };
  for (const { lines, needs: own } of asked) {
    const turning = lines.filter(isTurning);
    for (const need of own) {
      const name = nameOfNeed(need);
      const before = needs.get(name);
      needs.set(name, {
        need: before ? joinedNeed(before.need, need) : need,
        lines: [...(before?.lines ?? []), ...turning],
      });
      const [first] = own;
      if (first && turning.length > 0) above.set(top(name), top(nameOfNeed(first)));
      if (need.kind === 'figure' && turning.some(isShared)) withOthers.add(name);
    }
  }
  const groups = new Map<string, { need: Need; lines: AskedLine[] }[]>();
  for (const [name, need] of needs) groups.set(top(name), [...(groups.get(top(name)) ?? []), need]);
  return [...groups.values()].map((of) => ({
    needs: of,
    withOthers: of.some(({ need }) => withOthers.has(nameOfNeed(need))),
  }));
}
