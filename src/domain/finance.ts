import type { Day } from './day.ts';
import type { Pence } from './money/money.ts';

/** A budget, or a change of it, from a day on: rows add up. A blank component is the budget of the whole scheme. */
export interface BudgetRow {
  readonly scheme: string;
  readonly component: string | null;
  readonly from: Day;
  readonly amount: Pence;
  readonly reference: string | null;
  readonly line: number;
}

/** Whom a letter goes to. */
export interface Contact {
  readonly payeeCode: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly line: number;
}
