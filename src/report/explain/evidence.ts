import { type Day, sayDay } from '../../domain/day.ts';
import type { Decision, EvidenceRow } from '../../domain/facts.ts';
import type { ConditionOutcome } from '../../domain/grounds.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import type { EvidenceKind } from '../../domain/scheme/scheme.ts';
import { sayNumber } from '../../domain/words/say.ts';

/** `“Final year-end report” (year-end-report)`. */
export function sayEvidence({ title, id }: EvidenceKind): string {
  return title === id ? id : `“${title}” (${id})`;
}

/** What came in that met a condition: `received on 11 May 2017, in time for its last day, 31 May 2017 (evidence.csv, line 3)`. */
export function sayMet({ row, deadline, least, accepted }: ConditionOutcome): string {
  if (row === null) throw new Error('a condition that nothing met');
  const isLate = deadline !== null && row.receivedOn > deadline;
  const enough = least === null ? '' : ` with ${sayQuantity(row.quantity)}, at least ${sayNumber(least)} asked for`;
  const inTime =
    deadline === null ? '' : isLate ? `, after ${lastDay(deadline)}` : `, in time for ${lastDay(deadline)}`;
  const waived = isLate && accepted !== null ? `, and accepted late: ${sayDecided(accepted)}` : '';
  return `received on ${sayDay(row.receivedOn)}${enough}${inTime}${waived} ${sayPlace(row)}`;
}

/** What is wrong with a condition that is not met: `was received on 1 August 2017 (evidence.csv, line 7), after its last day, 31 July 2017`. */
export function sayNotMet(outcome: ConditionOutcome): string {
  const { row, lacks, deadline, least, state, accepted } = outcome;
  const waived = accepted === null ? '' : ` Its last day is waived: ${sayDecided(accepted)}.`;
  if (row === null || lacks === null) {
    if (state === 'failed') return `was not received by ${sayLastDay(deadline)}`;
    return `has not been received yet${sayWhen(outcome)}.${waived}`.replace(/\.$/, '');
  }
  const received = `was received on ${sayDay(row.receivedOn)}`;
  if (lacks === 'late') return `${received} ${sayPlace(row)}, after ${lastDayOf(deadline)}`;
  const short = `${received} with ${sayQuantity(row.quantity)}, at least ${sayNumber(least ?? missing())} asked for ${sayPlace(row)}`;
  if (state === 'failed') return `${short}, and ${lastDayOf(deadline)}, has passed`;
  return `${short}${sayWhen(outcome)}.${waived}`.replace(/\.$/, '');
}

function sayWhen({ deadline, accepted }: ConditionOutcome): string {
  if (accepted !== null) return '';
  return deadline === null ? '; it has no last day' : `; its last day is ${sayDay(deadline)}`;
}

function sayDecided({ decidedBy, decidedOn, reason, line }: Decision): string {
  return `decided by ${decidedBy} on ${sayDay(decidedOn)}: ${reason} (decisions.csv, line ${line})`;
}

function sayPlace({ line, reference }: EvidenceRow): string {
  return `(evidence.csv, line ${line}${reference === null ? '' : `, reference ${reference}`})`;
}

function sayQuantity(quantity: Ratio | null): string {
  return quantity === null ? 'no number' : sayNumber(quantity);
}

function lastDay(deadline: Day): string {
  return `its last day, ${sayDay(deadline)}`;
}

function lastDayOf(deadline: Day | null): string {
  return lastDay(deadline ?? missing());
}

function sayLastDay(deadline: Day | null): string {
  return `its last day, ${sayDay(deadline ?? missing())}`;
}

function missing(): never {
  throw new Error('a condition failed that has no last day, or too little came where no number is asked for');
}
