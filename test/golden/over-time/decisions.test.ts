import { describe, expect, it } from 'vitest';
import { emptyLedger, folderOfRun, post } from '../../cases/pay-run.ts';
import { rowsOf } from '../../make/runs.ts';
import { made, tried } from './made.ts';

// £40,592 in four quarters; Q1 and Q2, £10,148.00 each, were paid; the plan was not there on 30 September. So £20,296.00 is to
// come back, and waits for decisions. A decision covers the sum that it names and no other.

const paid = ['Z00001,plan,Q1,10148.00,2020-07-10', 'Z00001,plan,Q2,10148.00,2020-10-05'];
const asks = (decisions: readonly string[], more: readonly string[] = []) => ({
  practices: ['Z00001,Ash'],
  'list-sizes': ['Z00001,2020-04-01,1'],
  evidence: [],
  paid: [...paid, ...more],
  decisions,
});
const recover = (amount: string, period = '', on = '2020-10-10') =>
  `Z00001,plan,recover,${period},,${amount},${on},C. Lead,agreed by the board`;
const waive = (amount: string, period = '') =>
  `Z00001,plan,waive-recovery,${period},,${amount},2020-10-10,C. Lead,agreed by the board`;
const q2 = { scheme: 'decided', period: 'Q2', asAt: '2020-10-15', worth: '20296.00' };
const row = (period: string, amount: string, status: string, alreadyPaid = '10148.00') =>
  `Z00001,Z00001,plan,${period},0.00,${alreadyPaid},${amount},${status}`;

describe('a decision to recover', () => {
  it('of £72.00 takes £72.00, and the rest waits with the reason', async () => {
    const run = await made({ ...q2, rows: asks([recover('72.00')]) });
    // 10,148 − 72 = 10,076 of Q1 waits, and all of Q2: 20,224.00.
    expect(run.clawbacks).toEqual([
      row('Q1', '72.00', 'due'),
      row('Q1', '10076.00', 'proposed'),
      row('Q2', '10148.00', 'proposed'),
    ]);
    expect(run.payments).toEqual([]);
    const reasons = rowsOf(folderOfRun(run), 'clawbacks.csv').map(({ reason = '' }) => reason);
    expect(reasons.some((reason) => /£72\.00.*£72\.00.*£20,224\.00/.test(reason))).toBe(true);
  });

  it('adds up with others of one day', async () => {
    const run = await made({ ...q2, rows: asks([recover('50.00'), recover('22.00')]) });
    expect(run.clawbacks[0]).toBe(row('Q1', '72.00', 'due'));
    expect(run.clawbacks.length).toBe(3);
  });

  it('is used up by what was posted since', async () => {
    const ledger = emptyLedger();
    const first = await made({ ...q2, ledger, rows: asks([recover('72.00')]) });
    await post(first, ledger, '-72.00');
    const second = await made({ ...q2, asAt: '2020-10-20', ledger, rows: asks([recover('72.00')]) });
    expect(second.clawbacks).toEqual([
      row('Q1', '10076.00', 'proposed', '10076.00'),
      row('Q2', '10148.00', 'proposed'),
    ]);
  });

  it('is used up by money given back outside since its day, and by none given back before', async () => {
    const since = await made({ ...q2, rows: asks([recover('72.00')], ['Z00001,plan,Q1,-72.00,2020-10-12']) });
    expect(since.clawbacks).toEqual([row('Q1', '10076.00', 'proposed', '10076.00'), row('Q2', '10148.00', 'proposed')]);
    const before = await made({ ...q2, rows: asks([recover('72.00')], ['Z00001,plan,Q1,-72.00,2020-10-09']) });
    expect(before.clawbacks).toEqual([
      row('Q1', '72.00', 'due', '10076.00'),
      row('Q1', '10004.00', 'proposed', '10076.00'),
      row('Q2', '10148.00', 'proposed'),
    ]);
    // On the very day of the decision it uses it up.
    const onTheDay = await made({ ...q2, rows: asks([recover('72.00')], ['Z00001,plan,Q1,-72.00,2020-10-10']) });
    expect(onTheDay.clawbacks[0]).toBe(row('Q1', '10076.00', 'proposed', '10076.00'));
  });

  it('for a period is used there, and the general one where it is not enough', async () => {
    // 100 for the component goes to Q1, 50 for Q2 to Q2.
    const both = await made({ ...q2, rows: asks([recover('100.00'), recover('50.00', 'Q2')]) });
    expect(both.clawbacks).toEqual([
      row('Q1', '100.00', 'due'),
      row('Q1', '10048.00', 'proposed'),
      row('Q2', '50.00', 'due'),
      row('Q2', '10098.00', 'proposed'),
    ]);
    // 10,000 for Q1 and 200 for the component: Q1 takes its 10,000 and 148 of the 200; 52 are left for Q2.
    const more = await made({ ...q2, rows: asks([recover('200.00'), recover('10000.00', 'Q1')]) });
    expect(more.clawbacks).toEqual([
      row('Q1', '10148.00', 'due'),
      row('Q2', '52.00', 'due'),
      row('Q2', '10096.00', 'proposed'),
    ]);
  });

  it('names a sum above nothing', async () => {
    for (const amount of ['', '0.00', '-5.00']) {
      const { exit, findings } = await tried({ ...q2, rows: asks([recover(amount), recover('1.00', 'Q2')]) });
      const told = findings.filter(
        ({ severity, file, line }) => severity === 'error' && `${file}`.endsWith('decisions.csv') && line === 2,
      );
      expect([exit, told.length]).toEqual([1, 1]);
    }
  });
});

