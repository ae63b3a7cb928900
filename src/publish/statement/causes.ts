import { type ClawbackStatus, clawbackStatuses, type Unpaid, type UnpaidStatus } from '../../domain/account.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { addPence, noPence, type Pence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import type { ComponentStory, PeriodStory } from '../../report/explain/story.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';
import { componentsFor } from './payee.ts';

/** One thing that went wrong for a practice, with every line that it felled: it is told once. */
export interface LetterCause {
  readonly run: RunPublished;
  readonly practice: PublishedPractice;
  readonly lines: readonly CauseLine[];
  /** What failed of the conditions. */
  readonly failed: readonly ConditionOutcome[];
  /** What can still come where nothing else stands against the sum: money that was paid before it was earned. */
  readonly waitsFor: readonly ConditionOutcome[];
  /** Everything else that stands against the sum, each reason once. */
  readonly besides: readonly Pick<Unpaid, 'status' | 'reason'>[];
}

export interface CauseLine {
  readonly component: Component;
  readonly period: Period;
  /** What is not earned there. */
  readonly lost: Pence;
  /** What comes back, or would, of those that are told of it. */
  readonly back: Readonly<Record<ClawbackStatus, Pence>>;
  /** What is said of taking it back: a decision, a tolerance. */
  readonly says: readonly string[];
}

/** What can still come in is told elsewhere, as something to do; what is set off moves within a component. */
const elsewhere: ReadonlySet<UnpaidStatus> = new Set(['withheld', 'set-off', 'carried']);

/** What a payee is to be told of a practice that went wrong, in the order of the scheme: every line stands under one cause. */
export function letterCauses(payee: string, run: RunPublished, practice: PublishedPractice): LetterCause[] {
  const causes = new Map<string, LetterCause & { lines: CauseLine[] }>();
  for (const component of componentsFor(payee, practice)) {
    for (const period of component.periods) {
      const line = lineOf(payee, component, period);
      if (line === null) continue;
      const why = whyOf(period);
      const key = keyOf(why, component);
      const known = causes.get(key) ?? { run, practice, lines: [], ...why };
      causes.set(key, known);
      known.lines.push(line);
    }
  }
  return [...causes.values()];
}

function lineOf(payee: string, { line }: ComponentStory, { position }: PeriodStory): CauseLine | null {
  const { settlement, unpaid, period } = position;
  const parts = settlement.kind === 'clawback' ? settlement.parts.filter((part) => part.payeeCode === payee) : [];
  const isPayee = line.payeeCode === payee;
  const lost = isPayee ? unpaid.filter(({ status }) => !elsewhere.has(status)) : [];
  if (parts.length === 0 && lost.every(({ amount }) => amount === noPence)) return null;
  const sum = (status: ClawbackStatus) =>
    parts.filter((part) => part.status === status).reduce((all, { amount }) => addPence(all, amount), noPence);
  return {
    component: line.component,
    period,
    lost: lost.reduce((all, { amount }) => addPence(all, amount), noPence),
    back: { due: sum('due'), deferred: sum('deferred'), proposed: sum('proposed'), waived: sum('waived') },
    says: [...new Set(parts.map(({ says }) => says).filter((says) => says !== ''))],
  };
}

type Why = Pick<LetterCause, 'failed' | 'waitsFor' | 'besides'>;

function whyOf({ position, conditions, isDecided }: PeriodStory): Why {
  const isForfeited = position.status === 'forfeited' && !isDecided;
  const besides = position.unpaid.filter(({ status }) => !elsewhere.has(status) && status !== 'forfeited');
  const others = position.unpaid
    .filter(({ status }) => status === 'forfeited')
    .flatMap(({ status, besides: reasons = [] }) => reasons.map((reason) => ({ status, reason })));
  const failed = isForfeited ? conditions.filter(({ state }) => state === 'failed') : [];
  const all = [...besides, ...others];
  const isOpen = failed.length === 0 && all.length === 0 && !isDecided;
  return { failed, waitsFor: isOpen ? conditions.filter(({ state }) => state === 'open') : [], besides: all };
}

/** Two lines have one cause where the same evidence failed in the same way; what else stands against a sum is that of its component. */
function keyOf({ failed, waitsFor, besides }: Why, { line }: ComponentStory): string {
  if (waitsFor.length > 0) return ['open', ...waitsFor.map(keyOfFailure)].join('\n');
  if (failed.length > 0 && besides.length === 0) return failed.map(keyOfFailure).join('\n');
  return [line.component.id, ...failed.map(keyOfFailure), ...new Set(besides.map(({ status }) => status))].join('\n');
}

function keyOfFailure({ evidence, row, deadline }: ConditionOutcome): string {
  return `${evidence.id} ${row?.line ?? ''} ${deadline ?? ''}`;
}

/** What the lines of a cause come to. */
export function sumsOfCause({ lines }: Pick<LetterCause, 'lines'>) {
  const sum = (amountOf: (line: CauseLine) => Pence) =>
    lines.reduce((all, line) => addPence(all, amountOf(line)), noPence);
  const back = Object.fromEntries(clawbackStatuses.map((status) => [status, sum((line) => line.back[status])]));
  return {
    lost: sum(({ lost }) => lost),
    due: back.due ?? noPence,
    deferred: back.deferred ?? noPence,
    proposed: back.proposed ?? noPence,
    waived: back.waived ?? noPence,
  };
}
