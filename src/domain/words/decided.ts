import { formatDay } from '../day.ts';
import type { Decision, Plan } from '../facts.ts';
import { formatPounds } from '../money/money.ts';

/** Who decided, when, on what sum and why, as the workings name it. */
export function sayDecision({ decidedBy, decidedOn, amount, reason }: Decision): string {
  const sum = amount === null ? '' : `, ${formatPounds(amount)}`;
  return `decided by ${decidedBy} on ${formatDay(decidedOn)}${sum}: ${reason}`;
}

/** Who decided on what plan, as the workings name it. */
export function sayPlan({ decidedBy, decidedOn, amount, instalments, reason }: Plan): string {
  const so = instalments === 1 ? 'one instalment' : `${instalments} instalments`;
  return `by plan, decided by ${decidedBy} on ${formatDay(decidedOn)}, ${formatPounds(amount)} in ${so}: ${reason}`;
}
