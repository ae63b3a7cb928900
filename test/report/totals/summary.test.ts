import { describe, expect, it } from 'vitest';
import { summaryData, summaryJson } from '../../../src/report/totals/summary.ts';
import { sampleRun } from '../run.ts';

const nothing = { lines: 0, amount: '0.00' };

describe('summaryJson', () => {
  it('is JSON of two spaces with a line end, the same every time', () => {
    const text = summaryJson(sampleRun());
    expect(text).toBe(`${JSON.stringify(summaryData(sampleRun()), null, 2)}\n`);
    const start = [
      '"format": "quarterday/summary/1"',
      '"scheme": "sample-2020-21"',
      '"period": "autumn"',
      '"as_at": "2021-04-30"',
    ];
    expect(text.startsWith(`{\n  ${start.join(',\n  ')},\n`)).toBe(true);
  });

  it('has totals by component and period, by locality and by payee', () => {
    const data = summaryData(sampleRun());
    expect(data.totals).toEqual({
      worth: '2123.45',
      withheld: '123.45',
      forfeited: '0.00',
      below_nothing: '0.00',
      proportion: '0.00',
      entitlement: '2000.00',
      already_paid: '262.50',
      payments: { lines: 3, amount: '1750.00' },
      carried: nothing,
      set_off: '0.00',
      clawbacks: { due: { lines: 1, amount: '12.50' }, deferred: nothing, proposed: nothing, waived: nothing },
      net: '1737.50',
    });
    expect(
      data.by_component.map(({ component, net, by_period }) => [component, net, by_period.map((each) => each.net)]),
    ).toEqual([
      ['access', '237.50', ['-12.50', '250.00']],
      ['quality', '1500.00', ['750.00', '750.00']],
    ]);
    expect(data.by_locality.map(({ locality, practices, net }) => [locality, practices, net])).toEqual([
      ['North', 1, '1750.00'],
      [null, 1, '-12.50'],
    ]);
    expect(Object.keys(data.by_payee[0] ?? {})).toEqual(['payee_code', 'payments', 'clawbacks', 'net']);
    expect(data.by_payee.map(({ payee_code, net }) => [payee_code, net])).toEqual([
      ['FED01', '1500.00'],
      ['Z00001', '250.00'],
      ['Z00002', '-12.50'],
    ]);
  });

  it('counts what is not paid, refused, read and written', () => {
    const data = summaryData(sampleRun());
    expect(data.practices).toBe(2);
    expect(data.patients).toBe('2000');
    expect(data.not_paid.map(({ status }) => status).join()).toBe(
      'capped,achievement,before-joining,prorated,left,all-or-nothing,withheld,forfeited,proportion,below-nothing,set-off,carried',
    );
    expect(data.not_paid.filter(({ lines }) => lines > 0)).toEqual([
      { status: 'withheld', lines: 1, amount: '123.45' },
    ]);
    expect(data.paid_ahead).toEqual({ lines: 1, amount: '0.05' });
    expect(data.refused.filter(({ rows }) => rows > 0)).toEqual([{ code: 'late', rows: 1 }]);
    expect(data.inputs).toEqual([
      {
        file: 'evidence.csv',
        rows: 20,
        not_used: [
          { reason: 'without effect', rows: 1, lines: [4] },
          { reason: 'of no use', rows: 11, lines: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] },
        ],
      },
      { file: 'list-sizes.csv', rows: 6500, not_used: [{ reason: 'of another practice', rows: 6498 }] },
      { file: 'practices.csv', rows: 2, not_used: [] },
    ]);
    expect(data.reports).toContainEqual({ file: 'payments.csv', rows: 3 });
  });

  it('has the warnings, with their place, and the assumptions', () => {
    const data = summaryData(sampleRun());
    expect(data.warnings).toEqual([
      {
        code: 'as-at-before-period-end',
        count: 1,
        findings: [
          {
            message: 'the as-at date lies early',
            field: '--as-at',
            value: '2021-04-30',
            hint: 'run again later',
          },
        ],
      },
    ]);
    expect(data.assumptions).toEqual([{ clause: '4', reading: 'The audit is all or nothing.' }]);
  });
});
