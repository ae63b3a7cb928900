import { expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import type { MeasureRow } from '../../../src/domain/facts.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import { claim, facts, measured, run, tell } from '../../make/facts.ts';
import { component, quarters, scheme } from '../../make/scheme.ts';

it('is rounded to date, so that the periods add up to what all events come to', () => {
  const visits = { kind: 'per-event', pounds: ratio(12005, 1000), event: 'visit', atMost: null, clause: '1' } as const;
  const claims = ['2015-05-01', '2015-08-01', '2015-11-01'].map((on) => claim('visit', on, on));
  const [account] = run(scheme([component('visits', visits)]), facts([{ patients: 1 }]), 'Q4', '2016-12-31', claims);
  const told = account?.lines[0]?.positions.map(({ scheduled, steps }) => {
    const events = steps.find(({ step }) => step === 'events');
    return [scheduled, events?.formula, events?.value];
  });
  // 12.005 → 12.01, 24.01 → 24.01, 36.015 → 36.02.
  expect(told).toEqual([
    [1201n, '1 × visit × £12.005: £12.005 to date → £12.01', '12.005'],
    [1200n, '1 × visit × £12.005: £24.01 to date, less £12.01', '24.01'],
    [1201n, '1 × visit × £12.005: £36.015 to date → £36.02, less £24.01', '36.015'],
    [0n, '0 × visit × £12.005', '0'],
  ]);
});

it('is priced by the day of the event, and tells of a day without a price', () => {
  const prices = [
    { pounds: ratio(10), until: day('2015-04-30') },
    { pounds: ratio(25, 2), from: day('2015-05-01'), until: day('2015-05-31') },
  ];
  const visits = { kind: 'per-event', pounds: prices, event: 'visit', atMost: null, clause: '1' } as const;
  const days = ['2015-04-29', '2015-04-30', '2015-05-01', '2015-05-31', '2015-06-01'];
  const claims = days.map((on, index) => claim('visit', on, on, { line: index + 2 }));
  const [account] = run(scheme([component('visits', visits)]), facts([{ patients: 1 }]), 'Q2', '2016-12-31', claims);
  expect(account?.lines[0]?.steps).toEqual([]);
  const told = account?.lines[0]?.positions.map(({ scheduled, unpaid, steps }) => ({
    scheduled,
    says: steps.find(({ step }) => step === 'events')?.formula,
    unpaid: unpaid.map(({ status, amount, reason }) => [status, amount, reason]),
  }));
  expect(told).toEqual([
    {
      scheduled: 45_00n,
      says: '2 × visit × £10.00 + 2 × visit × £12.50',
      unpaid: [['capped', 0n, '1 × visit on a day for which the scheme has no price']],
    },
    { scheduled: 0n, says: '0 × visit', unpaid: [] },
  ]);
});

it('waits while the figure that limits it is missing, with all that it has, and so does what stands or falls with it', () => {
  const atMost: Quantity = { kind: 'measure', measure: 'places', part: 'numerator', at: 'latest' };
  const prices = [{ pounds: ratio(10), until: day('2015-04-30') }];
  const measures = [{ id: 'places', title: 'places', numerator: 'place', clause: 'm' }];
  const fixed = component('fixed', { kind: 'fixed', pounds: ratio(400), clause: '1' });
  const allOrNothing = [{ components: ['visits', 'fixed'], clause: 'all' }];
  const told = (pounds: typeof prices | Ratio, rows: readonly MeasureRow[]) => {
    const visits = { kind: 'per-event', pounds, event: 'visit', atMost, clause: '1' } as const;
    const paying = scheme([component('visits', visits), fixed], { allOrNothing, measures });
    const claims = ['2015-04-01', '2015-04-02', '2015-05-02'].map((on) => claim('visit', on, on));
    const [account] = run(paying, facts([{ patients: 1, measures: rows }]), 'Q1', '2016-12-31', claims);
    return ['visits', 'fixed'].flatMap((id) => tell(account, id));
  };
  const waits = ['Q1 withheld 0.00 [withheld 0.00]', 'Q1 withheld 0.00 [withheld 100.00]'];
  expect(told(ratio(10), [])).toEqual(waits);
  expect(told(prices, [])).toEqual(waits);
  const two = [measured('places', '2015-06-30', '2', '1')];
  const paid = 'Q1 released 100.00 payment 100.00';
  expect(told(ratio(10), two)).toEqual(['Q1 released 20.00 payment 20.00 [capped 10.00]', paid]);
});

it('is as nothing where no claims were read, at whatever prices and with whatever limits', () => {
  for (const pounds of [ratio(10), [{ pounds: ratio(10) }]]) {
    const visits = { kind: 'per-event', pounds, event: 'visit', atMost: 3, clause: '1' } as const;
    const about = { period: at(quarters, 0), asAt: day('2015-07-15'), claims: null };
    const { value } = calculate(scheme([component('visits', visits)]), facts([{ patients: 1 }]), about);
    expect(tell([...(value?.accounts() ?? [])][0], 'visits')).toEqual(['Q1 released 0.00']);
  }
});

it('tells of claims over their ceilings as such, and of events over their limits', () => {
  const cover: Quantity = { kind: 'claimed', event: 'cover', ceilings: [{ per: ['week'], pounds: ratio(150) }] };
  const visits: Quantity = { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'visit', atMost: 1 } };
  const claims = ['2015-04-01', '2015-04-02'].flatMap((on) => [
    claim('cover', on, on, { amount: pence(100_00) }),
    claim('visit', on, on),
  ]);
  const told = (of: Quantity) => {
    const value = { kind: 'quantity', of, clause: '1' } as const;
    const [account] = run(
      scheme([component('c', value, { schedule: null })]),
      facts([{ patients: 1 }]),
      'Q1',
      '2015-12-31',
      claims,
    );
    return [...tell(account, 'c'), account?.lines[0]?.positions[0]?.unpaid[0]?.reason];
  };
  const ofClaims = 'claims over their limits or ceilings';
  expect(told(cover)).toEqual(['Q1 released 150.00 payment 150.00 [capped 50.00]', ofClaims]);
  expect(told(visits)).toEqual(['Q1 released 10.00 payment 10.00 [capped 10.00]', 'events over the cap']);
  expect(told({ kind: 'sum', of: [visits, cover] })).toEqual([
    'Q1 released 160.00 payment 160.00 [capped 60.00]',
    ofClaims,
  ]);
});

