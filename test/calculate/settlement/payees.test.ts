import { describe, expect, it } from 'vitest';
import { payeeChanges } from '../../../src/calculate/settlement/payee-changes.ts';
import { day } from '../../../src/domain/day.ts';
import type { Decision, PaidRow, PayeeRow } from '../../../src/domain/facts.ts';
import { parseAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { decided, facts, paid, run, succeeded, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// £100 a quarter, of which nothing is earned any more: who is asked for what was paid.

const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
const today: PayeeRow = {
  component: null,
  payeeCode: 'PCN-B',
  payeeName: null,
  agreedOn: day('2015-09-01'),
  reference: null,
  line: 2,
};

function accountOf(rows: readonly PaidRow[], decisions: readonly Decision[] = [], waits = false) {
  const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
  const recovery = { from: null, waitsForDecision: waits, clause: '9' };
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const of = scheme([component('c', fixed, { conditions: keeps, recovery })], { evidence: [plan] });
  return run(of, facts([{ patients: 1, paid: rows, payees: [today], decisions }]), 'Q2', '2016-04-30')[0];
}

const told = (...of: Parameters<typeof accountOf>) => tell(accountOf(...of), 'c');

const to = (payeeCode: string, amount: string, on: string, period = 'Q1') =>
  paid('c', period, amount, on, { payeeCode });

describe('a clawback', () => {
  it('is asked of whoever was paid, and not of the payee of today', () => {
    expect(told([to('PCN-A', '60.00', '2015-07-01')])).toEqual([
      'Q1 forfeited 0.00 clawback 60.00 due from PCN-A [forfeited 100.00]',
      'Q2 forfeited 0.00 [forfeited 100.00]',
    ]);
  });

  it('is asked of nobody for what was paid of another component, be it paid later', () => {
    const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
    const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const both = ['c', 'd'].map((id) => component(id, fixed, { conditions: keeps }));
    const rows = [
      to('PCN-A', '60.00', '2015-07-01'),
      paid('d', 'Q1', '60.00', '2015-07-02', { payeeCode: 'PCN-B', line: 3 }),
    ];
    const [account] = run(scheme(both, { evidence: [plan] }), facts([{ patients: 1, paid: rows }]), 'Q1', '2016-04-30');
    expect(tell(account, 'c')).toEqual(['Q1 forfeited 0.00 clawback 60.00 due from PCN-A [forfeited 100.00]']);
    expect(tell(account, 'd')).toEqual(['Q1 forfeited 0.00 clawback 60.00 due from PCN-B [forfeited 100.00]']);
  });

  it('is asked of each for what it had, a line a payee in order of code', () => {
    expect(told([to('PCN-B', '40.00', '2015-07-01'), to('PCN-A', '60.00', '2015-07-02')])[0]).toBe(
      'Q1 forfeited 0.00 clawback 60.00 due from PCN-A clawback 40.00 due from PCN-B [forfeited 100.00]',
    );
  });

  it('is asked from the latest payment back to the first: what is due of the latest, what is waived of the first', () => {
    const rows = [
      to('PCN-A', '50.00', '2015-07-01'),
      to('PCN-B', '30.00', '2015-07-02'),
      to('Z00001', '20.00', '2015-07-03'),
    ];
    const decisions = [
      decided('recover', '2015-08-01', { component: 'c', amount: parseAmount('35.00') }),
      decided('waive-recovery', '2015-08-01', { component: 'c', amount: parseAmount('10.00') }),
    ];
    expect(told(rows, decisions, true)[0]).toBe(
      'Q1 forfeited 0.00 clawback 15.00 due from PCN-B clawback 20.00 due ' +
        'clawback 40.00 proposed from PCN-A clawback 15.00 proposed from PCN-B ' +
        'clawback 10.00 waived from PCN-A [forfeited 100.00]',
    );
  });

  it('goes by the day, then by paid.csv before the ledger, then by line and serial', () => {
    const decisions = [decided('recover', '2015-08-01', { component: 'c', amount: parseAmount('10.00') })];
    const one = (payeeCode: string, more: Partial<PaidRow>) =>
      paid('c', 'Q1', '10.00', '2015-07-01', { payeeCode, ...more });
    const askedFirst = (rows: readonly PaidRow[]) => told(rows, decisions, true)[0]?.match(/due from (\S+)/)?.[1];
    expect(askedFirst([one('A', { posting: 1, line: 2 }), one('B', { line: 9 })])).toBe('A');
    expect(askedFirst([one('A', { line: 9 }), one('B', { line: 2 })])).toBe('A');
    expect(askedFirst([one('A', { posting: 2, line: 2 }), one('B', { posting: 1, line: 9 })])).toBe('A');
    expect(askedFirst([one('B', { posting: 1, line: 9 }), one('A', { posting: 2, line: 2 })])).toBe('A');
    expect(askedFirst([one('A', { posting: 1, line: 9 }), one('B', { posting: 1, line: 3 })])).toBe('A');
    expect(askedFirst([one('A', {}), { ...one('B', {}), paidOn: day('2015-06-30') }])).toBe('A');
  });

  it('leaves out what a payee gave back already', () => {
    const rows = [
      to('PCN-A', '50.00', '2015-07-01'),
      to('PCN-B', '30.00', '2015-07-02'),
      to('PCN-A', '-20.00', '2015-07-03'),
    ];
    expect(told(rows)[0]).toBe(
      'Q1 forfeited 0.00 clawback 30.00 due from PCN-A clawback 30.00 due from PCN-B [forfeited 100.00]',
    );
  });

  it('leaves out what was moved to another payee, though it was taken before it was paid', () => {
    const rows = [
      to('PCN-A', '-50.00', '2015-07-01'),
      to('PCN-A', '50.00', '2015-07-02'),
      to('PCN-B', '50.00', '2015-07-03'),
    ];
    expect(told(rows)[0]).toBe('Q1 forfeited 0.00 clawback 50.00 due from PCN-B [forfeited 100.00]');
  });
});

describe('a payee who is another today', () => {
  it('is told with the one who had the money, once for each component', () => {
    const account = accountOf([to('PCN-A', '60.00', '2015-07-01'), to('PCN-A', '15.00', '2015-10-01', 'Q2')]);
    expect(account && payeeChanges(plainWords, account)).toEqual([
      {
        code: 'payee-changed',
        severity: 'warning',
        file: 'payees.csv',
        field: 'payee_code',
        message: '£75.00 of c comes back from PCN-A, who had the money for Z00001; who is paid today is PCN-B',
        value: 'PCN-B',
        hint: 'ask PCN-A for it; what PCN-A has handed on to PCN-B is between the two',
      },
    ]);
  });

  it('is not told where the money is the same payee’s, or is waived', () => {
    const same = accountOf([to('PCN-B', '60.00', '2015-07-01')]);
    expect(same && payeeChanges(plainWords, same)).toEqual([]);
    const waiver = decided('waive-recovery', '2015-08-01', { component: 'c', amount: parseAmount('60.00') });
    const waived = accountOf([to('PCN-A', '60.00', '2015-07-01')], [waiver]);
    expect(waived && payeeChanges(plainWords, waived)).toEqual([]);
  });
});

it('a payee of one component is none of another', () => {
  const worth = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const both = scheme([component('c', worth), component('d', worth)]);
  const known = facts([{ patients: 1, payees: [{ ...today, component: 'd' }] }]);
  const [account] = run(both, known, 'Q1', '2015-12-31');
  expect(account?.lines.map(({ payeeCode }) => payeeCode)).toEqual(['Z00001', 'PCN-B']);
});

it('on one day the word of a code itself goes before that of the code that stands for it', () => {
  const worth = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const agreed = (payeeCode: string): PayeeRow => ({ ...today, payeeCode });
  const known = {
    ...facts([
      { patients: 1, payees: [agreed('PCN-A')] },
      { patients: null, payees: [agreed('PCN-B')] },
    ]),
    successions: [succeeded(1, 2, '2015-07-01')],
  };
  const [account] = run(scheme([component('c', worth)]), known, 'Q1', '2015-12-31');
  expect(account?.lines[0]?.payeeCode).toBe('PCN-A');
});
