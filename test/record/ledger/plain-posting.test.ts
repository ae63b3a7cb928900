import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPence, pence, subtractPence } from '../../../src/domain/money/money.ts';
import { lineMistakes } from '../../../src/record/ledger/check-posting.ts';
import { readPlainPosting } from '../../../src/record/ledger/plain-posting.ts';
import { PostedRows } from '../../../src/record/ledger/posted-rows.ts';
import {
  lineKey,
  type PostedLine,
  type Posting,
  postingText,
  readPosting,
} from '../../../src/record/ledger/posting.ts';
import { hashesOf } from '../../../src/record/ledger/sealed.ts';
import { sha256 } from '../sample.ts';
import { everyBytes, line, posting } from './sample.ts';

const text = postingText(posting());

function readPlain(bytes: Buffer) {
  return readPlainPosting(bytes, hashesOf(bytes).sealed);
}

/** What postings add to the lines of their scheme. */
function rowsOf(...postings: readonly Parameters<PostedRows['add']>[0][]) {
  const posted = new PostedRows('sample-2020-21');
  for (const each of postings) posted.add(each);
  return posted.rows;
}

/** Whether the short way takes these bytes, which it may only where the careful way reads the same of them. */
function isTaken(bytes: Buffer): boolean {
  const plain = readPlain(bytes);
  if (plain === null) return false;
  const careful = readPosting(bytes);
  if (careful === null) throw new Error(`the short way alone reads ${bytes.toString('utf8')}`);
  const { lines, ...header } = careful;
  expect({ ...plain, lines: null }).toEqual({ ...header, lines: null });
  expect(lineMistakes(careful)).toEqual([]);
  expect(rowsOf(plain)).toEqual(rowsOf(careful));
  expect(lines.length).toBeGreaterThan(0);
  return true;
}

/** The same bytes with a seal that fits them. */
function sealedAgain(bytes: Buffer): Buffer {
  const sealed = bytes.subarray(0, bytes.lastIndexOf('  "seal"'));
  return Buffer.concat([sealed, Buffer.from(`  "seal": "${hashesOf(sealed).whole}"\n}\n`)]);
}

const plainCell = fc.string({ unit: fc.constantFrom(...'ABZabz019-_/.'), maxLength: 4 });
const anyCell = fc.string({ unit: fc.constantFrom(...'ab-+! ,"\\\n\u00e9\u{1F600}'), maxLength: 3 });
const plainAmount = fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }).filter((amount) => amount !== 0);

function linesOf(cell: fc.Arbitrary<string>, amount: fc.Arbitrary<number>): fc.Arbitrary<PostedLine[]> {
  const one = fc.record({ practice: cell, payee: cell, component: cell, period: cell, amount: amount.map(pence) });
  const many = fc.uniqueArray(one, { selector: lineKey, minLength: 1, maxLength: 8 });
  return many.map((lines) => lines.sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1)));
}

