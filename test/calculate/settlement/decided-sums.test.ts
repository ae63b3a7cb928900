import { describe, expect, it } from 'vitest';
import type { PracticeAccount } from '../../../src/domain/account.ts';
import { day } from '../../../src/domain/day.ts';
import type { Decision, PaidRow } from '../../../src/domain/facts.ts';
import { formatAmount, parseAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Recovery } from '../../../src/domain/scheme/scheme.ts';
import { decided, facts, paid, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// A component of £400 a year that keeps a plan which never comes: all that was paid of it is to come back.

const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
const atOnce: Recovery = { from: null, waitsForDecision: false, clause: '9' };
const waiting: Recovery = { ...atOnce, waitsForDecision: true };

function sum(kind: 'recover' | 'waive-recovery', amount: string, more: Partial<Decision> = {}, on = '2015-06-01') {
  return decided(kind, on, { component: 'c', amount: parseAmount(amount), ...more });
}

interface Case {
  readonly recovery?: Recovery;
  readonly decisions?: readonly Decision[];
  readonly rows?: readonly PaidRow[];
  readonly period?: string;
}

const twoPaid = [paid('c', 'Q1', '100.00'), paid('c', 'Q2', '100.00')];

function accountOf({ recovery = waiting, decisions = [], rows = twoPaid, period = 'Q3' }: Case) {
  const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
  const of = scheme(
    [component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { conditions: keeps, recovery })],
    {
      evidence: [plan],
    },
  );
  const used = new Set<object>();
  const known = facts([{ patients: 1, paid: rows, decisions }]);
  const [account] = run(of, known, period, '2016-04-30', [], (row) => used.add(row));
  return { account, used };
}

/** Period, status and sum of each part, and its reason from the last semicolon but those of the cause. */
function parts(account: PracticeAccount | undefined): string[] {
  return (account?.lines[0]?.positions ?? []).flatMap(({ period, settlement }) =>
    settlement.kind === 'clawback'
      ? settlement.parts.map(({ status, amount }) => `${period.id} ${status} ${formatAmount(amount)}`)
      : [],
  );
}

function reasons(account: PracticeAccount | undefined): string[] {
  return (account?.lines[0]?.positions ?? []).flatMap(({ settlement }) =>
    settlement.kind === 'clawback' ? settlement.parts.map(({ reason }) => reason.split('; ').slice(1).join('; ')) : [],
  );
}

const told = (of: Case) => parts(accountOf(of).account);

