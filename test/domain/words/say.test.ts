import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import { inPoundsUnit, noUnit, unitOf, unitOver, unitTimes } from '../../../src/domain/scheme/unit.ts';
import {
  citeTogether,
  sayCounted,
  sayList,
  sayLong,
  sayNumber,
  sayPatients,
  sayPounds,
  sayShare,
  saySum,
} from '../../../src/domain/words/say.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

const said = (pounds: Ratio) => sayPounds(plainWords, pounds);

it('says pounds to the penny, with as many decimals as they need, or about', () => {
  expect([ratio(29005, 10), ratio(1, 8), ratio(-5, 2), ratio(100, 3)].map(said)).toEqual([
    '£2,900.50',
    '£0.125',
    '−£2.50',
    'about £33.33',
  ]);
});

it('says about how many pounds with both decimals', () => {
  expect([ratio(842311, 700), ratio(36089, 30), ratio(30001, 30000), ratio(1, 97), ratio(-1, 99)].map(said)).toEqual([
    'about £1,203.30',
    'about £1,202.97',
    'about £1.00',
    'about £0.0103',
    'about −£0.0101',
  ]);
});

it('says a number as people write it: exactly where that is short, else rounded', () => {
  const numbers = [ratio(45000), ratio(-5, 4), ratio(420281100, 2491), ratio(1, 700), ratio(1, 64)];
  expect(numbers.map(sayNumber)).toEqual(['45,000', '−1.25', 'about 168,719.83', 'about 0.00143', '0.015625']);
});

it('says a share in per cent, as a fraction of few parts, or about', () => {
  const shares = [ratio(1, 8), ratio(1, 3), ratio(11, 12), ratio(2399, 3000), ratio(1, 279)];
  expect(shares.map(sayShare)).toEqual(['12.5%', '1/3', '11/12', 'about 79.97%', 'about 0.358%']);
  const below = shares.map(({ n, d }) => sayShare(ratio(-n, d)));
  expect(below).toEqual(['−12.5%', '−1/3', '−11/12', 'about −79.97%', 'about −0.358%']);
});

it('says a number with what it counts, and never a large one in per cent', () => {
  const each = unitOver(inPoundsUnit, unitOf('event'));
  expect(sayCounted(plainWords, ratio(125), each)).toBe('£125.00 an event');
  expect(sayCounted(plainWords, ratio(125), unitOver(inPoundsUnit, unitOf('unit')))).toBe('£125.00 a unit');
  expect([ratio(30000), ratio(11, 10)].map((number) => sayCounted(plainWords, number, noUnit))).toEqual([
    '30,000',
    '110%',
  ]);
  expect([ratio(1), ratio(10000)].map((number) => sayCounted(plainWords, number, unitOf('patient')))).toEqual([
    '1 patient',
    '10,000 patients',
  ]);
});

it('says what is counted in other units by the whole unit', () => {
  const [patient, event, pound] = [unitOf('patient'), unitOf('event'), unitOf('pound')];
  const units = [
    unitTimes(patient, patient),
    unitOver(event, patient),
    unitOver(patient, pound),
    unitTimes(patient, pound),
    unitOver(unitTimes(pound, pound), patient),
    unitOver(unitOver(pound, patient), event),
    unitOver(noUnit, pound),
    unitOver(unitOver(noUnit, patient), event),
  ];
  expect(units.map((unit) => sayCounted(plainWords, ratio(1500), unit))).toEqual([
    '1,500 patients to the power of 2',
    '1,500 events per patient',
    '1,500 patients per pound',
    '1,500 patients × pounds',
    '1,500 pounds to the power of 2 per patient',
    '1,500 pounds per event per patient',
    '1,500 per pound',
    '1,500 per event per patient',
  ]);
});

it('says a plain number in per cent up to ten times the whole, on either side of nothing', () => {
  const numbers = [ratio(10), ratio(1001, 100), ratio(-5, 2), ratio(-10), ratio(-1001, 100)];
  expect(numbers.map((number) => sayCounted(plainWords, number, noUnit))).toEqual([
    '1000%',
    '10.01',
    '−250%',
    '−1000%',
    '−10.01',
  ]);
});

it('says a budget without pence where it has none', () => {
  expect([ratio(380977), ratio(1, 2), ratio(1, 1000)].map((each) => saySum(plainWords, each))).toEqual([
    '£380,977',
    '£0.50',
    '£0.001',
  ]);
});

it('says how long something takes, one or several', () => {
  const longs = [{ days: 1 }, { days: 28 }, { months: 1 }, { months: 6 }, { years: 1 }, { years: 5 }];
  expect(longs.map(sayLong)).toEqual(['1 day', '28 days', '1 month', '6 months', '1 year', '5 years']);
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
  const clauses = fc.array(fc.stringMatching(/^[A-Z][0-9]{1,9}( to [0-9]+)?$/), { minLength: 1 });
  fc.assert(
    fc.property(clauses, (cited) => {
      // One of them twice, one in a reference of several, and one that is empty.
      const [first = ''] = cited;
      const together = citeTogether([cited.join(', '), '', first]).split(', ');
      expect(new Set(together)).toEqual(new Set(cited));
      expect(together).toHaveLength(new Set(cited).size);
      expect(together[0]).toBe(first);
    }),
  );
});