describe('a waiver', () => {
  it('goes first, for its period; one line stands once for each status', async () => {
    const first = await made({ ...q2, rows: asks([waive('1000.00'), recover('72.00')]) });
    // 1,000 of Q1 is waived, 72 of it taken, 9,076 of it waits.
    expect(first.clawbacks).toEqual([
      row('Q1', '72.00', 'due'),
      row('Q1', '9076.00', 'proposed'),
      row('Q1', '1000.00', 'waived'),
      row('Q2', '10148.00', 'proposed'),
    ]);
    const second = await made({ ...q2, rows: asks([waive('1000.00', 'Q2'), recover('72.00')]) });
    expect(second.clawbacks).toEqual([
      row('Q1', '72.00', 'due'),
      row('Q1', '10076.00', 'proposed'),
      row('Q2', '9148.00', 'proposed'),
      row('Q2', '1000.00', 'waived'),
    ]);
  });

  it('is not used up: the money stays with the practice in every later run', async () => {
    const ledger = emptyLedger();
    const rows = asks([waive('1000.00'), recover('72.00')]);
    const first = await made({ ...q2, ledger, rows });
    await post(first, ledger, '-72.00');
    const second = await made({ ...q2, asAt: '2020-10-20', ledger, rows });
    expect(second.clawbacks).toEqual([
      row('Q1', '9076.00', 'proposed', '10076.00'),
      row('Q1', '1000.00', 'waived', '10076.00'),
      row('Q2', '10148.00', 'proposed'),
    ]);
  });

  it('goes before what is deferred, and a decision to recover does not lift that', async () => {
    const deferred = { ...q2, scheme: 'decided-and-deferred' };
    const early = await made({ ...deferred, rows: asks([waive('148.00'), recover('72.00')]) });
    expect(early.clawbacks).toEqual([
      row('Q1', '10000.00', 'deferred'),
      row('Q1', '148.00', 'waived'),
      row('Q2', '10148.00', 'deferred'),
    ]);
    // In Q4 recoveries are taken: 148 waived, 72 taken, 9,928 of Q1 and all of Q2 wait.
    const q4 = { ...deferred, period: 'Q4', asAt: '2021-04-15', worth: '40592.00' };
    const late = await made({ ...q4, rows: asks([waive('148.00'), recover('72.00')]) });
    expect(late.clawbacks).toEqual([
      row('Q1', '72.00', 'due'),
      row('Q1', '9928.00', 'proposed'),
      row('Q1', '148.00', 'waived'),
      row('Q2', '10148.00', 'proposed'),
    ]);
  });
});
