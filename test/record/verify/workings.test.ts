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

  it('hold whatever a component is called', () => {
    const steps = ['Z00001,settlement,spring,value,', ...(reports['workings.csv'] ?? [])];
    expect(workings({ 'workings.csv': steps })).toEqual([]);
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
    [
      'an entitlement has no amount',
      { 'workings.csv': replaced('workings.csv', 'entitlement,1.00', 'entitlement,') },
      'workings.csv:6 settles without an amount',
    ],
    [
      'a payment is for another practice',
      { 'payments.csv': replaced('payments.csv', 'Z00001,Z00001', 'Z00002,Z00001') },
      'workings.csv:4 settles Z00001 reviews spring with 9.00; in payments.csv line 2 has Z00002 reviews spring, 9.00',
    ],
    [
      'a payment is for another component',
      { 'payments.csv': replaced('payments.csv', 'reviews', 'visits') },
      'workings.csv:4 settles Z00001 reviews spring with 9.00; in payments.csv line 2 has Z00001 visits spring, 9.00',
    ],
    [
      'a payment is for another period',
      { 'payments.csv': replaced('payments.csv', 'spring', 'summer') },
      'workings.csv:4 settles Z00001 reviews spring with 9.00; in payments.csv line 2 has Z00001 reviews summer, 9.00',
    ],
    [
      'a payment is there twice',
      { 'payments.csv': [...(reports['payments.csv'] ?? []), ...(reports['payments.csv'] ?? [])] },
      'payments.csv:3 has Z00001 reviews spring, which the workings do not settle',
    ],
    [
      'a settlement is there twice',
      {
        'workings.csv': (reports['workings.csv'] ?? []).flatMap((row) => (row.endsWith('-3.00') ? [row, row] : [row])),
      },
      'workings.csv:8 settles Z00001 visits spring with 3.00; in clawbacks.csv no row is left',
    ],
    [
      'something was carried that is not settled',
      {
        'withheld.csv': [...(reports['withheld.csv'] ?? []), 'Z00003,reviews,spring,carried,2.00,too small'],
      },
      'withheld.csv:4 has Z00003 reviews spring, which the workings do not settle',
    ],
    [
      'something is set off that the workings do not say',
      { 'withheld.csv': [...(reports['withheld.csv'] ?? []), 'Z00003,reviews,spring,set-off,2.00,fell'] },
      'withheld.csv:4 has Z00003 reviews spring, which the workings do not settle',
    ],
  ])('do not hold where %s', (_, changes, says) => {
    expect(workings(changes)).toEqual([says]);
  });
});

describe('a clawback that stands in several rows', () => {
  const row = (amount: string, status: string, practice = 'Z00001') =>
    `${practice},PCN-A,visits,spring,1.00,4.00,${amount},${status}`;

  it('holds where they come to what is settled, one after another', () => {
    expect(workings({ 'clawbacks.csv': [row('2.00', 'due'), row('0.99', 'proposed'), row('0.01', 'waived')] })).toEqual(
      [],
    );
  });

  it.each<[string, readonly string[], string]>([
    [
      'less',
      [row('2.00', 'due'), row('0.99', 'waived')],
      'workings.csv:7 settles Z00001 visits spring with 3.00; in clawbacks.csv no row is left',
    ],
    [
      'more',
      [row('2.00', 'due'), row('1.01', 'waived')],
      'workings.csv:7 settles Z00001 visits spring with 3.00; in clawbacks.csv no row is left',
    ],
    [
      'the same, and one row more',
      [row('2.00', 'due'), row('1.00', 'due'), row('1.00', 'waived')],
      'clawbacks.csv:4 has Z00001 visits spring, which the workings do not settle',
    ],
    [
      'less, before those of another practice',
      [row('2.00', 'due'), row('1.00', 'due', 'Z00002')],
      'workings.csv:7 settles Z00001 visits spring with 3.00; in clawbacks.csv line 3 has Z00002 visits spring, 1.00',
    ],
    [
      'no amount',
      [row('all', 'due')],
      'workings.csv:7 settles Z00001 visits spring with 3.00; in clawbacks.csv no row is left',
    ],
  ])('does not hold where they come to %s', (_, rows, says) => {
    expect(workings({ 'clawbacks.csv': rows })).toEqual([says]);
  });
});

