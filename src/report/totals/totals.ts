import type { ComponentAccount, PracticeAccount, RefusalCode, UnpaidStatus } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Pence } from '../../domain/money/money.ts';
import { add, type Ratio, zero } from '../../domain/money/ratio.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import {
  addClawback,
  addPayeeSums,
  addPayment,
  addPosition,
  addSums,
  countAmount,
  noPayeeSums,
  noSums,
  type OpenPayeeSums,
  type OpenSums,
  type OpenTally,
  openPayeeSums,
  openSums,
  openTally,
  type PayeeSums,
  type Sums,
  type Tally,
} from './sums.ts';

/** What a run comes to. */
export interface Totals {
  readonly practices: number;
  readonly patients: Ratio;
  readonly all: Sums;
  /** In the scheme's order, each with the periods up to the run's own. */
  readonly components: readonly ComponentTotals[];
  /** By name, those without a locality last. */
  readonly localities: readonly LocalityTotals[];
  /** By code. */
  readonly payees: readonly PayeeTotals[];
  readonly unpaid: ReadonlyMap<UnpaidStatus, Tally>;
  /** What is not paid by status and reason. */
  readonly reasons: readonly ReasonTotals[];
  /** Money paid already for periods after the run's own. */
  readonly paidAhead: Tally;
  readonly refused: ReadonlyMap<RefusalCode, number>;
}

export interface ComponentTotals {
  readonly component: Component;
  readonly all: Sums;
  readonly periods: readonly { readonly period: Period; readonly sums: Sums }[];
}

export interface LocalityTotals {
  readonly locality: string | null;
  readonly practices: number;
  readonly sums: Sums;
}

export interface PayeeTotals {
  readonly payeeCode: string;
  readonly sums: PayeeSums;
}

export interface ReasonTotals {
  readonly status: UnpaidStatus;
  readonly reason: string;
  readonly tally: Tally;
}

interface OpenPlace {
  practices: number;
  readonly sums: OpenSums;
}

/** Adds up a run, one practice at a time. */
export class RunningTotals {
  readonly #components: readonly Component[];
  readonly #periods: readonly Period[];
  /** By component and period: the one way of adding up. */
  readonly #cells: readonly (readonly OpenSums[])[];
  /** By locality and by payee: the others. */
  readonly #localities = new Map<string | null, OpenPlace>();
  readonly #payees = new Map<string, PayeeSums>();
  readonly #unpaid = new Map<UnpaidStatus, OpenTally>();
  readonly #reasons = new Map<string, ReasonTotals & { readonly tally: OpenTally }>();
  readonly #refused = new Map<RefusalCode, number>();
  readonly #paidAhead = openTally();
  #practices = 0;
  #patients = zero;

  constructor({ components, periods }: Scheme, upTo: Period) {
    this.#components = components;
    this.#periods = periods.slice(0, upTo.index + 1);
    this.#cells = components.map(() => this.#periods.map(openSums));
  }

  /** Takes the account of a practice; answers what each of its payees gets and gives back. */
  add(account: PracticeAccount): ReadonlyMap<string, PayeeSums> {
    this.#practices += 1;
    this.#patients = add(this.#patients, account.listSize.patients);
    const byPayee = payeesOf(account);
    for (const line of account.lines) this.#addLine(line);
    for (const [payee, sums] of byPayee) {
      this.#payees.set(payee, addPayeeSums(this.#payees.get(payee) ?? noPayeeSums, sums));
    }
    this.#addToLocality(account);
    return byPayee;
  }

  /** So many rows more were refused for a reason. */
  refuse(code: RefusalCode, rows: number): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + rows);
  }

  totals(): Totals {
    const components = this.#components.map((component, c) => this.#componentTotals(component, at(this.#cells, c)));
    return {
      practices: this.#practices,
      patients: this.#patients,
      all: components.map(({ all }) => all).reduce(addSums, noSums),
      components,
      localities: [...this.#localities]
        .map(([locality, place]) => ({ locality, ...place }))
        .sort((a, b) => byName(a.locality, b.locality)),
      payees: [...this.#payees]
        .map(([payeeCode, sums]) => ({ payeeCode, sums }))
        .sort((a, b) => byName(a.payeeCode, b.payeeCode)),
      unpaid: this.#unpaid,
      reasons: [...this.#reasons.values()],
      paidAhead: this.#paidAhead,
      refused: this.#refused,
    };
  }

  #componentTotals(component: Component, cells: readonly Sums[]): ComponentTotals {
    const periods = this.#periods.map((period, q) => ({ period, sums: at(cells, q) }));
    return { component, all: cells.reduce(addSums, noSums), periods };
  }

  #addLine({ component, positions, paidAhead }: ComponentAccount): void {
    const cells = this.#cells[component.index];
    if (!cells || positions.length !== cells.length) throw new Error(`${component.id} has not a position a period`);
    for (const position of positions) {
      addPosition(at(cells, position.period.index), position);
      for (const { status, reason, amount } of position.unpaid) this.#addUnpaid(status, reason, amount);
    }
    for (const { amount } of paidAhead) countAmount(this.#paidAhead, amount);
  }

  #addToLocality({ practice: { locality }, lines }: PracticeAccount): void {
    const place = this.#localities.get(locality) ?? { practices: 0, sums: openSums() };
    this.#localities.set(locality, place);
    place.practices += 1;
    for (const { positions } of lines) for (const position of positions) addPosition(place.sums, position);
  }

  #addUnpaid(status: UnpaidStatus, reason: string, amount: Pence): void {
    const tally = this.#unpaid.get(status) ?? openTally();
    this.#unpaid.set(status, tally);
    countAmount(tally, amount);
    const key = `${status} ${reason}`;
    const reasons = this.#reasons.get(key) ?? { status, reason, tally: openTally() };
    this.#reasons.set(key, reasons);
    countAmount(reasons.tally, amount);
  }
}

/** Whoever is paid or asked for anything: a payment goes to the payee of today, a clawback comes from whoever had the money. */
function payeesOf({ lines }: PracticeAccount): Map<string, PayeeSums> {
  const byPayee = new Map<string, OpenPayeeSums>();
  const sumsOf = (payee: string) => {
    const sums = byPayee.get(payee) ?? openPayeeSums();
    byPayee.set(payee, sums);
    return sums;
  };
  for (const { payeeCode, positions } of lines) {
    for (const { settlement } of positions) {
      if (settlement.kind === 'payment') addPayment(sumsOf(payeeCode), settlement.amount);
      if (settlement.kind === 'clawback') {
        for (const part of settlement.parts) addClawback(sumsOf(part.payeeCode), part);
      }
    }
  }
  return byPayee;
}

/** By code unit; what has no name last. */
function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
