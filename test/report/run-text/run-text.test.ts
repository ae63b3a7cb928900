import { describe, expect, it } from 'vitest';
import { noPence, pence } from '../../../src/domain/money/money.ts';
import { plain } from '../../../src/report/page/paint.ts';
import { runText } from '../../../src/report/run-text/run-text.ts';
import { sampleRun } from '../run.ts';

describe('runText', () => {
  it('tells an analyst what the run comes to', () => {
    expect(runText(sampleRun(), { folder: '/out/sample-2020-21-autumn-0123456789ab' }, plain)).toMatchInlineSnapshot(`
      "Sample scheme 2020/21
        Sample CCG · sample-2020-21
        Autumn instalment (autumn), as at 30 April 2021
        2 practices, 2,000 patients

      Position
                                          lines     amount
        Worth to date                            £2,123.45
        Withheld                                  −£123.45
        --------------------------------  -----  ---------
        Entitlement to date                      £2,000.00
        Already paid                              −£262.50
        --------------------------------  -----  ---------
        To settle                                £1,737.50
        Payments                              3  £1,750.00
        Clawbacks due                         1    −£12.50
        Clawbacks deferred                    0      £0.00
        Clawbacks proposed                    0      £0.00
        Clawbacks waived                      0      £0.00
        --------------------------------  -----  ---------
        Settled                                  £1,737.50
        Paid already for later periods        1      £0.05
        --------------------------------  -----  ---------
        Net: payments less clawbacks due         £1,737.50

      By component and period
        component  period  entitlement  already paid   payments  clawbacks due        net
        access     spring      £250.00       £262.50      £0.00         £12.50    −£12.50
                   autumn      £250.00         £0.00    £250.00          £0.00    £250.00
        quality    spring      £750.00         £0.00    £750.00          £0.00    £750.00
                   autumn      £750.00         £0.00    £750.00          £0.00    £750.00
        ---------  ------  -----------  ------------  ---------  -------------  ---------
        all                  £2,000.00       £262.50  £1,750.00         £12.50  £1,737.50

      Not paid, and why
        status                             lines   amount
        withheld: may still be paid later      1  £123.45
        - withheld, £123.45 in 1 line: sign-up: not received yet

      Refused rows
        code  rows
        late     1  claimed too late

      Rows read
        file             rows  of which not used
        evidence.csv       20  1 without effect (line 4); 11 of no use (lines 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 1 more)
        list-sizes.csv  6,500  6,498 of another practice
        practices.csv       2

      Control totals
                                 lines        net
        by component and period         £1,737.50
        by locality                  2  £1,737.50
        by payee                     3  £1,737.50
        payments.csv                 3
        clawbacks.csv                1
        statements.csv               3
        withheld.csv                 1
        refused.csv                  1
        workings.csv                 1

      Warnings
        - as-at-before-period-end, 1: As-at date before the period ends; first: the as-at date lies early

      Assumptions used
        1. The audit is all or nothing. [4]

      Run folder
        /out/sample-2020-21-autumn-0123456789ab
      "
    `);
  });

  it('says of a rehearsal that there is no folder', () => {
    expect(runText(sampleRun(), 'rehearsal', plain)).toMatch(/Run folder\n {2}none: this was a rehearsal\n$/);
  });

  it('says of the first warning of a code of what cell it speaks', () => {
    const known = { code: 'unknown-event', severity: 'warning', hint: '' } as const;
    const first = { ...known, file: 'claims.csv', line: 33, value: 'cluster-dinner', message: 'is no event' };
    const warnings = [{ code: known.code, count: 2, findings: [first] }];
    expect(runText({ ...sampleRun(), warnings }, 'rehearsal', plain)).toContain(
      '  - unknown-event, 2: The scheme pays for no such event; first: claims.csv line 33,\n    "cluster-dinner": is no event\n',
    );
  });

  it('says so where there is nothing to tell', () => {
    const run = sampleRun();
    const totals = { ...run.totals, unpaid: new Map(), reasons: [], refused: new Map() };
    const text = runText({ ...run, totals, warnings: [] }, 'rehearsal', plain);
    expect(text).toContain('Not paid, and why\n  nothing\n');
    expect(text).toContain('Refused rows\n  none\n');
    expect(text).toContain('Warnings\n  none\n');
  });

  it('shows the fifteen largest reasons and adds up the others', () => {
    const run = sampleRun();
    const reasons = [...Array(18).keys()].map((index) => ({
      status: 'withheld' as const,
      reason: `reason ${index}`,
      tally: { lines: 1, amount: pence(index * 100) },
    }));
    const unpaid = new Map([['withheld' as const, { lines: 18, amount: noPence }]]);
    const text = runText({ ...run, totals: { ...run.totals, reasons, unpaid } }, 'rehearsal', plain);
    expect(text.match(/^ {2}- withheld.*/gm)).toHaveLength(15);
    expect(text).toContain('  - withheld, £17.00 in 1 line: reason 17\n');
    expect(text).toContain('  - 3 other reasons, £3.00: see withheld.csv\n');
  });
});
