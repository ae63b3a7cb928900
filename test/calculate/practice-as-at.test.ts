import { expect, it } from 'vitest';
import { rowsLaterThan } from '../../src/calculate/practice-as-at.ts';
import { day } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import { decided, facts, measured, paid, received } from '../make/facts.ts';

it('counts the rows of each file that are dated after a day, and none of that day; a posting is known whatever its day', () => {
  const days = ['2015-07-31', '2015-08-01', '2015-08-02'];
  const plan = {
    component: 'c',
    amount: pence(100),
    instalments: 3,
    firstOn: day('2015-10-15'),
    every: 'month',
    atMost: null,
    decidedBy: 'R. Patel',
    reason: 'as agreed',
    line: 2,
  } as const;
  const payee = { component: null, payeeCode: 'PCN-A', payeeName: null, reference: null, line: 2 };
  const known = facts([
    {
      patients: 1,
      evidence: days.map((on) => received('plan', on)),
      measures: days.slice(1).map((on) => measured('m', on, '1', '2')),
      decisions: days.map((on) => decided('waive-recovery', on)),
      plans: days.map((on) => ({ ...plan, decidedOn: day(on) })),
      paid: [...days.map((on) => paid('c', 'Q1', '1.00', on)), paid('c', 'Q1', '1.00', '2015-09-01', { posting: 1 })],
      payees: days.slice(0, 2).map((on) => ({ ...payee, agreedOn: day(on) })),
    },
  ]);
  expect([...rowsLaterThan(known, day('2015-07-31'))]).toEqual([
    ['evidence.csv', 2],
    ['measures.csv', 2],
    ['decisions.csv', 2],
    ['plans.csv', 2],
    ['paid.csv', 2],
    ['payees.csv', 1],
  ]);
});
