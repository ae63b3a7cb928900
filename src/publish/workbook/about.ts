import { sayDay } from '../../domain/day.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { tie } from '../document.ts';
import type { Publication, RunPublished } from '../publication.ts';
import { dayCell, moneyCell, type SheetCell, textCell } from './cells.ts';
import type { SheetColumn } from './mould.ts';
import type { SheetSum } from './sheet-rows.ts';

export const aboutColumns: readonly SheetColumn[] = [
  { head: 'about', holds: 'text', width: 34 },
  { head: 'says', holds: 'reason', width: 60 },
  { head: 'day', holds: 'date', width: 13 },
  { head: 'in_the_sheet', holds: 'money', width: 16 },
  { head: 'control_total', holds: 'money', width: 16 },
  { head: 'ties', holds: 'text', width: 10 },
];

/** A sheet that was written, with its sums; a table of more rows than a sheet takes has several. */
export interface WrittenSheet {
  readonly table: string;
  readonly name: string;
  readonly rows: number;
  readonly sums: readonly SheetSum[];
}

/** What each sum of a sheet must come to. */
const controls: readonly (readonly [table: string, column: string, of: (run: RunPublished) => Pence])[] = [
  ['Statements', 'payments', (run) => run.controls.payments],
  ['Statements', 'clawbacks', (run) => run.controls.clawbacks.due],
  ['Statements', 'net', (run) => run.controls.net],
  ['Payments', 'amount', (run) => run.controls.payments],
  ['Clawbacks', 'amount', (run) => sumPence(Object.values(run.controls.clawbacks))],
  ['Not paid', 'amount', (run) => run.controls.notPaid],
  ['By component', 'entitlement', (run) => run.controls.entitlement],
  ['By component', 'already_paid', (run) => run.controls.alreadyPaid],
  ['By component', 'net', (run) => run.controls.net],
  ['Practices × components', 'net', (run) => run.controls.net],
];

const holds: Readonly<Record<string, string>> = {
  About: 'this sheet: what the workbook is of, and that its sheets come to the control totals',
  Statements: 'what each payee is paid and gives back, for each practice',
  Payments: 'what is paid now, line by line, and what of it can still change',
  Clawbacks: 'what was overpaid: what comes back now or later, what waits for a decision, what stays',
  'Not paid': 'what is not earned, or not paid yet, and why',
  Refused: 'rows that do not count, as they stood, and why',
  'By component': 'sums by component and period',
  'Practices × components': 'what each practice comes to now, by component',
  Workings: 'every figure, step by step',
  Readings: 'how a silence of the paper was read',
  'Control totals': 'what the run itself says that it comes to',
};

/** The first sheet: every sum of a sheet beside the control total. One that does not tie is a fault of ours. */
export function aboutRows({ commissioner, words, runs }: Publication, sheets: readonly WrittenSheet[]): SheetCell[][] {
  const says = (about: string, text: string): SheetCell[] => [textCell(about), textCell(text)];
  // Below the head and what is said of each run.
  const firstControl = 3 + runs.length * 5;
  return [
    says('commissioner', commissioner),
    ...runs.flatMap((run) => [
      says('scheme', `${run.scheme.title} (${run.scheme.id})`),
      says('period', `${run.period.title} (${run.period.id})`),
      [textCell('as at'), null, dayCell(run.asAt)],
      says('run', run.runId),
      says('posted', sayPosted(run)),
    ]),
    ...controls.map(([table, column, of], place) =>
      controlRow(words, firstControl + place, table, column, sumPence(runs.map(of)), sheets),
    ),
    ...sheets.map(({ name, table }) => says(`sheet ${name}`, inWords(words, holds[table] ?? ''))),
    says('colours', 'red is below nothing, and nothing else is'),
    says('provisional', 'a sum beside which a reason stands can still change in a later run, until the day beside it'),
  ];
}

function sayPosted({ posted }: RunPublished): string {
  switch (posted.kind) {
    case 'posted': {
      const { serial, approvedBy, asAt } = posted.posting;
      return `posting ${serial}, approved by ${approvedBy}, as at ${sayDay(asAt)}`;
    }
    case 'not-posted':
      return 'not posted: nothing has been paid by it';
    case 'unknown':
      return 'not known without the ledger';
  }
}

function controlRow(
  words: Words,
  row: number,
  table: string,
  column: string,
  control: Pence,
  sheets: readonly WrittenSheet[],
): SheetCell[] {
  const own = sheets.filter((sheet) => sheet.table === table);
  const sums = own.flatMap(({ name, sums: all }) =>
    all.filter(({ head }) => head === column).map((sum) => ({ name, sum })),
  );
  const shown = sums.reduce((all, { sum }) => sumPence([all, sum.sum]), noPence);
  tie(`${column} of the sheet ${table}`, shown, control);
  const formula = sums.map(({ name, sum }) => `SUM('${name}'!${sum.range})`).join('+');
  return [
    textCell(`${inWords(words, table)}: ${column}`),
    null,
    null,
    { kind: 'formula', formula, comesTo: shown },
    moneyCell(control),
    { kind: 'formula', formula: `IF(ROUND(D${row}-E${row},2)=0,"yes","no")`, comesTo: 'yes' },
  ];
}