describe('a decision on a recovery', () => {
  it('covers the sum that it names, periods in order, and the rest waits', () => {
    const { account } = accountOf({ decisions: [sum('recover', '130.00')] });
    expect(parts(account)).toEqual(['Q1 due 100.00', 'Q2 due 30.00', 'Q2 proposed 70.00']);
    expect(reasons(account)).toEqual([
      'recovery decided by R. Patel on 2015-06-01, £130.00: as agreed',
      'recovery decided by R. Patel on 2015-06-01, £130.00: as agreed',
      'decided for £130.00, of which £130.00 is taken; £70.00 waits',
    ]);
  });

  it('waits whole while nothing was decided', () => {
    const { account } = accountOf({});
    expect(parts(account)).toEqual(['Q1 proposed 100.00', 'Q2 proposed 100.00']);
    expect(reasons(account)).toEqual(['waits for a decision to recover', 'waits for a decision to recover']);
  });

  it('adds up with others of its kind', () => {
    const decisions = [sum('recover', '60.00'), sum('recover', '50.00', { decidedBy: 'S. Dyer' }, '2015-07-01')];
    const { account } = accountOf({ decisions });
    expect(parts(account)).toEqual(['Q1 due 100.00', 'Q2 due 10.00', 'Q2 proposed 90.00']);
    expect(reasons(account)[0]).toBe(
      'recovery decided by R. Patel on 2015-06-01, £60.00: as agreed; recovery decided by S. Dyer on 2015-07-01, £50.00: as agreed',
    );
    expect(reasons(account)[2]).toBe('decided for £110.00, of which £110.00 is taken; £90.00 waits');
  });

  it('on a period covers that period alone, and goes before one on all', () => {
    expect(told({ decisions: [sum('recover', '130.00', { period: 'Q2' })] })).toEqual([
      'Q1 proposed 100.00',
      'Q2 due 100.00',
    ]);
    expect(told({ decisions: [sum('recover', '30.00'), sum('recover', '20.00', { period: 'Q1' })] })).toEqual([
      'Q1 due 50.00',
      'Q1 proposed 50.00',
      'Q2 proposed 100.00',
    ]);
  });

  it('on a period leaves what is decided for all to the other periods', () => {
    const decisions = [sum('recover', '100.00'), sum('recover', '100.00', { period: 'Q1' })];
    expect(told({ decisions })).toEqual(['Q1 due 100.00', 'Q2 due 100.00']);
  });

  it('is used up by what was taken since the first of them, outside and by postings', () => {
    const taken = [
      paid('c', 'Q1', '-72.00', '2015-08-01', { posting: 2, line: 4 }),
      paid('c', 'Q2', '-8.00', '2015-06-01', { line: 5 }),
    ];
    const { account } = accountOf({ decisions: [sum('recover', '90.00')], rows: [...twoPaid, ...taken] });
    expect(parts(account)).toEqual(['Q1 due 10.00', 'Q1 proposed 18.00', 'Q2 proposed 92.00']);
    expect(reasons(account)[1]).toBe('decided for £90.00, of which £90.00 is taken; £110.00 waits');
  });

  it('is not used up by what was taken before the first of them', () => {
    const before = paid('c', 'Q1', '-72.00', '2015-05-31');
    expect(told({ decisions: [sum('recover', '20.00')], rows: [...twoPaid, before] })).toEqual([
      'Q1 due 20.00',
      'Q1 proposed 8.00',
      'Q2 proposed 100.00',
    ]);
  });

  it('is used up by what was taken up to the as-at date, and by none of what is dated after it', () => {
    const takenOn = (on: string) => [...twoPaid, paid('c', 'Q1', '-30.00', on, { line: 4 })];
    const decisions = [sum('recover', '40.00')];
    expect(told({ decisions, rows: takenOn('2016-04-30') })).toEqual([
      'Q1 due 10.00',
      'Q1 proposed 60.00',
      'Q2 proposed 100.00',
    ]);
    expect(told({ decisions, rows: takenOn('2016-05-01') })).toEqual([
      'Q1 due 40.00',
      'Q1 proposed 60.00',
      'Q2 proposed 100.00',
    ]);
  });

  it('of the as-at date itself is used up by what was taken on it, and by a posting also after it', () => {
    const decisions = [sum('recover', '40.00', {}, '2016-04-30')];
    const left = ['Q1 due 10.00', 'Q1 proposed 60.00', 'Q2 proposed 100.00'];
    expect(told({ decisions, rows: [...twoPaid, paid('c', 'Q1', '-30.00', '2016-04-30')] })).toEqual(left);
    const posted = paid('c', 'Q1', '-30.00', '2016-05-10', { posting: 2 });
    expect(told({ decisions, rows: [...twoPaid, posted] })).toEqual(left);
  });

  it('leaves what was taken to those that are known, though one of a later day is for the very period', () => {
    const decisions = [sum('recover', '10.00'), sum('recover', '10.00', { period: 'Q1' }, '2016-05-01')];
    const taken = paid('c', 'Q1', '-10.00', '2015-07-01');
    expect(told({ decisions, rows: [...twoPaid, taken] })).toEqual(['Q1 proposed 90.00', 'Q2 proposed 100.00']);
  });

  it('is no greater for what is paid after it', () => {
    const rows = [paid('c', 'Q1', '100.00'), paid('c', 'Q2', '100.00', '2015-10-01')];
    expect(told({ decisions: [sum('recover', '90.00')], rows })).toEqual([
      'Q1 due 90.00',
      'Q1 proposed 10.00',
      'Q2 proposed 100.00',
    ]);
  });

  it('is for its own component: what was taken of another leaves it whole', () => {
    const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
    const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const kept = { conditions: keeps, recovery: waiting };
    const both = scheme([component('c', fixed, kept), component('d', fixed, kept)], { evidence: [plan] });
    const rows = ['c', 'd'].flatMap((id) => [paid(id, 'Q1', '100.00'), paid(id, 'Q1', '-25.00', '2015-07-01')]);
    const known = facts([{ patients: 1, paid: rows, decisions: [sum('recover', '40.00')] }]);
    const [account] = run(both, known, 'Q1', '2016-04-30');
    expect(parts(account)).toEqual(['Q1 due 15.00', 'Q1 proposed 60.00']);
    expect(account?.lines[1]?.positions[0]?.settlement).toMatchObject({
      parts: [{ status: 'proposed', amount: 75_00n, says: 'waits for a decision to recover' }],
    });
  });

  it('is no greater for a period in which something is paid', () => {
    // Of Q1 100.00 is still to be paid; for Q2 was paid 90.00 too much.
    const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const of = scheme([component('c', fixed, { recovery: waiting })]);
    const rows = [paid('c', 'Q2', '190.00')];
    const known = facts([{ patients: 1, paid: rows, decisions: [sum('recover', '60.00')] }]);
    expect(tell(run(of, known, 'Q2', '2016-04-30')[0], 'c')).toEqual([
      'Q1 released 100.00 payment 100.00',
      'Q2 released 100.00 clawback 60.00 due clawback 30.00 proposed',
    ]);
  });

  it('counts in what it says only where something is given of it', () => {
    const decisions = [sum('recover', '130.00', { period: 'Q2' }), sum('recover', '5.00', { period: 'Q4' })];
    const { account } = accountOf({ decisions });
    expect(parts(account)).toEqual(['Q1 proposed 100.00', 'Q2 due 100.00']);
    expect(reasons(account)[0]).toBe('decided for £130.00, of which £100.00 is taken; £100.00 waits');
  });

  it('of a later day is used up by what was taken since the first, of an earlier one', () => {
    const decisions = [sum('recover', '10.00'), sum('recover', '20.00', {}, '2015-09-01')];
    const taken = paid('c', 'Q1', '-25.00', '2015-07-01');
    const used = ['Q1 due 5.00', 'Q1 proposed 70.00', 'Q2 proposed 100.00'];
    expect(told({ decisions, rows: [...twoPaid, taken] })).toEqual(used);
    expect(told({ decisions: [...decisions].reverse(), rows: [...twoPaid, taken] })).toEqual(used);
  });

  it('on a period is used up first by recoveries of that period', () => {
    const decisions = [sum('recover', '10.00', { period: 'Q1' }), sum('recover', '10.00')];
    const taken = paid('c', 'Q1', '-15.00', '2015-07-01');
    expect(told({ decisions, rows: [...twoPaid, taken] })).toEqual([
      'Q1 due 5.00',
      'Q1 proposed 80.00',
      'Q2 proposed 100.00',
    ]);
  });

  it('over more than there is to take takes no more', () => {
    expect(told({ decisions: [sum('recover', '20296.00')] })).toEqual(['Q1 due 100.00', 'Q2 due 100.00']);
  });

  it('does not lift a deferral', () => {
    const recovery = { ...waiting, from: quarters[3] ?? null };
    expect(told({ recovery, decisions: [sum('recover', '130.00')] })).toEqual([
      'Q1 deferred 100.00',
      'Q2 deferred 100.00',
    ]);
    expect(reasons(accountOf({ recovery }).account)[0]).toBe('recovered only from the run for Q4');
    expect(told({ recovery, decisions: [sum('recover', '130.00')], period: 'Q4' })).toEqual([
      'Q1 due 100.00',
      'Q2 due 30.00',
      'Q2 proposed 70.00',
    ]);
  });
});

