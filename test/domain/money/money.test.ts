import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyKey, currencyOf, isSterling, knownCurrency, sterling } from '../../../src/domain/money/currency.ts';
import {
  addPence,
  atLeastNothing,
  formatAmount,
  formatExactPounds,
  formatPounds,
  greaterPence,
  inPounds,
  isSignOf,
  lesserPence,
  noPence,
  parseAmount,
  parseTypedAmount,
  pence,
  subtractPence,
  sumPence,
  withSeparators,
} from '../../../src/domain/money/money.ts';
import { formatExact } from '../../../src/domain/money/ratio.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

describe('amounts', () => {
  it.each([
    ['0', 0n],
    ['-0.00', 0n],
    ['1234.5', 123450n],
    ['-12.05', -1205n],
    ['0.07', 7n],
    ['99999999999999999999.99', 9999999999999999999999n],
  ])('reads %s as %s pence', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', '1.234', '£1', '1,000', '(12.00)', '1e5', '.5', '5.', '+5', '12.3.4', ' 1', '1 '])(
    'does not read %j',
    (text) => {
      expect(parseAmount(text)).toBeNull();
    },
  );

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        expect(parseAmount(formatAmount(pence(amount % 10n ** 30n)))).toBe(amount % 10n ** 30n);
      }),
    );
  });

  it.each([
    [0n, '0.00'],
    [-99n, '-0.99'],
    [100n, '1.00'],
    [2n ** 53n - 1n, '90071992547409.91'],
    [2n ** 53n + 1n, '90071992547409.93'],
    [-(2n ** 53n) - 1n, '-90071992547409.93'],
    [10n ** 20n + 7n, '1000000000000000000.07'],
  ])('writes %s pence exactly, as a number or beyond what a number holds', (amount, written) => {
    expect(formatAmount(pence(amount))).toBe(written);
  });

  it('writes amounts for files and for people', () => {
    expect(formatAmount(pence(-5))).toBe('-0.05');
    expect(formatPounds(plainWords, pence(123456789))).toBe('£1,234,567.89');
    expect(formatPounds(plainWords, pence(-100000))).toBe('−£1,000.00');
    expect(formatPounds(plainWords, pence(7))).toBe('£0.07');
  });

  it.each([
    [0, '0'],
    [102500, '1025'],
    [51250, '512.5'],
    [-725, '-7.25'],
    [-5, '-0.05'],
    [10, '0.1'],
  ])('writes %s pence as exact pounds', (amount, text) => {
    expect(formatExactPounds(pence(amount))).toBe(text);
    expect(formatExact(inPounds(pence(amount)))).toBe(text);
  });

  it.each([
    ['7', '7'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.8901', '1,234,567.8901'],
    ['2651933/600', '2651933/600'],
  ])('separates the thousands of %s', (digits, text) => {
    expect(withSeparators(digits)).toBe(text);
  });

  it('are added, taken away and compared, and kept from falling below nothing', () => {
    const [less, more] = [pence(-3), pence(5)];
    expect([lesserPence(less, more), lesserPence(more, less), lesserPence(more, more)]).toEqual([-3n, -3n, 5n]);
    expect([greaterPence(less, more), greaterPence(more, less), greaterPence(less, less)]).toEqual([5n, 5n, -3n]);
    expect([addPence(less, more), subtractPence(less, more)]).toEqual([2n, -8n]);
    expect([less, noPence, more].map(atLeastNothing)).toEqual([0n, 0n, 5n]);
  });

  it('adds up without losing a penny beyond the range of a double', () => {
    expect(sumPence([pence(2n ** 60n), pence(1)])).toBe(2n ** 60n + 1n);
  });

  it('does not let a bare number be taken for pence', () => {
    // @ts-expect-error pounds are not pence
    formatAmount(5n);
  });
});

describe('an amount that a person types', () => {
  it('is read as it is written by machines, and as the program prints it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(pence), (amount) => {
        expect(parseTypedAmount(formatAmount(amount))).toEqual({ amount, sign: null });
        for (const code of ['GBP', 'EUR', 'USD', 'SEK', 'INR']) {
          const currency = knownCurrency(code) ?? sterling;
          const typed = parseTypedAmount(formatPounds({ currency }, amount));
          expect(typed).toEqual({ amount, sign: currency.sign.trim() });
          expect(isSignOf(typed?.sign ?? '', currency)).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['587147.11', 58714711n],
    ['£587,147.11', 58714711n],
    ['587,147.11', 58714711n],
    ['-12.00', -1200n],
    ['−£12.00', -1200n],
    ['-£1,012.5', -101250n],
    ['£7', 700n],
  ])('may be %s', (text, amount) => {
    expect(parseTypedAmount(text)?.amount).toBe(amount);
  });

  it.each(['', '£', '-', '1,00', '1,0000', ',100', '1,234,56', '12.345', '£-12', '--1', '1 000', '12.', '.5', '1e3'])(
    'is not %j',
    (text) => {
      expect(parseTypedAmount(text)).toBeNull();
    },
  );
});

describe('a currency', () => {
  it('stands before its sums, by its sign or by its code', () => {
    const said = ['GBP', 'EUR', 'USD', 'SEK', 'INR'].map((code) =>
      formatPounds({ currency: knownCurrency(code) ?? sterling }, pence(-123456)),
    );
    expect(said).toEqual(['−£1,234.56', '−€1,234.56', '−US$1,234.56', '−SEK\u00a01,234.56', '−INR\u00a01,234.56']);
  });

  it('is one with hundredths, that there is', () => {
    expect(['JPY', 'KWD', 'EURO', 'eur', 'XXX'].map(currencyOf)).toEqual([
      'no-hundredths',
      'no-hundredths',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(currencyOf('HUF')).toBe(currencyOf('HUF'));
    expect(['JPY', 'XXX'].map(knownCurrency)).toEqual([undefined, undefined]);
    expect(knownCurrency('HUF')?.code).toBe('HUF');
  });

  it('is named by a document of ours unless it is pounds sterling', () => {
    const currency = knownCurrency('EUR') ?? sterling;
    expect([currencyKey({}), currencyKey({ currency: sterling }), currencyKey({ currency })]).toEqual([
      {},
      {},
      { currency: 'EUR' },
    ]);
    // Read from a bundle of its own, it is another object.
    expect([isSterling({ currency: { ...sterling } }), isSterling({ currency })]).toEqual([true, false]);
  });

  it('is not another one by its sign', () => {
    expect(isSignOf('£', sterling)).toBe(true);
    expect(isSignOf('GBP', sterling)).toBe(true);
    expect(isSignOf('€', sterling)).toBe(false);
  });
});
