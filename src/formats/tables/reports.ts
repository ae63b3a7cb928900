import { clawbackStatuses, unpaidStatuses } from '../../domain/account.ts';
import type { FormOrChoices } from '../../domain/column-form.ts';
import { byReport, type CellKind, cellKindsOf, type ReportColumn, type ReportName } from '../../domain/run-folder.ts';
import { always, orBlank, type TableTold } from './table.ts';

// The reports of a run folder. Their columns and what a cell is stand in domain/run-folder.ts; what they mean stands here.

interface ReportTold<N extends ReportName> {
  readonly holds: string;
  readonly columns: { readonly [C in ReportColumn<N>]: string };
}

const practice = 'the practice';
const payee = 'who is paid, or pays back: the practice itself unless payees.csv says otherwise';
const component = 'the component of the scheme';
const period = 'the payment period of the scheme';
const clause = 'the clause of the paper that says so';

const says: { readonly [N in ReportName]: ReportTold<N> } = {
  'payments.csv': {
    holds: 'a payment that is due now',
    columns: {
      practice_code: practice,
      payee_code: payee,
      component,
      period,
      entitlement: 'what was earned for the period to date',
      already_paid: 'what was paid for it before this run',
      amount: 'what is paid now: the entitlement less what was paid and set off, always above zero',
    },
  },
  'clawbacks.csv': {
    holds: 'a sum that comes back, or would, of one payee',
    columns: {
      practice_code: practice,
      payee_code: payee,
      component,
      period,
      entitlement: 'what was earned for the period to date, whole in each row of the line',
      already_paid: 'what was paid for it before this run, whole in each row of the line',
      amount: 'what comes back, always above zero',
      status: 'due is taken now; deferred and proposed wait; waived is not taken',
      reason: 'why the money is not earned, and what is said of taking it back',
      clause,
    },
  },
  'statements.csv': {
    holds: 'what a payee gets for a practice in this run',
    columns: {
      practice_code: practice,
      practice_name: 'its name',
      payee_code: payee,
      payments: 'what is paid',
      clawbacks: 'what is taken back now: status due alone',
      net: 'payments less clawbacks',
    },
  },
  'withheld.csv': {
    holds: 'an amount that is not paid, and why',
    columns: {
      practice_code: practice,
      component,
      period,
      status: 'what keeps it: before the worth to date, between it and the entitlement, or after that',
      amount: 'what is not paid for that reason',
      reason: 'the reason in words',
      clause,
    },
  },
  'refused.csv': {
    holds: 'a row of a file that does not count, and why',
    columns: {
      file: 'the file',
      line: 'its line, from 1',
      practice_code: practice,
      code: 'the first reason that holds',
      reason: 'the reason in words',
      clause,
      row: 'the row as it stood',
    },
  },
  'workings.csv': {
    holds: 'a step of the working of a figure, in order',
    columns: {
      practice_code: practice,
      component,
      period: 'the payment period; blank for the value of the whole term',
      step: 'what kind of step it is',
      formula: 'the step in words',
      value: 'the exact figure before its rounding; of a step to date, both sums',
      rounded: 'what was made of it',
      clause,
    },
  },
};

/** Columns of ids whose cells may be blank all the same. */
const blankToo = new Set(['refused.csv clause', 'workings.csv period', 'workings.csv value', 'workings.csv clause']);

/** The reports of a run folder, with their columns. */
export const reportTables: readonly TableTold[] = Object.values(
  byReport((file) => {
    const meanings: Readonly<Record<string, string>> = says[file].columns;
    const columns = Object.entries(cellKindsOf(file)).map(([name, kind]) => {
      const isText = file === 'workings.csv' && name === 'value';
      const make = mayBeBlank(kind) || blankToo.has(`${file} ${name}`) ? orBlank : always;
      return make(name, isText ? 'words' : formOf(kind), meanings[name] ?? '');
    });
    return { file, holds: says[file].holds, columns };
  }),
);

function mayBeBlank(kind: CellKind): boolean {
  return kind === 'amount or blank' || kind === 'words';
}

function formOf(kind: CellKind): FormOrChoices {
  switch (kind) {
    case 'id':
      return 'id';
    case 'words':
      return 'words';
    case 'number':
      return 'whole';
    case 'amount':
    case 'amount or blank':
      return 'amount';
    case 'clawback status':
      return clawbackStatuses;
    case 'unpaid status':
      return unpaidStatuses;
  }
}
