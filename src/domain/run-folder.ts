import { type ClawbackStatus, clawbackStatuses, type StepName, type UnpaidStatus, unpaidStatuses } from './account.ts';
import { mapped } from './mapped.ts';
import { formatAmount, type Pence, parseAmount } from './money/money.ts';
import { guardFormula } from './words/formula-guard.ts';

/** What a cell of a report holds: an id or figure of ours, a whole number, words that came from outside, an amount, a status. */
interface Cells {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly amount: Pence;
  readonly 'amount or blank': Pence | null;
  readonly 'clawback status': ClawbackStatus;
  readonly 'unpaid status': UnpaidStatus;
}
export type CellKind = keyof Cells;

/** Every report of a run, with its columns in order. */
const reports = {
  'payments.csv': {
    practice_code: 'id',
    payee_code: 'words',
    component: 'id',
    period: 'id',
    entitlement: 'amount',
    already_paid: 'amount',
    amount: 'amount',
  },
  'clawbacks.csv': {
    practice_code: 'id',
    payee_code: 'words',
    component: 'id',
    period: 'id',
    entitlement: 'amount',
    already_paid: 'amount',
    amount: 'amount',
    status: 'clawback status',
    reason: 'words',
    clause: 'words',
  },
  'statements.csv': {
    practice_code: 'id',
    practice_name: 'words',
    payee_code: 'words',
    payments: 'amount',
    clawbacks: 'amount',
    net: 'amount',
  },
  'withheld.csv': {
    practice_code: 'id',
    component: 'id',
    period: 'id',
    status: 'unpaid status',
    amount: 'amount',
    reason: 'words',
    clause: 'words',
  },
  'refused.csv': {
    file: 'id',
    line: 'number',
    practice_code: 'id',
    code: 'id',
    reason: 'words',
    clause: 'words',
    row: 'words',
  },
  'workings.csv': {
    practice_code: 'id',
    component: 'id',
    period: 'id',
    step: 'id',
    formula: 'words',
    value: 'id',
    rounded: 'amount or blank',
    clause: 'words',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, CellKind>>>>;

export type ReportName = keyof typeof reports;

/** One thing for each report. */
export function byReport<T>(make: (name: ReportName) => T): Record<ReportName, T> {
  return {
    'payments.csv': make('payments.csv'),
    'clawbacks.csv': make('clawbacks.csv'),
    'statements.csv': make('statements.csv'),
    'withheld.csv': make('withheld.csv'),
    'refused.csv': make('refused.csv'),
    'workings.csv': make('workings.csv'),
  };
}

export const reportNames: readonly ReportName[] = Object.values(byReport((name) => name));

/** The name of a column of a report. */
export type ReportColumn<N extends ReportName> = keyof (typeof reports)[N] & string;

/** The columns of a report that hold such a cell. */
export type ReportColumnOf<N extends ReportName, Kind extends CellKind> = {
  [C in ReportColumn<N>]: (typeof reports)[N][C] extends Kind ? C : never;
}[ReportColumn<N>];

/** A row of a report by the names of its columns. */
export type ReportRow<N extends ReportName> = {
  readonly [C in keyof (typeof reports)[N]]: (typeof reports)[N][C] extends CellKind
    ? Cells[(typeof reports)[N][C]]
    : never;
};

/** The names of the columns of a report, in order. */
export function columnsOf(name: ReportName): readonly string[] {
  return Object.keys(reports[name]);
}

/** What each column of a report holds, in order. */
export function cellKindsOf(name: ReportName): Readonly<Record<string, CellKind>> {
  return reports[name];
}

/** The columns that are added up, in order; what the workings hold is steps, not sums. */
export const summedColumns = {
  'payments.csv': ['amount'],
  'clawbacks.csv': ['amount'],
  'statements.csv': ['payments', 'clawbacks', 'net'],
  'withheld.csv': ['amount'],
  'refused.csv': [],
  'workings.csv': [],
} as const satisfies { readonly [N in ReportName]: readonly ReportColumnOf<N, 'amount'>[] };

/** Rows of a report as the cells of their lines. Words from outside are guarded, so that no spreadsheet takes them for a formula. */
export function cellsOf<N extends ReportName>(name: N): (row: ReportRow<N>) => string[] {
  const columns = Object.entries<CellKind>(reports[name]);
  return (row) => {
    const cells: Readonly<Record<string, string | number | Pence | null>> = row;
    return mapped(columns, ([column, kind]) => {
      const cell = cells[column];
      if (cell === null) return '';
      if (typeof cell === 'bigint') return formatAmount(cell);
      if (cell === undefined) throw new Error(`${name} got no ${column}`);
      return kind === 'words' ? guardFormula(String(cell)) : String(cell);
    });
  };
}

/** The row that the cells of a line make; null where this program did not write them. A guard before words stays. */
export function rowOf<N extends ReportName>(name: N, cells: readonly string[]): ReportRow<N> | null {
  const columns = Object.entries<CellKind>(reports[name]);
  if (cells.length !== columns.length) return null;
  const read = mapped(columns, ([column, kind], place): [string, Cells[CellKind] | undefined] => [
    column,
    readCell(kind, cells[place] ?? ''),
  ]);
  if (read.some(([, cell]) => cell === undefined)) return null;
  // Every column of the report has a cell of its kind.
  return Object.fromEntries(read) as ReportRow<N>;
}

function readCell(kind: CellKind, text: string): Cells[CellKind] | undefined {
  switch (kind) {
    case 'id':
    case 'words':
      return text;
    case 'number':
      return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'amount':
      return parseAmount(text) ?? undefined;
    case 'amount or blank':
      return text === '' ? null : (parseAmount(text) ?? undefined);
    case 'clawback status':
      return clawbackStatuses.find((status) => status === text);
    case 'unpaid status':
      return unpaidStatuses.find((status) => status === text);
  }
}

/** Steps of the workings that the program reads back. */
export const settlingSteps = {
  entitlement: 'entitlement',
  setOff: 'set-off',
  settlement: 'settlement',
} as const satisfies Record<string, StepName>;

/** What the reports of a run add up to, as run.json says. */
export interface Controls {
  readonly practices: number;
  readonly entitlement: Pence;
  readonly alreadyPaid: Pence;
  readonly payments: Pence;
  readonly clawbacks: Readonly<Record<ClawbackStatus, Pence>>;
  readonly net: Pence;
  /** What withheld.csv adds up to. */
  readonly notPaid: Pence;
  readonly paidAhead: Pence;
  /** By report, headers not counted. */
  readonly rows: Readonly<Record<string, number>>;
}
