import type { Position, WorkingStep } from '../domain/account.ts';
import { deadlineOf } from '../domain/claim-window.ts';
import { type Day, formatDay } from '../domain/day.ts';
import type { Decision, EvidenceRow } from '../domain/facts.ts';
import { compare, formatExact, multiply, type Ratio, ratio } from '../domain/ratio.ts';
import { ceiling } from '../domain/rounding.ts';
import { citeTogether } from '../domain/say.ts';
import type { Component, ConditionOn, EvidenceKind, Period, Scheme } from '../domain/scheme.ts';
import type { KnownPractice } from './known.ts';

/** Where a component stands in a period: its status, why, and a step for each condition. */
export interface Standing {
  readonly status: Position['status'];
  readonly reason: string;
  readonly clause: string;
  readonly steps: readonly WorkingStep[];
}

type ConditionState = 'met' | 'open' | 'failed' | 'not due' | 'not asked';

interface Judgement {
  readonly state: ConditionState;
  readonly says: string;
}

interface Judged extends Judgement {
  readonly condition: ConditionOn;
  readonly asked: 'needs' | 'keeps';
}

/** Whether a component is released, withheld or forfeited in a period as at a date (contract 5, Conditions). */
export function standingOf(
  scheme: Scheme,
  component: Component,
  period: Period,
  known: KnownPractice,
  asAt: Day,
): Standing {
  const conditions = component.conditions[period.index];
  if (!conditions) throw new Error(`${component.id} has no conditions for ${period.id}`);
  const question: Question = { scheme, component, period, known, asAt };
  const judged = [
    ...conditions.needs.map((condition) => judgedOnce(question, condition, 'needs')),
    ...conditions.keeps.map((condition) => judgedOnce(question, condition, 'keeps')),
  ];
  const failed = judged.filter(({ state }) => state === 'failed');
  const open = judged.filter(({ state }) => state === 'open');
  const status = failed.length > 0 ? 'forfeited' : open.length > 0 ? 'withheld' : 'released';
  const because = failed.length > 0 ? failed : open;
  return {
    status,
    reason: because.map(({ condition, says }) => `${condition.evidence.id}: ${says}`).join('; '),
    clause: citeTogether(because.map(({ condition }) => condition.clause)),
    steps: judged.map(conditionStep),
  };
}

interface Question {
  readonly scheme: Scheme;
  readonly component: Component;
  readonly period: Period;
  readonly known: KnownPractice;
  readonly asAt: Day;
}

/** What was judged of a practice already: most conditions stand in several components and periods, and come to the same. */
const judgedBefore = new WeakMap<KnownPractice, Map<string, Judgement>>();

function judgedOnce(question: Question, condition: ConditionOn, asked: Judged['asked']): Judged {
  const { known } = question;
  const before = judgedBefore.get(known) ?? new Map<string, Judgement>();
  judgedBefore.set(known, before);
  const key = `${asked} ${whatItTurnsOn(question, condition)}`;
  const judgement = before.get(key) ?? judgeAs(asked, question, condition);
  before.set(key, judgement);
  return { state: judgement.state, says: judgement.says, condition, asked };
}

/** The evidence, and the component and period where they make a difference. */
function whatItTurnsOn({ component, period }: Question, { evidence }: ConditionOn): string {
  const { id, perComponent, perPeriod, deadline } = evidence;
  const turnsOnPeriod = perPeriod || (deadline?.kind === 'claim-window' && deadline.period === 'own');
  return `${id} ${perComponent ? component.id : ''} ${turnsOnPeriod ? period.id : ''}`;
}

function judgeAs(asked: Judged['asked'], question: Question, condition: ConditionOn): Judgement {
  switch (asked) {
    case 'needs':
      return judge(question, condition, 'open');
    case 'keeps':
      return judgeKeep(question, condition);
  }
}

/** A keep is no obstacle until its deadline has passed, and is not asked of a practice that left before it, prorated by days. */
function judgeKeep(question: Question, condition: ConditionOn): Judgement {
  const { scheme, known, period } = question;
  const deadline = deadlineOf(condition.evidence, scheme.claimWindow, scheme.periods, period);
  const leavesOn = known.leavesOn;
  if (scheme.leaving.prorate === 'days' && leavesOn !== null && deadline !== null && deadline > leavesOn) {
    return { state: 'not asked', says: `not asked, as the practice left on ${formatDay(leavesOn)}` };
  }
  return judge(question, condition, 'not due');
}

