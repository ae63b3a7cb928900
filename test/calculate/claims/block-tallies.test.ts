import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockTallies } from '../../../src/calculate/claims/block-tallies.ts';
import { openClaimJudge } from '../../../src/calculate/claims/claim-judge.ts';
import { addDays, day, weekdayOf } from '../../../src/domain/day.ts';
import type { Claim } from '../../../src/domain/facts.ts';
import { type Pence, pence, sumPence } from '../../../src/domain/money/money.ts';
import { formatExact, parseDecimal, type Ratio, ratio, sum } from '../../../src/domain/money/ratio.ts';
import type { Ceiling, CeilingPer } from '../../../src/domain/scheme/event-prices.ts';
import type { ClaimedQuantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { facts } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const monday = day('2015-04-06');

function claimed(ceilings: readonly Ceiling[]): { block: ClaimedQuantity; of: Scheme } {
  const block: ClaimedQuantity = { kind: 'claimed', event: 'cover', ceilings };
  return { block, of: scheme([component('cover', { kind: 'quantity', of: block, clause: '1' })]) };
}

function claim(person: string, on: number, amount: Pence, line: number): Claim {
  const eventDate = addDays(monday, on);
  return { practice: 0, event: 'cover', eventId: `${line}`, eventDate, claimedOn: eventDate, person, amount, line };
}

function poundsOf(text: string): Ratio {
  const read = parseDecimal(text);
  if (read === null) throw new Error(text);
  return read;
}

describe('a ceiling', () => {
  it('is that of each person and week, and what is over it is told (case 16)', () => {
    const { block, of } = claimed([{ per: ['person', 'week'], pounds: poundsOf('1734.18') }]);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    for (const [week, amount] of [150_000n, 180_000n, 173_418n].entries())
      tallies.count(claim('A', week * 7, pence(amount), week + 2), 0);
    const tallied = tallies.of(0, block, 0);
    expect(tallied && [formatExact(tallied.claimed), formatExact(tallied.cutOff)]).toEqual(['4968.36', '65.82']);
  });

  it('begins anew on Monday, with another person, and with another practice', () => {
    const { block, of } = claimed([{ per: ['person', 'week'], pounds: ratio(10) }]);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    tallies.count(claim('A', 0, pence(800n), 2), 0);
    tallies.count(claim('A', 6, pence(800n), 3), 0);
    expect(formatExact(tallies.of(0, block, 0)?.claimed ?? ratio(-1))).toBe('10');
    tallies.count(claim('A', 7, pence(800n), 4), 0);
    tallies.count(claim('B', 7, pence(800n), 5), 0);
    expect(formatExact(tallies.of(0, block, 0)?.claimed ?? ratio(-1))).toBe('26');
    tallies.nextPractice();
    tallies.count({ ...claim('A', 0, pence(800n), 6), practice: 1 }, 0);
    expect(formatExact(tallies.of(1, block, 0)?.claimed ?? ratio(-1))).toBe('8');
  });

  it('of which the price does not hold on a day pays nothing of it', () => {
    const { block, of } = claimed([{ per: ['claim'], pounds: [{ pounds: ratio(10), from: addDays(monday, 1) }] }]);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    tallies.count(claim('A', 0, pence(800n), 2), 0);
    expect(formatExact(tallies.of(0, block, 0)?.claimed ?? ratio(-1))).toBe('0');
  });

  /** What is paid of claims of 8.00 each, made so many days after that Monday in some period. */
  function paidOf(ceilings: readonly Ceiling[], ...days: readonly (readonly [on: number, period: number])[]): string {
    const { block, of } = claimed(ceilings);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    for (const [place, [on, period]] of days.entries()) tallies.count(claim('A', on, pence(800n), place + 2), period);
    const all = [0, 1, 2, 3].flatMap((period) => tallies.of(0, block, period) ?? []);
    return formatExact(sum(all.map((each) => each.claimed)));
  }

  it('may be that of a claim, a day, a month, a period or the term', () => {
    const paid = (per: CeilingPer) =>
      // Two on Monday 6 April, one on Tuesday, one on the last of April, one on the first of May; in the next period one more.
      paidOf([{ per: [per], pounds: ratio(10) }], [0, 0], [0, 0], [1, 0], [24, 0], [25, 0], [100, 1]);
    expect(['claim', 'day', 'month', 'period', 'term'].map((per) => paid(per as CeilingPer))).toEqual([
      '48',
      '42',
      '26',
      '18',
      '10',
    ]);
  });

  it('that becomes lower takes nothing back, and each claim is paid up to the lowest of several', () => {
    const [until, from] = [addDays(monday, 6), addDays(monday, 7)];
    const lower: Ceiling = {
      per: ['term'],
      pounds: [
        { pounds: ratio(12), until },
        { pounds: ratio(5), from },
      ],
    };
    expect(paidOf([lower], [0, 0], [1, 0], [7, 0])).toBe('12');
    expect(paidOf([lower, { per: ['claim'], pounds: ratio(3) }], [0, 0], [1, 0], [2, 0], [3, 0], [4, 0])).toBe('12');
  });

  it('is asked about by no block that the scheme has not', () => {
    const { block, of } = claimed([]);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    expect(tallies.of(0, block, 0)).toBeNull();
    expect(() => tallies.of(0, { ...block }, 0)).toThrow('the claims of cover were not counted for a claimed block');
  });

  it('is that of each of many practices', () => {
    const { block, of } = claimed([{ per: ['term'], pounds: ratio(10) }]);
    const tallies = new BlockTallies(of, day('2016-04-01'));
    for (const practice of [0, 4]) {
      tallies.nextPractice();
      for (const period of [1, 0]) tallies.count({ ...claim('A', 0, pence(800n), 2), practice }, period);
    }
    const paid = [0, 1, 4].map((practice) =>
      [0, 1].map((period) => {
        const tallied = tallies.of(practice, block, period);
        return tallied && formatExact(tallied.claimed);
      }),
    );
    expect(paid).toEqual([
      ['2', '8'],
      [null, null],
      ['2', '8'],
    ]);
  });

  it('goes by the days that its block takes: what was claimed of others, and over the limit, is no part of it', () => {
    const weekdays: ClaimedQuantity = {
      kind: 'claimed',
      event: 'cover',
      ceilings: [],
      atMost: 1,
      on: ['monday'],
    };
    const of = scheme([component('cover', { kind: 'quantity', of: weekdays, clause: '1' })]);
    const judge = openClaimJudge(of, facts([{ patients: 1 }]), day('2016-04-01'));
    // A Monday counts; a Tuesday and the next Monday are over the limit of one, of which the block takes the Monday alone.
    judge.judge(0, [claim('A', 0, pence(800n), 2), claim('A', 1, pence(300n), 3), claim('A', 7, pence(200n), 4)]);
    const tallied = judge.counted.tallied(0, weekdays, 0);
    expect(tallied && [tallied.counted, tallied.overCap]).toEqual([[1], [1]]);
    expect(tallied && [formatExact(tallied.claimed), formatExact(tallied.cutOff)]).toEqual(['8', '2']);
  });

  const claims = fc.array(
    fc.record({
      person: fc.constantFrom('A', 'B', 'C'),
      on: fc.nat(40),
      amount: fc.nat(300_000),
      period: fc.nat(3),
    }),
    { maxLength: 30 },
  );

  it('is never passed, nothing is lost, and a single ceiling pays the same in any order', () => {
    fc.assert(
      fc.property(claims, fc.nat(200_000), fc.integer(), (given, ceiling, turn) => {
        const height = ratio(ceiling, 100);
        const { block, of } = claimed([{ per: ['person', 'week'], pounds: height }]);
        const worth = (rows: typeof given) => {
          const tallies = new BlockTallies(of, day('2016-04-01'));
          for (const [line, { person, on, amount, period }] of rows.entries())
            tallies.count(claim(person, on, pence(BigInt(amount)), line + 2), period);
          const all = [0, 1, 2, 3].flatMap((period) => tallies.of(0, block, period) ?? []);
          return [sum(all.map((each) => each.claimed)), sum(all.map((each) => each.cutOff))].map(formatExact);
        };
        const groups = new Map<string, number>();
        for (const { person, on, amount } of given) {
          const date = addDays(monday, on);
          const key = `${person} ${date - weekdayOf(date)}`;
          groups.set(key, (groups.get(key) ?? 0) + amount);
        }
        const paid = [...groups.values()].map((amount) => BigInt(Math.min(amount, ceiling)));
        const [got, cut] = worth(given);
        expect(got).toBe(formatExact(ratio(sumPence(paid.map(pence)), 100)));
        const asked = BigInt(given.reduce((all, { amount }) => all + amount, 0));
        expect(cut).toBe(formatExact(ratio(asked - sumPence(paid.map(pence)), 100)));
        const shift = given.length === 0 ? 0 : Math.abs(turn) % given.length;
        const turned = [...given.slice(shift), ...given.slice(0, shift)].reverse();
        expect(worth(turned)).toEqual([got, cut]);
      }),
    );
  });
});
