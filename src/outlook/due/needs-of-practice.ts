import type { ConditionJudge } from '../../calculate/conditions/conditions.ts';
import type { PracticeAsAt } from '../../calculate/practice-as-at.ts';
import type { Position, PracticeAccount } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { isEnvelopeToDate } from '../../domain/scheme/shared.ts';
import { type FigureAsked, isMissing } from '../worlds/figures-asked.ts';
import { isSharedMoney } from '../worlds/not-bounded.ts';
import { isLimited, type LateClaimNeeds } from './late-claim-needs.ts';
import { type AskedLine, askedBy, askedByFigure, joinedNeed, type Need, nameOfNeed } from './needs.ts';
import type { PricedEvidence } from './priced-evidence.ts';

/** What is asked for a line, or for several that stand or fall together: with all of it the money of the line can come. */
interface Asked {
  readonly lines: readonly AskedLine[];
  readonly needs: readonly Need[];
  /** Whether money turns on it though nothing is due as things stand: a late claim, or evidence that sets a price. */
  readonly mayBeWorth: boolean;
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
  readonly pricedEvidence: PricedEvidence;
  readonly lateClaims: LateClaimNeeds;
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
    [...asked, ...scheme.components.filter(isLimited).map((component) => claimsTogether(component, asked))],
    (line) => turns(line),
    (line) => isSharedMoney(line.component, scheme),
  );
}

/** The late claims of a component whose limit all its periods have in common. */
function claimsTogether(component: Component, asked: readonly Asked[]): Asked {
  const own = asked.filter(({ lines }) => lines.some((line) => line.component === component));
  const needs = own.flatMap((each) => each.needs.filter(({ kind }) => kind === 'late claim'));
  return { lines: [], needs, mayBeWorth: true };
}

function takesPart({ joinsOn, leavesOn }: PracticeAsAt, { start, end }: Period): boolean {
  return (leavesOn === null || leavesOn >= start) && (joinsOn === null || joinsOn <= end);
}

interface LineAsked {
  readonly line: AskedLine;
  readonly needs: readonly Need[];
  readonly isLost: boolean;
  readonly mayBeWorth: boolean;
}

function askedForLine(
  line: AskedLine,
  known: PracticeAsAt,
  outcomesOf: ReturnType<ConditionJudge['outcomesOf']>,
  { scheme, figures, pricedEvidence, lateClaims }: NeedsQuestion,
): LineAsked {
  const asked = outcomesOf(line.component, line.period).map((outcome) => askedBy(outcome, line));
  const needs = asked.filter((each) => typeof each === 'object');
  const missing = (figures.get(line.component.id) ?? []).filter(
    (each) => (typeof each.at !== 'object' || each.at.index <= line.period.index) && isMissing(each, known, scheme),
  );
  const titleOf = (each: FigureAsked) =>
    each.kind === 'list'
      ? `the list of ${each.population} patients`
      : (scheme.measures.find(({ id }) => id === each.measure)?.title ?? each.measure);
  const apart = [...pricedEvidence(line, known), ...lateClaims(line, known.index)];
  return {
    line,
    needs: [...needs, ...missing.map((each) => askedByFigure(each, titleOf(each))), ...apart],
    isLost: asked.includes('lost'),
    mayBeWorth: apart.length > 0,
  };
}

/** The lines of a period, those that stand or fall together as one; what is lost asks for nothing. */
function standingTogether(lines: readonly LineAsked[], { allOrNothing = [] }: Scheme): Asked[] {
  const companions = (component: Component) =>
    new Set([
      component.id,
      ...allOrNothing.flatMap(({ components }) => (components.includes(component.id) ? components : [])),
    ]);
  return lines.flatMap(({ line }) => {
    const ids = companions(line.component);
    const together = lines.filter((each) => ids.has(each.line.component.id));
    if (together.some(({ isLost }) => isLost)) return [];
    const needs = together.flatMap((each) => each.needs);
    return [{ lines: [line], needs, mayBeWorth: together.some(({ mayBeWorth }) => mayBeWorth) }];
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

/** Whether what a need is worth turns on what others still owe: a figure by which money is shared, or a claim in an envelope of all. */
function isSharedBy({ kind }: Need, lines: readonly AskedLine[], isShared: (line: AskedLine) => boolean): boolean {
  if (kind === 'late claim') return lines.some(({ component: { value } }) => isEnvelopeToDate(value));
  return kind === 'figure' && lines.some(isShared);
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
  for (const { lines, needs: own, mayBeWorth } of asked) {
    const turning = mayBeWorth ? lines : lines.filter(isTurning);
    for (const need of own) {
      const name = nameOfNeed(need);
      const before = needs.get(name);
      needs.set(name, {
        need: before ? joinedNeed(before.need, need) : need,
        lines: [...(before?.lines ?? []), ...turning],
      });
      const [first] = own;
      if (first && (mayBeWorth || turning.length > 0)) above.set(top(name), top(nameOfNeed(first)));
      if (isSharedBy(need, turning, isShared)) withOthers.add(name);
    }
  }
  const groups = new Map<string, { need: Need; lines: AskedLine[] }[]>();
  for (const [name, need] of needs) groups.set(top(name), [...(groups.get(top(name)) ?? []), need]);
  return [...groups.values()].map((of) => ({
    needs: of,
    withOthers: of.some(({ need }) => withOthers.has(nameOfNeed(need))),
  }));
}
