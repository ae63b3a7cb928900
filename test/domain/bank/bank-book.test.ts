import { describe, expect, it } from 'vitest';
import { BankBook, totalOf } from '../../../src/domain/bank/bank-book.ts';
import type { BankRow, BankStatus, SentSum } from '../../../src/domain/bank/sums.ts';
import { day, formatDay } from '../../../src/domain/day.ts';
import { formatAmount, type Pence, parseAmount, pence } from '../../../src/domain/money/money.ts';

// Posting 1 pays A 80.00 and B 20.00, takes 30.00 from C, and comes to nothing for D.

const amountOf = (text: string): Pence => {
  const read = parseAmount(text);
  if (read === null) throw new Error(text);
  return read;
};
const posted = () => {
  const book = new BankBook();
  book.post(
    1,
    new Map([
      ['B', pence(2000)],
      ['A', pence(8000)],
      ['C', pence(-3000)],
      ['D', pence(0)],
    ]),
  );
  return book;
};
const sum = (payee: string, amount: string, reference = `QD1P${payee}`): SentSum => ({
  reference,
  posting: 1,
  payee,
  amount: amountOf(amount),
});
const ours = {
  serial: 1,
  payOn: day('2020-11-13'),
  again: null,
  sums: [sum('A', '80.00'), sum('B', '20.00')],
  recover: [sum('C', '-30.00')],
};
const sent = () => {
  const book = posted();
  expect(book.handOver(ours)).toEqual([]);
  return book;
};
const row = (reference: string, status: BankStatus, amount: string | null, on = '2020-11-16', line = 2): BankRow => ({
  line,
  reference,
  status,
  day: day(on),
  amount: amount === null ? null : amountOf(amount),
});

/** Every open sum: how it stands, whose it is, and what is open of what. */
function open(book: BankBook): string[] {
  return book.open().map(({ state, payee, reference, amount, open: left, answeredOn, payOn }) => {
    const days = [answeredOn, payOn].map((on) => (on === null ? 'never' : formatDay(on))).join(', pay on ');
    return `${payee} ${reference} ${state} ${formatAmount(left)} of ${formatAmount(amount)}, answered ${days}`;
  });
}

/** What becomes of rows, which are then taken. */
function settle(book: BankBook, ...rows: readonly BankRow[]): string[] {
  const judged = book.judge(rows);
  expect(book.settle(judged)).toEqual([]);
  return judged.map(({ found }) => found);
}

/** What is wrong with a hand-off of these. */
const mistakes = (given: Partial<typeof ours>, book = posted()) =>
  book.handOver({ ...ours, sums: [], recover: [], ...given } as never);

