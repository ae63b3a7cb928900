import { describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { summaryDifferences } from '../../../src/record/verify/summary.ts';
import { manifest } from '../sample.ts';

// 100.00 is worth earning, 10.00 of it withheld: 90.00. 20.00 was paid before: 75.00 is paid, 3.00 carried, and of 8.00 that comes back
// 5.00 is due, 2.00 deferred and 1.00 waived.

const controls = {
  ...manifest.controls,
  entitlement: pence(9000),
  alreadyPaid: pence(2000),
  payments: pence(7500),
  clawbacks: { due: pence(500), deferred: pence(200), proposed: pence(0), waived: pence(100) },
  net: pence(7000),
};
const tally = (amount: string) => ({ rows: 1, amount });
const clawbacks = { due: tally('5.00'), deferred: tally('2.00'), proposed: tally('0.00'), waived: tally('1.00') };
const sums = { entitlement: '90.00', already_paid: '20.00', payments: tally('75.00'), clawbacks, net: '70.00' };
const none = { due: tally('0.00'), deferred: tally('0.00'), proposed: tally('0.00'), waived: tally('0.00') };
const part = (share: 'all' | 'none') =>
  share === 'all'
    ? sums
    : { entitlement: '0.00', already_paid: '0.00', payments: tally('0.00'), clawbacks: none, net: '0.00' };
const summary = {
  totals: {
    ...sums,
    worth: '100.00',
    withheld: tally('10.00'),
    forfeited: '0.00',
    below_nothing: '0.00',
    proportion: '0.00',
    carried: tally('3.00'),
    set_off: tally('0.00'),
  },
  by_component: [part('all'), part('none')],
  by_locality: [part('none'), part('all')],
  by_payee: [{ payments: tally('75.00'), clawbacks, net: '70.00' }],
};

const told = (of: object) =>
  summaryDifferences({ ...manifest, controls }, JSON.stringify(of)).map(({ file, says }) => `${file} ${says}`);

describe('a summary', () => {
  it('says nothing where it holds to the control totals and foots', () => {
    expect(told(summary)).toEqual([]);
  });

  it('that is none is told', () => {
    for (const of of [[], {}, { totals: 'none' }]) expect(told(of)).toEqual(['summary.json is not a summary']);
    expect(summaryDifferences({ ...manifest, controls }, '{').map(({ says }) => says)).toEqual(['is not a summary']);
  });

  it.each([
    ['entitlement', { entitlement: '90.01' }, '90.01', '90.00'],
    ['already_paid', { already_paid: '19.99' }, '19.99', '20.00'],
    ['payments', { payments: tally('75.01') }, '75.01', '75.00'],
    ['clawbacks due', { clawbacks: { ...clawbacks, due: tally('4.99') } }, '4.99', '5.00'],
    ['clawbacks waived', { clawbacks: { ...clawbacks, waived: tally('1.01') } }, '1.01', '1.00'],
    ['net', { net: '-70.00' }, '-70.00', '70.00'],
  ])('with another %s by component or by locality is told', (what, other, written, expected) => {
    const parts = [part('none'), { ...sums, ...other }];
    const says = (where: string) =>
      `summary.json has ${what} of ${written} in ${where}; expected the control total ${expected}`;
    expect(told({ ...summary, by_component: parts })).toEqual([says('by_component')]);
    expect(told({ ...summary, by_locality: parts })).toEqual([says('by_locality')]);
  });

  it('by payee is held to what is paid and comes back, and not to what is earned', () => {
    const [payee] = summary.by_payee;
    expect(told({ ...summary, by_payee: [{ ...payee, entitlement: '1.00' }] })).toEqual([]);
    expect(told({ ...summary, by_payee: [] })).toEqual([
      'summary.json has payments of 0.00 in by_payee; expected the control total 75.00',
      'summary.json has clawbacks due of 0.00 in by_payee; expected the control total 5.00',
      'summary.json has clawbacks deferred of 0.00 in by_payee; expected the control total 2.00',
      'summary.json has clawbacks waived of 0.00 in by_payee; expected the control total 1.00',
      'summary.json has net of 0.00 in by_payee; expected the control total 70.00',
    ]);
  });

  it('of which the totals do not foot is told which way', () => {
    const totals = (more: object) => told({ ...summary, totals: { ...summary.totals, ...more } });
    const entitlement = (one: string) =>
      `summary.json has totals of which the entitlement comes to ${one} one way, and to 90.00 the other`;
    expect(totals({ worth: '100.01' })).toEqual([entitlement('90.01')]);
    for (const kept of ['withheld', 'forfeited', 'below_nothing', 'proportion'])
      expect(totals({ withheld: tally('0.00'), [kept]: tally('9.00') })).toEqual([entitlement('91.00')]);
    const settled = (other: string) =>
      `summary.json has totals of which what is settled comes to 70.00 one way, and to ${other} the other`;
    expect(totals({ carried: tally('3.01') })).toEqual([settled('70.01')]);
    expect(totals({ set_off: tally('-0.01') })).toEqual([settled('69.99')]);
  });

  it('of which a sum cannot be read is told where, be it of nothing', () => {
    const unread = (what: string, where: string) =>
      `summary.json has no amount that can be read for ${what} in ${where}`;
    const totals = (more: object) => told({ ...summary, totals: { ...summary.totals, ...more } });
    for (const forfeited of ['none', '', 0, null, undefined, '0.001', tally('0,00'), [tally('0.00')]])
      expect(totals({ forfeited })).toEqual([unread('forfeited', 'totals')]);
    expect(totals({ clawbacks: { ...clawbacks, proposed: tally('£0.00') } })).toEqual([
      unread('clawbacks proposed', 'totals'),
    ]);
    const [first] = summary.by_payee;
    const broken = { ...first, payments: 'none', clawbacks: { ...clawbacks, waived: '' } };
    expect(told({ ...summary, by_payee: [first, broken] })).toEqual([
      unread('payments', 'by_payee[1]'),
      unread('clawbacks waived', 'by_payee[1]'),
    ]);
    expect(told({ ...summary, by_locality: [sums, { ...part('none'), net: 'nothing' }] })).toEqual([
      unread('net', 'by_locality[1]'),
    ]);
    expect(told({ ...summary, by_component: [sums, 'none'] })).toHaveLength(8);
    expect(told({ ...summary, by_locality: 'none' })).toEqual(['summary.json has no list by_locality']);
  });
});
