import { describe, expect, it } from 'vitest';
import {
  accountHolds,
  componentsAddUp,
  nobodyIsAskedForMoreThanWasPaid,
  periodsAddUp,
  poolHolds,
} from '../../src/calculate/invariants.ts';
import type { Seat } from '../../src/calculate/shared/pot.ts';
import type { ComponentAccount, Position, PracticeAccount } from '../../src/domain/account.ts';
import { pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { facts, paid, run } from '../make/facts.ts';
import { component, scheme } from '../make/scheme.ts';

// Each figure is changed by a penny where it stands: the program must not go on with it.

const of = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' })]);
const [account] = run(of, facts([{ patients: 1, paid: [paid('c', 'Q1', '130.00')] }]), 'Q2', '2015-10-01');

/** What may come to less than nothing by itself. */
const mayFallBelow = component('below', {
  kind: 'quantity',
  of: {
    kind: 'difference',
    from: { kind: 'pounds', pounds: ratio(1) },
    less: { kind: 'pounds', pounds: ratio(2) },
    below: 'zero',
  },
  clause: '1',
});

function changed(q: number, change: Partial<Position>): PracticeAccount {
  const [line] = account?.lines ?? [];
  if (!account || !line) throw new Error('a run without its component');
  const positions = line.positions.map((position, at) => (at === q ? { ...position, ...change } : position));
  return { ...account, lines: [{ ...line, positions }] };
}

describe('accountHolds', () => {
  it('lets an account pass that holds', () => {
    expect(() => accountHolds(changed(0, {}))).not.toThrow();
  });

  it.each<[string, Partial<Position>, string]>([
    ['a worth that is another', { scheduled: pence(10001) }, '100.01 less 0.00 is not 100.00'],
    [
      'a sum kept back that is none of the worth',
      { full: pence(10001), unpaid: [{ status: 'withheld', amount: pence(1), reason: '', clause: '' }] },
      '100.00 less 0.01 is not 100.00',
    ],
    ['more already paid', { alreadyPaid: pence(1) }, '99.99 is due, and settled with 100.00'],
    [
      'a smaller payment',
      { settlement: { kind: 'payment', amount: pence(9999) } },
      '100.00 is due, and settled with 99.99',
    ],
    ['no payment', { settlement: { kind: 'settled' } }, '100.00 is due, and settled with 0.00'],
    [
      'what is set off against nothing',
      { setOff: pence(1), settlement: { kind: 'carried', amount: pence(9999) } },
      'what is set off comes to 0.01',
    ],
    ['more in full than is paid or listed', { full: pence(10001) }, '100.01 is more than 100.00 and 0.00 not paid'],
    [
      'more in full, with what is listed beside it',
      { full: pence(10001), unpaid: [{ status: 'capped', amount: pence(1), reason: '', clause: '' }] },
      '100.01 is more than 100.00 and 0.00 not paid',
    ],
  ])('finds %s', (_, change, message) => {
    expect(() => accountHolds(changed(1, change))).toThrow(
      `the figures do not hold: Z00001${message.startsWith('what') ? ': ' : ' c Q2: '}${message}`,
    );
  });

  it('finds a clawback of which a part is missing', () => {
    const [first] = account?.lines[0]?.positions ?? [];
    const parts = first?.settlement.kind === 'clawback' ? first.settlement.parts : [];
    expect(parts.map(({ amount }) => amount)).toEqual([3000n]);
    const less = parts.map((part) => ({ ...part, amount: pence(2999) }));
    expect(() => accountHolds(changed(0, { settlement: { kind: 'clawback', parts: less, byPlan: pence(0) } }))).toThrow(
      'Z00001 c Q1: -30.00 is due, and settled with -29.99',
    );
  });

  it('finds an entitlement below nothing to date, unless the component may go there', () => {
    const below = { full: pence(-1), scheduled: pence(-1), entitlement: pence(-1), alreadyPaid: pence(0) };
    const asked = changed(0, { ...below, setOff: pence(-1), settlement: { kind: 'settled' } });
    expect(() => accountHolds(asked)).toThrow('the figures do not hold: Z00001 c Q1: -0.01 to date');
    const [line] = asked.lines;
    const [first, second] = line?.positions ?? [];
    if (!line || !first || !second) throw new Error('a run without its periods');
    const makesUp: Position = { ...second, setOff: pence(1), settlement: { kind: 'payment', amount: pence(9999) } };
    const lines = [{ ...line, component: mayFallBelow, positions: [first, makesUp] }];
    expect(() => accountHolds({ ...asked, lines })).not.toThrow();
  });

  it('finds a figure without its working', () => {
    expect(() => accountHolds(changed(1, { steps: [] }))).toThrow(
      'the figures do not hold: Z00001 c: a figure without its working',
    );
  });

  it('holds what is set off of each component, and of all together where one may go below nothing', () => {
    const setOff = (of: number) =>
      changed(1, { setOff: pence(of), settlement: { kind: 'payment', amount: pence(10000 - of) } }).lines;
    const held = (lines: readonly ComponentAccount[]) => () => {
      if (account) accountHolds({ ...account, lines });
    };
    const below = (of: number) => setOff(of).map((line) => ({ ...line, component: mayFallBelow }));
    const broken = 'the figures do not hold: Z00001: what is set off comes to 0.01';
    expect(held([...setOff(0), ...setOff(1)])).toThrow(broken);
    expect(held([...setOff(1), ...setOff(-1)])).toThrow(broken);
    expect(held([...setOff(1), ...below(-1)])).not.toThrow();
    expect(held([...setOff(1), ...below(0)])).toThrow(broken);
  });
});

describe('poolHolds', () => {
  const seat = (...toDate: readonly number[]): Seat => {
    const shares = [
      [pence(1), pence(2)],
      [pence(3), pence(3)],
    ];
    const pot = { budgets: [], weights: [], toDate: toDate.map(pence), exact: [], shares, unknown: [] };
    return { pot, place: 0, weights: [], isIn: [], outside: [], alone: null };
  };

  it('finds shares that are not what there is to share', () => {
    expect(() => poolHolds([[seat(3, 6)], []])).not.toThrow();
    expect(() => poolHolds([[], [seat(3, 6), seat(3, 7)]])).toThrow(
      'the figures do not hold: shares of 6 make 7 up to period 2',
    );
  });
});

describe('nobodyIsAskedForMoreThanWasPaid', () => {
  const sum = (payeeCode: string, amount: number) => ({ payeeCode, amount: pence(amount) });

  it('holds what each payee is asked for against what it was paid in all', () => {
    const had = [sum('A', 50), sum('B', 30), sum('A', -20)];
    const asked =
      (...of: readonly ReturnType<typeof sum>[]) =>
      () =>
        nobodyIsAskedForMoreThanWasPaid(of, had, 'Z00001 c');
    expect(asked(sum('A', 20), sum('B', 30), sum('A', 10))).not.toThrow();
    expect(asked(sum('A', 20), sum('A', 11))).toThrow('Z00001 c: A would be left with -0.01 of what was paid');
    expect(asked(sum('C', 1))).toThrow('Z00001 c: C would be left with -0.01 of what was paid');
    expect(asked()).not.toThrow();
  });
});

it('finds instalments that are not the whole, and parts that are not the total', () => {
  const amounts = [pence(3333), pence(3334)];
  expect(() => periodsAddUp(amounts, pence(6667))).not.toThrow();
  expect(() => periodsAddUp(amounts, pence(6668))).toThrow('instalments of 6667 make 6668');
  expect(() => componentsAddUp([amounts, amounts], [pence(6666), pence(6668)])).not.toThrow();
  expect(() => componentsAddUp([amounts, amounts], [pence(6666), pence(6667)])).toThrow(
    'period 2: parts of 6668 make 6667',
  );
});
