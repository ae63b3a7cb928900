import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MoneyHeld } from '../../../src/calculate/settlement/money-held.ts';
import { type Due, duesAfterSetOff } from '../../../src/calculate/settlement/set-off.ts';
import { addDays, day } from '../../../src/domain/day.ts';
import type { PaidRow } from '../../../src/domain/facts.ts';
import { pence, sumPence } from '../../../src/domain/money/money.ts';
import { paid } from '../../make/facts.ts';
import { quarters } from '../../make/scheme.ts';

const periodOf = (id: string) => quarters.findIndex((quarter) => quarter.id === id);

/** What is due of a component that is entitled to these pounds, period by period, after these rows of money. */
function dues(entitled: readonly number[], rows: readonly PaidRow[] = []): readonly Due[] {
  const lines = entitled.map((pounds, q) => ({
    entitlement: pence(pounds * 100),
    alreadyPaid: sumPence(rows.filter(({ period }) => periodOf(period) === q).map(({ amount }) => amount)),
  }));
  return duesAfterSetOff(lines, new MoneyHeld(rows, periodOf));
}

/** `+60 (−50 with Q2)`: what is paid or comes back, what was set off with which periods, and who is asked. */
function told(all: readonly Due[]): string[] {
  return all.map(({ due, setOff, with: others, asked }) => {
    const set = setOff === 0n ? '' : ` set off ${setOff / 100n} with ${others.map((q) => quarters[q]?.id).join(' ')}`;
    return `${due / 100n}${set}${asked.map(({ payeeCode, amount }) => `, ${amount / 100n} of ${payeeCode}`).join('')}`;
  });
}

const to = (payeeCode: string, period: string, amount: string, on: string) =>
  paid('c', period, amount, on, { payeeCode });