describe('what is set off', () => {
  // Of 9.00 for reviews 1.00 makes up for a fall of visits, so that 8.00 is paid, and 2.00 comes back of what was 3.00.
  const setOff = ['Z00001,reviews,spring,set-off,1.00,fell', 'Z00001,visits,spring,set-off,-1.00,fell'];
  const steps = (ofReviews: string, ofVisits: string) => [
    'Z00001,reviews,spring,entitlement,9.00',
    `Z00001,reviews,spring,set-off,${ofReviews}`,
    'Z00001,reviews,spring,settlement,8.00',
    'Z00001,visits,spring,entitlement,3.00',
    `Z00001,visits,spring,set-off,${ofVisits}`,
    'Z00001,visits,spring,settlement,-2.00',
  ];
  const changes = (rows: readonly string[], ofReviews = '1.00', ofVisits = '-1.00') => ({
    'payments.csv': ['Z00001,Z00001,reviews,spring,9.00,0.00,8.00'],
    'clawbacks.csv': ['Z00001,Z00001,visits,spring,3.00,6.00,2.00,due'],
    'withheld.csv': rows,
    'workings.csv': steps(ofReviews, ofVisits),
  });

  it('is a row of its own, above nothing or below', () => {
    expect(workings(changes(setOff))).toEqual([]);
  });

  it.each<[string, ReturnType<typeof changes>, string]>([
    [
      'has another amount',
      changes(setOff, '1.01'),
      'workings.csv:3 settles Z00001 reviews spring with 1.01; in withheld.csv line 2 has Z00001 reviews spring, 1.00',
    ],
    [
      'has another sign',
      changes(setOff, '1.00', '1.00'),
      'workings.csv:6 settles Z00001 visits spring with 1.00; in withheld.csv line 3 has Z00001 visits spring, -1.00',
    ],
    [
      'has no row',
      changes(setOff.slice(0, 1)),
      'workings.csv:6 settles Z00001 visits spring with -1.00; in withheld.csv no row is left',
    ],
    ['has no amount', changes(setOff, ''), 'workings.csv:3 settles without an amount'],
  ])('does not hold where it %s', (_, given, says) => {
    expect(workings(given)).toEqual([says]);
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

  const unsound = (report: string) => `${report}:2 has amounts that do not follow from one another`;
  const none = (report: string, what: string, expected: string) =>
    `${report}: has ${what} of 0.00; expected the control total ${expected}`;

  it.each([
    ['more than is due', ',8.99,0.00,9.00'],
    ['more than is due beside what was paid', ',9.00,0.01,9.00'],
    ['nothing', ',9.00,0.00,0.00'],
    ['of no entitlement', ',,0.00,9.00'],
    ['where what was paid is no amount', ',9.00,none,9.00'],
    ['where its amount is none', ',9.00,0.00,nine'],
  ])('do not foot where a payment is %s', (_, amounts) => {
    const changes = { 'payments.csv': replaced('payments.csv', ',9.00,0.00,9.00', amounts) };
    expect(footing(changes)).toEqual([unsound('payments.csv'), none('payments.csv', 'amounts', '9.00')]);
  });

  it.each([
    ['more than is due', ',1.00,3.99,3.00'],
    ['of what was never paid', ',4.00,1.00,3.00'],
    ['nothing', ',1.00,4.00,0.00'],
    ['below nothing', ',1.00,4.00,-3.00'],
    ['of no entitlement', ',,4.00,3.00'],
    ['where what was paid is no amount', ',1.00,much,3.00'],
  ])('do not foot where a clawback is %s', (_, amounts) => {
    const changes = { 'clawbacks.csv': replaced('clawbacks.csv', ',1.00,4.00,3.00', amounts) };
    expect(footing(changes)).toEqual([unsound('clawbacks.csv'), none('clawbacks.csv', 'clawbacks due', '3.00')]);
  });

  it('foot where a part of what is due is set off, or stands in another row', () => {
    const payment = replaced('payments.csv', ',9.00,0.00,9.00', ',9.01,0.00,9.00');
    const clawback = replaced('clawbacks.csv', ',1.00,4.00,3.00', ',1.00,4.01,3.00');
    expect(footing({ 'payments.csv': payment, 'clawbacks.csv': clawback })).toEqual([]);
  });

  it.each([
    ['payments', ',,3.00,6.00'],
    ['clawbacks', ',9.00,,6.00'],
    ['net', ',9.00,3.00,'],
  ])('do not foot where a statement has no %s', (_, amounts) => {
    const changes = { 'statements.csv': replaced('statements.csv', ',9.00,3.00,6.00', amounts) };
    expect(footing(changes)).toEqual([
      unsound('statements.csv'),
      none('statements.csv', 'payments', '9.00'),
      none('statements.csv', 'clawbacks', '3.00'),
      none('statements.csv', 'net amounts', '6.00'),
    ]);
  });

  it('have their columns in the order of the contract', () => {
    const [, ...others] = columnsOf('statements.csv');
    const turned = [...others, 'practice_code'].map((name, at) => [name, at] as const);
    const given = rowsOf({});
    const rows: RowsOf = <N extends ReportName>(report: N) => {
      const own = [...given(report)];
      return report === 'statements.csv' ? own.map((row) => ({ ...row, columns: new Map(turned) })) : own;
    };
    const told = footingDifferences({ ...manifest, controls }, rows).filter(({ line }) => line === 1);
    expect(told).toEqual([
      {
        file: 'statements.csv',
        line: 1,
        says: 'has other columns; expected practice_code,practice_name,payee_code,payments,clawbacks,net',
      },
    ]);
  });

  it('show the row of which the amounts do not follow', () => {
    const changes = { 'payments.csv': replaced('payments.csv', ',9.00,0.00,9.00', ',8.99,0.00,9.00') };
    expect(footingDifferences({ ...manifest, controls }, rowsOf(changes))[0]).toEqual({
      file: 'payments.csv',
      line: 2,
      says: 'has amounts that do not follow from one another',
      value: 'Z00001,Z00001,reviews,spring,8.99,0.00,9.00',
    });
  });

  it.each<[string, typeof controls, string[]]>([
    [
      'a count of rows is missing',
      { ...controls, rows: { ...controls.rows, 'payments.csv': 0 } },
      ['payments.csv: has 1 rows; run.json counts 0'],
    ],
    [
      'payments',
      { ...controls, payments: pence(901) },
      [
        'payments.csv: has amounts of 9.00; expected the control total 9.01',
        'statements.csv: has payments of 9.00; expected the control total 9.01',
        'run.json: has payments less clawbacks due of 6.01; expected the control total 6.00',
        'run.json: has entitlements less what was already paid of 8.00; expected the control total 8.01',
      ],
    ],
    [
      'clawbacks due',
      { ...controls, clawbacks: { ...controls.clawbacks, due: pence(299) } },
      [
        'clawbacks.csv: has clawbacks due of 3.00; expected the control total 2.99',
        'statements.csv: has clawbacks of 3.00; expected the control total 2.99',
        'run.json: has payments less clawbacks due of 6.01; expected the control total 6.00',
        'run.json: has entitlements less what was already paid of 8.00; expected the control total 8.01',
      ],
    ],
    [
      'clawbacks deferred',
      { ...controls, clawbacks: { ...controls.clawbacks, deferred: pence(1) } },
      [
        'clawbacks.csv: has clawbacks deferred of 0.00; expected the control total 0.01',
        'run.json: has entitlements less what was already paid of 8.00; expected the control total 7.99',
      ],
    ],
    [
      'clawbacks proposed',
      { ...controls, clawbacks: { ...controls.clawbacks, proposed: pence(1) } },
      [
        'clawbacks.csv: has clawbacks proposed of 0.00; expected the control total 0.01',
        'run.json: has entitlements less what was already paid of 8.00; expected the control total 7.99',
      ],
    ],
    [
      'the net total',
      { ...controls, net: pence(599) },
      [
        'statements.csv: has net amounts of 6.00; expected the control total 5.99',
        'run.json: has payments less clawbacks due of 6.00; expected the control total 5.99',
      ],
    ],
    [
      'what is not paid',
      { ...controls, notPaid: pence(499) },
      ['withheld.csv: has amounts of 5.00; expected the control total 4.99'],
    ],
    [
      'what was paid already',
      { ...controls, alreadyPaid: pence(399) },
      ['run.json: has entitlements less what was already paid of 8.01; expected the control total 8.00'],
    ],
  ])('do not foot to control totals of which one is wrong: %s', (_, given, says) => {
    expect(footing({}, given)).toEqual(says);
  });

  it('foot with what is carried and set off between what is due and what is paid', () => {
    const withheld = (status: string) => replaced('withheld.csv', 'carried', status);
    expect(footing({ 'withheld.csv': withheld('set-off') })).toEqual([]);
    expect(footing({ 'withheld.csv': withheld('withheld') })).toEqual([
      'run.json: has entitlements less what was already paid of 8.00; expected the control total 6.00',
    ]);
  });

  it('do not foot where the control totals contradict one another', () => {
    expect(footing({}, { ...controls, entitlement: pence(1201) })).toEqual([
      'run.json: has entitlements less what was already paid of 8.01; expected the control total 8.00',
    ]);
  });
});
