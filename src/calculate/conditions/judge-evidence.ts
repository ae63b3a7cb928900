import { type Day, formatDay } from '../../domain/day.ts';
import type { Decision, EvidenceRow } from '../../domain/facts.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import { compare, formatExact, multiply, type Ratio, ratio } from '../../domain/money/ratio.ts';
import { ceiling } from '../../domain/money/rounding.ts';
import type { Component, EvidenceKind, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** What has become of a condition, by which row, and how it is said. */
export interface Judgement extends Pick<ConditionOutcome, 'state' | 'row' | 'lacks' | 'least' | 'accepted'> {
  readonly says: string;
}

/** What a condition asks of every practice. */
export interface AskedEvidence {
  readonly by: 'needs' | 'keeps';
  readonly evidence: EvidenceKind;
  readonly component: Component;
  readonly period: Period;
  readonly deadline: Day | null;
}

/** Whom it is asked of, and as at which day. */
export interface AskedOf {
  readonly known: PracticeAsAt;
  readonly scheme: Pick<Scheme, 'leaving' | 'words'>;
  readonly asAt: Day;
}

/** Judges a condition by what a practice has sent in (RULES, Conditions). */
export function judge(asked: AskedEvidence, of: AskedOf): Judgement {
  const { deadline } = asked;
  const { joinsOn } = of.known;
  if (joinsOn !== null && deadline !== null && deadline < joinsOn) {
    return notAsked(sayIn(of.scheme.words)`not asked, as the practice joined on ${formatDay(joinsOn)}`);
  }
  switch (asked.by) {
    case 'needs':
      return judgeEvidence(asked, of, 'open');
    case 'keeps':
      return judgeKeep(asked, of);
  }
}

/** A keep is no obstacle until its deadline has passed, and is not asked of a practice that left before it, prorated by days. */
function judgeKeep(asked: AskedEvidence, of: AskedOf): Judgement {
  const { deadline } = asked;
  const { leavesOn } = of.known;
  if (of.scheme.leaving.prorate === 'days' && leavesOn !== null && deadline !== null && deadline > leavesOn) {
    return notAsked(sayIn(of.scheme.words)`not asked, as the practice left on ${formatDay(leavesOn)}`);
  }
  return judgeEvidence(asked, of, 'not due');
}

function notAsked(says: string): Judgement {
  return { state: 'not asked', says, row: null, lacks: null, least: null, accepted: null };
}

/** `pending` is the state of a condition without good evidence whose deadline has not passed. */
function judgeEvidence(
  { evidence, component, period, deadline }: AskedEvidence,
  { known, asAt }: AskedOf,
  pending: Judgement['state'],
): Judgement {
  const accepted = known.decisions.find((decision) => acceptsLate(decision, evidence, component, period));
  const lastDay = accepted ? null : deadline;
  const least = minimumOf(evidence, known.listSize.patients);
  const rows = known.evidence.filter((row) => concerns(row, evidence, component, period));
  const good = rows.find((row) => inTime(row, lastDay) && isEnough(row, least));
  // Else the row that is nearest to good: in time but not enough, or the first of those that came too late.
  const named = good ?? rows.find((row) => inTime(row, lastDay)) ?? rows[0];
  if (named) known.used(named);
  if (accepted && deadline !== null && !(good && inTime(good, deadline))) known.used(accepted);
  const waived = accepted ?? null;
  if (good) {
    const says = sayGood(good, deadline, least, accepted);
    return { state: 'met', says, row: good, lacks: null, least, accepted: waived };
  }
  const state = lastDay !== null && asAt > lastDay ? 'failed' : pending;
  const says = sayMissing(named, lastDay, least, state);
  const lacks = named ? (inTime(named, lastDay) ? 'too small' : 'late') : null;
  return { state, says, row: named ?? null, lacks, least, accepted: waived };
}

/** Whether a row covers the evidence for a component in a period. */
export function concerns(row: EvidenceRow, evidence: EvidenceKind, component: Component, period: Period): boolean {
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
  row: EvidenceRow | undefined,
  lastDay: Day | null,
  least: Ratio | null,
  state: Judgement['state'],
): string {
  const due = lastDay === null ? '' : `, due by ${formatDay(lastDay)}`;
  if (!row) return state === 'failed' ? `not received${due}` : `not received yet${due}`;
  const received = `received ${formatDay(row.receivedOn)}`;
  if (least === null || !inTime(row, lastDay)) return `${received}${due}`;
  return `${received} with ${sayQuantity(row.quantity)}, at least ${formatExact(least)} asked for${due}`;
}

function sayQuantity(quantity: Ratio | null): string {
  return quantity === null ? 'no quantity' : formatExact(quantity);
}
