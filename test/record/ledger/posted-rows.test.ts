import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from '../../../src/domain/money/money.ts';
import { PostedTotals, postedCsv, readPosted } from '../../../src/record/ledger/posted-rows.ts';
import { line, posting } from './sample.ts';

const amounts = [
  { practice: 'Z00001', component: 'reviews', period: 'spring', amount: pence(5) },
  { practice: 'Z00002', component: 'reviews', period: 'spring', amount: pence(-123456) },
];
const csv = 'practice_code,component,period,amount\r\nZ00001,reviews,spring,0.05\r\nZ00002,reviews,spring,-1234.56\r\n';

describe('what a ledger has paid under a scheme', () => {
  it('adds up payments and recoveries by practice, component and period, in order, without what came to nothing', () => {
    const totals = new PostedTotals('sample-2020-21');
    totals.add(posting({ lines: [line('Z00002', 'reviews', 'spring', 700), line('Z00003', 'visits', 'spring', 10)] }));
    totals.add(posting({ lines: [line('Z00001', 'visits', 'summer', 1), line('Z00001', 'visits', 'spring', 2)] }));
    totals.add(
      posting({ lines: [line('Z00002', 'reviews', 'spring', -600), line('Z00003', 'visits', 'spring', -10)] }),
    );
    totals.add(posting({ scheme: 'another', lines: [line('Z00001', 'visits', 'spring', 9)] }));
    expect(totals.amounts()).toEqual([
      { practice: 'Z00001', component: 'visits', period: 'spring', amount: 2n },
      { practice: 'Z00001', component: 'visits', period: 'summer', amount: 1n },
      { practice: 'Z00002', component: 'reviews', period: 'spring', amount: 100n },
    ]);
  });

  it('is written as a table, and read back', () => {
    expect(postedCsv(amounts)).toBe(csv);
    expect(readPosted(csv)).toEqual(amounts);
    expect(readPosted(postedCsv([]))).toEqual([]);
  });

  it('is read back whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })), (each) => {
        const some = each.map((amount) => ({ ...line('Z00001', 'a', 'b', 0), amount: pence(amount) }));
        const bare = some.map(({ payee: _, ...rest }) => rest);
        expect(readPosted(postedCsv(bare))).toEqual(bare);
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
  ])('is not read from %s', (_, text) => {
    expect(readPosted(text)).toBeNull();
  });
});
