import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula } from '../../../src/domain/words/formula-guard.ts';

const starters = [...'=+-@|%＝＋－＠｜％'];
const unseen = [' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];

describe('guardFormula', () => {
  it.each(['', 'The Surgery', '12.50', "'=1+1", 'a=b', '£5 − £2', '"=1"', '(see note)', '1-2', 'É=1', '\u200bname'])(
    'leaves %j alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );

  it.each([
    '=1+1',
    '-2+3',
    '+A1',
    '@SUM(A1)',
    '|calc',
    '%x',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '｜a',
    '％a',
    ' =1',
    '\u200b\ufeff =1',
    '\tname',
    '\rname',
    '\nname',
  ])('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it('guards a sign behind any white space and zero-width characters, and adds nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...unseen)),
        fc.constantFrom(...starters),
        fc.string(),
        (before, sign, rest) => {
          const text = before.join('') + sign + rest;
          expect(guardFormula(text)).toBe(`'${text}`);
        },
      ),
    );
  });

  it('leaves every text that starts with a letter or a digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'AZaz09éß'), fc.string(), (first, rest) => {
        expect(guardFormula(first + rest)).toBe(first + rest);
      }),
    );
  });

  it('is quick on a long text of spaces', () => {
    const text = ' '.repeat(1_000_000);
    expect(guardFormula(text)).toBe(text);
  });
});
