import { describe, expect, it } from 'vitest';
import { knownCurrency, sterling } from '../../../src/domain/money/currency.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { joined, ours, ourText, say, sayIn } from '../../../src/domain/words/sentence.ts';
import { plainWords, type Words } from '../../../src/domain/words/words.ts';

const farms: Words = {
  member: { one: 'farm', many: 'farms', codes: 'any' },
  currency: knownCurrency('EUR') ?? sterling,
};

describe('a sentence of ours', () => {
  const sentence = ours`practice ${'The Practice'} is paid ${pence(123456)} in ${3} parts: ${ourText('a practice')}`;

  it('is said in the words of a scheme, and what is put into it stands as it is', () => {
    expect(say(plainWords, sentence)).toBe('practice The Practice is paid £1,234.56 in 3 parts: a practice');
    expect(say(farms, sentence)).toBe('farm The Practice is paid €1,234.56 in 3 parts: a farm');
  });

  it('may end with what is put into it', () => {
    expect(say(farms, ours`${1} of a practice`)).toBe('1 of a farm');
    expect(sayIn(farms)`a practice of ${'Practice Lane'}`).toBe('a farm of Practice Lane');
  });

  it('is a text, a number or a sum where it is nothing else', () => {
    expect(['a practice', 7, pence(-5)].map((said) => say(farms, said))).toEqual(['a practice', '7', '−€0.05']);
  });

  it('is joined with the same between', () => {
    const all = [ourText('a practice'), 'Practice', pence(100)];
    expect([all, all.slice(0, 1)].map((said) => say(farms, joined(said, '; ')))).toEqual([
      'a farm; Practice; €1.00',
      'a farm',
    ]);
  });

  it('is no text before its words are known', () => {
    expect(() => `${ours`a ${1} of ${2}`}`).toThrow('a sentence without its words: a … of …');
  });
});
