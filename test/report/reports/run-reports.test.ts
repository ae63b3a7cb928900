import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PracticeAccount, WorkingStep } from '../../../src/domain/account.ts';
import { day } from '../../../src/domain/day.ts';
import { formatAmount, noPence, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { byReport, columnsOf } from '../../../src/domain/run-folder.ts';
import { guardFormula } from '../../../src/domain/words/formula-guard.ts';
import { csvRow } from '../../../src/report/csv/csv.ts';
import type { RefusedRow } from '../../../src/report/reports/refused.ts';
import { openRunReports, type RunTotals } from '../../../src/report/reports/run-reports.ts';
import {
  access,
  account,
  autumn,
  clawback,
  line,
  position,
  practice,
  quality,
  scheme,
  spring,
  step,
} from '../sample.ts';

const run = { period: autumn, asAt: day('2021-04-30') };

function written(accounts: readonly PracticeAccount[], refused: readonly RefusedRow[] = []) {
  const texts = byReport(() => ({ text: '' }));
  const reports = openRunReports(
    scheme,
    run,
    byReport((name) => (piece) => {
      texts[name].text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
    }),
  );
  for (const each of accounts) reports.account(each);
  for (const each of refused) reports.refused(each);
  const totals: RunTotals = reports.close();
  return { totals, of: byReport((name) => texts[name].text.split('\r\n').slice(1, -1)), texts };
}

/** A row refused for a reason, somewhere among other bytes. */
function refusedRow(line: number, row: string, refusal: RefusedRow['refusal']): RefusedRow {
  const bytes = Buffer.from(`before${row}after`);
  return {
    file: 'claims.csv',
    line,
    practiceCode: 'Z00001',
    refusal,
    bytes,
    start: 6,
    end: bytes.length - 5,
    hasQuotes: row.includes('"'),
  };
}

const paidInFull = account(practice('Z00001', { locality: 'North' }), [
  line(access, 'Z00001', [
    position(spring, pence(25000), pence(25000)),
    position(autumn, pence(25000), noPence, { steps: [step('entitlement', 'all of £250.00', '250', pence(25000))] }),
  ]),
  line(quality, 'FED01', [position(spring, pence(75000), pence(80000)), position(autumn, pence(75001), noPence)], {
    steps: [step('value', '1,000 patients × £1.50', '1500')],
    paidAhead: [],
  }),
]);

const withheld = {
  status: 'withheld',
  amount: pence(12345),
  reason: 'sign-up: not received yet',
  clause: '2',
} as const;
const nothingYet = account(
  practice('Z00002', { name: '=Surgery', locality: null }),
  [
    line(access, 'Z00002', [
      position(spring, noPence, noPence),
      position(autumn, noPence, noPence, { status: 'withheld', unpaid: [withheld] }),
    ]),
    line(quality, '-payee', [
      position(spring, noPence, pence(500), {
        settlement: {
          kind: 'clawback',
          parts: [clawback(pence(500), { status: 'waived', reason: '=why' })],
          byPlan: noPence,
        },
      }),
      position(autumn, noPence, noPence),
    ]),
  ],
  ratio(1000, 3),
);

describe('openRunReports', () => {
  it('writes the columns of the contract, and nothing else when there is no practice', () => {
    const { texts, totals } = written([]);
    expect(byReport((name) => texts[name].text)).toEqual({
      'payments.csv': 'practice_code,payee_code,component,period,entitlement,already_paid,amount\r\n',
      'clawbacks.csv':
        'practice_code,payee_code,component,period,entitlement,already_paid,amount,status,reason,clause\r\n',
      'statements.csv': 'practice_code,practice_name,payee_code,payments,clawbacks,net\r\n',
      'withheld.csv': 'practice_code,component,period,status,amount,reason,clause\r\n',
      'refused.csv': 'file,line,practice_code,code,reason,clause,row\r\n',
      'workings.csv': 'practice_code,component,period,step,formula,value,rounded,clause\r\n',
    });
    expect(totals.all.net).toBe(0n);
    expect(totals.practices).toBe(0);
  });

  it('lists what is paid and what comes back, and no amount of zero', () => {
    const { of } = written([paidInFull, nothingYet]);
    expect(of['payments.csv']).toEqual([
      'Z00001,Z00001,access,autumn,250.00,0.00,250.00',
      'Z00001,FED01,quality,autumn,750.01,0.00,750.01',
    ]);
    expect(of['clawbacks.csv']).toEqual([
      'Z00001,FED01,quality,spring,750.00,800.00,50.00,due,more was paid than is earned,6',
      "Z00002,'-payee,quality,spring,0.00,5.00,5.00,waived,'=why,6",
    ]);
  });

  it('gives every practice a statement for each of its payees, clawbacks that are due alone taken off', () => {
    const { of } = written([paidInFull, nothingYet]);
    expect(of['statements.csv']).toEqual([
      'Z00001,Surgery Z00001,FED01,750.01,50.00,700.01',
      'Z00001,Surgery Z00001,Z00001,250.00,0.00,250.00',
      "Z00002,'=Surgery,'-payee,0.00,0.00,0.00",
    ]);
  });

  it('gives a practice that neither is paid nor owes anything one statement all the same', () => {
    const quiet = account(practice('Z00003'), [line(access, 'Z00003', [])], ratio(5), { toldNothing: 'PCN-1' });
    const positions = [position(spring, noPence, noPence), position(autumn, noPence, noPence)];
    const lines = [line(access, 'Z00003', positions), line(quality, 'FED01', positions)];
    const { of } = written([{ ...quiet, lines }]);
    expect(of['statements.csv']).toEqual(['Z00003,Surgery Z00003,PCN-1,0.00,0.00,0.00']);
  });

  it('names each payee that is asked, and has what a clawback comes to in as many rows', () => {
    const parts = [
      clawback(pence(300), { payeeCode: 'PCN-A' }),
      clawback(pence(100), { payeeCode: 'PCN-B' }),
      clawback(pence(50), { payeeCode: 'PCN-A', status: 'proposed' }),
    ];
    const back = position(spring, noPence, pence(450), { settlement: { kind: 'clawback', parts, byPlan: noPence } });
    const nothing = [position(spring, noPence, noPence), position(autumn, noPence, noPence)];
    const asked = account(practice('Z00003'), [
      line(access, 'Z00003', [back, position(autumn, pence(20), noPence)]),
      line(quality, 'Z00003', nothing),
    ]);
    const { of, totals } = written([asked]);
    expect(of['clawbacks.csv'].map((row) => row.split(',').slice(1, 8).join())).toEqual([
      'PCN-A,access,spring,0.00,4.50,3.00,due',
      'PCN-B,access,spring,0.00,4.50,1.00,due',
      'PCN-A,access,spring,0.00,4.50,0.50,proposed',
    ]);
    expect(of['statements.csv'].map((row) => row.split(',').slice(2).join())).toEqual([
      'PCN-A,0.00,3.00,-3.00',
      'PCN-B,0.00,1.00,-1.00',
      'Z00003,0.20,0.00,0.20',
    ]);
    expect(totals.all.clawbacks.due).toEqual({ lines: 2, amount: 400n });
    expect(totals.payees.map(({ payeeCode, sums }) => [payeeCode, sums.net])).toEqual([
      ['PCN-A', -300n],
      ['PCN-B', -100n],
      ['Z00003', 20n],
    ]);
  });

  it('lists what is not paid in the order of its statuses', () => {
    const unpaid = (['carried', 'set-off', 'withheld', 'capped'] as const).map((status) => ({
      ...withheld,
      status,
      amount: pence(status === 'set-off' ? 0 : 100),
    }));
    const nothing = [position(spring, noPence, noPence), position(autumn, noPence, noPence)];
    const carried = position(spring, pence(100), noPence, {
      unpaid,
      settlement: { kind: 'carried', amount: pence(100) },
    });
    const { of } = written([
      account(practice('Z00003'), [line(access, 'x', [carried, ...nothing.slice(1)]), line(quality, 'x', nothing)]),
    ]);
    expect(of['withheld.csv'].map((row) => row.split(',')[3])).toEqual(['capped', 'withheld', 'set-off', 'carried']);
  });

  it('writes a net below zero as an amount, without an apostrophe', () => {
    const owed = account(practice('Z00003'), [
      line(access, 'Z00003', [position(spring, noPence, pence(1250)), position(autumn, noPence, noPence)]),
      line(quality, 'Z00003', [position(spring, noPence, noPence), position(autumn, noPence, noPence)]),
    ]);
    expect(written([owed]).of['statements.csv']).toEqual(['Z00003,Surgery Z00003,Z00003,0.00,12.50,-12.50']);
  });

  it('lists what is not paid, with its reason and clause', () => {
    expect(written([nothingYet]).of['withheld.csv']).toEqual([
      'Z00002,access,autumn,withheld,123.45,sign-up: not received yet,2',
    ]);
  });

  it('lists the steps of the value first, with a blank period, then those of each period', () => {
    const ahead = account(practice('Z00004'), [
      line(
        access,
        'Z00004',
        [
          position(spring, noPence, noPence, { steps: [step('schedule', '£5.00, half', '5/2', pence(250))] }),
          position(autumn, noPence, noPence),
        ],
        { steps: [step('value', '10 patients × £0.50', '5')], paidAhead: [{ period: autumn, amount: pence(99) }] },
      ),
      line(quality, 'Z00004', [position(spring, noPence, noPence), position(autumn, noPence, noPence)]),
    ]);
    const { of, totals } = written([ahead]);
    expect(of['workings.csv']).toEqual([
      'Z00004,access,,value,10 patients × £0.50,5,,5',
      'Z00004,access,spring,schedule,"£5.00, half",5/2,2.50,5',
      'Z00004,access,autumn,settlement,paid already for a period after that of the run: left alone,0.99,0.99,6',
    ]);
    expect(totals.paidAhead).toEqual({ lines: 1, amount: 99n });
  });

  it('lists refused rows as they stood, guarded and quoted', () => {
    const refusal = { code: 'over-cap', reason: 'at most 6 count', clause: '9' } as const;
    const { of, totals } = written([], [refusedRow(8, '=x,"a",7', refusal), refusedRow(9, 'Z00001', refusal)]);
    expect(of['refused.csv']).toEqual([
      'claims.csv,8,Z00001,over-cap,at most 6 count,9,"\'=x,""a"",7"',
      'claims.csv,9,Z00001,over-cap,at most 6 count,9,Z00001',
    ]);
    expect([...totals.refused]).toEqual([['over-cap', 2]]);
  });

  it('writes workings of any length as any other row would be written, wherever a piece of the file ends', () => {
    const steps = Array.from({ length: 6000 }, (_, index) =>
      step('value', `${'£−"é, 🏥'.repeat(index % 17)}${index}`, `${index}`, index % 3 === 0 ? pence(index) : null),
    );
    const positions = [position(spring, noPence, noPence), position(autumn, noPence, noPence)];
    const { texts } = written([account(practice('Z00001'), [line(access, 'Z00001', positions, { steps })])]);
    const rows = steps.map(({ formula, value, rounded, clause }) =>
      csvRow([
        'Z00001',
        'access',
        '',
        'value',
        guardFormula(formula),
        value,
        rounded === null ? '' : formatAmount(rounded),
        clause,
      ]),
    );
    expect(texts['workings.csv'].text.startsWith([csvRow(columnsOf('workings.csv')), ...rows].join(''))).toBe(true);
  });

  it('writes the condition that practices have in common as any other row would be written', () => {
    const shared: WorkingStep = { ...step('condition', '=sign-up, as "agreed"', 'good'), clause: '2, 3' };
    const own: WorkingStep = { ...step('condition', 'audit', 'open', pence(-5)), clause: '=4' };
    const nothing = position(autumn, noPence, noPence);
    const positions = (...steps: readonly WorkingStep[]) => [position(spring, noPence, noPence, { steps }), nothing];
    const [first, second] = [
      account(practice('Z00001'), [
        line(access, 'Z00001', positions(shared, own)),
        line(quality, 'Z00001', positions(shared)),
      ]),
      account(practice('Z00002'), [
        line(access, 'Z00002', positions(own, shared)),
        line(quality, 'Z00002', positions()),
      ]),
    ];
    const agreed = 'condition,"\'=sign-up, as ""agreed""",good,,"2, 3"';
    const open = "condition,audit,open,-0.05,'=4";
    expect(written([first, second]).of['workings.csv']).toEqual([
      `Z00001,access,spring,${agreed}`,
      `Z00001,access,spring,${open}`,
      `Z00001,quality,spring,${agreed}`,
      `Z00002,access,spring,${open}`,
      `Z00002,access,spring,${agreed}`,
    ]);
  });

  it('writes a row that is longer than a piece of the file, whatever stands in it', () => {
    const formula = `${'−'.repeat(100_000)},`;
    const steps = [step('value', formula, '5', pence(-1)), { ...step('condition', formula, 'good'), clause: formula }];
    const positions = [position(spring, noPence, noPence), position(autumn, noPence, noPence)];
    const { of } = written([
      account(practice('Z00001'), [line(access, 'Z00001', positions, { steps }), line(quality, 'Z00001', positions)]),
    ]);
    expect(of['workings.csv']).toEqual([
      `Z00001,access,,value,"${formula}",5,-0.01,5`,
      `Z00001,access,,condition,"${formula}",good,,"${formula}"`,
    ]);
    const row = `,${'"'.repeat(300_000)}`;
    const refusal = { code: 'late', reason: '−'.repeat(1000), clause: '8' } as const;
    expect(written([], [refusedRow(Number.MAX_SAFE_INTEGER, row, refusal)]).of['refused.csv']).toEqual([
      `claims.csv,9007199254740991,Z00001,late,${refusal.reason},8,"${row.replaceAll('"', '""')}"`,
    ]);
  });

  it('writes a refused row as any other row of a report would be written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const row = fc.oneof(text, fc.stringMatching(/^[=+ a-zA-Z0-9"',|-]{0,40}$/));
    const refusal = fc.record({ code: fc.constantFrom('late', 'duplicate'), reason: text, clause: text });
    const large = fc.nat({ max: 300_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, refusal), { maxLength: 20 }), large, (rows, more) => {
        const long = rows.map(
          ([each, why], index) => [index === 1 ? each + (more % 2 === 0 ? 'y' : '"').repeat(more) : each, why] as const,
        );
        const { texts } = written(
          [],
          long.map(([each, why], index) => refusedRow(index + 2, each, why)),
        );
        const expected = long.map(([each, { code, reason, clause }], index) =>
          csvRow([
            'claims.csv',
            `${index + 2}`,
            'Z00001',
            code,
            guardFormula(reason),
            guardFormula(clause),
            guardFormula(each),
          ]),
        );
        expect(texts['refused.csv'].text).toBe([csvRow(columnsOf('refused.csv')), ...expected].join(''));
      }),
    );
  });

  it('adds up by component and period, by locality and by payee', () => {
    const { totals } = written([paidInFull, nothingYet]);
    expect(totals.patients).toEqual(ratio(4000, 3));
    expect(totals.all).toEqual({
      worth: 212346n,
      keptBack: { withheld: 12345n, forfeited: 0n, 'below-nothing': 0n, proportion: 0n },
      entitlement: 200001n,
      alreadyPaid: 105500n,
      payments: { lines: 2, amount: 100001n },
      carried: { lines: 0, amount: 0n },
      setOff: 0n,
      clawbacks: {
        due: { lines: 1, amount: 5000n },
        deferred: { lines: 0, amount: 0n },
        proposed: { lines: 0, amount: 0n },
        waived: { lines: 1, amount: 500n },
      },
      net: 95001n,
    });
    expect(
      totals.components.map(({ component, periods }) => [component.id, ...periods.map(({ sums }) => sums.net)]),
    ).toEqual([
      ['access', 0n, 25000n],
      ['quality', -5000n, 75001n],
    ]);
    expect(totals.localities.map(({ locality, practices, sums }) => [locality, practices, sums.net])).toEqual([
      ['North', 1, 95001n],
      [null, 1, 0n],
    ]);
    expect(totals.payees.map(({ payeeCode, sums }) => [payeeCode, sums.net])).toEqual([
      ['-payee', 0n],
      ['FED01', 70001n],
      ['Z00001', 25000n],
    ]);
    expect([...totals.unpaid]).toEqual([['withheld', { lines: 1, amount: 12345n }]]);
    expect(totals.rows).toEqual({
      'payments.csv': 2,
      'clawbacks.csv': 2,
      'statements.csv': 3,
      'withheld.csv': 1,
      'refused.csv': 0,
      'workings.csv': 2,
    });
  });

  it('takes it for a fault of ours when a settlement is not entitlement less paid', () => {
    const wrong = position(spring, pence(100), noPence, { settlement: { kind: 'payment', amount: pence(99) } });
    const lines = [line(access, 'Z00001', [wrong, position(autumn, noPence, noPence)])];
    expect(() => written([account(practice('Z00001'), lines)])).toThrow(
      'Z00001 access spring: the settlement is not entitlement less paid',
    );
  });

  it('takes it for a fault of ours when more is asked for than was paid', () => {
    const lines = [line(access, 'Z00001', [position(spring, pence(-2), pence(5)), position(autumn, noPence, noPence)])];
    expect(() => written([account(practice('Z00001'), lines)])).toThrow('more is asked for than was paid');
  });

  it('takes it for a fault of ours when a period has no position', () => {
    const lines = [line(access, 'Z00001', [position(spring, noPence, noPence)])];
    expect(() => written([account(practice('Z00001'), lines)])).toThrow('access has not a position a period');
  });

  it('foots whatever the positions are', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(pence);
    const positions = fc
      .tuple(amount, amount, amount, amount)
      .map(([a, b, c, d]) => [position(spring, a, b), position(autumn, c, d)]);
    const accounts = fc.array(
      fc
        .record({ access: positions, quality: positions, payee: fc.constantFrom('Z00001', 'FED01') })
        .map((made) =>
          account(practice('Z00001', { locality: made.payee }), [
            line(access, 'Z00001', made.access),
            line(quality, made.payee, made.quality),
          ]),
        ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(accounts, (all) => {
        const { totals, of } = written(all);
        const nets = of['statements.csv'].map((text) => BigInt((text.split(',').at(-1) ?? '').replace('.', '')));
        expect(nets.reduce((a, b) => a + b, 0n)).toBe(totals.all.net);
      }),
    );
  });
});
