import type { ComponentAccount, PracticeAccount, WorkingStep } from '../../domain/account.ts';
import { formatAmount, type Pence } from '../../domain/money/money.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import { csvCell } from '../csv/csv.ts';
import { type HandOver, RowBytes } from '../csv/row-bytes.ts';

/** The rows of workings.csv: hundreds of thousands in a national run, of which most end as many others do. */
export class WorkingsRows {
  readonly #rows: RowBytes;
  /** `,component,period,` by the two. */
  readonly #places = new Map<string, Map<string, Buffer>>();
  /** The rows of conditions behind their place: thousands of practices have the same one. */
  readonly #conditions = new WeakMap<WorkingStep, Buffer>();
  /** `,clause` and the end of the row: a scheme has no more of them than its paper. */
  readonly #ends = new Map<string, Buffer>();

  constructor(handOver: HandOver) {
    this.#rows = new RowBytes(handOver);
  }

  /**
   * Writes the rows of one practice: of each component the steps of its value, with a blank period, then those of each period in
   * order. Money already paid for later periods is left alone, and listed last.
   */
  write({ practice, lines }: PracticeAccount): void {
    const { code } = practice;
    for (const line of lines) {
      const { component, steps, positions, paidAhead } = line;
      const termPlace = this.#placeOf(component.id, '');
      for (const step of steps) this.#row(code, termPlace, step);
      for (const { period, steps } of positions) {
        const place = this.#placeOf(component.id, period.id);
        for (const step of steps) this.#row(code, place, step);
      }
      for (const { period, amount } of paidAhead) {
        this.#row(code, this.#placeOf(component.id, period.id), leftAlone(line, amount));
      }
    }
  }

  /** Hands over what is not written yet. */
  flush(): void {
    this.#rows.flush();
  }

  #row(code: string, place: Buffer, step: WorkingStep): void {
    if (step.step === 'condition') this.#copied(code, place, this.#conditionOf(step));
    else this.#written(code, place, step);
  }

  #copied(code: string, place: Buffer, cells: Buffer): void {
    const rows = this.#rows;
    rows.begin(code.length + place.length + cells.length);
    rows.text(code);
    rows.bytes(place);
    rows.bytes(cells);
  }

  #written(code: string, place: Buffer, { step, formula, value, rounded, clause }: WorkingStep): void {
    const rows = this.#rows;
    const end = this.#endOf(clause);
    const guarded = guardFormula(formula);
    const amount = rounded === null ? '' : formatAmount(rounded);
    // No letter takes more than three bytes, a quote two; there are three commas, and quotes around the formula.
    rows.begin(
      code.length + place.length + step.length + (guarded.length + value.length) * 3 + amount.length + end.length + 5,
    );
    rows.text(code);
    rows.bytes(place);
    rows.text(step);
    rows.comma();
    rows.cell(guarded);
    rows.comma();
    // A figure or a state of ours needs no quotes.
    rows.text(value);
    rows.comma();
    rows.text(amount);
    rows.bytes(end);
  }

  #placeOf(component: string, period: string): Buffer {
    const periods = keptIn(this.#places, component, () => new Map());
    return keptIn(periods, period, () => Buffer.from(`,${component},${period},`));
  }

  #conditionOf(condition: WorkingStep): Buffer {
    const known = this.#conditions.get(condition);
    if (known) return known;
    const { step, formula, value, rounded, clause } = condition;
    const amount = rounded === null ? '' : formatAmount(rounded);
    const cells = Buffer.from(`${step},${csvCell(guardFormula(formula))},${value},${amount}${this.#endOf(clause)}`);
    this.#conditions.set(condition, cells);
    return cells;
  }

  #endOf(clause: string): Buffer {
    return keptIn(this.#ends, clause, () => Buffer.from(`,${csvCell(guardFormula(clause))}\r\n`));
  }
}

function keptIn<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

function leftAlone({ component }: ComponentAccount, amount: Pence): WorkingStep {
  return {
    step: 'settlement',
    formula: 'paid already for a period after that of the run: left alone',
    value: formatAmount(amount),
    rounded: amount,
    clause: component.recovery.clause,
  };
}
