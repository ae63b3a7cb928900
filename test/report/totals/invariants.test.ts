import { describe, expect, it } from 'vitest';
import { noPence, pence } from '../../../src/domain/money/money.ts';
import { byReport, type ReportName, rowOf } from '../../../src/domain/run-folder.ts';
import { paymentRows } from '../../../src/report/reports/payments.ts';
import { openReports, Report, type Reports } from '../../../src/report/reports/reports.ts';
import { statementRows } from '../../../src/report/reports/statements.ts';
import { assertReportsFoot } from '../../../src/report/totals/invariants.ts';
import { noSums } from '../../../src/report/totals/sums.ts';
import { RunningTotals, type Totals } from '../../../src/report/totals/totals.ts';
import { access, account, autumn, line, position, practice, scheme, spring } from '../sample.ts';

const paid = account(practice('Z00001'), [
  line(access, 'Z00001', [position(spring, pence(100), noPence), position(autumn, pence(200), noPence)]),
]);

/** Reports that foot, and the totals that they foot to. */
function footing(): { totals: Totals; reports: Reports } {
  const running = new RunningTotals(scheme, autumn);
  const reports = openReports(byReport(() => () => {}));
  const byPayee = running.add(paid);
  for (const cells of paymentRows(paid)) reports['payments.csv'].write(cells);
  for (const cells of statementRows(paid, byPayee)) reports['statements.csv'].write(cells);
  return { totals: running.totals(), reports };
}

/** Writes the row of these cells into a report. */
function write<N extends ReportName>(report: Report<N>, name: N, cells: readonly string[]): void {
  const row = rowOf(name, cells);
  if (!row) throw new Error(`no row of ${name}: ${cells}`);
  report.write(row);
}

const forgotten: readonly (readonly [ReportName, readonly string[], string])[] = [
  [
    'payments.csv',
    ['Z00001', 'Z00001', 'access', 'spring', '1.00', '0.00', '1.00'],
    'payments.csv adds up to 400 pence, not to 300',
  ],
  [
    'clawbacks.csv',
    ['Z00001', 'Z00001', 'access', 'spring', '1.00', '2.00', '1.00', 'deferred', '', ''],
    'clawbacks.csv deferred adds up to 100 pence, not to 0',
  ],
  [
    'statements.csv',
    ['Z00001', 'x', 'Z00001', '0.01', '0.00', '0.01'],
    'statements.csv payments adds up to 301 pence, not to 300',
  ],
  [
    'statements.csv',
    ['Z00001', 'x', 'Z00001', '0.00', '0.01', '-0.01'],
    'statements.csv clawbacks adds up to 1 pence, not to 0',
  ],
  ['statements.csv', ['Z00001', 'x', 'Z00001', '0.00', '0.00', '0.01'], 'statements.csv net adds up to 301 pence'],
  [
    'withheld.csv',
    ['Z00001', 'access', 'spring', 'withheld', '5.00', '', ''],
    'withheld.csv adds up to 500 pence, not to 0',
  ],
];

describe('assertReportsFoot', () => {
  it('lets reports pass that foot', () => {
    const { totals, reports } = footing();
    expect(() => assertReportsFoot(totals, reports)).not.toThrow();
  });

  it.each(forgotten)('finds a row of %s that is in no total', (name, cells, message) => {
    const { totals, reports } = footing();
    if (name === 'payments.csv') write(reports[name], name, cells);
    else if (name === 'clawbacks.csv') write(reports[name], name, cells);
    else if (name === 'statements.csv') write(reports[name], name, cells);
    else write(reports['withheld.csv'], 'withheld.csv', cells);
    expect(() => assertReportsFoot(totals, reports)).toThrow(message);
  });

  it('finds localities and payees that do not add up', () => {
    const { totals, reports } = footing();
    const nowhere = [{ locality: null, practices: 1, sums: noSums }];
    expect(() => assertReportsFoot({ ...totals, localities: nowhere }, reports)).toThrow(
      'the localities do not add up to the components',
    );
    expect(() => assertReportsFoot({ ...totals, payees: [] }, reports)).toThrow(
      'the payees do not add up to the components',
    );
  });

  it('finds a sum that does not foot, in all or in a part of it', () => {
    const { totals, reports } = footing();
    const [locality] = totals.localities;
    if (!locality) throw new Error('a run without a locality');
    const { sums } = locality;
    const wrong = (changed: Partial<typeof sums>) => () =>
      assertReportsFoot(
        { ...totals, all: { ...totals.all, ...changed }, localities: [{ ...locality, sums: { ...sums, ...changed } }] },
        reports,
      );
    expect(wrong({ worth: pence(301) })).toThrow('worth less what is kept back adds up to 301 pence, not to 300');
    const kept = { ...sums.keptBack, proportion: pence(1) };
    expect(wrong({ keptBack: kept })).toThrow('worth less what is kept back adds up to 299 pence, not to 300');
    const carried = { lines: 1, amount: pence(5) };
    expect(wrong({ carried })).toThrow('entitlement less already paid adds up to 300 pence, not to 305');
    expect(wrong({ setOff: pence(-1) })).toThrow('entitlement less already paid adds up to 300 pence, not to 299');
  });

  it('finds what is set off that comes to anything for a component', () => {
    const { totals, reports } = footing();
    const [first, ...others] = totals.components;
    if (!first) throw new Error('a run without a component');
    const all = { ...first.all, setOff: pence(7), entitlement: pence(307), worth: pence(307) };
    expect(() => assertReportsFoot({ ...totals, components: [{ ...first, all }, ...others] }, reports)).toThrow(
      'set off of access adds up to 7 pence, not to 0',
    );
  });

  it('takes no text for an amount', () => {
    const report = new Report('withheld.csv', () => {});
    const place = { practice_code: 'Z00001', component: 'access', period: 'spring', reason: '', clause: '' };
    const cells = { ...place, status: 'withheld', amount: "'5.00" } as const;
    // @ts-expect-error An amount is pence.
    expect(() => report.write(cells)).toThrow("a report got '5.00 as its amount");
  });
});