describe('a hand-off', () => {
  it('takes each sum of a posting once, in order of payees, and none of nothing', () => {
    expect(open(posted())).toEqual([
      'A QD1PA not-handed-over 80.00 of 80.00, answered never, pay on never',
      'B QD1PB not-handed-over 20.00 of 20.00, answered never, pay on never',
      'C QD1PC to-recover -30.00 of -30.00, answered never, pay on never',
    ]);
    const book = sent();
    expect(open(book)).toEqual([
      'A QD1PA not-answered 80.00 of 80.00, answered never, pay on 2020-11-13',
      'B QD1PB not-answered 20.00 of 20.00, answered never, pay on 2020-11-13',
      'C QD1PC to-recover -30.00 of -30.00, answered never, pay on never',
    ]);
    expect(book.references).toEqual(['QD1PA', 'QD1PB', 'QD1PC']);
    expect(book.postings).toEqual([1]);
    expect([book.amountSent('QD1PB'), book.amountSent('QD1PX')]).toEqual([2000n, null]);
    expect([book.sentUnder('QD1PB')?.payee, book.sentUnder('QD1PX')]).toEqual(['B', null]);
    expect([book.sumsOf(2), totalOf(book.sumsOf(1) ?? [])]).toEqual([null, 7000n]);
    expect(book.sumsOf(1)?.map(({ payee }) => payee)).toEqual(['A', 'B', 'C']);
  });

  it('hands over what was posted, under its reference, among what it is', () => {
    expect(mistakes({ sums: [sum('X', '1.00')] })).toEqual(['hands over QD1PX, but posting 1 has no sum for X']);
    expect(mistakes({ sums: [{ ...sum('A', '80.00', 'QD2PA'), posting: 2 }] })).toEqual([
      'hands over QD2PA, but posting 2 has no sum for A',
    ]);
    expect(mistakes({ sums: [sum('A', '79.99')] })).toEqual(['hands over 79.99 under QD1PA; expected 80.00']);
    expect(mistakes({ sums: [sum('A', '80.00', 'QD1PB')] })).toEqual([
      'hands over QD1PB; expected the reference QD1PA',
    ]);
    expect(mistakes({ recover: [sum('A', '80.00')] })).toEqual(['has QD1PA with 80.00 among what is to be recovered']);
    expect(mistakes({ sums: [sum('C', '-30.00')] })).toEqual(['has QD1PC with -30.00 among what is to be paid']);
  });

  it('sends again what is left, under the next reference, and only what was sent', () => {
    const again = { reference: 'QD1PA' };
    expect(mistakes({ sums: [sum('A', '80.00')], again } as never)).toEqual([
      'sends QD1PA again, which was not handed over before',
    ]);
    expect(mistakes({ sums: [sum('A', '80.00', 'QD1PA2')] }, sent())).toEqual([
      'hands over QD1PA2 a second time, and not as sent again',
    ]);
    const book = sent();
    expect(settle(book, row('QD1PA', 'part', '50.00'))).toEqual(['part']);
    expect(mistakes({ sums: [sum('A', '30.00', 'QD1PA2')], again } as never, book)).toEqual([]);
    expect(open(book)[0]).toBe('A QD1PA2 not-answered 30.00 of 80.00, answered never, pay on 2020-11-13');
    expect(settle(book, row('QD1PA2', 'settled', '30.00', '2020-11-20'))).toEqual(['settled']);
    expect(open(book)[0]).toBe('B QD1PB not-answered 20.00 of 20.00, answered never, pay on 2020-11-13');
  });
});

describe('a sum that is sent again', () => {
  /** A has had 50.00 of its 80.00, and is sent the rest. */
  const again = { reference: 'QD1PA' };
  const sentAgain = (book = sent()) => {
    expect(settle(book, row('QD1PA', 'part', '50.00'))).toEqual(['part']);
    const given = {
      ...ours,
      serial: 2,
      payOn: day('2020-11-27'),
      sums: [sum('A', '30.00', 'QD1PA2')],
      recover: [],
      again,
    };
    expect(book.handOver(given as never)).toEqual([]);
    return book;
  };

  it('is known by each of its references, with what was sent under it', () => {
    const book = sentAgain();
    expect(['QD1PA', 'QD1PA2', 'QD1PA3'].map((each) => book.amountSent(each))).toEqual([8000n, 3000n, null]);
    expect(book.sumsOf(1)?.[0]?.sent.map(({ handOff, payOn }) => [handOff, formatDay(payOn)])).toEqual([
      [1, '2020-11-13'],
      [2, '2020-11-27'],
    ]);
  });

  it('is settled with what was sent under the reference that is named, where the channel names no sum', () => {
    const book = sentAgain();
    expect(settle(book, row('QD1PA2', 'settled', null, '2020-11-30'))).toEqual(['settled']);
    expect(open(book)[0]).toBe('B QD1PB not-answered 20.00 of 20.00, answered never, pay on 2020-11-13');
  });

  it('stands as the answers under its last reference say', () => {
    const book = sentAgain();
    expect(settle(book, row('QD1PA', 'rejected', '30.00', '2020-12-01'))).toEqual(['rejected']);
    expect(open(book)[0]).toBe('A QD1PA2 not-answered 30.00 of 80.00, answered never, pay on 2020-11-27');
    expect(settle(book, row('QD1PA2', 'rejected', null, '2020-11-30'))).toEqual(['rejected']);
    expect(open(book)[0]).toBe('A QD1PA2 rejected 30.00 of 80.00, answered 2020-11-30, pay on 2020-11-27');
    expect(
      book.handOver({ ...ours, serial: 3, sums: [sum('A', '30.00', 'QD1PA3')], recover: [], again } as never),
    ).toEqual([]);
  });

  it('is given no reference of another payee of its posting', () => {
    const book = new BankBook();
    book.post(
      1,
      new Map([
        ['A', pence(8000)],
        ['A2', pence(500)],
      ]),
    );
    expect(book.handOver({ ...ours, sums: [sum('A', '80.00'), sum('A2', '5.00')], recover: [] })).toEqual([]);
    expect(settle(book, row('QD1PA', 'rejected', null))).toEqual(['rejected']);
    expect(book.sumsOf(1)?.map((each) => book.referenceOf(each))).toEqual(['QD1PA3', 'QD1PA22']);
  });

  it('is not sent again for nothing', () => {
    const book = sent();
    settle(book, row('QD1PA', 'settled', null));
    expect(mistakes({ sums: [sum('A', '0.00', 'QD1PA2')], again } as never, book)).toEqual([
      'has QD1PA2 with 0.00 among what is to be paid',
    ]);
  });
});

