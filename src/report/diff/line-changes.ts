import type { ClawbackStatus } from '../../domain/account.ts';
import { addPence, noPence, type Pence } from '../../domain/money/money.ts';
import { type ReportRow, settlingSteps } from '../../domain/run-folder.ts';

export const figureNames = [
  'entitlement',
  'payment',
  'clawback due',
  'clawback deferred',
  'clawback proposed',
  'clawback waived',
] as const satisfies readonly ('entitlement' | 'payment' | `clawback ${ClawbackStatus}`)[];
export type FigureName = (typeof figureNames)[number];

export type LineFigures = Readonly<Record<FigureName, Pence>>;

/** A component and period of one practice whose amounts, or whose payees, are not the same in two runs. */
export interface LineChange {
  readonly component: string;
  readonly period: string;
  readonly before: LineFigures;
  readonly after: LineFigures;
  /** Who is paid, or pays back, where that changed. */
  readonly payee: { readonly before: string; readonly after: string } | null;
}

/** The rows of one practice that say amounts. */
export interface AmountRows {
  readonly 'workings.csv': readonly ReportRow<'workings.csv'>[];
  readonly 'payments.csv': readonly ReportRow<'payments.csv'>[];
  readonly 'clawbacks.csv': readonly ReportRow<'clawbacks.csv'>[];
}

/** What differs in the lines of one practice, in the order of the second run, then what only the first has. */
export function lineChanges(before: AmountRows, after: AmountRows): LineChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)];
    const line = to ?? from;
    const figures = { before: from?.figures ?? none, after: to?.figures ?? none };
    const payee = payeeChange(from, to);
    const isSame = figureNames.every((name) => figures.before[name] === figures.after[name]);
    return !line || (payee === null && isSame)
      ? []
      : [{ component: line.component, period: line.period, ...figures, payee }];
  });
}

interface Line {
  readonly component: string;
  readonly period: string;
  readonly figures: Record<FigureName, Pence>;
  readonly payees: Set<string>;
}

const none: LineFigures = {
  entitlement: noPence,
  payment: noPence,
  'clawback due': noPence,
  'clawback deferred': noPence,
  'clawback proposed': noPence,
  'clawback waived': noPence,
};

/** The lines of a practice by component and period, in the order of the workings, which have a step for each. */
function linesOf(rows: AmountRows): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  const lineOf = ({ component, period }: { readonly component: string; readonly period: string }): Line => {
    const key = `${component} ${period}`;
    const line = lines.get(key) ?? { component, period, figures: { ...none }, payees: new Set<string>() };
    lines.set(key, line);
    return line;
  };
  for (const row of rows['workings.csv']) {
    if (row.step === settlingSteps.entitlement) lineOf(row).figures.entitlement = row.rounded ?? noPence;
  }
  for (const row of rows['payments.csv']) {
    const { figures, payees } = lineOf(row);
    figures.payment = addPence(figures.payment, row.amount);
    payees.add(row.payee_code);
  }
  for (const row of rows['clawbacks.csv']) {
    const { figures, payees } = lineOf(row);
    const name = clawbackFigures[row.status];
    figures[name] = addPence(figures[name], row.amount);
    payees.add(row.payee_code);
  }
  return lines;
}

const clawbackFigures = {
  due: 'clawback due',
  deferred: 'clawback deferred',
  proposed: 'clawback proposed',
  waived: 'clawback waived',
} as const satisfies Record<ClawbackStatus, FigureName>;

function payeeChange(was: Line | undefined, is: Line | undefined): LineChange['payee'] {
  const [before, after] = [was, is].map((line) => [...(line?.payees ?? [])].sort().join(', '));
  return !before || !after || before === after ? null : { before, after };
}