it('says all the limits that an event may have been over', () => {
  const visits = { kind: 'per-event', pounds: ratio(10), event: 'visit', clause: '1' } as const;
  const unpaid = (limits: object) => {
    const claims = [1, 2, 3].map((n) => ({
      ...claim('visit', `2015-05-0${n}`, '2015-05-09'),
      person: n === 3 ? 'B' : 'A',
    }));
    const limited = { ...visits, atMost: null, ...limits };
    const [account] = run(scheme([component('visits', limited)]), facts([{ patients: 1 }]), 'Q4', '2016-12-31', claims);
    return account?.lines[0]?.positions[0]?.unpaid.map(({ reason }) => reason);
  };
  expect(unpaid({ atMost: 2 })).toEqual(['1 × visit over the cap of 2']);
  expect(unpaid({ atMost: 2, atMostPerPerson: 1 })).toEqual(['1 × visit over the cap of 2 and 1 a person']);
  expect(unpaid({ atMostPerPerson: 1, personOver: 'all' })).toEqual([
    '1 × visit over the cap of 1 a person and each person for one alone',
  ]);
});

it('is paid in its own period from the day of joining on, whichever block says so, also where nothing else of that period is owed', () => {
  const byEvent = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: null, clause: '1' } as const;
  const events = { kind: 'events', event: 'meeting' } as const;
  const byRate = { kind: 'quantity', of: { kind: 'rate', pounds: ratio(10), for: events }, clause: '1' } as const;
  const joining = { prorate: 'none', list: 'first-after', clause: '2' } as const;
  const of = scheme([component('visits', byEvent), component('meetings', byRate, { schedule: null })], { joining });
  const joiner = facts([{ patients: 1, practice: { joinedOn: day('2015-05-01') } }]);
  const claims = [claim('visit', '2015-05-01', '2015-05-01'), claim('meeting', '2015-05-02', '2015-05-02')];
  const [account] = run(of, joiner, 'Q2', '2015-12-31', claims);
  const amounts = account?.lines.map(({ positions }) => positions.map(({ scheduled }) => scheduled));
  expect(amounts).toEqual([
    [1000n, 0n],
    [1000n, 0n],
  ]);
});
