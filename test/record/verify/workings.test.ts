import { describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { columnsOf, type ReportName } from '../../../src/domain/run-folder.ts';
import { footingDifferences } from '../../../src/record/verify/footing.ts';
import type { ReadRow, RowsOf } from '../../../src/record/verify/report-row.ts';
import { workingsDifferences } from '../../../src/record/verify/workings.ts';
import { manifest } from '../sample.ts';

/** Two practices: one is paid and pays back, the other's payment is carried; and money was paid ahead for summer. */
const reports: Readonly<Record<string, readonly string[]>> = {
  'payments.csv': ['Z00001,Z00001,reviews,spring,9.00,0.00,9.00'],
  'clawbacks.csv': ['Z00001,Z00001,visits,spring,1.00,4.00,3.00,due'],
  'statements.csv': ['Z00001,Ash,Z00001,9.00,3.00,6.00', 'Z00002,Beech,Z00002,0.00,0.00,0.00'],
  'withheld.csv': ['Z00001,visits,spring,forfeited,3.00,late', 'Z00002,reviews,spring,carried,2.00,too small'],
  'workings.csv': [
    'Z00001,reviews,,value,',
    'Z00001,reviews,spring,entitlement,9.00',
    'Z00001,reviews,spring,settlement,9.00',
    'Z00001,visits,spring,decision,',
    'Z00001,visits,spring,entitlement,1.00',
    'Z00001,visits,spring,settlement,-3.00',
    'Z00001,visits,summer,settlement,5.00',
    'Z00002,reviews,spring,entitlement,2.00',
    'Z00002,reviews,spring,settlement,2.00',
    'Z00002,visits,spring,settlement,0.00',
  ],
};

const controls = {
  ...manifest.controls,
  entitlement: pence(1200),
  alreadyPaid: pence(400),
  payments: pence(900),
  clawbacks: { due: pence(300), deferred: pence(0), proposed: pence(0), waived: pence(0) },
  net: pence(600),
  notPaid: pence(500),
  rows: { 'clawbacks.csv': 1, 'payments.csv': 1, 'statements.csv': 2, 'withheld.csv': 2, 'workings.csv': 10 },
};

function rowsOf(changes: Readonly<Record<string, readonly string[]>>): RowsOf {
  return <N extends ReportName>(report: N) => {
    const columns = new Map(columnsOf(report).map((name, at) => [name, at]));
    const lines = { ...reports, ...changes }[report] ?? [];
    return lines.map((text, at): ReadRow<N> => {
      const cells = text.split(',');
      // The formula and the value of a step are left out above.
      const whole = report === 'workings.csv' ? [...cells.slice(0, 4), '', '', ...cells.slice(4)] : cells;
      return { line: at + 2, text: whole.join(','), cells: whole, columns };
    });
  };
}

function without(report: string, part: string): readonly string[] {
  return (reports[report] ?? []).filter((row) => !row.includes(part));
}

function replaced(report: string, from: string, to: string): readonly string[] {
  return (reports[report] ?? []).map((row) => row.replace(from, to));
}

function workings(changes: Readonly<Record<string, readonly string[]>>): string[] {
  const differences = workingsDifferences({ ...manifest, controls }, rowsOf(changes), new Set(['spring']));
  return differences.map(({ file, line, says }) => `${file}:${line ?? ''} ${says}`);
}

function footing(changes: Readonly<Record<string, readonly string[]>>, given = controls): string[] {
  const differences = footingDifferences({ ...manifest, controls: given }, rowsOf(changes));
  return differences.map(({ file, line, says }) => `${file}:${line ?? ''} ${says}`);
}

describe('the workings', () => {
  it('hold against payments, clawbacks and what was carried', () => {
    expect(workings({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
    [
      'a payment is missing',
      { 'payments.csv': [] },
      'workings.csv:4 settles Z00001 reviews spring with 9.00; in payments.csv no row is left',
    ],
    [
      'a payment has another amount',
      { 'payments.csv': replaced('payments.csv', ',9.00,0.00,9.00', ',9.00,0.00,9.01') },
      'workings.csv:4 settles Z00001 reviews spring with 9.00; in payments.csv line 2 has Z00001 reviews spring, 9.01',
    ],
    [
      'a clawback is missing',
      { 'clawbacks.csv': [] },
      'workings.csv:7 settles Z00001 visits spring with 3.00; in clawbacks.csv no row is left',
    ],
    [
      'what was carried is missing',
      { 'withheld.csv': without('withheld.csv', 'carried') },
      'workings.csv:10 settles Z00002 reviews spring with 2.00; in payments.csv no row is left',
    ],
    [
      'there is a payment more',
      { 'payments.csv': [...(reports['payments.csv'] ?? []), 'Z00003,Z00003,reviews,spring,1.00,0.00,1.00'] },
      'payments.csv:3 has Z00003 reviews spring, which the workings do not settle',
    ],
    [
      'a settlement is missing',
      { 'workings.csv': without('workings.csv', 'settlement,-3.00') },
      'clawbacks.csv:2 has Z00001 visits spring, which the workings do not settle',
    ],
    [
      'a settlement has no amount',
      { 'workings.csv': replaced('workings.csv', 'settlement,9.00', 'settlement,') },
      'workings.csv:4 settles without an amount',
    ],
    [
      'the entitlements come to something else',
      { 'workings.csv': replaced('workings.csv', 'entitlement,1.00', 'entitlement,1.01') },
      'workings.csv: has entitlements of 12.01; expected the control total 12.00',
    ],
  ])('do not hold where %s', (_, changes, says) => {
    expect(workings(changes)).toEqual([says]);
  });
});

describe('the reports', () => {
  it('foot to the control totals', () => {
    expect(footing({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, readonly string[]>>, string[]]>([
    [
      'a row is missing',
      { 'statements.csv': without('statements.csv', 'Beech') },
      ['statements.csv: has 1 rows; run.json counts 2'],
    ],
    [
      'an amount of a row does not follow from the others',
      { 'statements.csv': replaced('statements.csv', '9.00,3.00,6.00', '9.00,3.00,5.00') },
      [
        'statements.csv:2 has amounts that do not follow from one another',
        'statements.csv: has payments of 0.00; expected the control total 9.00',
        'statements.csv: has clawbacks of 0.00; expected the control total 3.00',
        'statements.csv: has net amounts of 0.00; expected the control total 6.00',
      ],
    ],
    [
      'a clawback has another status',
      { 'clawbacks.csv': replaced('clawbacks.csv', 'due', 'waived') },
      [
        'clawbacks.csv: has clawbacks due of 0.00; expected the control total 3.00',
        'clawbacks.csv: has clawbacks waived of 3.00; expected the control total 0.00',
      ],
    ],
    [
      'an amount is below zero',
      { 'payments.csv': replaced('payments.csv', '9.00,0.00,9.00', '0.00,9.00,-9.00') },
      [
        'payments.csv:2 has amounts that do not follow from one another',
        'payments.csv: has amounts of 0.00; expected the control total 9.00',
      ],
    ],
    [
      'what is withheld is no amount',
      { 'withheld.csv': replaced('withheld.csv', '3.00', 'all') },
      [
        'withheld.csv:2 has amounts that do not follow from one another',
        'withheld.csv: has amounts of 2.00; expected the control total 5.00',
      ],
    ],
  ])('do not foot where %s', (_, changes, says) => {
    expect(footing(changes)).toEqual(says);
  });

  it('do not foot where the control totals contradict one another', () => {
    expect(footing({}, { ...controls, entitlement: pence(1201) })).toEqual([
      'run.json: has entitlements less what was already paid of 8.01; expected the control total 8.00',
    ]);
  });
});
