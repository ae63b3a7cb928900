import { describe, expect, it } from 'vitest';
import { knownCurrency, sterling } from '../../../src/domain/money/currency.ts';
import { inWords, namedWords, plainWords, type Words, wordsOfSums } from '../../../src/domain/words/words.ts';

const euros = knownCurrency('EUR') ?? sterling;
const farms = { one: 'farm', many: 'farms', codes: 'any' } as const;
const farmsInPounds: Words = { member: farms, currency: sterling };
const officesInEuros: Words = { member: { one: 'office', many: 'offices', codes: 'any' }, currency: euros };

describe('a text of ours', () => {
  it('stays as it is for a scheme of practices in pounds', () => {
    const text = 'A practice is paid pounds and pence.';
    expect(inWords(plainWords, text)).toBe(text);
  });

  it.each([
    ['a practice that left', 'a farm that left', 'an office that left'],
    ['A practice that left', 'A farm that left', 'An office that left'],
    ['practices, (a practice)', 'farms, (a farm)', 'offices, (an office)'],
    ['Practices share it', 'Farms share it', 'Offices share it'],
    ['Practice', 'Farm', 'Office'],
    ['the practice’s list', 'the farm’s list', 'the office’s list'],
    ['the practice.', 'the farm.', 'the office.'],
  ])('%j is of farms %j, and of offices %j', (text, ofFarms, ofOffices) => {
    expect([inWords(farmsInPounds, text), inWords(officesInEuros, text)]).toEqual([ofFarms, ofOffices]);
  });

  it.each([
    'practices.csv',
    'a practice.csv',
    'practice_code',
    'a practice_code',
    '--practice',
    'practice-list',
    'a practice-list',
    'malpractice',
    'x/practice',
    'data.practice',
    'extra practicesum',
  ])('%j is the name of a file, a column or an option, and stays', (text) => {
    expect(inWords(farmsInPounds, text)).toBe(text);
    expect(inWords(officesInEuros, text)).toBe(text);
  });

  it('is of the money of its scheme, but for the keys of a file', () => {
    expect(inWords(officesInEuros, 'one pound, two pounds, a penny, ten pence (pounds)')).toBe(
      'one euro, two euros, a cent, ten cents (euros)',
    );
    for (const kept of [
      '"pounds"',
      "'pound'",
      'pound-foolish',
      'ha-penny',
      'compound',
      'poundage',
      '"pence"',
      'pennyworth',
    ])
      expect(inWords(officesInEuros, kept)).toBe(kept);
    expect(inWords(farmsInPounds, 'a penny in the pound')).toBe('a penny in the pound');
  });
});

describe('the words of a scheme', () => {
  it('are named where they are not those of practices and pounds', () => {
    expect(namedWords(plainWords)).toEqual({});
    expect(namedWords(farmsInPounds)).toEqual({ member: farms });
    expect(namedWords({ ...plainWords, currency: euros })).toEqual({ currency: euros });
    expect(namedWords(officesInEuros)).toEqual(officesInEuros);
  });

  it('of sums alone have a currency, pounds where none is named', () => {
    expect(wordsOfSums(euros)).toEqual({ member: plainWords.member, currency: euros });
    expect([wordsOfSums(null), wordsOfSums(undefined)]).toEqual([plainWords, plainWords]);
  });
});
