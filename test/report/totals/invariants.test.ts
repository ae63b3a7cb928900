import { describe, expect, it } from 'vitest';
import type { Position } from '../../../src/domain/account.ts';
import { noPence, pence } from '../../../src/domain/money/money.ts';
import { ratio, zero } from '../../../src/domain/money/ratio.ts';
import { byReport, type ReportName, rowOf } from '../../../src/domain/run-folder.ts';
import type { Component } from '../../../src/domain/scheme/scheme.ts';
import { paymentRows } from '../../../src/report/reports/payments.ts';
import { openReports, Report, type Reports } from '../../../src/report/reports/reports.ts';
import { statementRows } from '../../../src/report/reports/statements.ts';
import { assertReportsFoot, assertSettled } from '../../../src/report/totals/invariants.ts';
import { noPayeeSums, noSums, type PayeeSums, type Sums } from '../../../src/report/totals/sums.ts';
import { RunningTotals, type Totals } from '../../../src/report/totals/totals.ts';
import { access, account, autumn, clawback, line, position, practice, scheme, spring } from '../sample.ts';

const paid = account(practice('Z00001'), [
  line(access, 'Z00001', [position(spring, pence(100), noPence), position(autumn, pence(200), noPence)]),
]);

/** A component that may come to less than nothing by itself. */
const mayOwe: Component = {
  ...access,
  achievement: {
    kind: 'measured',
    measure: 'reviews',
    scale: { kind: 'line', points: [{ at: zero, pays: ratio(-1, 2) }] },
    zeroDenominator: zero,
    onAccount: null,
    clause: '5',
  },
};

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

  const tally = { lines: 0, amount: pence(1) };
  const { clawbacks, keptBack } = noSums;

  it.each<[string, Partial<Sums>]>([
    ['worth', { worth: pence(1) }],
    ['withheld', { keptBack: { ...keptBack, withheld: pence(1) } }],
    ['forfeited', { keptBack: { ...keptBack, forfeited: pence(1) } }],
    ['below nothing', { keptBack: { ...keptBack, 'below-nothing': pence(1) } }],
    ['decided on a proportion', { keptBack: { ...keptBack, proportion: pence(1) } }],
    ['entitlement', { entitlement: pence(1) }],
    ['already paid', { alreadyPaid: pence(1) }],
    ['set off', { setOff: pence(1) }],
    ['carried', { carried: tally }],
    ['carried, by its lines', { carried: { lines: 1, amount: noPence } }],
  ])('finds a locality that adds up to something else: %s', (_, more) => {
    const { totals, reports } = footing();
    const localities = [...totals.localities, { locality: 'North', practices: 0, sums: { ...noSums, ...more } }];
    expect(() => assertReportsFoot({ ...totals, localities }, reports)).toThrow(
      /^the localities do not add up to the components$/,
    );
  });

  it.each<[string, Partial<PayeeSums>]>([
    ['net', { net: pence(1) }],
    ['payments', { payments: tally }],
    ['payments, by their lines', { payments: { lines: 1, amount: noPence } }],
    ['clawbacks due', { clawbacks: { ...clawbacks, due: tally } }],
    ['clawbacks deferred', { clawbacks: { ...clawbacks, deferred: tally } }],
    ['clawbacks proposed', { clawbacks: { ...clawbacks, proposed: tally } }],
    ['clawbacks waived', { clawbacks: { ...clawbacks, waived: tally } }],
    ['clawbacks waived, by their lines', { clawbacks: { ...clawbacks, waived: { lines: 1, amount: noPence } } }],
  ])('finds a payee or a locality that adds up to something else: %s', (_, more) => {
    const { totals, reports } = footing();
    const payees = [...totals.payees, { payeeCode: 'X', sums: { ...noPayeeSums, ...more } }];
    expect(() => assertReportsFoot({ ...totals, payees }, reports)).toThrow(
      /^the payees do not add up to the components$/,
    );
    const localities = [...totals.localities, { locality: 'North', practices: 0, sums: { ...noSums, ...more } }];
    expect(() => assertReportsFoot({ ...totals, localities }, reports)).toThrow(
      /^the localities do not add up to the components$/,
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

  it('lets a component that goes below nothing be set off against the others', () => {
    const { totals, reports } = footing();
    const [first, ...others] = totals.components;
    if (!first) throw new Error('a run without a component');
    const all = { ...first.all, setOff: pence(-7), entitlement: pence(293), worth: pence(293) };
    const components = [{ component: mayOwe, periods: first.periods, all }, ...others];
    expect(() => assertReportsFoot({ ...totals, components }, reports)).not.toThrow();
  });

  it('finds a component, a period or a locality that does not foot, though others make up for it', () => {
    const { totals, reports } = footing();
    const [first, ...others] = totals.components;
    const [period, ...later] = first?.periods ?? [];
    if (!first || !period) throw new Error('a run without a component');
    const says = (worth: number, entitlement: number) =>
      `worth less what is kept back adds up to ${worth} pence, not to ${entitlement}`;
    const component = { ...first, all: { ...first.all, worth: pence(299) } };
    expect(() => assertReportsFoot({ ...totals, components: [component, ...others] }, reports)).toThrow(says(299, 300));
    const periods = [{ ...period, sums: { ...period.sums, worth: pence(101) } }, ...later];
    expect(() => assertReportsFoot({ ...totals, components: [{ ...first, periods }, ...others] }, reports)).toThrow(
      says(101, 100),
    );
    const nowhere = totals.localities.map((each) => ({ ...each, sums: { ...each.sums, worth: pence(302) } }));
    const north = { locality: 'North', practices: 0, sums: { ...noSums, worth: pence(-2) } };
    expect(() => assertReportsFoot({ ...totals, localities: [...nowhere, north] }, reports)).toThrow(says(302, 300));
  });

  it('finds a net total that is not payments less clawbacks', () => {
    const { totals, reports } = footing();
    const net = pence(301);
    write(reports['statements.csv'], 'statements.csv', ['Z00001', 'x', 'Z00001', '0.00', '0.00', '0.01']);
    const all = { ...totals.all, net };
    const localities = totals.localities.map((each) => ({ ...each, sums: { ...each.sums, net } }));
    const payees = totals.payees.map((each) => ({ ...each, sums: { ...each.sums, net } }));
    expect(() => assertReportsFoot({ ...totals, all, localities, payees }, reports)).toThrow(
      /^net adds up to 301 pence, not to 300$/,
    );
  });

  it.each([
    ['set-off', 'set off adds up to 0 pence, not to 7'],
    ['carried', 'carried adds up to 0 pence, not to 7'],
  ] as const)('finds what is %s among what is not paid, and in no sum', (status, says) => {
    const { totals, reports } = footing();
    write(reports['withheld.csv'], 'withheld.csv', ['Z00001', 'access', 'spring', status, '0.07', '', '']);
    const unpaid = new Map([[status, { lines: 1, amount: pence(7) }]]);
    expect(() => assertReportsFoot({ ...totals, unpaid }, reports)).toThrow(says);
  });

  it('finds what is set off that comes to anything in all', () => {
    const { totals, reports } = footing();
    write(reports['withheld.csv'], 'withheld.csv', ['Z00001', 'access', 'spring', 'set-off', '0.07', '', '']);
    const unpaid = new Map([['set-off', { lines: 1, amount: pence(7) }]] as const);
    const more = { setOff: pence(7), worth: pence(307), entitlement: pence(307) };
    const all = { ...totals.all, ...more };
    const localities = totals.localities.map((each) => ({ ...each, sums: { ...each.sums, ...more } }));
    expect(() => assertReportsFoot({ ...totals, all, localities, unpaid }, reports)).toThrow(
      'set off adds up to 7 pence, not to 0',
    );
  });

  it('takes no rows that are put together of a report that is added up', () => {
    const rows = (name: ReportName) => () => new Report(name, () => {}).writeRows(Buffer.from('x'), 1);
    for (const name of ['payments.csv', 'clawbacks.csv', 'statements.csv', 'withheld.csv'] as const)
      expect(rows(name), name).toThrow('rows that are not added up');
    for (const name of ['refused.csv', 'workings.csv'] as const) expect(rows(name), name).not.toThrow();
  });

  it('takes no text for an amount', () => {
    const report = new Report('withheld.csv', () => {});
    const place = { practice_code: 'Z00001', component: 'access', period: 'spring', reason: '', clause: '' };
    const cells = { ...place, status: 'withheld', amount: "'5.00" } as const;
    // @ts-expect-error An amount is pence.
    expect(() => report.write(cells)).toThrow("a report got '5.00 as its amount");
  });
});

describe('assertSettled', () => {
  const settled = (of: Component, ...positions: readonly Position[]) => {
    return () => assertSettled(account(practice('Z00001'), [line(of, 'Z00001', positions)]));
  };

  it('lets a position pass that settles what it says', () => {
    expect(
      settled(
        access,
        position(spring, pence(100), noPence),
        position(autumn, pence(-100), noPence, { settlement: { kind: 'settled' }, setOff: pence(-100) }),
      ),
    ).not.toThrow();
    const carried = { kind: 'carried', amount: pence(80) } as const;
    expect(
      settled(access, position(spring, pence(100), noPence, { settlement: carried, setOff: pence(20) })),
    ).not.toThrow();
  });

  it.each<[string, Position, string]>([
    [
      'a payment of nothing',
      position(spring, pence(5), pence(5), { settlement: { kind: 'payment', amount: noPence } }),
      'Z00001 access spring: a settlement of 0',
    ],
    [
      'nothing that is carried',
      position(spring, pence(5), pence(5), { settlement: { kind: 'carried', amount: noPence } }),
      'Z00001 access spring: a settlement of 0',
    ],
    [
      'a payment below nothing',
      position(spring, pence(5), pence(7), { settlement: { kind: 'payment', amount: pence(-2) } }),
      'Z00001 access spring: a settlement of -2',
    ],
    [
      'a part of a clawback below nothing',
      position(spring, pence(5), pence(7), {
        settlement: { kind: 'clawback', parts: [clawback(pence(3)), clawback(pence(-1))], byPlan: noPence },
      }),
      'Z00001 access spring: a settlement of -1',
    ],
    [
      'a payment of what is set off too',
      position(spring, pence(100), noPence, {
        settlement: { kind: 'payment', amount: pence(100) },
        setOff: pence(20),
      }),
      'Z00001 access spring: the settlement is not entitlement less paid',
    ],
  ])('takes %s for a fault of ours', (_, wrong, says) => {
    expect(settled(access, wrong)).toThrow(says);
  });

  it('takes it for a fault of ours when a period gives back more than those before are entitled to', () => {
    const before = position(spring, pence(5), noPence);
    expect(settled(access, before, position(autumn, pence(-5), noPence))).not.toThrow();
    expect(settled(access, before, position(autumn, pence(-6), noPence))).toThrow(
      'Z00001 access autumn: more is asked for than was paid',
    );
    expect(settled(mayOwe, before, position(autumn, pence(-6), noPence))).not.toThrow();
  });
});

describe('the totals of a run', () => {
  it('go up to its own period', () => {
    const running = new RunningTotals(scheme, spring);
    running.add(account(practice('Z00001'), [line(access, 'Z00001', [position(spring, pence(100), noPence)])]));
    expect(running.totals().components.map(({ periods }) => periods.map(({ period }) => period.id))).toEqual([
      ['spring'],
      ['spring'],
    ]);
  });

  it('have what is not paid by status, and by status and reason in the order in which they come', () => {
    const running = new RunningTotals(scheme, spring);
    const unpaid = (
      [
        ['withheld', 'sign-up', 300],
        ['forfeited', 'sign-up', 40],
        ['withheld', 'audit', 5],
        ['withheld', 'sign-up', 2],
      ] as const
    ).map(([status, reason, amount]) => ({ status, reason, amount: pence(amount), clause: '2' }));
    running.add(
      account(practice('Z00001'), [line(access, 'Z00001', [position(spring, noPence, noPence, { unpaid })])]),
    );
    const totals = running.totals();
    expect(totals.reasons).toEqual([
      { status: 'withheld', reason: 'sign-up', tally: { lines: 2, amount: 302n } },
      { status: 'forfeited', reason: 'sign-up', tally: { lines: 1, amount: 40n } },
      { status: 'withheld', reason: 'audit', tally: { lines: 1, amount: 5n } },
    ]);
    expect([...totals.unpaid]).toEqual([
      ['withheld', { lines: 3, amount: 307n }],
      ['forfeited', { lines: 1, amount: 40n }],
    ]);
    expect(totals.all).toMatchObject({ worth: 347n, keptBack: { withheld: 307n, forfeited: 40n }, entitlement: 0n });
  });

  it('have localities by name and payees by code, in whatever order they come', () => {
    const running = new RunningTotals(scheme, autumn);
    const places = ['South', null, 'East', 'South', 'North', null];
    for (const [at, locality] of places.entries()) {
      const payee = `Z0000${9 - at}`;
      const positions = [position(spring, pence(10 ** at), noPence), position(autumn, noPence, noPence)];
      running.add(account(practice(payee, { locality }), [line(access, payee, positions)]));
    }
    const { localities, payees } = running.totals();
    expect(localities.map(({ locality, practices, sums }) => [locality, practices, sums.net])).toEqual([
      ['East', 1, 100n],
      ['North', 1, 10_000n],
      ['South', 2, 1001n],
      [null, 2, 100_010n],
    ]);
    expect(payees.map(({ payeeCode, sums }) => [payeeCode, sums.payments])).toEqual(
      places.map((_, at) => [`Z0000${4 + at}`, { lines: 1, amount: 10n ** BigInt(5 - at) }]),
    );
  });
});