describe('what a channel says', () => {
  it('closes a sum, leaves a part open, or is more than was sent', () => {
    const book = sent();
    expect(settle(book, row('QD1PA', 'settled', null), row('QD1PB', 'settled', '19.99'))).toEqual(['settled', 'part']);
    expect(open(book)[0]).toBe('B QD1PB part 0.01 of 20.00, answered 2020-11-16, pay on 2020-11-13');
    expect(settle(book, row('QD1PB', 'settled', '0.02', '2020-11-17'))).toEqual(['more-than-sent']);
    expect(open(book)[0]).toBe('B QD1PB more-than-sent -0.01 of 20.00, answered 2020-11-17, pay on 2020-11-13');
    expect(settle(book, row('QD1PC', 'settled', '-30.00'))).toEqual(['settled']);
    expect(open(book)).toHaveLength(1);
  });

  it('by its latest day says how a sum stands, whatever came first', () => {
    const book = sent();
    expect(settle(book, row('QD1PA', 'rejected', null, '2020-11-18'), row('QD1PA', 'pending', null))).toEqual([
      'rejected',
      'pending',
    ]);
    expect(open(book)[0]).toBe('A QD1PA rejected 80.00 of 80.00, answered 2020-11-18, pay on 2020-11-13');
  });

  it('of several answers of one day, by the last of them', () => {
    const book = sent();
    settle(book, row('QD1PA', 'pending', null), row('QD1PA', 'rejected', null));
    expect(open(book)[0]).toBe('A QD1PA rejected 80.00 of 80.00, answered 2020-11-16, pay on 2020-11-13');
  });

  it('is more than was sent where more is taken back than was asked', () => {
    const book = sent();
    expect(settle(book, row('QD1PC', 'settled', '-31.00'))).toEqual(['more-than-sent']);
    expect(open(book)[2]).toBe('C QD1PC more-than-sent 1.00 of -30.00, answered 2020-11-16, pay on never');
  });

  it('counts once however often its file is read, and as often as it stands in one file', () => {
    const book = sent();
    const twice = [row('QD1PA', 'part', '10.00'), row('QD1PA', 'part', '10.00', '2020-11-16', 3)];
    expect(settle(book, ...twice)).toEqual(['part', 'part']);
    expect(book.judge(twice)).toEqual([]);
    expect(book.judge([...twice, row('QD1PA', 'part', '10.00', '2020-11-16', 4)]).map(({ line }) => line)).toEqual([4]);
    expect(open(book)[0]).toBe('A QD1PA part 60.00 of 80.00, answered 2020-11-16, pay on 2020-11-13');
  });

  it('under a reference that nobody knows is unmatched, until it is known', () => {
    const book = posted();
    const early = row('QD1PA', 'settled', '80.00');
    expect(settle(book, early)).toEqual(['unmatched']);
    expect(book.judge([early])).toEqual([]);
    book.handOver(ours);
    expect(settle(book, early)).toEqual(['settled']);
  });

  it('is told where a record takes it for something else', () => {
    const judged = sent()
      .judge([row('QD1PA', 'settled', '80.00')])
      .map((each) => ({ ...each, found: 'part' as const }));
    expect(sent().settle(judged)).toEqual(['takes line 2, "QD1PA", as part; expected settled']);
  });
});
