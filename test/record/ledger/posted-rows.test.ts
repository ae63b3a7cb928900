import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { PostedRows, postedCsv, readPosted } from '../../../src/record/ledger/posted-rows.ts';
import { line, posting } from './sample.ts';

const asAt = day('2020-10-15');
const rows = [
  { serial: 1, asAt, ...line('Z00001', 'reviews', 'spring', 5) },
  { serial: 3, asAt, ...line('Z00002', 'reviews', 'spring', -123456), payee: 'PCN-A' },
];
const csv =
  'serial,as_at,practice_code,payee_code,component,period,amount\r\n' +
  '1,2020-10-15,Z00001,Z00001,reviews,spring,0.05\r\n' +
  '3,2020-10-15,Z00002,PCN-A,reviews,spring,-1234.56\r\n';

describe('what a ledger holds for a scheme', () => {
  it('is every line, in the order in which it was posted', () => {
    const posted = new PostedRows('sample-2020-21');
    const first = [line('Z00002', 'reviews', 'spring', 700), line('Z00003', 'visits', 'spring', 10)];
    const later = [line('Z00002', 'reviews', 'spring', -600)];
    posted.add(posting({ lines: first }));
    posted.add(posting({ serial: 2, scheme: 'another', lines: [line('Z00001', 'visits', 'spring', 9)] }));
    posted.add(posting({ serial: 3, asAt: day('2021-01-15'), lines: later }));
    expect(posted.rows).toEqual([
      ...first.map((each) => ({ serial: 1, asAt, ...each })),
      ...later.map((each) => ({ serial: 3, asAt: day('2021-01-15'), ...each })),
    ]);
  });

  it('is written as a table, and read back', () => {
    expect(postedCsv(rows)).toBe(csv);
    expect(readPosted(csv)).toEqual(rows);
    expect(readPosted(postedCsv([]))).toEqual([]);
  });

  it('is read back whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })), (each) => {
        const some = each.map((amount) => ({ serial: 7, asAt, ...line('Z00001', 'a', 'b', 0), amount: pence(amount) }));
        expect(readPosted(postedCsv(some))).toEqual(some);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['another header', csv.replace('amount', 'sum')],
    ['other line ends', csv.replaceAll('\r\n', '\n')],
    ['no end', csv.slice(0, -2)],
    ['an amount in pence', csv.replace('0.05', '0.5')],
    ['a cell more', csv.replace('0.05', '0.05,')],
    ['a cell less', csv.replace(',0.05', '')],
    ['words for an amount', csv.replace('0.05', 'five')],
    ['a day that is none', csv.replace('2020-10-15', '2020-10-32')],
    ['a serial with a nought before it', csv.replace('\r\n1,', '\r\n01,')],
  ])('is not read from %s', (_, text) => {
    expect(readPosted(text)).toBeNull();
  });
});
