import type { Day } from './day.ts';
import type { Pence } from './money/money.ts';
import type { Ratio } from './money/ratio.ts';

// What the files of a finance folder, and of what is assumed, say: how payees and components are known to those who pay and keep the accounts.

/** How a payee is known to the payment system. */
export interface Supplier {
  readonly payeeCode: string;
  readonly supplier: string;
  readonly site: string | null;
  readonly line: number;
}

/** Under which codes a component stands in the accounts. A blank scheme is every scheme that has no row of its own. */
export interface Coding {
  readonly scheme: string | null;
  readonly component: string;
  readonly costCentre: string;
  readonly subjective: string;
  readonly line: number;
}

/** A budget, or a change of it, from a day on. A blank component is the budget of the whole scheme. */
export interface BudgetRow {
  readonly scheme: string;
  readonly component: string | null;
  readonly from: Day;
  readonly amount: Pence;
  readonly reference: string | null;
  readonly line: number;
}

/** What a person assumes of a component, of one practice or of all that have no row of their own. */
export interface AssumedRow {
  readonly practice: string | null;
  readonly component: string;
  /** Of what is still open, a share; or what the whole term comes to. */
  readonly assumes:
    | { readonly kind: 'share'; readonly share: Ratio }
    | { readonly kind: 'value'; readonly value: Pence };
  readonly basis: string;
  readonly by: string;
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

/** What a finance folder says of payments, of the files that were asked for; of the others nothing. */
export interface FinanceFolder {
  /** By payee code. */
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly coding: readonly Coding[];
  readonly holidays: ReadonlySet<Day>;
}

/** The coding of a component: the row of its scheme, else that of every scheme. */
export function codingOf(scheme: string, component: string, coding: readonly Coding[]): Coding | null {
  const own = coding.filter((row) => row.component === component);
  return own.find((row) => row.scheme === scheme) ?? own.find((row) => row.scheme === null) ?? null;
}