describe('a fall', () => {
  it('is taken off what is paid for the period before in this run', () => {
    expect(told(dues([60, -50]))).toEqual(['10 set off 50 with Q2', '0 set off -50 with Q1']);
    expect(told(dues([1000, -750]))).toEqual(['250 set off 750 with Q2', '0 set off -750 with Q1']);
  });

  it('is taken off the latest earlier period first, and never off a later one', () => {
    expect(told(dues([60, 30, -50, 20]))).toEqual([
      '40 set off 20 with Q3',
      '0 set off 30 with Q3',
      '0 set off -50 with Q2 Q1',
      '20',
    ]);
  });

  it('takes its turn after one before it', () => {
    expect(told(dues([60, -20, 30, -50]))).toEqual([
      '20 set off 40 with Q2 Q4',
      '0 set off -20 with Q1',
      '0 set off 30 with Q4',
      '0 set off -50 with Q3 Q1',
    ]);
  });

  it('comes back where no payment covers it, from those who were paid for that period and those before, the latest first', () => {
    const rows = [to('A', 'Q1', '60.00', '2015-07-01'), to('B', 'Q2', '30.00', '2015-10-01')];
    expect(told(dues([60, 30, -50], rows))).toEqual(['0', '0', '-50, 30 of B, 20 of A']);
  });

  it('goes by the day of a payment, not by its period', () => {
    const rows = [to('A', 'Q1', '60.00', '2015-11-01'), to('B', 'Q2', '30.00', '2015-10-01')];
    expect(told(dues([60, 30, -50], rows))).toEqual(['0', '0', '-50, 50 of A']);
  });

  it('is set off whole and comes back for the rest', () => {
    const rows = [to('A', 'Q1', '40.00', '2015-07-01')];
    expect(told(dues([50, -30], rows))).toEqual(['0 set off 10 with Q2', '-20 set off -10 with Q1, 20 of A']);
    // What is paid for a later period is paid, though some of the fall comes back.
    expect(told(dues([50, -30, 20], rows))).toEqual(['0 set off 10 with Q2', '-20 set off -10 with Q1, 20 of A', '20']);
  });

  it('is an ordinary clawback where as much was paid for its period', () => {
    const rows = [to('A', 'Q2', '50.00', '2015-10-01')];
    expect(told(dues([60, 0], rows))).toEqual(['60', '-50, 50 of A']);
    expect(told(dues([60, -1], rows))).toEqual(['9 set off 51 with Q2', '0 set off -51 with Q1']);
  });

  it('is no matter of the payment that was taken back whole: one made again is as late as its own day', () => {
    const rows = [
      to('A', 'Q1', '50.00', '2015-07-01'),
      to('B', 'Q1', '30.00', '2015-08-01'),
      to('A', 'Q1', '-50.00', '2015-09-01'),
      to('A', 'Q1', '50.00', '2015-10-01'),
    ];
    expect(told(dues([40], rows))).toEqual(['-40, 40 of A']);
  });

  it('alone reaches back: another clawback is asked of those who were paid for its own period', () => {
    const rows = [to('A', 'Q2', '50.00', '2015-10-01'), to('B', 'Q1', '60.00', '2015-11-01')];
    expect(told(dues([60, 0], rows))).toEqual(['0', '-50, 50 of A']);
  });

  it('that was taken stands below nothing, and is given back first where it is undone', () => {
    const rows = [to('A', 'Q1', '60.00', '2015-07-01'), to('A', 'Q2', '-50.00', '2015-10-01')];
    expect(told(dues([60, -50], rows))).toEqual(['0', '0']);
    expect(told(dues([60, -20], rows))).toEqual(['0', '30']);
    const undone = [...rows, to('A', 'Q2', '30.00', '2016-01-01')];
    expect(told(dues([60, -60], undone))).toEqual(['0', '-40, 40 of A']);
  });

  it('that was taken is given back last to the payment from which it was taken first', () => {
    // The 50 of Q3 took the 30 of Q2 and 20 of Q1; of the 30 that came back 20 are of Q1, which so has its 60 to give.
    const rows = [
      to('A', 'Q1', '60.00', '2015-07-01'),
      to('A', 'Q2', '30.00', '2015-10-01'),
      to('A', 'Q3', '-50.00', '2015-12-01'),
      to('A', 'Q3', '30.00', '2016-01-01'),
    ];
    expect(told(dues([10, 30, -10], rows))).toEqual(['-50, 50 of A', '0', '10']);
  });

  it('is asked of those who were paid for the periods before, where another fall took what its own was paid, and last of those after', () => {
    // The 50.00 that came back for Q3 were those of Q2.
    const rows = [
      to('A', 'Q1', '60.00', '2015-07-01'),
      to('A', 'Q2', '50.00', '2015-08-01'),
      to('A', 'Q3', '-50.00', '2015-09-01'),
      to('B', 'Q4', '40.00', '2015-10-01'),
    ];
    expect(told(dues([60, 0, -50, 40], rows))).toEqual(['0', '-50, 50 of A', '0', '0']);
  });

  it('was taken of the periods before first, be another payment later, and only last of those after', () => {
    // The 50.00 that came back for Q2 were of Q1: what was paid for Q3 is all still there to be asked for.
    const before = [
      to('A', 'Q1', '60.00', '2015-07-01'),
      to('A', 'Q3', '40.00', '2015-08-01'),
      to('A', 'Q2', '-50.00', '2015-09-01'),
    ];
    expect(told(dues([70, -50, 0], before))).toEqual(['10', '0', '-40, 40 of A']);
    // A had money for Q3 alone: 10.00 of it are left.
    const after = [
      to('B', 'Q1', '60.00', '2015-07-01'),
      to('A', 'Q3', '60.00', '2015-08-01'),
      to('A', 'Q2', '-50.00', '2015-09-01'),
    ];
    expect(told(dues([60, -50, 0], after))).toEqual(['0', '0', '-60, 10 of A, 50 of B']);
  });

  it('that was taken is not asked for again with the period that it was taken from', () => {
    const rows = [to('A', 'Q1', '60.00', '2015-07-01'), to('A', 'Q2', '-50.00', '2015-10-01')];
    expect(told(dues([0, 0], rows))).toEqual(['-10 set off -50 with Q2, 10 of A', '0 set off 50 with Q1']);
  });
});

it('nobody is asked for what nobody had', () => {
  const fault = '10000 pence are asked for that nobody had';
  const lines = [{ entitlement: pence(0), alreadyPaid: pence(10000) }];
  expect(() => duesAfterSetOff(lines, new MoneyHeld([], periodOf))).toThrow(fault);
  expect(() => new MoneyHeld([], periodOf).ask(0, 3, pence(10000))).toThrow(fault);
});

