import type { WorkingStep } from '../../domain/account.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { ComponentStory, PeriodStory } from '../../report/explain/story.ts';
import { clawbackRows } from '../../report/reports/clawbacks.ts';
import { paymentRows } from '../../report/reports/payments.ts';
import { withheldRows } from '../../report/reports/withheld.ts';
import { provisionalReasons, provisionalUntil } from '../provisional.ts';
import type { PublishedPractice, RunPublished } from '../publication.ts';
import { dayCell, figureCell, moneyCell, type SheetCell, textCell } from './cells.ts';
import type { TableName } from './tables.ts';

/** The rows of one practice in a run, table by table, each behind its practice. */
export function practiceRows(
  run: RunPublished,
  published: PublishedPractice,
  several: boolean,
): Readonly<Record<TableName, readonly (readonly SheetCell[])[]>> {
  const { story } = published;
  const { account } = story;
  const named = [textCell(account.practice.code), textCell(account.practice.name)];
  const first = several ? [...named, textCell(run.scheme.id)] : named;
  const marks = marksOf(run, published);
  const behind = (rows: readonly (readonly SheetCell[])[]) => rows.map((row) => [...first, ...row]);
  return {
    Statements: behind(statementCells(published)),
    Payments: behind(
      paymentRows(account).map((row) => [
        textCell(row.payee_code),
        textCell(row.component),
        textCell(row.period),
        moneyCell(row.entitlement),
        moneyCell(row.already_paid),
        moneyCell(row.amount),
        ...marks(row.component, row.period),
      ]),
    ),
    Clawbacks: behind(
      clawbackRows(account).map((row) => [
        textCell(row.payee_code),
        textCell(row.component),
        textCell(row.period),
        moneyCell(row.entitlement),
        moneyCell(row.already_paid),
        moneyCell(row.amount),
        textCell(row.status),
        textCell(row.reason),
        textCell(row.clause),
        ...marks(row.component, row.period),
      ]),
    ),
    'Not paid': behind(
      withheldRows(account).map((row) => [
        textCell(row.component),
        textCell(row.period),
        textCell(row.status),
        moneyCell(row.amount),
        textCell(row.reason),
        textCell(row.clause),
      ]),
    ),
    Refused: behind(refusedCells(run, published)),
    Workings: behind(story.components.flatMap(workingCells)),
  };
}

function statementCells({ story }: PublishedPractice): SheetCell[][] {
  const { toldNothing } = story.account;
  const nothing = { payments: noPence, clawbacksDue: noPence, net: noPence };
  const told = [...story.payees, ...(toldNothing === null ? [] : [{ payee: toldNothing, ...nothing }])];
  return told.map(({ payee, payments, clawbacksDue, net }) => [
    textCell(payee),
    moneyCell(payments),
    moneyCell(clawbacksDue),
    moneyCell(net),
  ]);
}

/** Until when a line can still change, and why. */
function marksOf(run: RunPublished, { story }: PublishedPractice) {
  const lines = new Map<string, readonly [ComponentStory, PeriodStory]>(
    story.components.flatMap((component) =>
      component.periods.map(
        (period) => [`${component.line.component.id} ${period.position.period.id}`, [component, period]] as const,
      ),
    ),
  );
  return (component: string, period: string): SheetCell[] => {
    const found = lines.get(`${component} ${period}`);
    if (!found) throw new Error(`a row of ${component} in ${period} that the account has not`);
    const [{ line }, told] = found;
    const reasons = provisionalReasons(run, line.component, told);
    return [dayCell(provisionalUntil(reasons)), textCell(reasons.map(({ why }) => why).join('; '))];
  };
}

function refusedCells(run: RunPublished, { story }: PublishedPractice): SheetCell[][] {
  return story.refused.map(({ file, claim, refusal }) => [
    textCell(file),
    figureCell(String(claim.line)),
    textCell(refusal.code),
    textCell(refusal.reason),
    textCell(refusal.clause),
    textCell(run.rowAt(file, claim.line) ?? ''),
  ]);
}

function workingCells({ line, ahead }: ComponentStory): SheetCell[][] {
  const { component, steps, positions } = line;
  const stepCells = (period: string, { step, formula, value, rounded, clause }: WorkingStep): SheetCell[] => [
    textCell(component.id),
    textCell(period),
    textCell(step),
    textCell(formula),
    figureCell(value),
    rounded === null ? null : moneyCell(rounded),
    textCell(clause),
  ];
  return [
    ...steps.map((step) => stepCells('', step)),
    ...positions.flatMap(({ period, steps: of }) => of.map((step) => stepCells(period.id, step))),
    ...ahead.map(({ period, amount }): SheetCell[] => [
      textCell(component.id),
      textCell(period.id),
      textCell('settlement'),
      textCell('paid already for a period after that of the run: left alone'),
      moneyCell(amount),
      moneyCell(amount),
      textCell(component.recovery.clause),
    ]),
  ];
}

/** What a practice comes to now in a component: payments less what comes back now. */
export function nowOf({ line }: ComponentStory): Pence[] {
  return line.positions.flatMap(({ settlement }) => {
    if (settlement.kind === 'payment') return [settlement.amount];
    if (settlement.kind !== 'clawback') return [];
    return settlement.parts
      .filter(({ status }) => status === 'due')
      .map(({ amount }) => subtractPence(noPence, amount));
  });
}
