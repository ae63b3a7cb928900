import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { claimCellsOf } from '../../../src/domain/scheme/claim-cells.ts';
import { claimsBlocks, isTallied } from '../../../src/domain/scheme/claims-blocks.ts';
import { countingComponents, paidEvents } from '../../../src/domain/scheme/paid-events.ts';
import type { ClaimedQuantity, EventsQuantity, Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { PerEvent, Value } from '../../../src/domain/scheme/scheme.ts';
import { component, quarters, scheme } from '../../make/scheme.ts';

const clause = 'c';
const rate = (of: Quantity): Quantity => ({ kind: 'rate', pounds: ratio(1), for: of });
const worth = (of: Quantity): Value => ({ kind: 'quantity', of, clause });
const events = (event: string, given: Partial<EventsQuantity> = {}): EventsQuantity => {
  return { kind: 'events', event, ...given };
};
const claimed = (event: string, ...per: readonly ClaimedQuantity['ceilings'][number]['per'][]): ClaimedQuantity => {
  return { kind: 'claimed', event, ceilings: per.map((each) => ({ per: each, pounds: ratio(50) })) };
};
const perEvent = (event: string, given: Partial<PerEvent> = {}): PerEvent => {
  return { kind: 'per-event', event, pounds: ratio(5), atMost: null, clause, ...given };
};
const of = (...values: readonly Value[]) => scheme(values.map((value, at) => component(`c${at}`, value)));

describe('what a claim says beside its event and its days', () => {
  const cells = (...values: readonly Value[]) => {
    const { person, amount } = claimCellsOf(of(...values));
    return { person: [...person], amount: [...amount] };
  };

  it.each<[string, Value, object]>([
    ['neither, of an event with a price', perEvent('visit'), { person: [], amount: [] }],
    [
      'for whom, where so many count for one',
      perEvent('visit', { atMostPerPerson: 2 }),
      { person: ['visit'], amount: [] },
    ],
    [
      'for whom, where one member alone is paid',
      perEvent('visit', { personOver: 'all' }),
      { person: ['visit'], amount: [] },
    ],
    [
      'for whom, in a quantity',
      worth(rate(events('visit', { atMostPerPerson: 1 }))),
      { person: ['visit'], amount: [] },
    ],
    ['what it cost', worth(claimed('fare')), { person: [], amount: ['fare'] }],
    ['what it cost, under a ceiling a claim', worth(claimed('fare', ['claim'])), { person: [], amount: ['fare'] }],
    [
      'what it cost and for whom, under a ceiling a person',
      worth(claimed('fare', ['claim'], ['day', 'person'])),
      { person: ['fare'], amount: ['fare'] },
    ],
  ])('is %s', (_, value, expected) => {
    expect(cells(perEvent('other'), value)).toEqual(expected);
  });
});

describe('the blocks of a scheme that go by claims', () => {
  it('are found wherever they stand, each once', () => {
    const [paid, limit, tested, cap] = [perEvent('a'), events('b'), events('c', { at: 'each-period' }), events('d')];
    const made = scheme([
      component(
        'priced',
        { ...paid, atMost: limit },
        {
          conditions: quarters.map(() => ({
            needs: [],
            keeps: [],
            tests: [{ title: 'Enough', is: tested, atLeast: { kind: 'number', number: ratio(1) }, clause }],
          })),
        },
      ),
      component(
        'capped',
        { kind: 'fixed', pounds: ratio(1), clause },
        {
          adjustments: [{ id: 'cap', title: 'Cap', kind: 'cap', pounds: rate(cap), clause }],
        },
      ),
    ]);
    expect(claimsBlocks(made).map(({ event }) => event)).toEqual(['a', 'b', 'c', 'd']);
    expect(claimsBlocks(made).slice(1)).toEqual([limit, tested, cap]);
  });

  it.each([
    ['an event at one price', perEvent('visit'), false],
    ['an event at prices by its day', perEvent('visit', { pounds: [{ pounds: ratio(5) }] }), true],
    ['events', events('visit'), false],
    ['events from a day', events('visit', { from: day('2020-04-01') }), true],
    ['events until a day', events('visit', { until: day('2020-04-01') }), true],
    ['events of Sundays', events('visit', { on: ['sunday'] }), true],
    ['what was claimed', claimed('visit'), true],
  ] as const)('ask more of a claim than its kind and its period, or not: %s', (_, block, expected) => {
    expect(isTallied(block)).toBe(expected);
  });
});

describe('the events that a scheme pays for', () => {
  const limits = { atMostPerPeriod: 3, atMostPerPerson: 2, personOver: 'all' } as const;
  const made = of(
    perEvent('visit', { atMost: 26, ...limits }),
    worth({ kind: 'sum', of: [rate(events('review', { clause: 'own', atMost: 5 })), rate(events('audit'))] }),
    worth(rate(events('visit', { limitsOf: 'c0' }))),
    { kind: 'fixed', pounds: ratio(1), clause },
    { kind: 'envelope', pounds: { kind: 'pounds', pounds: ratio(9) }, of: rate(events('visit')), clause },
    {
      kind: 'envelope',
      pounds: { kind: 'pounds', pounds: ratio(9) },
      of: rate(events('scan')),
      scales: 'all-to-date',
      clause,
    },
    { kind: 'share', of: perEvent('flu', { clause: 'flu' }), path: [], clause: 'share' },
  );

  it('are told with their limits by the block that owns these', () => {
    const told = paidEvents(made).map(({ component: { id }, ...paid }) => ({ id, ...paid }));
    expect(told).toEqual([
      { id: 'c0', event: 'visit', atMost: 26, ...limits, clause },
      { id: 'c1', event: 'review', atMost: 5, clause: 'own' },
      { id: 'c1', event: 'audit', clause },
      { id: 'c5', event: 'scan', clause },
      { id: 'c6', event: 'flu', clause: 'flu' },
    ]);
  });

  it('are each counted by the components that pay for them', () => {
    expect([...countingComponents(made)]).toEqual([
      ['visit', ['c0', 'c2']],
      ['review', ['c1']],
      ['audit', ['c1']],
      ['scan', ['c5']],
      ['flu', ['c6']],
    ]);
  });

  it('are counted once by a component that counts them twice', () => {
    const twice = of(worth({ kind: 'sum', of: [rate(events('visit')), rate(events('visit', { on: ['sunday'] }))] }));
    expect([...countingComponents(twice)]).toEqual([['visit', ['c0']]]);
  });
});