describe('the short way to read a posting', () => {
  it('takes every posting of plain lines', () => {
    fc.assert(
      fc.property(linesOf(plainCell, plainAmount), fc.string({ unit: 'grapheme' }), (lines, approvedBy) => {
        expect(isTaken(Buffer.from(postingText(posting({ lines, approvedBy }))))).toBe(true);
      }),
    );
  });

  it('takes nothing of which the careful way reads anything else', () => {
    fc.assert(
      fc.property(linesOf(fc.oneof(plainCell, anyCell), fc.oneof(plainAmount, fc.maxSafeInteger())), (lines) => {
        isTaken(Buffer.from(postingText(posting({ lines }))));
      }),
    );
  });

  it('takes nothing that was changed, even where it was sealed again, unless the careful way does', () => {
    const bytes = Buffer.from(text);
    const linesAt = bytes.indexOf('  "lines"');
    for (const [at, byte] of bytes.subarray(0, bytes.lastIndexOf('  "seal"')).entries()) {
      if (at < linesAt && at % everyBytes !== 0) continue;
      for (const other of [byte ^ 1, 0x22, 0x2c, 0x30, 0x31, 0x2d, 0x0a, 0x5c, 0xff]) {
        bytes[at] = other;
        if (other !== byte) expect(isTaken(bytes), `byte ${at} as ${other}`).toBe(false);
        isTaken(sealedAgain(bytes));
      }
      bytes[at] = byte;
    }
    expect(isTaken(bytes)).toBe(true);
    expect(isTaken(bytes.subarray(0, -1))).toBe(false);
    expect(isTaken(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(false);
  });

  const { controls } = posting();
  it.each([
    ['without lines', postingText(posting({ lines: [] }))],
    ['with a line of nothing', postingText(posting({ lines: [line('Z00001', 'a', 'b', 0)] }))],
    ['with a line twice', postingText(posting({ lines: [line('Z00001', 'a', 'b', 1), line('Z00001', 'a', 'b', 2)] }))],
    ['out of order', postingText(posting({ lines: [line('Z00002', 'a', 'b', 1), line('Z00001', 'a', 'b', 2)] }))],
    ['with an amount that a number cannot hold', postingText(posting({ lines: [line('Z00001', 'a', 'b', 2 ** 60)] }))],
    ['with other payments', postingText(posting({ controls: { ...controls, payments: pence(151) } }))],
    ['with another net total', postingText(posting({ controls: { ...controls, net: pence(101) } }))],
    [
      'with other recoveries',
      postingText(posting({ controls: { ...controls, clawbacks: { ...controls.clawbacks, due: pence(51) } } })),
    ],
    ['with a cell less', text.replace('Z00001,Z00001,', 'Z00001,')],
    ['with a cell more', text.replace('Z00001,Z00001,', 'Z00001,Z00001,Z00001,')],
    ['with a nought before an amount', text.replace('spring,1.50', 'spring,01.50')],
    ['with a penny place less', text.replace('spring,1.50', 'spring,1.5')],
    ['with a penny place more', text.replace('spring,1.50', 'spring,1.500')],
    ['with pence alone', text.replace('spring,1.50', 'spring,.50')],
    ['with what is no digit for ten pence', text.replace('spring,1.50', 'spring,0.?0')],
    ['with what is no digit for a penny', text.replace('spring,1.50', 'spring,1.4:')],
    ['with whole pounds alone', text.replace('spring,1.50', 'spring,150')],
    ['with a comma less', text.replace('1.50",\n    "Z', '1.50"\n    "Z')],
    ['with a comma more', text.replace('-0.50"', '-0.50",')],
    ['with more after its lines', text.replace('  ],', '  ],\n  "more": 1,')],
    ['cut short after its lines', text.replace('  ],\n', '')],
    ['of nothing', ''],
  ])('leaves one %s to the careful way', (_, written) => {
    expect(isTaken(Buffer.from(written))).toBe(false);
    expect(isTaken(sealedAgain(Buffer.from(written)))).toBe(false);
  });
});

describe('the short way is not taken where', () => {
  const most = 999_999_999_999_999;

  /** Ten lines that come to 2 to the power of 53 and a penny, which no number holds, under the total that a number would hold. */
  function tooMuch(sign: 1 | -1): Posting {
    const lines = Array.from({ length: 10 }, (_, at) =>
      line(`Z0000${at}`, 'a', 'b', sign * (at < 9 ? most : 7_199_254_741_002)),
    );
    const all = pence(2 ** 53);
    const [payments, due] = sign > 0 ? [all, noPence] : [noPence, all];
    const { controls } = posting();
    const net = subtractPence(payments, due);
    return posting({ lines, controls: { ...controls, payments, clawbacks: { ...controls.clawbacks, due }, net } });
  }

  it.each([
    ['payments', 1, 'payments'],
    ['recoveries', -1, 'recoveries'],
  ] as const)('a number cannot hold the sum of the %s', (_, sign, what) => {
    const one = tooMuch(sign);
    const bytes = Buffer.from(postingText(one));
    expect(readPlain(bytes)).toBeNull();
    expect(lineMistakes(one)[0]).toBe(
      `has lines whose ${what} come to 90071992547409.93; its control total is 90071992547409.92`,
    );
  });

  it('an amount has pence alone, though they come to the total', () => {
    const whole = Buffer.from(postingText(posting({ lines: [line('Z00001', 'a', 'b', 50)] })));
    expect(isTaken(whole)).toBe(true);
    expect(isTaken(sealedAgain(Buffer.from(whole.toString('utf8').replace('b,0.50', 'b,.50'))))).toBe(false);
  });
});

describe('the lines of postings that were read the short way', () => {
  const plain = (lines: readonly PostedLine[]) => {
    const read = readPlain(Buffer.from(postingText(posting({ lines }))));
    if (read === null) throw new Error('a posting of plain lines was not read');
    return read;
  };

  it('are those of the careful way, whoever is paid', () => {
    fc.assert(
      fc.property(fc.array(linesOf(plainCell, plainAmount), { maxLength: 5 }), (postings) => {
        expect(rowsOf(...postings.map(plain))).toEqual(rowsOf(...postings.map((lines) => posting({ lines }))));
      }),
    );
  });

  it('take their place among those of the careful way', () => {
    const lines = [line('Z00001', 'a', 'b', 5)];
    const told = rowsOf(plain(lines), posting({ lines }), plain([line('Z00001', 'a', 'b', -9)]));
    expect(told.map(({ amount }) => amount)).toEqual([5n, 5n, -9n]);
  });

  it('may be of one period and two payees, in order of code', () => {
    const two = ['PCN-A', 'PCN-B'].map((payee) => ({ ...line('Z00001', 'a', 'b', -4), payee }));
    expect(isTaken(Buffer.from(postingText(posting({ lines: two }))))).toBe(true);
    expect(isTaken(Buffer.from(postingText(posting({ lines: [...two].reverse() }))))).toBe(false);
  });
});

describe('the hashes of a file', () => {
  it('are those of all of it, and of what stands before its seal', () => {
    expect(hashesOf(Buffer.from(text))).toEqual({
      whole: sha256(text),
      sealed: sha256(text.slice(0, text.indexOf('  "seal"'))),
    });
    expect(hashesOf(Buffer.from('short')).whole).toBe(sha256('short'));
  });
});
