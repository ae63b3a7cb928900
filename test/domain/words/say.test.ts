import { expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { citeTogether, sayList, sayPatients, sayPounds, saySum } from '../../../src/domain/words/say.ts';

it('says exact pounds to the penny, or with as many decimals as they need', () => {
  expect([ratio(29005, 10), ratio(1, 8), ratio(-5, 2), ratio(100, 3)].map(sayPounds)).toEqual([
    '£2,900.50',
    '£0.125',
    '−£2.50',
    '£100/3',
  ]);
});

it('says a budget without pence where it has none', () => {
  expect([ratio(380977), ratio(1, 2)].map(saySum)).toEqual(['£380,977', '£0.50']);
});

it('says patients and lists as a sentence has them', () => {
  expect([ratio(1), ratio(5801), ratio(10241, 2)].map(sayPatients)).toEqual([
    '1 patient',
    '5,801 patients',
    '5,120.5 patients',
  ]);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(sayList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

it('cites each clause once', () => {
  expect(citeTogether(['20, 26', '26, 27', ''])).toBe('20, 26, 27');
});
