import { expect, it } from 'vitest';
import { offEach } from '../../../src/calculate/shared/of-each.ts';
import { parseDecimal, ratio } from '../../../src/domain/money/ratio.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { schemeOf } from '../../scheme/small-scheme.ts';

it('says of a period what its own part comes to, and not what that of the whole term does', () => {
  const [component] = schemeOf().components;
  const [before, after] = [ratio(1000), ratio(600)];
  const part = { before, value: { pounds: after, steps: [], unknown: null } };
  const unpaid = component ? offEach(plainWords, component, part, parseDecimal('0.25') ?? ratio(1)) : [];
  expect(unpaid).toMatchObject([
    {
      status: 'capped',
      amount: 100_00n,
      reason: "its part of £250.00 comes to £150.00 by the adjustments of each one's part",
    },
  ]);
});

it('is rounded to the nearest penny, a half up', () => {
  const [component] = schemeOf().components;
  const off = (before: string) => {
    const part = { before: parseDecimal(before) ?? ratio(0), value: { pounds: ratio(1000), steps: [], unknown: null } };
    return component ? offEach(plainWords, component, part, ratio(1, 4)).map(({ amount }) => amount) : null;
  };
  expect([off('1000.02'), off('1000.019'), off('1000')]).toEqual([[1n], [], []]);
});
