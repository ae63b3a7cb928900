import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paymentReference } from '../../src/domain/payment-reference.ts';

it.each([
  [12, 'Z10010', 'QD12PZ10010'],
  [1, 'PURBECK-LOC', 'QD1HH0PURBECKLOC'],
  [7, 'a-b-c', 'QD7HBD0ABC'],
  [999999, '12345678901234567890', 'QD999999P12345678901234567890'],
])('is made of posting %i and payee %s: %s', (serial, payee, reference) => {
  expect(paymentReference(serial, payee)).toBe(reference);
});

const serial = fc.integer({ min: 1, max: 999_999 });
// As data takes a payee: 1 to 20 letters, digits and hyphens that begin with a letter or a digit, two of which differ in more than capitals.
const payee = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,19}$/);

it('is at most 39 letters and digits', () => {
  fc.assert(
    fc.property(serial, payee, (number, code) => {
      expect(paymentReference(number, code)).toMatch(/^[A-Z0-9]{1,39}$/);
    }),
  );
});

it('is that of no other posting and no other payee', () => {
  const few = fc.stringMatching(/^[A1H0P][A1H0P-]{0,4}$/);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), few, fc.integer({ min: 1, max: 30 }), few, (a, codeA, b, codeB) => {
      fc.pre(a !== b || codeA !== codeB);
      expect(paymentReference(a, codeA)).not.toBe(paymentReference(b, codeB));
    }),
    { numRuns: 2000 },
  );
});

it('is made of no code that is none', () => {
  expect(() => paymentReference(1, 'Ä')).toThrow('no reference: QD1PÄ');
  expect(() => paymentReference(1, 'Ä1')).toThrow('no reference: QD1PÄ1');
});

it('is not longer than a bank carries', () => {
  const code = '12345678901234567890';
  expect(paymentReference(1234567890123456, code)).toBe(`QD1234567890123456P${code}`);
  expect(() => paymentReference(9007199254740991, `${code}1`)).toThrow('no reference');
});
