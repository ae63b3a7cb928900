import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { OfAllQuantity, Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, run, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

const average: Value = {
  kind: 'quantity',
  of: { kind: 'of-all', how: 'average', of: { kind: 'rate', pounds: ratio(1), for: { kind: 'patients' } } },
  clause: '1',
};
const leaving = { notice: null, prorate: 'none' as const, clause: 'leaving' };
const given = facts([{ patients: 100 }, { patients: 500, practice: { leftOn: day('2015-05-01') } }]);

it('is over those of each period where the value is worked out anew in each, and else over those of the first', () => {
  const anew = component('c', average, { schedule: { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true } });
  const told = (of: typeof anew) => tell(run(scheme([of], { leaving }), given, 'Q2', '2015-10-01')[0], 'c');
  // 300 is the average of 100 and 500; the second has left when Q2 begins.
  expect(told(anew)).toEqual(['Q1 released 300.00 payment 300.00', 'Q2 released 100.00 payment 100.00']);
  const cap = {
    kind: 'cap',
    id: 'cap',
    title: 'Cap',
    pounds: { kind: 'pounds', pounds: ratio(250) },
    clause: '2',
  } as const;
  expect(told({ ...anew, adjustments: [cap] })).toEqual([
    'Q1 released 250.00 payment 250.00',
    'Q2 released 100.00 payment 100.00',
  ]);
  expect(told(component('c', average))).toEqual(['Q1 released 75.00 payment 75.00', 'Q2 released 75.00 payment 75.00']);
});

it('a place goes by those of each period too, where the value is worked out anew in each', () => {
  // £30 for each place from the shortest list: the second of two, and the only one once the other has left.
  const rank: Quantity = { kind: 'rank', from: 'lowest', of: { kind: 'patients' } };
  const placed: Value = { kind: 'quantity', of: { kind: 'rate', pounds: ratio(30), for: rank }, clause: '1' };
  const schedule = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
  const known = facts([{ patients: 500 }, { patients: 100, practice: { leftOn: day('2015-05-01') } }]);
  const paying = scheme([component('c', placed, { schedule })], { leaving });
  expect(tell(run(paying, known, 'Q2', '2015-10-01')[0], 'c')).toEqual([
    'Q1 released 60.00 payment 60.00',
    'Q2 released 30.00 payment 30.00',
  ]);
});

describe('where nobody had joined by the first day', () => {
  const joining = { prorate: 'days', list: 'first-after', clause: 'joining' } as const;
  const late = facts([{ patients: 100, practice: { joinedOn: day('2015-04-02') } }]);
  const told = (how: OfAllQuantity['how']) => {
    const value: Value = {
      kind: 'quantity',
      of: { kind: 'of-all', how, of: { kind: 'rate', pounds: ratio(1), for: { kind: 'patients' } } },
      clause: '1',
    };
    const [account] = run(scheme([component('c', value)], { joining }), late, 'Q1', '2015-10-01');
    return [...tell(account, 'c'), account?.lines[0]?.positions[0]?.unpaid[0]?.reason];
  };

  it('an average waits, and says why', () => {
    for (const how of ['average', 'least', 'greatest'] as const)
      expect(told(how)).toEqual(['Q1 withheld 0.00 [withheld 0.00]', 'nobody takes part']);
  });

  it('a total is nothing', () => {
    expect(told('total')).toEqual(['Q1 released 0.00', undefined]);
  });
});
