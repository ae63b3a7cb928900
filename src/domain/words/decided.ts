import { formatDay } from '../day.ts';
import type { Decision, Plan } from '../facts.ts';
import type { OfCurrency } from '../money/currency.ts';
import { formatPounds } from '../money/money.ts';

/** Who decided, when, on what sum and why, as the workings name it. */
export function sayDecision(words: OfCurrency, { decidedBy, decidedOn, amount, reason }: Decision): string {
  const sum = amount === null ? '' : `, ${formatPounds(words, amount)}`;
  return `decided by ${decidedBy} on ${formatDay(decidedOn)}${sum}: ${reason}`;
}

/** Who decided on what plan, as the workings name it. */
export function sayPlan(words: OfCurrency, { decidedBy, decidedOn, amount, instalments, reason }: Plan): string {
  const so = instalments === 1 ? 'one instalment' : `${instalments} instalments`;
  return `by plan, decided by ${decidedBy} on ${formatDay(decidedOn)}, ${formatPounds(words, amount)} in ${so}: ${reason}`;
}