it('a decision on a recovery without its sum is a fault', () => {
  const decisions = [decided('recover', '2015-06-01', { component: 'c' })];
  expect(() => told({ decisions })).toThrow('a decision on a recovery without its sum');
});

describe('a waiver', () => {
  it('covers the sum that it names, before anything is taken', () => {
    const { account } = accountOf({ recovery: atOnce, decisions: [sum('waive-recovery', '120.00')] });
    expect(parts(account)).toEqual(['Q1 waived 100.00', 'Q2 due 80.00', 'Q2 waived 20.00']);
    expect(reasons(account)).toEqual([
      'waived: decided by R. Patel on 2015-06-01, £120.00: as agreed',
      '',
      'waived: decided by R. Patel on 2015-06-01, £120.00: as agreed',
    ]);
  });

  it('is not used up: the money stays with the practice', () => {
    const taken = paid('c', 'Q2', '-80.00', '2015-08-01', { posting: 1 });
    expect(told({ recovery: atOnce, decisions: [sum('waive-recovery', '120.00')], rows: [...twoPaid, taken] })).toEqual(
      ['Q1 waived 100.00', 'Q2 waived 20.00'],
    );
  });

  it('goes before a deferral and before a recovery', () => {
    const decisions = [sum('recover', '200.00'), sum('waive-recovery', '70.00', { period: 'Q2' })];
    expect(told({ decisions })).toEqual(['Q1 due 100.00', 'Q2 due 30.00', 'Q2 waived 70.00']);
    const recovery = { ...atOnce, from: quarters[3] ?? null };
    expect(told({ recovery, decisions: [sum('waive-recovery', '70.00')] })).toEqual([
      'Q1 deferred 30.00',
      'Q1 waived 70.00',
      'Q2 deferred 100.00',
    ]);
  });
});