it('of a component that goes below nothing by itself is paid or waits what it comes to in all, and never both', () => {
  const worth = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(worth, (pounds) => {
      const lines = pounds.map((each) => ({ entitlement: pence(each * 100), alreadyPaid: pence(0) }));
      const all = duesAfterSetOff(lines, new MoneyHeld([], periodOf), true);
      const inAll = pence(pounds.reduce((sum, each) => sum + each * 100, 0));
      const [due, waits] = [sumPence(all.map((line) => line.due)), sumPence(all.map((line) => line.waiting))];
      expect([due, waits]).toEqual(inAll > 0n ? [inAll, 0n] : [0n, -inAll]);
    }),
  );
});

describe('whatever was entitled, posted, and to whom', () => {
  // Entitlements of which no period to date is below nothing, as the conditions see to it.
  const entitled = fc.array(fc.integer({ min: -40, max: 60 }), { minLength: 4, maxLength: 4 }).map((amounts) => {
    let toDate = 0;
    return amounts.map((amount) => {
      const kept = Math.max(amount, -toDate);
      toDate += kept;
      return kept;
    });
  });
  const oneRun = fc.record({
    entitled,
    periods: fc.integer({ min: 1, max: 4 }),
    payee: fc.constantFrom('A', 'B', 'C'),
    // How much of what comes back is taken: the rest is waived, or waits.
    taken: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }),
  });

  it('everything is paid, set off or asked for, and nobody for more than they had', () => {
    let [setOff, asked, several] = [0, 0, 0];
    fc.assert(
      fc.property(fc.array(oneRun, { minLength: 1, maxLength: 6 }), (runs) => {
        const rows: PaidRow[] = [];
        // A run for an earlier period leaves alone what later ones gave back.
        const inOrder = [...runs].sort((a, b) => a.periods - b.periods);
        for (const [serial, { entitled: amounts, periods, payee, taken }] of inOrder.entries()) {
          const upTo = amounts.slice(0, periods);
          const before = [...rows];
          const all = dues(upTo, before);
          const on = addDays(day('2015-07-01'), serial);
          all.forEach((line, q) => {
            const paidFor = sumPence(before.filter(({ period }) => periodOf(period) === q).map(({ amount }) => amount));
            expect(line.due + line.setOff).toBe(BigInt(upTo[q] ?? 0) * 100n - paidFor);
            const askedFor = sumPence(line.asked.map(({ amount }) => amount));
            expect(askedFor).toBe(line.due < 0n ? -line.due : 0n);
            const row = { component: 'c', period: quarters[q]?.id ?? '', paidOn: on, reference: null };
            const place = { posting: serial + 1, line: rows.length + 2 };
            if (line.due > 0n) rows.push({ ...row, ...place, payeeCode: payee, amount: line.due });
            for (const [at, each] of line.asked.entries()) {
              const part = pence((-each.amount * BigInt(taken[at] ?? 0)) / 2n);
              if (part !== 0n) rows.push({ ...row, ...place, payeeCode: each.payeeCode, amount: part });
            }
            if (line.setOff > 0n) setOff += 1;
            asked += line.asked.length;
            if (new Set(line.asked.map(({ payeeCode }) => payeeCode)).size > 1) several += 1;
          });
          expect(sumPence(all.map((line) => line.setOff))).toBe(0n);
          for (const upTo of [0, 1, 2, 3]) {
            const own = rows.filter(({ period }) => periodOf(period) <= upTo);
            expect(sumPence(own.map(({ amount }) => amount)) >= 0n).toBe(true);
          }
          for (const who of ['A', 'B', 'C']) {
            const after = sumPence(rows.filter(({ payeeCode }) => payeeCode === who).map(({ amount }) => amount));
            expect(after >= 0n).toBe(true);
            const had = sumPence(before.filter(({ payeeCode }) => payeeCode === who).map(({ amount }) => amount));
            const from = all.flatMap((line) => line.asked).filter(({ payeeCode }) => payeeCode === who);
            expect(sumPence(from.map(({ amount }) => amount)) <= had).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(setOff, asked, several)).toBeGreaterThan(100);
  });
});
