import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, standingOfSum } from '../../../src/domain/bank/sum-history.ts';
import type { BankStatus } from '../../../src/domain/bank/sums.ts';
import { addDays, day } from '../../../src/domain/day.ts';
import { pence } from '../../../src/domain/money/money.ts';

const first = day('2020-11-13');

/** What a channel said: status, sum in pence, how many days on; of what was sent a second time a 2. */
type Said = readonly [BankStatus, number, number, 2?];

function answers(said: readonly Said[], sent = 8000): Answer[] {
  return said.map(([status, amount, days, again = '']) => ({
    reference: `QD1PZ00001${again}`,
    sent: pence(sent),
    status,
    day: addDays(first, days),
    amount: pence(amount),
  }));
}

describe('what became of a sum of 80.00', () => {
  it.each<[string, readonly Said[], number, readonly string[]]>([
    ['nothing was said', [], 0, []],
    ['it is paid', [['settled', 8000, 0]], 8000, ['settled']],
    [
      'it is paid in parts',
      [
        ['part', 3000, 0],
        ['settled', 5000, 1],
      ],
      8000,
      ['part', 'settled'],
    ],
    ['it is said to be settled with less', [['settled', 3000, 0]], 3000, ['part']],
    [
      'it is pending, then refused',
      [
        ['pending', 8000, 0],
        ['rejected', 8000, 1],
      ],
      0,
      ['pending', 'rejected'],
    ],
    [
      'it is paid and comes back',
      [
        ['settled', 8000, 0],
        ['returned', 8000, 2],
      ],
      0,
      ['settled', 'returned'],
    ],
    ['it comes back and nobody said that it was paid', [['returned', 8000, 0]], 0, ['returned']],
    [
      'the file of what came back is read before that of what was paid',
      [
        ['returned', 8000, 2],
        ['settled', 8000, 0],
      ],
      0,
      ['returned', 'settled'],
    ],
    [
      'a part is paid and the rest refused',
      [
        ['part', 3000, 0],
        ['rejected', 5000, 1],
      ],
      3000,
      ['part', 'rejected'],
    ],
    [
      'it is said to be paid, and then to be refused',
      [
        ['settled', 8000, 0],
        ['rejected', 8000, 1],
      ],
      0,
      ['settled', 'rejected'],
    ],
    [
      'it comes back twice',
      [
        ['settled', 8000, 0],
        ['returned', 8000, 1],
        ['returned', 8000, 2],
      ],
      0,
      ['settled', 'returned', 'duplicate'],
    ],
    [
      'a return is itself returned',
      [
        ['settled', 8000, 0],
        ['returned', 8000, 1],
        ['returned', -8000, 2],
      ],
      8000,
      ['settled', 'returned', 'returned'],
    ],
    [
      'it is paid once more after it came back',
      [
        ['settled', 8000, 0],
        ['returned', 8000, 1],
        ['settled', 8000, 2],
      ],
      8000,
      ['settled', 'returned', 'settled'],
    ],
    [
      'it is paid twice',
      [
        ['settled', 8000, 0],
        ['settled', 8000, 1],
      ],
      16000,
      ['settled', 'duplicate'],
    ],
    [
      'it is paid twice and the second comes back',
      [
        ['settled', 8000, 0],
        ['settled', 8000, 1],
        ['returned', 8000, 2],
      ],
      8000,
      ['settled', 'duplicate', 'returned'],
    ],
    ['more is paid', [['settled', 10000, 0]], 10000, ['more-than-sent']],
    [
      'the rest and more is paid',
      [
        ['part', 7000, 0],
        ['part', 2000, 1],
      ],
      9000,
      ['part', 'more-than-sent'],
    ],
    [
      'the channel tells a payment and a credit of one day apart',
      [
        ['settled', 10000, 0],
        ['settled', -2000, 0],
      ],
      8000,
      ['settled', 'part'],
    ],
    [
      'the credit of one day comes first, wherever it stands in the file',
      [
        ['settled', -2000, 0],
        ['settled', 10000, 0],
      ],
      8000,
      ['part', 'settled'],
    ],
    [
      'it is paid in parts of one day, in the order of the file',
      [
        ['part', 3000, 0],
        ['settled', 5000, 0],
      ],
      8000,
      ['part', 'settled'],
    ],
    [
      'more is paid, and taken back by two credits of one day',
      [
        ['settled', 10000, 0],
        ['settled', -500, 1],
        ['settled', -1500, 1],
      ],
      8000,
      ['more-than-sent', 'part', 'settled'],
    ],
    [
      'more is paid than a credit takes back',
      [
        ['settled', 10000, 0],
        ['settled', -1000, 1],
        ['settled', -1000, 2],
      ],
      8000,
      ['more-than-sent', 'part', 'settled'],
    ],
    [
      'more comes back than was paid',
      [
        ['part', 3000, 0],
        ['returned', 5000, 1],
      ],
      0,
      ['part', 'more-than-sent'],
    ],
    [
      'more is paid, and what was sent refused',
      [
        ['settled', 10000, 0],
        ['rejected', 8000, 1],
      ],
      2000,
      ['more-than-sent', 'rejected'],
    ],
    [
      'more is refused than was paid',
      [
        ['settled', 8000, 0],
        ['rejected', 10000, 1],
      ],
      0,
      ['settled', 'rejected'],
    ],
    [
      'a part is paid, and more refused than the rest',
      [
        ['part', 3000, 0],
        ['rejected', 6000, 1],
      ],
      2000,
      ['part', 'rejected'],
    ],
    ['more comes back than was sent', [['returned', 9000, 0]], 0, ['more-than-sent']],
    [
      'it comes back, is sent again and comes back again, and nobody said that it was paid',
      [
        ['returned', 8000, 0],
        ['returned', 8000, 5, 2],
        ['returned', 8000, 6, 2],
      ],
      0,
      ['returned', 'returned', 'duplicate'],
    ],
    [
      'the first sending is refused when the second is paid',
      [
        ['pending', 8000, 0],
        ['settled', 8000, 3, 2],
        ['rejected', 8000, 4],
      ],
      8000,
      ['pending', 'settled', 'rejected'],
    ],
    [
      'the first sending comes back when the second is paid',
      [
        ['settled', 8000, 3, 2],
        ['returned', 8000, 4],
      ],
      8000,
      ['settled', 'returned'],
    ],
    [
      'the first sending was paid all the same',
      [
        ['settled', 8000, 3, 2],
        ['settled', 8000, 4],
      ],
      16000,
      ['settled', 'duplicate'],
    ],
  ])('%s', (_, said, paid, found) => {
    expect(standingOfSum(pence(8000), answers(said))).toEqual({ paid: pence(paid), found });
    const mirrored = said.map(([status, amount, ...rest]): Said => [status, -amount, ...rest]);
    expect(standingOfSum(pence(-8000), answers(mirrored, -8000))).toEqual({ paid: pence(-paid), found });
  });
});

it('never pays more than was sent without a row that says so', () => {
  const said = fc.tuple(
    fc.constantFrom<BankStatus>('settled', 'part', 'returned', 'rejected', 'pending'),
    fc.integer({ min: -100, max: 200 }),
    fc.integer({ min: 0, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(said, { maxLength: 8 }), (all) => {
      const { paid, found } = standingOfSum(pence(80), answers(all, 80));
      if (paid > 80n) expect(found.some((each) => each === 'duplicate' || each === 'more-than-sent')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