describe('what is not worth taking', () => {
  it('is waived after the waivers of people and before a deferral, the edge of the tolerance included', () => {
    const recovery = { ...atOnce, from: quarters[3] ?? null, tolerance: ratio(1, 10) };
    const { account } = accountOf({ recovery, decisions: [sum('waive-recovery', '90.00', { period: 'Q1' })] });
    expect(parts(account)).toEqual(['Q1 waived 100.00', 'Q2 deferred 100.00']);
    expect(reasons(account)[0]).toBe(
      'waived: decided by R. Patel on 2015-06-01, £90.00: as agreed; within the tolerance of 10% of what was paid',
    );
    expect(told({ recovery, decisions: [sum('waive-recovery', '89.99', { period: 'Q1' })] })).toEqual([
      'Q1 deferred 10.01',
      'Q1 waived 89.99',
      'Q2 deferred 100.00',
    ]);
  });

  it('is not told where people waived all of it', () => {
    const recovery = { ...atOnce, tolerance: ratio(1, 10), smallest: ratio(25) };
    const { account } = accountOf({ recovery, decisions: [sum('waive-recovery', '100.00', { period: 'Q1' })] });
    expect(reasons(account)[0]).toBe('waived: decided by R. Patel on 2015-06-01, £100.00: as agreed');
  });

  it('is a sum below the smallest, but not the smallest itself', () => {
    const rows = [paid('c', 'Q1', '24.99'), paid('c', 'Q2', '25.00')];
    const { account } = accountOf({ recovery: { ...waiting, smallest: ratio(25) }, rows });
    expect(parts(account)).toEqual(['Q1 waived 24.99', 'Q2 proposed 25.00']);
    expect(reasons(account)[0]).toBe('below £25.00, the smallest sum taken back');
  });
});

describe('a decision of which nothing is needed', () => {
  it('is without effect', () => {
    const needed = sum('recover', '150.00');
    const further = sum('recover', '50.01', {}, '2015-07-01');
    const spare = sum('recover', '1.00', {}, '2015-08-01');
    const elsewhere = sum('recover', '5.00', { period: 'Q4' });
    const { used } = accountOf({ decisions: [needed, further, spare, elsewhere] });
    expect([needed, further, spare, elsewhere].map((each) => used.has(each))).toEqual([true, true, false, false]);
  });

  it('is so where the scheme asks for none, and has had its effect where it was taken before', () => {
    const recover = sum('recover', '150.00');
    expect(accountOf({ recovery: atOnce, decisions: [recover] }).used.has(recover)).toBe(false);
    const taken = [paid('c', 'Q1', '-100.00', '2015-07-01'), paid('c', 'Q2', '-100.00', '2015-07-01')];
    expect(accountOf({ recovery: atOnce, decisions: [recover], rows: [...twoPaid, ...taken] }).used.has(recover)).toBe(
      false,
    );
    expect(accountOf({ decisions: [recover], rows: [...twoPaid, ...taken] }).used.has(recover)).toBe(true);
  });
});

describe('a sum that was decided on for two accounts, as one code stands for both', () => {
  const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const of = scheme([component('c', fixed, { conditions: keeps, recovery: waiting })], { evidence: [plan] });
  const shared = sum('recover', '100.00');
  const both = (first: readonly PaidRow[], second: readonly PaidRow[]) => {
    const given = [first, second].map((rows, at) => ({
      patients: 1,
      decisions: [shared],
      paid: rows.map((row) => ({ ...row, payeeCode: `Z0000${at + 1}` })),
    }));
    return run(of, facts(given), 'Q1', '2016-04-30').map(parts);
  };

  it('is one sum, used in their order', () => {
    expect(both([paid('c', 'Q1', '70.00')], [paid('c', 'Q1', '70.00')])).toEqual([
      ['Q1 due 70.00'],
      ['Q1 due 30.00', 'Q1 proposed 40.00'],
    ]);
  });

  it('is used up by what was taken from either, before any more is asked for', () => {
    const taken = (amount: string) => paid('c', 'Q1', amount, '2015-07-01', { posting: 1 });
    expect(both([paid('c', 'Q1', '100.00'), taken('-60.00')], [paid('c', 'Q1', '100.00'), taken('-40.00')])).toEqual([
      ['Q1 proposed 40.00'],
      ['Q1 proposed 60.00'],
    ]);
  });
});
