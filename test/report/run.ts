import { day } from '../../src/domain/day.ts';
import { finding } from '../../src/domain/findings/finding.ts';
import { noPence, pence } from '../../src/domain/money/money.ts';
import { byReport } from '../../src/domain/run-folder.ts';
import { openRunReports } from '../../src/report/reports/run-reports.ts';
import type { RunSummary } from '../../src/report/totals/run-summary.ts';
import { access, account, autumn, line, position, practice, quality, scheme, spring } from './sample.ts';

const run = { period: autumn, asAt: day('2021-04-30') };

/** A run over two practices: one is paid, one has something to give back and something withheld. */
export function sampleRun(): RunSummary {
  const reports = openRunReports(
    scheme,
    run,
    byReport(() => () => {}),
  );
  reports.account(
    account(practice('Z00001', { locality: 'North' }), [
      line(access, 'Z00001', [position(spring, pence(25000), pence(25000)), position(autumn, pence(25000), noPence)]),
      line(quality, 'FED01', [position(spring, pence(75000), noPence), position(autumn, pence(75000), noPence)]),
    ]),
  );
  const withheld = {
    status: 'withheld',
    amount: pence(12345),
    reason: 'sign-up: not received yet',
    clause: '2',
  } as const;
  reports.account(
    account(practice('Z00002'), [
      line(access, 'Z00002', [
        position(spring, noPence, pence(1250)),
        position(autumn, noPence, noPence, { unpaid: [withheld] }),
      ]),
      line(quality, 'Z00002', [position(spring, noPence, noPence), position(autumn, noPence, noPence)], {
        paidAhead: [{ period: autumn, amount: pence(5) }],
      }),
    ]),
  );
  const refusal = { code: 'late', reason: 'claims for this event were taken until 2020-12-31', clause: '8' } as const;
  const bytes = Buffer.from('x');
  reports.refused({
    file: 'claims.csv',
    line: 2,
    practiceCode: 'Z00001',
    refusal,
    bytes,
    start: 0,
    end: 1,
    hasQuotes: false,
  });
  const note = finding(
    'as-at-before-period-end',
    { field: '--as-at' },
    { message: 'the as-at date lies early', value: '2021-04-30', hint: 'run again later' },
  );
  return {
    scheme,
    ...run,
    totals: reports.close(),
    inputs: [
      {
        file: 'evidence.csv',
        rows: 20,
        notUsed: [
          { reason: 'without effect', rows: 1, lines: [4] },
          { reason: 'of no use', rows: 11, lines: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] },
        ],
      },
      { file: 'list-sizes.csv', rows: 6500, notUsed: [{ reason: 'of another practice', rows: 6498 }] },
      { file: 'practices.csv', rows: 2, notUsed: [] },
    ],
    warnings: [{ code: 'as-at-before-period-end', count: 1, findings: [note] }],
  };
}
