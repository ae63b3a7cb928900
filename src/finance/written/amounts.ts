import * as z from 'zod';
import { formatAmount, noPence, type Pence, pence, subtractPence } from '../../domain/money/money.ts';
import { block } from '../../json/block.ts';

const thousandsMarks = { none: '', comma: ',', point: '.', space: ' ' } as const;

/** How a file of a bank or of a payment system writes an amount. */
export const amountFormat = block(
  {
    decimals: z
      .enum(['point', 'comma', 'pence'])
      .default('point')
      .describe('What stands before the pence: 1234.56, 1234,56; or pence alone, 123456.'),
    thousands: z
      .enum(['none', 'comma', 'point', 'space'])
      .default('none')
      .describe('What parts the thousands: 1234.56; 1,234.56; 1.234,56; 1 234.56.'),
    sign: z
      .enum(['minus', 'minus-after', 'brackets', 'column'])
      .default('minus')
      .describe('How a credit is marked: -12.00, 12.00-, (12.00); or in a column of its own.'),
  },
  'How amounts are written.',
);
export type AmountFormat = z.output<typeof amountFormat>;

/** An amount as the format writes it; with the sign in a column of its own, without one. */
export function writeAmount(amount: Pence, { decimals, thousands, sign }: AmountFormat): string {
  const size = amount < 0n ? subtractPence(noPence, amount) : amount;
  const [pounds = '', rest = ''] = formatAmount(size).split('.');
  const grouped = pounds.replace(/\B(?=(\d{3})+$)/g, thousandsMarks[thousands]);
  const digits = decimals === 'pence' ? String(size) : `${grouped}${decimals === 'comma' ? ',' : '.'}${rest}`;
  if (amount >= 0n || sign === 'column') return digits;
  if (sign === 'brackets') return `(${digits})`;
  return sign === 'minus' ? `-${digits}` : `${digits}-`;
}

/** An amount that the format writes, or null; pounds may stand without pence, and a currency sign before them. */
export function readWrittenAmount(text: string, format: AmountFormat): Pence | null {
  const { size, isCredit } = withoutSign(text.trim(), format.sign);
  const digits = size.replace(/^(?:£|€) ?/, '');
  const read = format.decimals === 'pence' ? wholePence(digits) : poundsAndPence(digits, format);
  return read === null || !isCredit ? read : subtractPence(noPence, read);
}

function withoutSign(text: string, sign: AmountFormat['sign']): { readonly size: string; readonly isCredit: boolean } {
  if (sign === 'brackets' && text.startsWith('(') && text.endsWith(')'))
    return { size: text.slice(1, -1), isCredit: true };
  if (sign === 'minus-after' && text.endsWith('-')) return { size: text.slice(0, -1), isCredit: true };
  if (sign === 'minus' && /^[-−]/.test(text)) return { size: text.slice(1), isCredit: true };
  return { size: text, isCredit: false };
}

function wholePence(digits: string): Pence | null {
  return /^\d{1,15}$/.test(digits) ? pence(BigInt(digits)) : null;
}

function poundsAndPence(digits: string, { decimals, thousands }: AmountFormat): Pence | null {
  const point = decimals === 'comma' ? ',' : '.';
  const mark = thousandsMarks[thousands];
  const [pounds = '', rest = '', more] = digits.split(point);
  const isGrouped = mark !== '' && new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(pounds);
  const plain = isGrouped ? pounds.replaceAll(mark, '') : pounds;
  if (more !== undefined || !/^\d{1,15}$/.test(plain) || !/^\d{0,2}$/.test(rest)) return null;
  if (digits.includes(point) && rest === '') return null;
  return pence(BigInt(plain) * 100n + BigInt(rest.padEnd(2, '0')));
}