/** `pending` is the state of a condition without good evidence whose deadline has not passed. */
function judge(question: Question, { evidence }: ConditionOn, pending: ConditionState): Judgement {
  const { scheme, component, period, known, asAt } = question;
  const accepted = known.decisions.find((decision) => acceptsLate(decision, evidence, component, period));
  const deadline = deadlineOf(evidence, scheme.claimWindow, scheme.periods, period);
  const lastDay = accepted ? null : deadline;
  const least = minimumOf(evidence, known.listSize.patients);
  const rows = known.evidence.filter((row) => concerns(row, evidence, component, period));
  const good = rows.find((row) => inTime(row, lastDay) && isEnough(row, least));
  if (good) return { state: 'met', says: sayGood(good, deadline, least, accepted) };
  const state = lastDay !== null && asAt > lastDay ? 'failed' : pending;
  return { state, says: sayMissing(rows, lastDay, least, state) };
}

function concerns(row: EvidenceRow, evidence: EvidenceKind, component: Component, period: Period): boolean {
  return (
    row.evidence === evidence.id &&
    (row.component === null || row.component === component.id) &&
    (row.period === null || row.period === period.id)
  );
}

function acceptsLate(decision: Decision, evidence: EvidenceKind, component: Component, period: Period): boolean {
  return (
    decision.decision === 'accept-late' &&
    decision.evidence === evidence.id &&
    (decision.component === null || decision.component === component.id) &&
    (decision.period === null || decision.period === period.id)
  );
}

function inTime(row: EvidenceRow, lastDay: Day | null): boolean {
  return lastDay === null || row.receivedOn <= lastDay;
}

function isEnough({ quantity }: EvidenceRow, least: Ratio | null): boolean {
  return least === null || (quantity !== null && compare(quantity, least) >= 0);
}

/** The quantity asked for: a number, or so many per 1,000 patients, rounded up. */
function minimumOf({ minimum }: EvidenceKind, patients: Ratio): Ratio | null {
  if (minimum === null) return null;
  if (minimum.kind === 'number') return minimum.number;
  return ratio(ceiling(multiply(minimum.number, multiply(patients, ratio(1, 1000)))));
}

function sayGood(row: EvidenceRow, deadline: Day | null, least: Ratio | null, accepted: Decision | undefined): string {
  const due = deadline === null ? '' : `, due by ${formatDay(deadline)}`;
  const quantity = least === null ? '' : `, ${sayQuantity(row.quantity)} of at least ${formatExact(least)}`;
  const waived =
    accepted && deadline !== null && row.receivedOn > deadline
      ? `, accepted late by ${accepted.decidedBy} on ${formatDay(accepted.decidedOn)}`
      : '';
  return `received ${formatDay(row.receivedOn)}${due}${quantity}${waived}`;
}

function sayMissing(
  rows: readonly EvidenceRow[],
  lastDay: Day | null,
  least: Ratio | null,
  state: ConditionState,
): string {
  const due = lastDay === null ? '' : `, due by ${formatDay(lastDay)}`;
  const short = rows.find((row) => inTime(row, lastDay));
  if (short && least !== null) {
    return `received ${formatDay(short.receivedOn)} with ${sayQuantity(short.quantity)}, at least ${formatExact(least)} asked for${due}`;
  }
  const late = rows[0];
  if (late) return `received ${formatDay(late.receivedOn)}${due}`;
  return state === 'failed' ? `not received${due}` : `not received yet${due}`;
}

function sayQuantity(quantity: Ratio | null): string {
  return quantity === null ? 'no quantity' : formatExact(quantity);
}

function conditionStep({ asked, condition, says, state }: Judged): WorkingStep {
  return {
    step: 'condition',
    formula: `${asked} ${condition.evidence.id}: ${says}`,
    value: state,
    rounded: null,
    clause: condition.clause,
  };
}
