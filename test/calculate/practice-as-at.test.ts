import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../src/calculate/identity/account-facts.ts';
import { practiceAsAt, rowsLaterThan } from '../../src/calculate/practice-as-at.ts';
import { toNobody } from '../../src/calculate/quantity/evaluated.ts';
import { day } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import { decided, facts, measured, paid, received } from '../make/facts.ts';
import { scheme } from '../make/scheme.ts';

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
/** Rows of three days in each file; measures only of the last two, payees only of the first two, and a posting of a day after all. */
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

it.each([
  ['2015-07-31', [2, 2, 2, 2, 2, 1]],
  ['2015-08-01', [1, 1, 1, 1, 1, 0]],
  ['2015-08-02', [0, 0, 0, 0, 0, 0]],
])(
  'counts the rows of each file that are dated after %s, and none of that day; a posting is known whatever its day',
  (asAt, [evidence, measures, decisions, plans, paidOut, payees]) => {
    expect([...rowsLaterThan(known, day(asAt))]).toEqual([
      ['evidence.csv', evidence],
      ['measures.csv', measures],
      ['decisions.csv', decisions],
      ['plans.csv', plans],
      ['paid.csv', paidOut],
      ['payees.csv', payees],
    ]);
  },
);

describe('a practice as at a day', () => {
  const knownAt = (asAt: string, of: AccountFacts = known, index = 0) => {
    const practice = practiceAsAt(scheme([]), of, index, day(asAt), toNobody);
    const { evidence, measures, decisions, plans, paid: paidOut, payees } = practice;
    return { practice, rows: [evidence, measures, decisions, plans, paidOut, payees].map(({ length }) => length) };
  };

  it.each([
    ['2015-07-31', [1, 0, 1, 1, 2, 1]],
    ['2015-08-01', [2, 1, 2, 2, 3, 2]],
    ['2015-08-02', [3, 2, 3, 3, 4, 2]],
  ])('has the rows of %s and before, of a later day none but a posting', (asAt, rows) => {
    expect(knownAt(asAt).rows).toEqual(rows);
  });

  it('has no rows where no file names it', () => {
    const { plans: _, ...others } = facts([{ patients: 1 }]);
    const none = new Map<string, never[]>();
    const unnamed = { ...others, evidence: none, measures: none, decisions: none, paid: none, payees: none };
    const { practice, rows } = knownAt('2015-08-01', unnamed);
    expect(rows).toEqual([0, 0, 0, 0, 0, 0]);
    expect([practice.otherLists, practice.firstLists]).toEqual([[], []]);
  });

  it('is one of those that there are', () => {
    expect(() => knownAt('2015-08-01', known, 1)).toThrow('practice 1 has no place');
  });
});
